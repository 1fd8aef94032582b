package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// limitDays is how long the limits of a rule should be known ahead, where the base tells of changes later than that.
const limitDays = 90

// unknownLimit tells of what gap and expiring do not: they see that a value is missing, this sees that a rule needs one.
func unknownLimit() Rule {
	return Rule{
		ID: "unknown-limit", Severity: source.Warning,
		Statement: "The parameters that rules compare with are known on the day of the check and for 90 days from it.",
		Check: func(p *Pass) {
			first := map[string]knowledge.Date{}
			for _, x := range p.Base.Parameters {
				first[x.ID] = p.unknownFrom(x)
			}
			look := func(c *knowledge.Clause) {
				for _, id := range parametersOf(c) {
					if day := first[id]; day != 0 {
						p.Report(c.Pos, "write its value in parameters.yaml as soon as somebody knows it", "%s cannot be decided from %s: nobody knows the parameter %q", nameOf(c), day, id)
					}
				}
			}
			for _, r := range p.rules.Rules {
				r.Service.Eligibility.Each(look)
			}
			for _, f := range p.Base.Facts {
				f.OnlyIf.Each(look)
			}
		},
	}
}

// unknownFrom gives the first day, from that of the check, on which a parameter has no value and no other rule says so.
func (p *Pass) unknownFrom(x *knowledge.Parameter) knowledge.Date {
	last := p.On.AddDays(max(limitDays, p.Base.NearDays))
	for day := p.On; day <= last; day = day.AddDays(1) {
		if v := x.On(day); v == nil && !p.toldMissing(x, day) || v != nil && v.Unknown != nil {
			return day
		}
	}
	return 0
}

// toldMissing says whether the rules gap and expiring tell that a parameter has no value on a day.
func (p *Pass) toldMissing(x *knowledge.Parameter, day knowledge.Date) bool {
	before, after, end := false, false, knowledge.Date(0)
	for _, v := range x.Values {
		if after = after || v.From > day; v.From <= day {
			before, end = true, max(end, v.Until)
		}
	}
	return before && (after || end <= p.On.AddDays(soonDays))
}
