package learn

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Kind is a way in which what people type differs from what is written in books.
type Kind string

// The kinds of noise.
const (
	Clean      Kind = "clean"
	NoMarks    Kind = "marks" // diacritics stripped
	Typos      Kind = "typos" // diacritics stripped, and a slip of the finger in about one word of seven
	Dropped    Kind = "drop"  // one word left out
	ShortForms Kind = "sms"   // abbreviations, vowels left out of long words
	All        Kind = "all"   // everything at once
)

// Kinds lists the kinds of noise, Clean first.
func Kinds() []Kind { return []Kind{Clean, NoMarks, Typos, Dropped, ShortForms, All} }

// How often each thing happens to a word.
const (
	typoRate  = 0.15
	shortRate = 0.7 // of the words that have a usual short form
	vowelRate = 0.2 // of the words with six letters and more
)

// Noise gives the text as a person in a hurry might type it. The same text, seed and kind always give the same outcome.
func Noise(text string, seed uint64, kind Kind) string {
	rnd := chance(hash(seed, []rune(text)))
	words := strings.Fields(text)
	if kind == NoMarks || kind == Typos || kind == All {
		for i, w := range words {
			words[i] = stripMarks(w)
		}
	}
	if (kind == Dropped || kind == All) && len(words) > 2 {
		i := rnd.below(len(words))
		words = slices.Delete(words, i, i+1)
	}
	for i, w := range words {
		if kind == ShortForms || kind == All {
			w = shorten(w, &rnd)
		}
		if (kind == Typos || kind == All) && rnd.hit(typoRate) {
			w = slip(w, &rnd)
		}
		words[i] = w
	}
	return strings.Join(words, " ")
}

// stripMarks leaves out the marks of Latin, Greek and Cyrillic letters, as keys of a feature phone do; й stays й.
func stripMarks(w string) string {
	var b strings.Builder
	for _, r := range w {
		switch {
		case r == 'й' || r == 'Й':
			b.WriteRune(r)
		case r == 'İ':
			b.WriteRune('I')
		case unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic):
			stripLetter(&b, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func stripLetter(b *strings.Builder, r rune) {
	low := unicode.ToLower(r)
	s, ok := plain(low)
	if !ok {
		for _, d := range norm.NFKD.String(string(low)) {
			if !unicode.Is(unicode.Mn, d) {
				s += string(d)
			}
		}
	}
	if low != r {
		s = strings.ToUpper(s)
	}
	b.WriteString(s)
}

// shorten writes a word as in a text message: by a usual short form, or without its inner vowels.
func shorten(w string, rnd *chance) string {
	if s, ok := shortForm(Fold(w)); ok && rnd.hit(shortRate) {
		return s
	}
	letters := []rune(w)
	if len(letters) < 6 || !rnd.hit(vowelRate) {
		return w
	}
	out := letters[:1]
	for _, r := range letters[1:] {
		if !strings.ContainsRune("aeiouyıəöüаеиоуыэюяё", unicode.ToLower(r)) {
			out = append(out, r)
		}
	}
	return string(out)
}

// slip makes one mistake in a word: two letters change places, one is left out, doubled, or its neighbour is hit.
func slip(w string, rnd *chance) string {
	l := []rune(w)
	if len(l) < 2 {
		return w
	}
	i := rnd.below(len(l) - 1)
	switch rnd.below(4) {
	case 0:
		l[i], l[i+1] = l[i+1], l[i]
	case 1:
		l = slices.Delete(l, i, i+1)
	case 2:
		l = slices.Insert(l, i, l[i])
	default:
		l[i] = beside(l[i], rnd)
	}
	return string(l)
}

// beside gives the letter of a key next to a letter's own.
func beside(r rune, rnd *chance) rune {
	for _, row := range [...]string{"qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"} {
		keys := []rune(row)
		if i := slices.Index(keys, unicode.ToLower(r)); i >= 0 {
			if i == 0 || i < len(keys)-1 && rnd.hit(0.5) {
				return keys[i+1]
			}
			return keys[i-1]
		}
	}
	return r
}
