package eligibility

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// date reads a day, a month of a year, or a year, in the order day, month, year or year, month, day: "14.03.1962", "1962-03-14",
// "14031962", "14 mart 1962-ci il", "марта 1962", "in 1962". Two digits are a year of the last century from 30 on; below that
// they may be a year of either.
func (r reader) date(text string) (rule.Answer, bool) {
	m, ok := r.monthIn(text)
	if !ok {
		return rule.Answer{}, false
	}
	var n []string
	for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return c < '0' || c > '9' }) {
		n = append(n, part)
	}
	if len(n) == 1 && len(n[0]) == 8 {
		n = eightDigits(n[0])
	}
	if len(n) > 1 && len(n[0]) == 4 { // the year first
		for i, j := 0, len(n)-1; i < j; i, j = i+1, j-1 {
			n[i], n[j] = n[j], n[i]
		}
	}
	switch {
	case m > 0 && len(n) == 1:
		return span(year(n[0], false), m, 0)
	case m > 0 && len(n) == 2 && atoi(n[0]) > 0:
		return span(year(n[1], true), m, atoi(n[0]))
	case m == 0 && len(n) == 1:
		return span(year(n[0], false), 0, 0)
	case m == 0 && len(n) == 2 && atoi(n[0]) > 0:
		return span(year(n[1], false), atoi(n[0]), 0)
	case m == 0 && len(n) == 3 && atoi(n[0]) > 0 && atoi(n[1]) > 0:
		return span(year(n[2], true), atoi(n[1]), atoi(n[0]))
	}
	return rule.Answer{}, false
}

// eightDigits divides 14031962 or 19620314; nothing where either end may be the year.
func eightDigits(s string) []string {
	switch first, last := isYear(atoi(s[:4])), isYear(atoi(s[4:])); {
	case first && !last:
		return []string{s[:4], s[4:6], s[6:]}
	case last && !first:
		return []string{s[:2], s[2:4], s[4:]}
	}
	return nil
}

// isYear says whether a person may have been born in a year, or may plan for it.
func isYear(n int) bool { return n >= 1880 && n <= 2200 }

// monthIn finds the name of a month; ok is false where there are too many other words for a date.
func (r reader) monthIn(text string) (m int, ok bool) {
	others := 0
	for _, w := range wordsIn(text) {
		n := r.month(w)
		if n > 0 && m == 0 {
			m = n
			continue
		}
		if others++; n < 0 || others > 3 || utf8.RuneCountInString(w) > 6 {
			return 0, false
		}
	}
	return m, true
}

// month gives the month of a name in a language of the base, cut short or in any case: "mar", "марте", "martın"; 0 where there
// is none, -1 where there is more than one.
func (r reader) month(word string) int {
	for _, l := range r.languages() {
		own := reader{l, r.base}
		best, found := 0, 0
		for i, name := range l.Months {
			switch n := alike(own.Spelt(word), own.Spelt(name)); {
			case n > best:
				best, found = n, i+1
			case n == best && n > 0:
				found = -1
			}
		}
		if found != 0 {
			return found
		}
	}
	return 0
}

// alike counts the letters with which a word and the name of a month begin alike; 0 where the word is no form of the name. A
// form is the name cut short to three letters or more, or but for its last letter with another ending.
func alike(word, name string) int {
	w, n := []rune(word), []rune(name)
	same := 0
	for same < len(w) && same < len(n) && w[same] == n[same] {
		same++
	}
	switch {
	case same >= 3 && same == len(w), same >= 3 && same >= len(n)-1 && len(w)-same <= 4, same == 2 && len(n) == 3 && len(w) == 3:
		return same
	}
	return 0
}

// year reads a year; one of two digits only in a whole date.
func year(digits string, whole bool) int {
	n := atoi(digits)
	if len(digits) == 2 && whole && n >= 30 {
		return 1900 + n
	}
	if len(digits) != 4 {
		return 0
	}
	return n
}

// span gives the days of a year, of a month (0: the whole year), or the one day (0: the whole month).
func span(y, m, d int) (rule.Answer, bool) {
	if !isYear(y) || m > 12 || d > 31 {
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

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
