package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// mostOptions is how many keys a menu of digits has: 9 is a person, 0 goes back.
const mostOptions = 8

func tooManyOptions() Rule {
	return Rule{
		ID: "too-many-options", Severity: source.Warning,
		Statement: "A menu has at most eight options.",
		Check: func(p *Pass) {
			b := p.Base
			if len(b.Topics) > 0 {
				p.options(b.Topics[0].Pos, "the menu of topics", len(b.Topics), "put two topics together")
			}
			for _, t := range b.Topics {
				p.options(t.Pos, "the topic "+t.ID, len(t.Services), "divide it into two topics")
			}
			if len(b.Events) > mostOptions {
				p.options(p.Find(source.Pos{File: "topics.yaml", Line: 1, Col: 1}, "events:"), "the menu of life events", len(b.Events), "put two of them together")
			}
			if len(b.OfficeGroups) > 0 {
				p.options(b.OfficeGroups[0].Pos, "the menu of offices", len(b.OfficeGroups), "put two groups together")
			}
			for _, g := range b.OfficeGroups {
				p.options(g.Pos, "the group "+g.ID, len(g.Offices), "divide it into two groups")
			}
			for _, s := range b.Services {
				p.serviceOptions(s)
			}
		},
	}
}

func (p *Pass) serviceOptions(s *knowledge.Service) {
	if len(s.Questions) > 0 {
		p.options(s.Questions[0].Pos, "the list of questions", len(s.Questions), "answer some of them in the sections")
	}
	who, area, tier := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, c := range s.Costs {
		if c.Until == 0 || c.Until >= p.On {
			who[c.Who], area[c.Area], tier[c.Tier] = true, true, true
		}
	}
	if len(s.Costs) > 0 {
		pos := s.Costs[0].Pos
		p.options(pos, "the question who it is for", len(who), "put some of them together, or tell them apart by area or tier")
		p.options(pos, "the question where", len(area), "put some areas together")
		p.options(pos, "the question how fast", len(tier), "put some speeds together, or tell them apart by who")
	}
}

func (p *Pass) options(pos source.Pos, what string, n int, advice string) {
	if n > mostOptions {
		p.Report(pos, advice, "%s has %d options, a screen has keys for %d", what, n, mostOptions)
	}
}
