package knowledge

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// Read reads an answer as files write it: an id of Values (several: each with ReadSet), 42, 3.75, 64y6m, 2026-01-31. The
// error carries what to write instead.
func (f *Fact) Read(text string) (n int64, err error) {
	switch f.Type {
	case NumberFact:
		if n, err = strconv.ParseInt(text, 10, 64); err != nil || n > math.MaxInt32 || n < math.MinInt32 {
			return 0, bad("write digits only", "%q is not a whole number", text)
		}
		return n, nil
	case MoneyFact:
		return hundredths(text)
	case AgeFact:
		q := Quantity{Raw: text}
		if years, err := strconv.ParseUint(text, 10, 8); err == nil {
			return int64(years) * 12, nil
		}
		err = q.read("age")
		return q.N, err
	case DateFact:
		var d Date
		err = d.DecodeText(text)
		return d.DayNumber(), err
	}
	i, ok := f.Value(text)
	if !ok {
		return 0, bad(source.DidYouMean(text, f.ValueIDs()), "%q is no answer to %s", text, f.ID)
	}
	return int64(i), nil
}

// ReadSet reads the answers to a fact of type several as bits.
func (f *Fact) ReadSet(ids []string) (set int64, err error) {
	for _, id := range ids {
		n, err := f.Read(id)
		if err != nil {
			return 0, err
		}
		set |= 1 << n
	}
	return set, nil
}

// All gives the set of all answers to a fact of type several.
func (f *Fact) All() int64 { return 1<<len(f.Values) - 1 }

// prepare puts the answers of a fact under their ids and reads its limits.
func (f *Fact) prepare(b *Base) (err error) {
	if f.Type == PlaceFact {
		f.Places = placesIn(b, b.Place(f.In), nil)
	}
	f.index = map[string]int{}
	for i, id := range f.ValueIDs() {
		f.index[id] = i
	}
	f.Lowest, f.Highest = 0, math.MaxInt64
	switch f.Type {
	case YesNoFact, OneFact, PlaceFact:
		f.Highest = int64(len(f.index)) - 1
	case SeveralFact:
		f.Highest = f.All()
	case AgeFact:
		f.Highest = 130 * 12
	case NumberFact:
		f.Highest = 1_000_000_000
	case MoneyFact:
		f.Highest = maxMoney
	case DateFact:
		f.Lowest, f.Highest = Date(18800101).DayNumber(), Date(22001231).DayNumber()
	}
	if f.Min != "" {
		if f.Lowest, err = f.Read(f.Min); err != nil {
			return err
		}
	}
	if f.Max != "" {
		f.Highest, err = f.Read(f.Max)
	}
	return err
}

// placesIn gives a place and all that lies in it, each before its parts; a place that lies in itself is left out.
func placesIn(b *Base, p *Place, list []*Place) []*Place {
	if p == nil || slices.Contains(list, p) {
		return list
	}
	list = append(list, p)
	for _, q := range b.Places {
		if q.Parent == p.ID {
			list = placesIn(b, q, list)
		}
	}
	return list
}

// DecodeNode reads one id or a list of them.
func (t *Terms) DecodeNode(n *source.Node, d *source.Decoder) {
	if n.Kind != source.List {
		if text, ok := d.Text(n); ok {
			*t = Terms{text}
		}
		return
	}
	for _, item := range n.Items {
		if text, ok := d.Text(item); ok {
			*t = append(*t, text)
		}
	}
}

// DecodeText reads a time such as 90 days, 24 months or 2 years.
func (o *TimeOff) DecodeText(s string) error {
	number, unit, _ := strings.Cut(s, " ")
	n, err := strconv.ParseUint(number, 10, 16)
	unit = strings.TrimSuffix(unit, "s")
	if err != nil || unit != "day" && unit != "month" && unit != "year" {
		return bad("write a number and days, months or years: 90 days", "%q is no length of time", s)
	}
	*o = TimeOff{int(n), unit}
	return nil
}
