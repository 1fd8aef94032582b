package learn

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
)

// Language tells languages apart by runs of letters in folded text, so that a person who types without diacritics is
// understood as well. It knows the languages that it was trained on and no others.
type Language struct {
	tags    []string
	vocab   *vocabulary
	weights *weights
	free    sync.Pool // of *scratch
}

// LanguageGuess is a language and how probable it is.
type LanguageGuess struct {
	Lang        string
	Probability float64
}

// Pieces of lines are learned from too: people ask in two words as often as in ten.
const pieceWords = 2

// TrainLanguage learns from lines of text in each language; a few hundred a language are enough.
func TrainLanguage(lines map[string][]string) *Language {
	l := &Language{tags: slices.Sorted(maps.Keys(lines))}
	var texts []string
	var tags []uint32
	for i, tag := range l.tags {
		for _, line := range lines[tag] {
			words := strings.Fields(Fold(line))
			for from := 0; from < len(words); from += pieceWords {
				texts, tags = append(texts, strings.Join(words[from:min(from+pieceWords, len(words))], " ")), append(tags, uint32(i))
			}
			if len(words) > pieceWords {
				texts, tags = append(texts, line), append(tags, uint32(i))
			}
		}
	}
	l.vocab = newVocabulary(languageReader, texts, 2)
	c, s := &corpus{}, &scratch{}
	for i, t := range texts {
		l.vocab.read(s, t)
		c.add(s.vec, tags[i], 2*cost)
	}
	l.weights = svm(c, len(l.tags), len(l.vocab.keys), 0, func() {})
	return l
}

// sharpness turns distances into odds; fitted on held-aside lines of five languages.
const sharpness = 5

// Guess says which language a text is in, the most probable first, and how much of its letters was ever seen; nothing
// where no letter was.
func (l *Language) Guess(text string) (guesses []LanguageGuess, known float64) {
	if len(l.tags) == 0 {
		return nil, 0
	}
	s, _ := l.free.Get().(*scratch)
	if s == nil {
		s = &scratch{}
	}
	defer l.free.Put(s)
	l.vocab.read(s, text)
	if len(s.vec.at) == 0 {
		return nil, 0
	}
	l.weights.score(s)
	best, sum := slices.Max(s.scores), 0.0
	guesses = make([]LanguageGuess, len(l.tags))
	for i, tag := range l.tags {
		p := math.Exp(sharpness * float64(s.scores[i]-best))
		sum += p
		guesses[i] = LanguageGuess{tag, p}
	}
	for i := range guesses {
		guesses[i].Probability /= sum
	}
	slices.SortStableFunc(guesses, func(a, b LanguageGuess) int { return cmp.Compare(b.Probability, a.Probability) })
	return guesses, float64(s.charCover)
}

// MarshalBinary stores what was learned.
func (l *Language) MarshalBinary() ([]byte, error) {
	return seal(l.weights.put(l.vocab.put(putTexts(begin('l'), l.tags)))), nil
}

// UnmarshalBinary reads what MarshalBinary stored; it refuses anything damaged, and then leaves l as it was.
func (l *Language) UnmarshalBinary(b []byte) error {
	d := open(b, 'l')
	tags := d.texts()
	v := getVocabulary(d, languageReader)
	w := getWeights(d, len(tags), len(v.keys))
	if err := d.end("languages"); err != nil {
		return err
	}
	l.tags, l.vocab, l.weights = tags, v, w
	return nil
}
