package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/plainline/plainline/dialog"
)

// Heard is one piece of a text as it is spoken: a sentence or a part of one that stands in the base as it is, or a fragment
// of a value, such as a word of a number. A person can record each of them, so that a fee that changes is still told by
// the same voice.
type Heard struct {
	Words string // what to speak, with the punctuation that a voice needs
	Key   string // what a fragment is: number, unit, date, time, free, digits; empty for fixed words
}

// Fixed says whether these are words of the base and not a fragment of a value.
func (h Heard) Fixed() bool { return h.Key == "" }

// Ear gives a text as it is spoken, piece by piece: numbers, amounts, dates and times in words, telephone numbers digit by
// digit, abbreviations written out. A language without spoken: in its file keeps its digits, for a voice to read as it can.
func (w *Writer) Ear(t dialog.Text) []Heard {
	e := ear{w: w}
	e.literal(t.Plain)
	spans := w.ranged(t)
	for i := 0; i < len(spans); i++ {
		s := &spans[i]
		if first, last, ok := numberRange(spans[i:]); ok && e.between(first, last) {
			i += 2
			continue
		}
		if isSlash(*s) && e.or(spans[i+1:]) {
			continue
		}
		e.literal(s.Literal)
		if s.Value != nil {
			e.value(s.Value)
		}
	}
	return e.heard
}

// Spoken joins what Ear gives to one text, for a voice that speaks the whole or for people who read along.
func Spoken(heard []Heard) string {
	var b strings.Builder
	for i, h := range heard {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(h.Words)
	}
	return b.String()
}

// ear collects what is heard.
type ear struct {
	w     *Writer
	heard []Heard
}

// literal adds words of the base, a sentence a piece. What has no letter or digit belongs to the piece before.
func (e *ear) literal(text string) {
	text = strings.Join(strings.Fields(unbracketed(e.w.writeOut(text))), " ")
	for text != "" {
		lead := strings.IndexFunc(text, isVoiced)
		if lead < 0 {
			e.punctuate(text)
			return
		}
		if lead > 0 && len(e.heard) > 0 {
			e.punctuate(text[:lead])
			text = text[lead:]
		}
		end := sentenceEnd(text)
		e.heard = append(e.heard, Heard{Words: strings.TrimSpace(text[:end])})
		text = text[end:]
	}
}

// unbracketed makes a pause of a bracket that opens inside a sentence, and nothing of others.
func unbracketed(text string) string {
	var b strings.Builder
	for i, part := range strings.Split(strings.ReplaceAll(text, ")", ""), "(") {
		before := strings.TrimRight(b.String(), " ")
		if last, _ := utf8.DecodeLastRuneInString(before); i > 0 && isVoiced(last) {
			b.Reset()
			b.WriteString(before + ", ")
		}
		b.WriteString(part)
	}
	return b.String()
}

// punctuate adds signs between two pieces to the first of them; only those that make a voice pause or rise are kept.
func (e *ear) punctuate(signs string) {
	if len(e.heard) == 0 {
		return
	}
	for _, r := range signs {
		if strings.ContainsRune(",.;:?!…", r) {
			last := &e.heard[len(e.heard)-1]
			last.Words += string(r)
		}
	}
}

// fragment adds a piece of a value.
func (e *ear) fragment(key, words string) {
	if words = strings.TrimSpace(words); words != "" {
		e.heard = append(e.heard, Heard{Words: words, Key: key})
	}
}

// isVoiced says whether a character is spoken and not only heard as a pause.
func isVoiced(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '№' || r == '%' || r == '+'
}

// sentenceEnd gives where the first sentence of a text ends: after a full stop, a question or exclamation mark and a blank.
func sentenceEnd(text string) int {
	for i, r := range text {
		if r != '.' && r != '?' && r != '!' && r != '…' {
			continue
		}
		if next := i + utf8.RuneLen(r); next < len(text) && text[next] == ' ' {
			return next + 1
		}
	}
	return len(text)
}
