package lint

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
	"github.com/plainline/plainline/knowledge/source"
)

func missingCase() Rule {
	return Rule{
		ID: "missing-case", Severity: source.Warning,
		Statement: "Every rule has a case for each outcome that it can have.",
		Check: func(p *Pass) {
			day := p.rules.On(p.On)
			for i, r := range p.rules.Rules {
				s := r.Service
				var missing []string
				for _, o := range outcomes(day, i) {
					if !slices.ContainsFunc(s.Cases, func(c *knowledge.Case) bool { return c.Expect == o }) {
						missing = append(missing, string(o))
					}
				}
				if len(missing) > 0 {
					p.Report(s.Eligibility.Pos, "write one for each in services/"+string(s.ID)+"/cases.yaml", "the rule of %q has no case with expect: %s", s.ID, strings.Join(missing, ", "))
				}
			}
		},
	}
}

// outcomes gives what a rule can say on a day, as far as a search finds it.
func outcomes(d *rule.Day, at int) (list []knowledge.Outcome) {
	r := d.Rules[at]
	if r.Bare() {
		return []knowledge.Outcome{knowledge.Self}
	}
	s := newSearch(d, at)
	for _, o := range []struct {
		outcome knowledge.Outcome
		can     bool
	}{{knowledge.Likely, s.met}, {knowledge.Not, s.failed}, {knowledge.Depends, d.Truth(r, nil) == rule.Unknown}} {
		if o.can {
			list = append(list, o.outcome)
		}
	}
	return list
}

func failingCase() Rule {
	return Rule{
		ID: "failing-case", Severity: source.Error,
		Statement: "A case comes out as its editor expects, and for the reasons that it names.",
		Check: func(p *Pass) {
			for _, f := range p.rules.Cases() {
				got, want := outcomeText(f.Got.Outcome, f.Got.Reasons(p.rules)), outcomeText(f.Case.Expect, f.Case.Because)
				p.Report(f.Case.Pos, "correct the rule, or the case", "the case %q comes out as %s, not as %s", f.Case.ID, got, want)
			}
		},
	}
}

// outcomeText gives an outcome with its reasons.
func outcomeText(o knowledge.Outcome, because []string) string {
	if len(because) == 0 {
		return string(o)
	}
	return string(o) + " because of " + strings.Join(because, ", ")
}
