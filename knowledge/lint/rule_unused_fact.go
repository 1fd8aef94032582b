package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

func unusedFact() Rule {
	return Rule{
		ID: "unused-fact", Severity: source.Warning,
		Statement: "Some rule hangs on every fact: by a comparison, a guard or a table.",
		Check: func(p *Pass) {
			for i, f := range p.Base.Facts {
				if p.rules.Mentions(i) == 0 {
					p.Report(f.Pos, "compare it in a rule, or take it out", "no rule hangs on the fact %q", f.ID)
				}
			}
		},
	}
}

func unaskedFact() Rule {
	return Rule{
		ID: "unasked-fact", Severity: source.Warning,
		Statement: "The guard of a fact can be met, so that it is asked of somebody.",
		Check: func(p *Pass) {
			var facts []*knowledge.Fact
			var guards [][]*knowledge.Clause
			for _, f := range p.Base.Facts {
				if f.OnlyIf != nil {
					facts, guards = append(facts, f), append(guards, []*knowledge.Clause{f.OnlyIf})
				}
			}
			for i, s := range p.tryAll(guards) {
				if s.never() {
					p.Report(p.Find(facts[i].Pos, "only_if"), "correct only_if, or take it out", "the fact %q is never asked: whatever is answered, its guard is not met", facts[i].ID)
				}
			}
		},
	}
}
