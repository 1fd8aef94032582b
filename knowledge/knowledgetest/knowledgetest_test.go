package knowledgetest_test

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestSmallLoads(t *testing.T) {
	t.Parallel()
	base, findings := knowledge.Load(knowledgetest.Small())
	for _, f := range findings {
		t.Errorf("finding: %s", f)
	}
	if base == nil {
		t.Fatal("the small base does not load")
	}
}
