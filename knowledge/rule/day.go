package rule

import (
	"math"
	"strings"

	"github.com/plainline/plainline/knowledge"
)

// Day is the rules with the limits of one day: ages, dated parameters, "within 90 days". It is immutable.
type Day struct {
	*Index
	Date  knowledge.Date
	spans [][]span  // by leaf: the values that meet it; nil where a limit of that day is not known, or hangs on a table
	share []float64 // by leaf: how many of the answers meet it, see Chance
}

// On gives the rules as they are on a day.
func (x *Index) On(date knowledge.Date) *Day {
	d := &Day{Index: x, Date: date, spans: make([][]span, len(x.leaves))}
	for i := range x.leaves {
		if l := &x.leaves[i]; l.set == noSet && l.size < 0 {
			d.spans[i] = d.spansOf(l, 0)
		}
	}
	d.share = d.shares()
	return d
}

// spansOf gives the values that meet a comparison; for a table, in a row of it. It gives nil where a limit is not known.
func (d *Day) spansOf(l *leaf, size int64) []span {
	c, f := l.clause, d.Base.Facts[l.fact]
	if c.Is != nil {
		var list []span
		for _, id := range c.Is {
			n, _ := f.Read(id)
			s := span{n, n}
			if f.Type == knowledge.PlaceFact {
				s.hi = lastIn(f, int(n))
			}
			list = add(list, s)
		}
		return list
	}
	s, known := d.limits(c, f, size)
	if !known {
		return nil
	}
	if f.Type == knowledge.DateFact {
		s = d.dates(c, s)
	}
	if s.lo > s.hi {
		return []span{} // nothing meets it
	}
	return []span{s}
}

// limits gives the span of at_least, at_most, above and below.
func (d *Day) limits(c *knowledge.Clause, f *knowledge.Fact, size int64) (s span, known bool) {
	s = everything
	for _, k := range [...]struct {
		text  string
		lower bool
		step  int64
	}{{c.AtLeast, true, 0}, {c.Above, true, 1}, {c.AtMost, false, 0}, {c.Below, false, -1}} {
		if k.text == "" {
			continue
		}
		n, known := d.limit(k.text, f, size)
		if !known {
			return s, false
		}
		if k.lower {
			s.lo = max(s.lo, n+k.step)
		} else {
			s.hi = min(s.hi, n+k.step)
		}
	}
	return s, true
}

// limit gives the number of a limit: written in place, or the parameter's on the day.
func (d *Day) limit(text string, f *knowledge.Fact, size int64) (n int64, known bool) {
	id, isParameter := strings.CutPrefix(text, "parameter.")
	if !isParameter {
		n, _ = (&knowledge.Fact{Type: f.LimitKind()}).Read(text)
		return n, true
	}
	v := d.Base.Parameter(id).On(d.Date)
	if v == nil || v.Unknown != nil {
		return 0, false
	}
	return v.For(size), true
}

// dates turns ages in months into days of birth, and adds the limits that a clause sets to the day itself. Who is 18 on the
// day was born on that day 18 years before, or earlier.
func (d *Day) dates(c *knowledge.Clause, age span) span {
	s := everything
	if age.lo != math.MinInt64 {
		s.hi = born(d.Date, age.lo)
	}
	if age.hi != math.MaxInt64 {
		s.lo = born(d.Date, age.hi+1) + 1
	}
	if c.From != 0 {
		s.lo = max(s.lo, c.From.DayNumber())
	}
	if c.Until != 0 {
		s.hi = min(s.hi, c.Until.DayNumber())
	}
	if c.Past != nil {
		s.lo, s.hi = max(s.lo, c.Past.Before(d.Date).DayNumber()), min(s.hi, d.Date.DayNumber())
	}
	if c.Ahead != nil {
		s.lo, s.hi = max(s.lo, d.Date.DayNumber()), min(s.hi, c.Ahead.After(d.Date).DayNumber())
	}
	return s
}

func born(date knowledge.Date, months int64) int64 { return date.AddMonths(-int(months)).DayNumber() }
