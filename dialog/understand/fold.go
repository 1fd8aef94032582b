package understand

import (
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
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

// alike says how far a word that was said is the word of a name: 1 the same, less for another ending or a slip of a
// finger, 0 for another word. Endings count little because the languages here put grammar there.
func alike(said, name string) float64 {
	if said == name {
		return 1
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
	switch {
	case short >= 4 && p >= short-1 && p >= 4 && long-p <= 6:
		return 0.9
	case short >= 6 && p >= short-2 && long-p <= 4:
		return 0.8
	case short >= 5 && p >= 1 && within(a, b, 1+short/9):
		return 0.8
	}
	return 0
}

// within says whether at most limit letters must be added, dropped, changed or swapped to make a into b.
func within(a, b []rune, limit int) bool {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return false
	}
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	next := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)] <= limit
}
