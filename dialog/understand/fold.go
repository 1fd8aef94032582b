package understand

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// folder brings words to the one form in which they are compared: small letters, without the marks that people leave out,
// with the spellings that people use instead (sh and w for ş, ya for я), as the language's reviewed tables say.
type folder struct {
	letters *strings.Replacer
	typed   *strings.Replacer
}

func newFolder(l *knowledge.Language) *folder {
	var letters, typed []string
	for _, p := range l.Fold {
		if latinOnly(p.To) && !cyrillic(p.From) {
			letters = append(letters, strings.ToLower(p.From), strings.ToLower(p.To))
		}
	}
	letters = append(letters, "i̇", "i", "ı", "i", "ё", "е")
	for _, p := range l.Typed {
		typed = append(typed, strings.ToLower(p.From), strings.ToLower(p.To))
	}
	return &folder{letters: strings.NewReplacer(letters...), typed: strings.NewReplacer(typed...)}
}

func latinOnly(s string) bool {
	for _, r := range s {
		if r > unicode.MaxLatin1 {
			return false
		}
	}
	return true
}

func cyrillic(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Cyrillic, r) {
			return true
		}
	}
	return false
}

// words gives the folded words of a text.
func (f *folder) words(text string) []string {
	text = f.typed.Replace(f.letters.Replace(strings.ToLower(text)))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// form brings a text to the form in which it is learned and asked.
func (f *folder) form(text string) string { return strings.Join(f.words(text), " ") }

// alike says how far a word that was said is the word of a name: 1 the same, less for another ending or a slip of a
// finger, 0 for another word. Endings count little because the languages here put grammar there.
func alike(said, name string) float64 {
	if said == name {
		return 1
	}
	if len(said) < fewest || len(name) < fewest || firstLetter(said) != firstLetter(name) {
		return 0 // the first letter is never a slip
	}
	a, b := []rune(said), []rune(name)
	short, long := len(a), len(b)
	if short > long {
		short, long = long, short
	}
	p := 0
	for p < short && a[p] == b[p] {
		p++
	}
	slips := 1 + short/9
	switch {
	case short >= fewest && p >= short-1 && p >= fewest && long-p <= 6:
		return 0.9
	case short >= 6 && p >= short-2 && long-p <= 4:
		return 0.8
	case short >= 5 && p >= 1 && source.Slips(a, b, slips+1) <= slips:
		return 0.8
	}
	return 0
}

// fewest is how many letters a word must have to be like another.
const fewest = 4

func firstLetter(w string) rune {
	r, _ := utf8.DecodeRuneInString(w)
	return r
}
