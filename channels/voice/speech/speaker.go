package speech

import (
	"context"
	"errors"
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
)

// Utterance is what a voice is to say.
type Utterance struct {
	Text string
	Lang knowledge.Lang
	Rate int // in words a minute
}

// Speaker speaks. It is safe for any number of callers.
type Speaker interface {
	// Speak gives the sound of an utterance.
	Speak(ctx context.Context, u Utterance) (Sound, error)
	// Voice names the voice that speaks a language, so that its sound is not taken for another's; empty where it has none.
	Voice(lang knowledge.Lang) string
}

// ErrNoVoice is the error of a Speaker that has no voice for a language.
var ErrNoVoice = errors.New("there is no voice for the language")

// None is a Speaker without a voice: only what people have recorded is heard.
type None struct{}

// Speak implements Speaker.
func (None) Speak(context.Context, Utterance) (Sound, error) { return nil, ErrNoVoice }

// Voice implements Speaker.
func (None) Voice(knowledge.Lang) string { return "" }

// mostWords is the longest text that a voice is given, in bytes: two minutes of speech.
const mostWords = 4000

// clean takes out of a text what programs that speak take for orders: control characters, and [[ which opens phonemes in
// espeak-ng.
func clean(text string) string {
	if len(text) > mostWords {
		text = strings.ToValidUTF8(text[:mostWords], "")
	}
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '[' || r == ']' || r == '<' || r == '>':
			return ' '
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}
