package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/numeral"
)

// The keys of fragments: what a word of a value is.
const (
	keyDigits = "digits" // a value whose language does not say how it is spoken
	keyNumber = "number"
	keyUnit   = "unit"
	keyDate   = "date"
	keyTime   = "time"
	keyFree   = "free"
)

// value adds a value. Addresses and names are words of the base.
func (e *ear) value(v *dialog.Value) {
	if v.Kind > dialog.Phone || v.Kind == 0 {
		e.literal(v.Text)
		return
	}
	mark := len(e.heard)
	if e.w.spoken != nil && e.inWords(v) {
		return
	}
	e.heard = e.heard[:mark]
	e.fragment(keyDigits, strings.ReplaceAll(string(e.w.AppendValue(nil, v)), space, " "))
}

// inWords adds a value in words and says whether the language has them all.
func (e *ear) inWords(v *dialog.Value) bool {
	switch v.Kind {
	case dialog.Money:
		return e.money(v)
	case dialog.Number:
		return e.number(e.w.spoken.Numbers.Pick(v.Form, ""), v.Number)
	case dialog.Duration:
		return e.duration(v)
	case dialog.Day:
		return e.day(v)
	case dialog.Time:
		return e.time(v.Number, v.Form)
	}
	return e.phone(v.Text)
}

// number adds a number by a table.
func (e *ear) number(table string, n int64) bool {
	if n < 0 {
		e.fragment(keyNumber, e.w.spoken.Minus)
		n = -max(n, -math.MaxInt64)
	}
	words, ok := e.w.spoken.Numbers.Append(nil, table, n, e.w.plural.name)
	for _, word := range words {
		e.fragment(keyNumber, word)
	}
	return ok
}

// count adds a number and its unit, in a case form and in the gender of the unit.
func (e *ear) count(n int64, unit, form string, words nouns) bool {
	ok := e.number(e.w.spoken.Numbers.Pick(form, e.w.spoken.Genders[unit]), n)
	e.fragment(keyUnit, words.word(strings.TrimSuffix(unit, cent), form, e.w.plural.of(n)))
	return ok
}

// cent marks the hundredth of a currency where genders are told apart: AZN.cent.
const cent = ".cent"

func (e *ear) money(v *dialog.Value) bool {
	whole, rest := v.Number/100, v.Number%100
	if v.Number == 0 {
		if free := e.w.freeWord(v.Form); free != "" {
			e.fragment(keyFree, free)
			return true
		}
	}
	if v.Number < 0 {
		e.fragment(keyNumber, e.w.spoken.Minus)
		whole, rest = -whole, -rest
	}
	ok := true
	if whole != 0 || rest == 0 {
		ok = e.count(whole, v.Unit, v.Form, e.w.currency)
	}
	if rest != 0 {
		ok = e.count(rest, v.Unit+cent, v.Form, e.w.cents) && ok
	}
	return ok
}

func (e *ear) duration(v *dialog.Value) bool {
	if v.Unit != "age" {
		return e.count(v.Number, v.Unit, v.Form, e.w.units)
	}
	years, months := v.Number/12, v.Number%12
	if years == 0 {
		return e.count(months, "month", v.Form, e.w.units)
	}
	ok := e.count(years, e.w.ageUnit(), v.Form, e.w.units)
	if months != 0 {
		ok = e.count(months, "month", v.Form, e.w.units) && ok
	}
	return ok
}

func (e *ear) day(v *dialog.Value) bool {
	y, m, d := v.Date.Parts()
	if v.Date == 0 {
		return true
	}
	if m < 1 || m > len(e.w.date.months) || d < 1 || d > 31 || v.Date < 0 {
		return false
	}
	pattern := e.w.spoken.Date[v.Form]
	if pattern == nil {
		pattern = e.w.spoken.Date[nominative]
	}
	ok := len(pattern) > 0
	for _, p := range pattern {
		switch p.Slot {
		case "":
			e.fragment(keyDate, p.Literal)
		case "d":
			ok = e.number(tableOf(p), int64(d)) && ok
		case "y":
			ok = e.number(tableOf(p), int64(y)) && ok
		case "month":
			e.fragment(keyDate, e.w.date.months[m-1])
		case "weekday":
			e.fragment(keyDate, string(e.w.date.appendField(nil, "weekday", v.Date, y, m, d)))
		}
	}
	return ok
}

func tableOf(p numeral.Part) string {
	if p.Form == "" {
		return nominative
	}
	return p.Form
}

