package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// missingFact wants what every person may ask of every service. What nobody knows is written as unknown, never left out.
// Authority and sources are wanted by loading already.
func missingFact() Rule {
	return Rule{
		ID: "missing-fact", Severity: source.Error,
		Statement: "A service says its costs, the time limit of the authority, the appeal and the complaint, or that nobody knows them.",
		Check: func(p *Pass) {
			for _, s := range p.Base.Services {
				p.wantFact(s, "costs", "costs_unknown", len(s.Costs) > 0 || s.CostsUnknown != nil)
				p.wantFact(s, "time limit (a duration of kind authority)", "time_unknown", hasAuthorityLimit(s) || s.TimeUnknown != nil)
				p.wantFact(s, "appeal", "appeal: {unknown: …}", s.Appeal != nil)
				p.wantFact(s, "complaint", "complaint: {unknown: …}", s.Complaint != nil)
			}
		},
	}
}

func (p *Pass) wantFact(s *knowledge.Service, what, unknown string, ok bool) {
	if !ok {
		p.Report(s.Pos, "write it, or "+unknown+" with why and ask", "the service %q does not say its %s", s.ID, what)
	}
}

func hasAuthorityLimit(s *knowledge.Service) bool {
	for _, d := range s.Durations {
		if d.Kind == "authority" {
			return true
		}
	}
	return false
}
