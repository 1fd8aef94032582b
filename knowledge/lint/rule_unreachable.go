package lint

import "github.com/plainline/plainline/knowledge/source"

func unreachable() Rule {
	return Rule{
		ID: "unreachable", Severity: source.Warning,
		Statement: "Every service stands under a topic and every office in a group, so that menus lead to them.",
		Check: func(p *Pass) {
			listed := map[string]bool{}
			for _, t := range p.Base.Topics {
				for _, id := range t.Services {
					listed["service "+string(id)] = true
				}
			}
			for _, g := range p.Base.OfficeGroups {
				for _, id := range g.Offices {
					listed["office "+id] = true
				}
			}
			for _, s := range p.Base.Services {
				if !listed["service "+string(s.ID)] {
					p.Report(s.Pos, "add it to a topic in topics.yaml", "no topic has the service %q", s.ID)
				}
			}
			for _, o := range p.Base.Offices {
				if !listed["office "+o.ID] {
					p.Report(o.Pos, "add it to a group under offices in topics.yaml", "no group has the office %q", o.ID)
				}
			}
		},
	}
}
