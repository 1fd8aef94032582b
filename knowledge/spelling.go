package knowledge

import (
	"strings"
	"unicode"
)

// Same compares what was typed with a label, whatever marks and letters it is written with: "niye" is "Niyə". What has no
// letter and no digit is the same as nothing.
func (l *Language) Same(typed, label string) bool {
	bare := l.Unmarked(typed)
	return bare != "" && bare == l.Unmarked(label)
}

// Unmarked brings the spellings that people use when typing to one form, without marks.
func (l *Language) Unmarked(s string) string { return replaceAll(l.Spelt(s), l.Fold) }

// Spelt gives the letters and digits of a text, small, in the spelling of the language.
func (l *Language) Spelt(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, replaceAll(strings.ToLower(s), l.Typed))
}

// replaceAll replaces one pair after the other in a text of small letters.
func replaceAll(s string, pairs []Pair) string {
	for _, p := range pairs {
		s = strings.ReplaceAll(s, strings.ToLower(p.From), strings.ToLower(p.To))
	}
	return s
}
