package lint

import (
	"slices"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// unused tells of what nothing refers to: it grows old unseen.
func unused() Rule {
	return Rule{
		ID: "unused", Severity: source.Warning,
		Statement: "Every source, label, item of words, parameter and hotline is used by something.",
		Check: func(p *Pass) {
			p.unusedSources()
			p.unusedLabels()
			for _, s := range p.Base.Services {
				for _, lang := range p.Base.Languages {
					if w := s.Words[lang]; w != nil {
						p.unusedItems(s, w)
					}
				}
			}
			p.unusedTargets()
		},
	}
}

func (p *Pass) unusedSources() {
	used, all := map[*knowledge.Source]bool{}, []*knowledge.Source{}
	eachFact(p.Base, func(f fact) {
		if s, ok := f.item.(*knowledge.Source); ok {
			all = append(all, s)
		} else if s := f.source(); s != nil {
			used[s] = true
		}
	})
	for _, s := range all {
		if !used[s] {
			p.Report(s.Pos, "cite it with source: "+s.ID+", or take it out", "no fact cites the source %q", s.ID)
		}
	}
}

// unusedItems tells of items that belong to no fact of the service.
func (p *Pass) unusedItems(s *knowledge.Service, w *knowledge.Words) {
	for _, id := range []string{"documents", "steps", "where", "law", "questions", "eligibility"} {
		if w.Blocks[id] == nil {
			continue
		}
		needs := itemsOf(s, id)
		for _, item := range w.Blocks[id].Items {
			if !slices.ContainsFunc(needs, func(n need) bool { return n.id == item.ID }) {
				p.Report(item.Pos, "add it to service.yaml, or take it out", "the item %q of the section %q belongs to nothing in service.yaml", item.ID, id)
			}
		}
	}
}

func (p *Pass) unusedLabels() {
	everywhere := map[string]bool{}
	for _, s := range p.Base.Services {
		used := labelsOf(s)
		for id := range used {
			everywhere[id] = true
		}
		for _, lang := range p.Base.Languages {
			w := s.Words[lang]
			if w == nil || w.Blocks["labels"] == nil {
				continue
			}
			for _, item := range w.Blocks["labels"].Items {
				if !used[item.ID] {
					p.Report(item.Pos, "take it out, or use it in service.yaml", "the label %q is used nowhere", item.ID)
				}
			}
		}
	}
	for _, lang := range p.Base.Languages {
		l := p.Base.Lang[lang]
		for id, text := range l.Labels {
			if !everywhere[id] {
				p.Report(text.Pos, "take it out", "the label %q is used by no service", id)
			}
		}
	}
}

// labelsOf gives the labels that the facts of a service use.
func labelsOf(s *knowledge.Service) map[string]bool {
	used := map[string]bool{}
	add := func(ids ...string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	for _, c := range s.Costs {
		add("who."+c.Who, "area."+c.Area, "tier."+c.Tier, c.PerUnit, c.Caveat)
		add(c.WaivedFor...)
		add(c.PayBy...)
		for _, part := range c.Parts {
			add("part." + part.ID)
		}
	}
	for _, d := range s.Durations {
		add("tier."+d.Tier, "limit."+d.ID, d.Starts, d.IfLate)
	}
	for _, e := range s.Evidence {
		add(e.When, e.MaxAge, e.Instead)
	}
	for _, st := range s.Steps {
		add(st.After)
	}
	return used
}

// unusedTargets tells of parameters and hotlines that nothing refers to.
func (p *Pass) unusedTargets() {
	used := map[string]bool{}
	for _, t := range p.texts {
		for _, part := range t.Parts {
			used[part.Kind+"."+part.Ref] = true
		}
	}
	b := p.Base
	phones := append([]string{b.Contact}, b.Emergency...)
	eachFact(b, func(f fact) {
		switch x := f.item.(type) {
		case *knowledge.Unknown:
			phones = append(phones, x.Ask)
		case *knowledge.Office:
			phones = append(phones, x.Phone)
		case *knowledge.Channel:
			phones = append(phones, x.Phone)
		case *knowledge.Variant:
			phones = append(phones, x.Phone)
		case *knowledge.Answer:
			phones = append(phones, x.Refer...)
		case *knowledge.Clause:
			for _, id := range parametersOf(x) {
				used["parameter."+id] = true
			}
		}
	})
	for _, id := range phones {
		used["phone."+id] = true
	}
	for _, x := range b.Parameters {
		if !used["parameter."+x.ID] {
			p.Report(x.Pos, "write {parameter."+x.ID+"} where it is spoken of, or take it out", "no text and no rule uses the parameter %q", x.ID)
		}
	}
	for _, o := range b.Organisations {
		if !authorityOf(b, o.ID) {
			for _, h := range o.Hotlines {
				if h.Number != "" && !used["phone."+h.ID] {
					p.Report(h.Pos, "write {phone."+h.ID+"} where people need it, or take it out", "nothing sends people to the hotline %q", h.ID)
				}
			}
		}
	}
}

// authorityOf says whether an organisation decides on a service or offers one: its hotlines are shown with that service.
func authorityOf(b *knowledge.Base, id string) bool {
	return slices.ContainsFunc(b.Services, func(s *knowledge.Service) bool {
		return s.Authority == id || slices.ContainsFunc(s.Channels, func(c *knowledge.Channel) bool { return c.Organisation == id }) ||
			slices.ContainsFunc(s.Variants, func(v *knowledge.Variant) bool { return v.Authority == id })
	}) || slices.Contains(b.Publishers, id)
}
