package sample_test

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/sample"
)

func TestLoads(t *testing.T) {
	t.Parallel()
	base, findings := knowledge.Load(sample.FS())
	for _, f := range findings {
		t.Errorf("finding: %s", f)
	}
	if base == nil {
		t.Fatal("the sample does not load")
	}
	if len(base.Services) < 8 || len(base.Languages) != 3 || len(base.Offices) < 20 {
		t.Errorf("got %d services, %d languages, %d offices; want the whole sample", len(base.Services), len(base.Languages), len(base.Offices))
	}
}
