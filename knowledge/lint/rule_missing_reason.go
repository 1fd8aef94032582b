package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// missingReason looks at translations that have the section; loading wants every reason in the source language.
func missingReason() Rule {
	return Rule{
		ID: "missing-reason", Severity: source.Warning,
		Statement: "Every clause, and every condition to check oneself, has words in each language of its service.",
		Check: func(p *Pass) {
			for _, s := range p.Base.Services {
				for _, lang := range p.Base.Languages {
					w := s.Words[lang]
					if w == nil || w.Blocks["eligibility"] == nil {
						continue
					}
					block := w.Blocks["eligibility"]
					for _, item := range reasonsOf(s.Eligibility) {
						if block.Item(item.id) == nil {
							p.Report(block.Pos, "add - "+item.id+": … to the section", "the clause %q of %s has no words in %s", item.id, item.pos, lang)
						}
					}
				}
			}
		},
	}
}

// reasonsOf gives the ids of a rule that the section eligibility has words for.
func reasonsOf(e *knowledge.Eligibility) (items []need) {
	if e == nil {
		return nil
	}
	e.Each(func(c *knowledge.Clause) {
		if c.ID != "" {
			items = append(items, need{c.ID, c.Pos})
		}
	})
	for _, c := range e.Check {
		items = append(items, need{c.ID, c.Pos})
	}
	return items
}

func missingWhy() Rule {
	return Rule{
		ID: "missing-why", Severity: source.Warning,
		Statement: "A sensitive fact says why it is asked.",
		Check: func(p *Pass) {
			for _, f := range p.Base.Facts {
				if f.Sensitive && len(f.Why) == 0 {
					p.Report(f.Pos, "add why: and what the answer is needed for", "the fact %q is sensitive and does not say why it is asked", f.ID)
				}
			}
		},
	}
}
