package eligibility

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// Typed reads an answer as people write it: "64", "64 il", "1962", "14.03.1962", "14 mart 1962", "1 200,50", "bəli", or the
// words of an answer. What is out of the fact's domain is no answer. A year alone is a coarse answer: it may be asked for
// more where that decides.
func Typed(b *knowledge.Base, f *knowledge.Fact, lang knowledge.Lang, text string) (rule.Answer, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	l := b.Lang[lang]
	if l == nil || text == "" {
		return rule.Answer{}, false
	}
	var a rule.Answer
	var ok bool
	switch f.Type {
	case knowledge.YesNoFact:
		return yesNo(l, text)
	case knowledge.OneFact, knowledge.PlaceFact, knowledge.SeveralFact:
		return chosen(b, f, lang, text)
	case knowledge.DateFact:
		a, ok = date(l, text)
	default:
		var n int64
		n, ok = amount(f, text)
		a = rule.Exactly(n)
	}
	return a, ok && a.Hi >= f.Lowest && a.Lo <= f.Highest
}

func yesNo(l *knowledge.Language, text string) (rule.Answer, bool) {
	for n, k := range []knowledge.PhraseKey{knowledge.PhraseNo, knowledge.PhraseYes} {
		if same(l, text, l.Phrase(k).One.Plain) {
			return rule.Exactly(int64(n)), true
		}
	}
	return rule.Answer{}, false
}

// chosen finds the one answer that a text names.
func chosen(b *knowledge.Base, f *knowledge.Fact, lang knowledge.Lang, text string) (rule.Answer, bool) {
	l := b.Lang[lang]
	for i, p := range f.Places {
		names := append([]string{p.Name.In(b, lang).Plain}, p.Names...)
		for _, n := range names {
			if same(l, text, n) {
				lo := int64(i)
				return rule.Place(f, lo), true
			}
		}
	}
	for i, v := range f.Values {
		if same(l, text, v.Words.In(b, lang).Plain) {
			if f.Type == knowledge.SeveralFact {
				return rule.Just(f, 1<<i), true
			}
			return rule.Exactly(int64(i)), true
		}
	}
	return rule.Answer{}, false
}

// same compares what was typed with a label, whatever marks the letters have.
func same(l *knowledge.Language, typed, label string) bool {
	return bare(l, typed) == bare(l, strings.ToLower(label))
}

// bare brings the spellings that people use when typing to one form.
func bare(l *knowledge.Language, s string) string {
	for _, p := range l.Typed {
		s = strings.ReplaceAll(s, p.From, p.To)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

var numberPattern = regexp.MustCompile(`^\D{0,12}?(\d{1,3}(?:[ .,']\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?\D{0,20}$`)

// amount reads a number with perhaps a few words around it.
func amount(f *knowledge.Fact, text string) (int64, bool) {
	if m := monthsPattern.FindStringSubmatch(text); m != nil && f.Type == knowledge.AgeFact {
		n, _ := strconv.ParseInt(m[1], 10, 64)
		return n, true
	}
	m := numberPattern.FindStringSubmatch(text)
	if m == nil || strings.HasPrefix(text, "-") {
		return 0, false
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, m[1])
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n > math.MaxInt32 {
		return 0, false
	}
	switch f.Type {
	case knowledge.MoneyFact:
		cents, _ := strconv.ParseInt((m[2] + "00")[:2], 10, 64)
		return n*100 + cents, true
	case knowledge.AgeFact:
		return n * 12, n <= 130 && m[2] == ""
	}
	return n, m[2] == ""
}

// An age of so many months, in the three languages of the sample and English.
var monthsPattern = regexp.MustCompile(`^(\d{1,3}) ?(?:m|mo|months?|ay|aylıq|ayliq|мес\pL*)$`)

var datePattern = regexp.MustCompile(`^(?:(\d{1,2})[./ -])?(?:(\d{1,2}|\pL{3,})[./ -])?(\d{4})\D{0,6}$`)

var isoPattern = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)

// date reads a day, a month of a year, or a year.
func date(l *knowledge.Language, text string) (rule.Answer, bool) {
	var d, m, y int
	if parts := isoPattern.FindStringSubmatch(text); parts != nil {
		y, m, d = atoi(parts[1]), atoi(parts[2]), atoi(parts[3])
	} else if parts := datePattern.FindStringSubmatch(text); parts != nil {
		y, d = atoi(parts[3]), atoi(parts[1])
		if m = month(l, parts[2]); m == 0 && parts[2] != "" {
			return rule.Answer{}, false
		}
		if m == 0 && d != 0 { // one number before the year is the month
			m, d = d, 0
		}
	}
	if y < 1880 || y > 2200 || m > 12 || d > 31 {
		return rule.Answer{}, false
	}
	first, last := knowledge.Date(y*10000+101), knowledge.Date(y*10000+1231)
	if m > 0 {
		first = knowledge.Date(y*10000 + m*100 + 1)
		last = first.AddMonths(1).AddDays(-1)
	}
	if d > 0 {
		if first = first.AddDays(d - 1); first > last {
			return rule.Answer{}, false // 31 April
		}
		last = first
	}
	return rule.Between(first.DayNumber(), last.DayNumber()), true
}

func month(l *knowledge.Language, s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	for i, name := range l.Months {
		if s != "" && strings.HasPrefix(bare(l, strings.ToLower(name)), bare(l, s)[:min(len(bare(l, s)), len(bare(l, strings.ToLower(name))))]) {
			return i + 1
		}
	}
	return 0
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
