package lint

import (
	"cmp"
	"slices"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// soonDays is how early an editor is told of a value that ends.
const soonDays = 60

// dated is a row of values that follow one another: of a parameter, or of one price.
type dated struct {
	what  string
	spans []datedSpan
}

type datedSpan struct {
	knowledge.Span
	pos source.Pos
}

func gap() Rule {
	return Rule{
		ID: "gap", Severity: source.Warning,
		Statement: "The values of a parameter or a price follow one another without a day between.",
		Check: func(p *Pass) {
			for _, d := range p.allDated() {
				for i := 1; i < len(d.spans); i++ {
					last, next := d.spans[i-1], d.spans[i]
					if last.Until != 0 && next.From > last.Until.AddDays(1) {
						p.Report(next.pos, "write the value, or a span with unknown: {why: …, ask: …}",
							"%s has no value from %s to %s", d.what, last.Until.AddDays(1), next.From.AddDays(-1))
					}
				}
			}
		},
	}
}

func expiring() Rule {
	return Rule{
		ID: "expiring", Severity: source.Warning,
		Statement: "A value, a price or a calendar that ends within 60 days, or has ended, has a successor.",
		Check: func(p *Pass) {
			soon := p.On.AddDays(soonDays)
			for _, d := range p.allDated() {
				last := d.spans[len(d.spans)-1]
				switch {
				case last.Until == 0 || last.Until > soon:
				case last.Until < p.On:
					p.Report(last.pos, "write the value that holds now, or unknown: {why: …, ask: …}", "%s ended on %s and nothing follows", d.what, last.Until)
				default:
					p.Report(last.pos, "write what holds from "+last.Until.AddDays(1).String()+", or unknown: {why: …, ask: …}", "%s ends on %s and nothing follows", d.what, last.Until)
				}
			}
			for _, h := range p.Base.HolidayLists {
				if h.KnownUntil <= soon {
					p.Report(p.Find(h.Pos, "known_until"), "add the days off that follow", "the days off are known until %s only", h.KnownUntil)
				}
			}
		},
	}
}

// allDated gives all rows of values, each sorted by its first days.
func (p *Pass) allDated() (rows []dated) {
	for _, x := range p.Base.Parameters {
		row := dated{what: "the parameter " + x.ID}
		for _, v := range x.Values {
			row.spans = append(row.spans, datedSpan{v.Span, v.Pos})
		}
		rows = append(rows, row)
	}
	for _, s := range p.Base.Services {
		rows = append(rows, prices(s)...)
	}
	rows = slices.DeleteFunc(rows, func(d dated) bool { return len(d.spans) == 0 })
	for _, d := range rows {
		slices.SortFunc(d.spans, func(a, b datedSpan) int { return cmp.Compare(a.From, b.From) })
	}
	return rows
}

// prices gives the lines of costs of a service, those for the same case together.
func prices(s *knowledge.Service) (rows []dated) {
	type question struct{ who, area, tier string }
	at := map[question]int{}
	for _, c := range s.Costs {
		q := question{c.Who, c.Area, c.Tier}
		i, ok := at[q]
		if !ok {
			i = len(rows)
			at[q] = i
			rows = append(rows, dated{what: "the price " + c.ID})
		}
		rows[i].spans = append(rows[i].spans, datedSpan{c.Span, c.Pos})
	}
	return rows
}
