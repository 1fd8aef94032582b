package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// usualPrice looks at the day of linting and at the first day of each price to come, for a successor is easily left unusual.
func usualPrice() Rule {
	return Rule{
		ID: "usual-price", Severity: source.Warning,
		Statement: "Where several prices hold on a day, one of them is the usual one.",
		Check: func(p *Pass) {
			for _, s := range p.Base.Services {
				days := []knowledge.Date{p.On}
				for _, c := range s.Costs {
					if c.From > p.On {
						days = append(days, c.From)
					}
				}
				for _, day := range days {
					if !p.oneUsual(s, day) {
						break
					}
				}
			}
		},
	}
}

func (p *Pass) oneUsual(s *knowledge.Service, day knowledge.Date) bool {
	var lines, usual []*knowledge.Cost
	for _, c := range s.Costs {
		if c.Holds(day) {
			lines = append(lines, c)
			if c.Usual {
				usual = append(usual, c)
			}
		}
	}
	switch {
	case len(lines) < 2 || len(usual) == 1:
		return true
	case len(usual) == 0:
		p.Report(lines[0].Pos, "write usual: true at the price that most people pay", "none of the %d prices of %s is the usual one", len(lines), day)
	default:
		p.Report(usual[1].Pos, "leave usual: true at the price that most people pay", "the prices %q and %q are both the usual one on %s", usual[0].ID, usual[1].ID, day)
	}
	return false
}
