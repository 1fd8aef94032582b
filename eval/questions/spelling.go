package questions

import (
	"hash/fnv"
	"strings"
	"unicode"

	"github.com/plainline/plainline/dialog/understand/learn"
)

// Spelling is a way of writing the same question, as the channels bring it.
type Spelling string

// The spellings.
const (
	Written Spelling = "written"  // as the base has it
	Bare    Spelling = "bare"     // without diacritics
	NineKey Spelling = "nine-key" // as on a phone with nine keys: small letters, no signs, sh or w for ş
	Noisy   Spelling = "noisy"    // in a hurry: slips, short forms, a word left out
)

// Spellings gives all spellings, the plain one first.
func Spellings() []Spelling { return []Spelling{Written, Bare, NineKey, Noisy} }

// noiseSeed is not among the seeds of training.
const noiseSeed = 0x9e37_79b9_7f4a_7c15

// Write gives a question in a spelling. The same question always gives the same text.
func (s Spelling) Write(text string) string {
	switch s {
	case Bare:
		return learn.Noise(text, noiseSeed, learn.NoMarks)
	case NineKey:
		return nineKey(text)
	case Noisy:
		return learn.Noise(text, noiseSeed, learn.All)
	}
	return text
}

// The two ways in which people write what the keys lack; one text keeps to one way.
var (
	pairs   = strings.NewReplacer("ş", "sh", "ç", "ch", "ğ", "gh", "i̇", "i", "'", "", "’", "")
	singles = strings.NewReplacer("ş", "w", "ç", "c", "ğ", "g", "i̇", "i", "'", "", "’", "")
)

func nineKey(text string) string {
	way := pairs
	h := fnv.New32a()
	h.Write([]byte(text))
	if h.Sum32()%2 == 0 {
		way = singles
	}
	text = learn.Noise(way.Replace(strings.ToLower(text)), noiseSeed, learn.NoMarks)
	text = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return ' '
	}, text)
	return strings.Join(strings.Fields(text), " ")
}
