package sample_test

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
	"github.com/plainline/plainline/knowledge/sample"
)

// TestCases runs the cases of every rule, and holds that each rule has one for every outcome that it can have.
func TestCases(t *testing.T) {
	t.Parallel()
	base, _ := knowledge.Load(sample.FS())
	if base == nil {
		t.Fatal("the sample does not load")
	}
	x := rule.New(base)
	for _, f := range x.Cases() {
		t.Errorf("%s: case %s: got %s because of %q, want %s because of %q",
			f.Case.Pos, f.Case.ID, f.Got.Outcome, f.Got.Reasons(x), f.Case.Expect, f.Case.Because)
	}
	for _, r := range x.Rules {
		has := map[knowledge.Outcome]bool{}
		for _, c := range r.Service.Cases {
			has[c.Expect] = true
		}
		want := []knowledge.Outcome{knowledge.Likely, knowledge.Not, knowledge.Depends}
		if r.Bare() {
			want = []knowledge.Outcome{knowledge.Self}
		}
		for _, o := range want {
			if !has[o] {
				t.Errorf("%s: no case expects %s", r.Service.ID, o)
			}
		}
	}
}
