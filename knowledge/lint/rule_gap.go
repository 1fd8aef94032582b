package lint

import (
	"cmp"
	"slices"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// soonDays is how early an editor is told of a value that ends.
const soonDays = 60

// dated is a row of values that follow one another: of a parameter, or of one price. Spans are sorted by their first days
// and may overlap where a wider case covers a narrower one.
type dated struct {
	what    string
	spans   []datedSpan
	history bool // of prices: what ended long ago may stay, so that people can see what it was
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
				end := d.spans[0].Until
				for _, next := range d.spans[1:] {
					if end != 0 && next.From > end.AddDays(1) {
						p.Report(next.pos, "write the value, or a span with unknown: {why: …, ask: …}", "%s has no value from %s to %s", d.what, end.AddDays(1), next.From.AddDays(-1))
					}
					end = later(end, next.Until)
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
				last := d.last()
				switch {
				case last.Until == 0 || last.Until > soon:
				case d.history && last.Until < p.oldest():
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

// oldest gives the day before which a price is history.
func (p *Pass) oldest() knowledge.Date {
	return knowledge.DateOf(p.On.Time().AddDate(0, -p.Base.ReviewMonths, 0))
}

// last gives the span that ends last.
func (d dated) last() datedSpan {
	last := d.spans[0]
	for _, s := range d.spans[1:] {
		if later(last.Until, s.Until) != last.Until {
			last = s
		}
	}
	return last
}

// later gives the later one of two last days; no last day is later than any.
func later(a, b knowledge.Date) knowledge.Date {
	if a == 0 || b == 0 {
		return 0
	}
	return max(a, b)
}

// allDated gives all rows of values.
func (p *Pass) allDated() (rows []dated) {
	for _, x := range p.Base.Parameters {
		row := dated{what: "the parameter " + x.ID}
		for _, v := range x.Values {
			row.spans = append(row.spans, datedSpan{v.Span, v.Pos})
		}
		if len(row.spans) > 0 {
			rows = append(rows, row)
		}
	}
	for _, s := range p.Base.Services {
		rows = append(rows, prices(s)...)
	}
	for _, d := range rows {
		slices.SortStableFunc(d.spans, func(a, b datedSpan) int { return cmp.Compare(a.From, b.From) })
	}
	return rows
}

// priceCase is the case for which a price holds; what is empty holds for all.
type priceCase struct{ who, area, tier string }

// covers says whether every case of o is one of c.
func (c priceCase) covers(o priceCase) bool {
	return (c.who == "" || c.who == o.who) && (c.area == "" || c.area == o.area) && (c.tier == "" || c.tier == o.tier)
}

// prices gives for each case of a service the lines of costs that tell its price.
func prices(s *knowledge.Service) (rows []dated) {
	seen := map[priceCase]bool{}
	for _, c := range s.Costs {
		of := priceCase{c.Who, c.Area, c.Tier}
		if seen[of] {
			continue
		}
		seen[of] = true
		row := dated{what: "the price " + c.ID, history: true}
		for _, other := range s.Costs {
			if (priceCase{other.Who, other.Area, other.Tier}).covers(of) {
				row.spans = append(row.spans, datedSpan{other.Span, other.Pos})
			}
		}
		rows = append(rows, row)
	}
	return rows
}
