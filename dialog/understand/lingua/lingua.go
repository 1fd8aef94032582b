// Package lingua is a second opinion on languages: models of whole languages that were learned from newspapers, beside what
// understand learns from a base. It sees a text as it was typed.
//
// The models are part of the program and make it over a hundred megabytes larger, so nothing but the program imports this
// package, and a program built with -tags nolingua is without it. New reads the models of the base's languages into memory
// at once: a turn never waits for them.
package lingua

import (
	"fmt"
	"math"
	"strings"

	"github.com/pemistahl/lingua-go"

	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// Accuracy is how much is read into memory.
type Accuracy bool

// High takes a second or two to load and some twenty megabytes a language. Low reads runs of three letters only, loads at
// once, and on texts without diacritics is wrong so often that a base with many texts does better alone.
const (
	High Accuracy = true
	Low  Accuracy = false
)

// Detector implements understand.Detector.
type Detector struct {
	detector lingua.LanguageDetector
	tags     map[lingua.Language]knowledge.Lang
}

var _ understand.Detector = (*Detector)(nil)

// New loads the models of the languages. Languages that have none are passed over; with fewer than two left there is
// nothing to tell apart, and New gives an error.
func New(languages []knowledge.Lang, a Accuracy) (*Detector, error) {
	d := &Detector{tags: map[lingua.Language]knowledge.Lang{}}
	var known []lingua.Language
	for _, tag := range languages {
		if l, ok := languageOf(tag); ok && d.tags[l] == "" {
			known = append(known, l)
			d.tags[l] = tag
		}
	}
	if len(known) < 2 {
		return nil, fmt.Errorf("tell languages apart: of %v only %d are known", languages, len(known))
	}
	b := lingua.NewLanguageDetectorBuilder().FromLanguages(known...).WithPreloadedLanguageModels()
	if a == Low {
		b = b.WithLowAccuracyMode()
	}
	d.detector = b.Build()
	return d, nil
}

// languageOf finds a language by its tag; regions and scripts behind the first hyphen do not matter.
func languageOf(tag knowledge.Lang) (lingua.Language, bool) {
	main, _, _ := strings.Cut(string(tag), "-")
	for _, l := range lingua.AllLanguages() {
		if strings.EqualFold(l.IsoCode639_1().String(), main) {
			return l, true
		}
	}
	return lingua.Unknown, false
}

// steps is how finely confidence is told. The library adds logarithms in no fixed order, so its last digits change from
// call to call; what is told does not.
const steps = 64

// maxText bounds what is read of a text, in bytes.
const maxText = 1000

// Detect implements understand.Detector.
func (d *Detector) Detect(text string) (knowledge.Lang, float64) {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	values := d.detector.ComputeLanguageConfidenceValues(text)
	if len(values) == 0 || values[0].Value() == 0 {
		return "", 0
	}
	sure := math.Round(values[0].Value()*steps) / steps
	if len(values) > 1 && sure <= math.Round(values[1].Value()*steps)/steps {
		return "", 0
	}
	return d.tags[values[0].Language()], sure
}
