package knowledge

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/plainline/plainline/knowledge/source"
)

// How the values of a base are written. Every text arrives here just as the editor typed it.

func bad(advice, format string, args ...any) error {
	return &source.BadValue{Message: fmt.Sprintf(format, args...), Advice: advice}
}

// maxMoney keeps sums of amounts far from overflow: a hundred milliard units.
const maxMoney = 100_000_000_000_00

// DecodeText reads an amount such as 5, 3.75 or 1200.
func (a *Amount) DecodeText(s string) error {
	n, err := hundredths(s)
	if err != nil {
		return err
	}
	*a = Amount(n)
	return nil
}

func hundredths(s string) (int64, error) {
	whole, part, hasPart := strings.Cut(s, ".")
	if len(part) == 1 {
		part += "0"
	}
	n, err := strconv.ParseUint(whole+(part + "00")[:max(2, len(part))], 10, 63)
	if err != nil || whole == "" || hasPart && len(part) != 2 || n > maxMoney {
		return 0, bad("write digits, with a point before the hundredths: 3.75", "%q is not an amount", s)
	}
	return int64(n), nil
}

// DecodeText reads a day such as 2026-01-31.
func (d *Date) DecodeText(s string) error {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1800 {
		return bad("write year-month-day: 2026-01-31", "%q is not a day", s)
	}
	*d = DateOf(t)
	return nil
}

// DecodeText reads a time of day such as 09:30; 24:00 is the end of the day.
func (c *Clock) DecodeText(s string) error {
	h, m, ok := strings.Cut(s, ":")
	hour, err1 := strconv.ParseUint(h, 10, 8)
	minute, err2 := strconv.ParseUint(m, 10, 8)
	if !ok || err1 != nil || err2 != nil || len(h) != 2 || len(m) != 2 || minute > 59 || hour*60+minute > 24*60 {
		return bad("write hours and minutes: 09:30", "%q is not a time of day", s)
	}
	*c = Clock(hour*60 + minute)
	return nil
}

// DecodeText reads days of the week such as mon-fri or mon-wed,sat.
func (w *Weekdays) DecodeText(s string) error {
	*w = 0
	for _, part := range strings.Split(s, ",") {
		first, last, isRow := strings.Cut(strings.TrimSpace(part), "-")
		if !isRow {
			last = first
		}
		from, ok1 := weekday(first)
		to, ok2 := weekday(last)
		if !ok1 || !ok2 {
			return bad("write mon, tue, wed, thu, fri, sat, sun: mon-fri or mon-wed,sat", "%q are not days of the week", s)
		}
		for day := from; ; day = (day + 1) % 7 {
			*w |= 1 << day
			if day == to {
				break
			}
		}
	}
	return nil
}

func weekday(s string) (day int, ok bool) {
	const names = "sunmontuewedthufrisat"
	i := strings.Index(names, s)
	return i / 3, len(s) == 3 && i >= 0 && i%3 == 0
}

// DecodeText keeps the text; the kind of the parameter says later how to read it.
func (q *Quantity) DecodeText(s string) error {
	q.Raw = s
	return nil
}

var agePattern = regexp.MustCompile(`^(?:(\d{1,3})y)?(?:(\d{1,3})m)?$`)

// read reads the text as what the kind of a parameter says.
func (q *Quantity) read(kind string) (err error) {
	switch kind {
	case "money":
		q.N, err = hundredths(q.Raw)
	case "number":
		if q.N, err = strconv.ParseInt(q.Raw, 10, 64); err != nil {
			err = bad("write digits only", "%q is not a whole number", q.Raw)
		}
	case "age":
		m := agePattern.FindStringSubmatch(q.Raw)
		if m == nil || q.Raw == "" {
			return bad("write years and months: 64y6m", "%q is not an age", q.Raw)
		}
		years, _ := strconv.ParseInt("0"+m[1], 10, 64)
		months, _ := strconv.ParseInt("0"+m[2], 10, 64)
		q.N = years*12 + months
	}
	return err
}

// DecodeNode reads a text with slots.
func (t *Text) DecodeNode(n *source.Node, d *source.Decoder) {
	if text, ok := d.Text(n); ok {
		*t = ParseText(source.Lines{{Pos: n.Pos, Text: text}}, &d.Report)
	}
}

// DecodeNode reads a phrase: one text, or a text for each plural category.
func (p *Phrase) DecodeNode(n *source.Node, d *source.Decoder) {
	p.Pos = n.Pos
	if n.Kind != source.Mapping {
		p.One.DecodeNode(n, d)
		return
	}
	p.Plural = make(map[string]Text, len(n.Pairs))
	for _, pair := range n.Pairs {
		category := pair.Key.Text
		if !isPluralCategory(category) {
			d.Errorf(pair.Key.Pos, source.RuleUnknownKey, source.DidYouMean(category, pluralCategories()), "%q is no plural category", category)
			continue
		}
		var t Text
		t.DecodeNode(pair.Value, d)
		p.Plural[category] = t
	}
	if _, ok := p.Plural["other"]; !ok {
		d.Errorf(n.Pos, source.RuleMissingKey, "add other: …", "the plural category other is missing")
	}
	p.One = p.Plural["other"]
}
