package understand

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
)

// Values whose id is one of these with a number mean people by their age in whole years: under-1, from-1, from-3.
const (
	underAge = "under-"
	fromAge  = "from-"
)

// byAge gives the value that the age said in a text belongs to: "for my 5 year old"; "" where no age is said, or no value is
// for it. A number that is a limit itself ("under 3 years"), as the labels write them, is no age.
func (l *Learned) byAge(x *lexicon, words []string, s *knowledge.Service, labels map[string][]string) string {
	age, ok := l.age(x, words, labels)
	if !ok {
		return ""
	}
	best, least, under := "", -1, 1000
	for _, c := range s.Costs {
		if n, ok := limitIn(c.Who, fromAge); ok && age >= n && n > least {
			best, least = c.Who, n
		}
	}
	for _, c := range s.Costs {
		if n, ok := limitIn(c.Who, underAge); ok && age < n && n < under {
			best, under = c.Who, n
		}
	}
	return best
}

func limitIn(value, what string) (int, bool) {
	rest, ok := strings.CutPrefix(value, what)
	n, err := strconv.Atoi(rest)
	return n, ok && err == nil
}

// oldest is the highest age that is believed.
const oldest = 120

// age finds a number before a word for years of age, or for months.
func (l *Learned) age(x *lexicon, words []string, labels map[string][]string) (int, bool) {
	words = apart(words)
	for i := 0; i+1 < len(words); i++ {
		n, err := strconv.Atoi(words[i])
		if err != nil || n > oldest || n < 0 || isLimit(words, i, labels) {
			continue
		}
		switch {
		case l.unit(x, words[i+1], "age"), l.unit(x, words[i+1], "year"):
			return n, true
		case l.unit(x, words[i+1], "month"):
			return n / 12, true
		}
	}
	return 0, false
}

// isLimit says whether a number has the word before it that a label has before a number ("under 1"), or the same one
// behind it as the only number of a label ("1 yaşınadək").
func isLimit(words []string, at int, labels map[string][]string) bool {
	for _, label := range labels {
		for i, w := range label {
			if !isNumber(w) {
				continue
			}
			if i > 0 && at > 0 && words[at-1] == label[i-1] {
				return true
			}
			if i == 0 && i+1 < len(label) && words[at] == w && words[at+1] == label[i+1] && !slices.ContainsFunc(label[1:], isNumber) {
				return true
			}
		}
	}
	return false
}

func isNumber(w string) bool { return strings.IndexFunc(w, unicode.IsDigit) == 0 }

// apart parts the number from the letters that were typed right behind it.
func apart(words []string) []string {
	var list []string
	for _, w := range words {
		at := strings.IndexFunc(w, func(r rune) bool { return !unicode.IsDigit(r) })
		if at > 0 {
			list = append(list, w[:at], w[at:])
		} else {
			list = append(list, w)
		}
	}
	return list
}

// fewLetters is from which on a word for a unit may have any ending.
const fewLetters = 3

// unit says whether a word is one that the language counts with.
func (l *Learned) unit(x *lexicon, word, unit string) bool {
	for _, forms := range l.base.Lang[x.lang].Units[unit] {
		for _, form := range forms {
			f := x.folder.form(form)
			if f != "" && (word == f || len([]rune(f)) >= fewLetters && strings.HasPrefix(word, f)) {
				return true
			}
		}
	}
	return false
}
