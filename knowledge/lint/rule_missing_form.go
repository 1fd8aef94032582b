package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// missingForm looks closer than loading does: the form must exist for the very unit of the fact, and for nothing to pay.
func missingForm() Rule {
	return Rule{
		ID: "missing-form", Severity: source.Error,
		Statement: "A slot asks only for a case form that the language has for the unit of that fact.",
		Check: func(p *Pass) {
			for _, t := range p.Texts() {
				for _, part := range t.Parts {
					if part.Slot && part.Form != "" {
						p.slotForm(t, part)
					}
				}
			}
		},
	}
}

func (p *Pass) slotForm(t Text, part knowledge.TextPart) {
	lang := p.Base.Lang[t.Lang]
	pos := p.Find(t.Pos, part.String())
	file := "lang/" + string(t.Lang) + ".yaml"
	for _, unit := range p.unitsOf(t.Service, part) {
		forms, key := lang.Units[unit], "units"
		if unit == p.Base.Currency {
			forms, key = lang.Currency[unit], "currency"
		}
		if forms[part.Form] == nil {
			p.Report(pos, "add it under "+key+" in "+file+", or leave :"+part.Form+" out", "the unit %q has no case form %q for the slot %s", unit, part.Form, part)
		}
	}
	if part.Kind == "cost" && p.mayBeFree(t.Service, part.Ref) && lang.Free[part.Form] == "" {
		p.Report(pos, "add it under free in "+file+", or leave :"+part.Form+" out", "nothing to pay has no case form %q for the slot %s", part.Form, part)
	}
}

// unitsOf gives the units that the value of a slot may have.
func (p *Pass) unitsOf(s *knowledge.Service, part knowledge.TextPart) (units []string) {
	switch part.Kind {
	case "cost":
		units = []string{p.Base.Currency}
	case "duration":
		for _, d := range s.Durations {
			if d.ID == part.Ref && d.Unit != "" {
				units = append(units, d.Unit)
			}
		}
	case "parameter":
		switch p.Base.Parameter(part.Ref).Kind {
		case "money":
			units = []string{p.Base.Currency}
		case "age":
			units = []string{"year", "month"}
		}
	}
	return units
}

func (p *Pass) mayBeFree(s *knowledge.Service, ref string) bool {
	for _, c := range s.Costs {
		if total, ok := c.Total(); ok && total == 0 && c.ID == ref {
			return true
		}
	}
	return false
}
