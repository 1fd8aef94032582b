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
		if first, last, ok := numberRange(spans, i); ok && e.between(first, last) {
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
	apart bool // a bracket stands between the last piece and the next
}

// pauses are the signs that make a voice pause or rise.
const pauses = ",.;:?!…"

// literal adds words of the base, a sentence a piece. What has no letter or digit belongs to the piece before.
func (e *ear) literal(text string) {
	text = strings.Join(strings.Fields(unbracketed(e.w.writeOut(text))), " ")
	for text != "" {
		lead := strings.IndexFunc(text, isVoiced)
		if lead < 0 {
			e.punctuate(text)
			return
		}
		if len(e.heard) == 0 {
			lead = len(text) - len(strings.TrimLeft(text, " ()"))
		}
		e.punctuate(text[:lead])
		text = text[lead:]
		end := sentenceEnd(text)
		words := strings.TrimRight(text[:end], " ()")
		e.hear(Heard{Words: words})
		e.punctuate(text[len(words):end])
		text = text[end:]
	}
}

// unbracketed makes pauses of the brackets between words, and nothing of those beside a sign. Brackets at the ends stay: what
// they stand beside is not known here.
func unbracketed(text string) string {
	inner := strings.TrimFunc(text, func(r rune) bool { return isBracket(r) || unicode.IsSpace(r) })
	start := strings.Index(text, inner)
	out := ""
	for _, part := range strings.FieldsFunc(inner, isBracket) {
		before := strings.TrimRightFunc(out, unicode.IsSpace)
		after := strings.TrimLeftFunc(part, unicode.IsSpace)
		last, _ := utf8.DecodeLastRuneInString(before)
		first, _ := utf8.DecodeRuneInString(after)
		switch {
		case isSpoken(last) && isSpoken(first):
			out, part = before+", ", after
		case isPause(first):
			out, part = before, after
		}
		out += part
	}
	return text[:start] + out + text[start+len(inner):]
}

func isBracket(r rune) bool { return r == '(' || r == ')' }

func isPause(r rune) bool { return strings.ContainsRune(pauses, r) }

// isSpoken says whether words may begin or end with a character.
func isSpoken(r rune) bool { return isVoiced(r) || unicode.Is(unicode.Quotation_Mark, r) }

// punctuate adds signs between two pieces to the first of them; only those that make a voice pause or rise are kept. A
// bracket makes a pause where words follow.
func (e *ear) punctuate(signs string) {
	if len(e.heard) == 0 {
		return
	}
	last := &e.heard[len(e.heard)-1]
	for _, r := range signs {
		switch {
		case isBracket(r):
			e.apart = true
		case isPause(r) && (r != ',' || !strings.HasSuffix(last.Words, ",")):
			last.Words += string(r)
		}
	}
}

// hear adds a piece, after the pause that a bracket makes.
func (e *ear) hear(h Heard) {
	if n := len(e.heard); n > 0 && e.apart {
		last := &e.heard[n-1]
		if end, _ := utf8.DecodeLastRuneInString(last.Words); !isPause(end) {
			last.Words += ","
		}
	}
	e.apart = false
	e.heard = append(e.heard, h)
}

// fragment adds a piece of a value.
func (e *ear) fragment(key, words string) {
	if words = strings.TrimSpace(words); words != "" {
		e.hear(Heard{Words: words, Key: key})
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
