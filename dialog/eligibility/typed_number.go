package eligibility

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
)

// A number with perhaps a few words around it: "about 1 200,50 manat". Three digits behind a sign are thousands, two or one
// are hundredths, as nobody writes a thousandth of a manat.
var numberPattern = regexp.MustCompile(`^(\D{0,20}?)(\d{1,3}(?:[ .,'’]\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?(\D{0,20})$`)

// An age in years, in months, or in both: "64", "6 months", "64 il 6 ay", "64.5".
var agePattern = regexp.MustCompile(`^(\D{0,20}?)(\d{1,3})([.,]5)?(\D{0,20}?)(?:(\d{1,2})(\D{1,20}))?$`)

// amount reads a number, an amount or an age.
func (r reader) amount(f *knowledge.Fact, text string) (int64, bool) {
	if f.Type == knowledge.AgeFact {
		return r.age(text)
	}
	m := numberPattern.FindStringSubmatch(text)
	if m == nil || r.negative(m[1]) {
		return 0, false
	}
	digits := strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return c
		}
		return -1
	}, m[2])
	n, err := strconv.ParseInt(digits+(m[3] + "00")[:2], 10, 64)
	if err != nil || len(digits) > 9 {
		return 0, false
	}
	if r.thousands(m[4]) {
		n *= 1000
	}
	if f.Type == knowledge.MoneyFact {
		return n, true
	}
	return n / 100, n%100 == 0
}

// negative says whether a number behind these words is below nothing.
func (r reader) negative(before string) bool {
	before = strings.TrimSpace(before)
	if strings.HasSuffix(before, "-") || strings.HasSuffix(before, "−") || strings.HasSuffix(before, "–") {
		return true
	}
	return before != "" && r.Spoken != nil && r.Same(lastWord(before), r.Spoken.Minus)
}

// thousands says whether a number is followed by the word for thousand, perhaps cut short: "5 min", "5 тыс.".
func (r reader) thousands(after string) bool {
	word := r.Unmarked(firstWord(after))
	if r.Spoken == nil || len(word) < 3 {
		return false
	}
	for _, n := range []int64{1000, 2000, 5000} { // one, few and many
		words, _ := r.Spoken.Numbers.Append(nil, "nom", n, r.PluralCategory)
		if len(words) > 0 && strings.HasPrefix(r.Unmarked(words[len(words)-1]), word) {
			return true
		}
	}
	return false
}

// age reads an age in months.
func (r reader) age(text string) (int64, bool) {
	m := agePattern.FindStringSubmatch(text)
	if m == nil || r.negative(m[1]) {
		return 0, false
	}
	n, _ := strconv.ParseInt(m[2], 10, 64)
	inMonths, rest := r.isMonth(m[4]), int64(0)
	switch {
	case m[5] != "":
		rest, _ = strconv.ParseInt(m[5], 10, 64)
		if inMonths || m[3] != "" || firstWord(m[4]) == "" || !r.isMonth(m[6]) || rest > 11 {
			return 0, false
		}
	case m[3] != "" && inMonths:
		return 0, false
	case m[3] != "":
		rest = 6
	case inMonths:
		return n, true
	}
	return n*12 + rest, n <= 130
}

// isMonth says whether a text begins with a word for month in a language of the base, perhaps cut short or with an ending.
func (r reader) isMonth(text string) bool {
	word := r.Unmarked(firstWord(text))
	if word == "" {
		return false
	}
	for _, l := range r.languages() {
		for _, forms := range l.Units["month"] {
			for _, form := range forms {
				if form = r.Unmarked(form); form != "" && (strings.HasPrefix(word, form) || strings.HasPrefix(form, word)) {
					return true
				}
			}
		}
	}
	return false
}

// inWords reads a small number or an age in words: "twenty", "twenty years".
func (r reader) inWords(f *knowledge.Fact, text string) (int64, bool) {
	const most = 120
	if f.Type == knowledge.MoneyFact || r.Spoken == nil || strings.ContainsFunc(text, unicode.IsDigit) {
		return 0, false
	}
	for n := range int64(most + 1) {
		words, ok := r.Spoken.Numbers.Append(nil, "nom", n, r.PluralCategory)
		number := strings.Join(words, " ")
		switch {
		case !ok:
		case f.Type == knowledge.NumberFact && r.Same(text, number):
			return n, true
		case f.Type == knowledge.AgeFact && (r.Same(text, number) || r.Same(text, number+" "+r.Units["year"]["nom"][r.PluralCategory(n)])):
			return n * 12, true
		}
	}
	return 0, false
}

func firstWord(s string) string {
	if words := wordsIn(s); len(words) > 0 {
		return words[0]
	}
	return ""
}

func lastWord(s string) string {
	if words := wordsIn(s); len(words) > 0 {
		return words[len(words)-1]
	}
	return ""
}

// wordsIn gives the runs of letters of a text; a mark belongs to its letter.
func wordsIn(s string) []string {
	return strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.Is(unicode.M, c) })
}