// time adds a time of day in minutes after midnight.
func (e *ear) time(at int64, form string) bool {
	s := e.w.spoken
	if at < 0 || at > 24*60 {
		return false
	}
	said, known := s.Time[form]
	if !known {
		said = s.Time[nominative]
	}
	if name := s.Moments[knowledge.Clock(at)]; name != "" && (!known || form == nominative) {
		e.fragment(keyTime, name)
		return true
	}
	pattern := said.Minutes
	switch minute := at % 60; {
	case minute == 0:
		pattern = said.Hour
	case minute < 10 && said.Few != nil:
		pattern = said.Few
	}
	ok := len(pattern) > 0
	for _, p := range pattern {
		ok = e.timeSlot(p, at) && ok
	}
	return ok
}

// between adds a range of numbers and says whether the language has words for one.
func (e *ear) between(first, last int64) bool {
	if e.w.spoken == nil || len(e.w.spoken.Range) == 0 {
		return false
	}
	mark, ok := len(e.heard), true
	for _, p := range e.w.spoken.Range {
		switch p.Slot {
		case "from":
			ok = e.number(tableOf(p), first) && ok
		case "to":
			ok = e.number(tableOf(p), last) && ok
		default:
			e.fragment(keyNumber, p.Literal)
		}
	}
	if !ok {
		e.heard = e.heard[:mark]
	}
	return ok
}

// or adds what stands between two of a list such as "10 days / 3 days": the word before the last, a pause before the others.
// It says whether the language has the word, and something follows.
func (e *ear) or(rest []dialog.Span) bool {
	switch {
	case e.w.spoken == nil || e.w.spoken.Or == "" || len(e.heard) == 0 || !goesOn(rest):
		return false
	case listGoesOn(rest):
		e.punctuate(",")
	default:
		e.fragment(keyNumber, e.w.spoken.Or)
	}
	return true
}

// goesOn says whether one of a list follows a stroke.
func goesOn(rest []dialog.Span) bool {
	for _, s := range rest {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s.Literal, " ("))
		switch {
		case s.Literal != "" && s.Literal != " ":
			return isSpoken(first)
		case s.Value != nil:
			return true
		}
	}
	return false
}

// listGoesOn says whether one more stroke follows in the same list. Words may stand beside each of a list, as "(express)"
// does; a pause outside of brackets ends it.
func listGoesOn(rest []dialog.Span) bool {
	for _, s := range rest {
		if isSlash(s) {
			return true
		}
		text := strings.TrimSpace(s.Literal)
		if bracketed := strings.HasPrefix(text, "(") && strings.IndexByte(text, ')') == len(text)-1; !bracketed && strings.ContainsAny(text, pauses) {
			return false
		}
	}
	return false
}

func (e *ear) timeSlot(p numeral.Part, at int64) bool {
	hour, minute := at/60, at%60
	switch p.Slot {
	case "h":
		return e.number(tableOf(p), hour)
	case "h12":
		return e.number(tableOf(p), (hour+11)%12+1)
	case "m":
		return e.number(tableOf(p), minute)
	case "hours":
		return e.count(hour, "hour", p.Form, e.w.units)
	case "minutes":
		return e.count(minute, "minute", p.Form, e.w.units)
	case "part":
		e.fragment(keyTime, e.w.dayPart(at))
		return true
	}
	e.fragment(keyTime, p.Literal)
	return true
}

// dayPart gives the words for a part of the day: the last that has begun.
func (w *Writer) dayPart(at int64) (words string) {
	latest := knowledge.Clock(-1)
	for from, name := range w.spoken.DayParts {
		if int64(from) <= at && from > latest {
			latest, words = from, name
		}
	}
	return words
}

// phone adds a telephone number digit by digit, with a pause after each group.
func (e *ear) phone(text string) bool {
	ok := true
	for i, group := range phoneGroups(text) {
		if i > 0 {
			e.punctuate(",")
		}
		for _, r := range group {
			switch {
			case r == '+':
				e.fragment(keyNumber, e.w.spoken.Plus)
			case r >= '0' && r <= '9':
				ok = e.number(nominative, int64(r-'0')) && ok
			default:
				return false
			}
		}
	}
	return ok
}

// phoneGroups cuts a telephone number where it is written apart. One written in one piece is cut as numbers mostly are said:
// three, two and two digits at its end, threes before them; a short code stays whole.
func phoneGroups(text string) []string {
	groups := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" -().\u00A0", r) })
	const short, end = 5, 7
	if len(groups) != 1 || len(groups[0]) <= short {
		return groups
	}
	var cut []string
	whole := groups[0]
	if whole[0] == '+' {
		cut, whole = []string{"+" + whole[1:min(4, len(whole))]}, whole[min(4, len(whole)):]
	}
	for len(whole) > end {
		n := min(3, len(whole)-end)
		cut, whole = append(cut, whole[:n]), whole[n:]
	}
	for n := 3; len(whole) > n; n = 2 {
		cut, whole = append(cut, whole[:n]), whole[n:]
	}
	return append(cut, whole)
}
