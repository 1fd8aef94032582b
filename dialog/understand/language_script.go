package understand

import (
	"unicode"

	"github.com/plainline/plainline/knowledge"
)

// scripts are the scripts that are told apart, Latin first. A language in any other is read by its letters alone.
func scripts() []*unicode.RangeTable {
	return []*unicode.RangeTable{
		unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Devanagari, unicode.Bengali, unicode.Ethiopic, unicode.Georgian,
		unicode.Armenian, unicode.Greek, unicode.Hebrew, unicode.Gurmukhi, unicode.Gujarati, unicode.Tamil, unicode.Telugu,
		unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
		unicode.Tibetan, unicode.Mongolian, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana,
	}
}

// latin is the place of Latin in scripts, and of all letters of no script known here: it decides nothing alone, since
// people type every language in it.
const latin = 0

// scriptBook knows which languages of a base are written in which script.
type scriptBook struct {
	tables []*unicode.RangeTable
	users  [][]int // languages by script
}

func newScriptBook(languages []*knowledge.Language) *scriptBook {
	s := &scriptBook{tables: scripts()}
	s.users = make([][]int, len(s.tables))
	for i, l := range languages {
		if of, _ := s.of(l.Alphabet); of >= 0 {
			s.users[of] = append(s.users[of], i)
		}
	}
	return s
}

// of gives the script of most letters of a text, and how many letters are of it; -1 where there are no letters.
func (s *scriptBook) of(text string) (script, letters int) {
	var counts [32]int
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		counts[s.letter(r)]++
	}
	script = -1
	for i := range s.tables {
		if counts[i] > letters {
			script, letters = i, counts[i]
		}
	}
	return script, letters
}

func (s *scriptBook) letter(r rune) int {
	if r > unicode.MaxASCII {
		for i, t := range s.tables {
			if unicode.Is(t, r) {
				return i
			}
		}
	}
	return latin
}
