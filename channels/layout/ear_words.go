package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// listen prepares what a Writer needs for the ear.
func (w *Writer) listen(l *knowledge.Language) {
	if w.spoken = l.Spoken; w.spoken != nil {
		w.cents = newNouns(w.spoken.Cents)
		w.rowsOfDays(l)
	}
	for from, to := range l.Abbreviations {
		w.abbrevs = append(w.abbrevs, knowledge.Pair{From: from, To: to})
	}
	slices.SortFunc(w.abbrevs, func(a, b knowledge.Pair) int {
		return cmp.Or(len(b.From)-len(a.From), strings.Compare(a.From, b.From))
	})
}

// rowsOfDays makes "from Monday to Friday" of "Monday-Friday", by the same means as abbreviations are written out.
func (w *Writer) rowsOfDays(l *knowledge.Language) {
	from, until := l.Spoken.Weekdays.From, l.Spoken.Weekdays.Until
	if len(l.Weekdays) != 7 || len(from) != 7 || len(until) != 7 {
		return
	}
	for i, first := range l.Weekdays {
		for j, last := range l.Weekdays {
			if i != j {
				w.abbrevs = append(w.abbrevs, knowledge.Pair{From: first + "-" + last, To: from[i] + " " + until[j]})
			}
		}
	}
}

// writeOut writes abbreviations out. An abbreviation made of letters is one only as a whole word: "min" is none in
// "minute", but "ASAN" is one in "ASAN-ın".
func (w *Writer) writeOut(text string) string {
	if len(w.abbrevs) == 0 {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		if a := w.abbreviationAt(text, i); a != nil {
			i += len(a.From)
			writeApart(&b, a, text[i:])
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		b.WriteString(text[i : i+n])
		i += n
	}
	return b.String()
}

// writeApart writes what an abbreviation stands for; a sign is written out apart from the words around it, for №5 is two
// words; not from the full stop after it.
func writeApart(b *strings.Builder, a *knowledge.Pair, rest string) {
	first, _ := utf8.DecodeRuneInString(a.From)
	if isWord(first) {
		b.WriteString(a.To)
		return
	}
	b.WriteByte(' ')
	b.WriteString(a.To)
	if next, _ := utf8.DecodeRuneInString(rest); !isPause(next) {
		b.WriteByte(' ')
	}
}

func (w *Writer) abbreviationAt(text string, i int) *knowledge.Pair {
	for k := range w.abbrevs {
		a := &w.abbrevs[k]
		if strings.HasPrefix(text[i:], a.From) && a.From != "" && apart(text[:i], a.From) && apart(a.From, text[i+len(a.From):]) {
			return a
		}
	}
	return nil
}

// apart says whether two neighbours are not one word: no letter or digit of the one touches one of the other.
func apart(left, right string) bool {
	before, _ := utf8.DecodeLastRuneInString(left)
	after, _ := utf8.DecodeRuneInString(right)
	return left == "" || right == "" || !isWord(before) || !isWord(after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// ranged gives a text whose ranges of times say so: 09:00-18:00 is "from nine to eighteen". It changes nothing of the text
// it is given.
func (w *Writer) ranged(t dialog.Text) []dialog.Span {
	if w.spoken == nil || w.spoken.Time["from"].Hour == nil || w.spoken.Time["until"].Hour == nil {
		return t.Spans
	}
	spans, copied := t.Spans, false
	for i := 1; i+1 < len(t.Spans); i++ {
		from, until := t.Spans[i-1].Value, t.Spans[i+1].Value
		if t.Spans[i].Value != nil || !isDash(t.Spans[i].Literal) || !isTime(from) || !isTime(until) {
			continue
		}
		if !copied {
			spans, copied = slices.Clone(t.Spans), true
		}
		first, last := *from, *until
		first.Form, last.Form = "from", "until"
		spans[i-1].Value, spans[i].Literal, spans[i+1].Value = &first, "", &last
	}
	return spans
}

// numberRange gives the ends of the range of numbers that begins at a span: 15-17. A chain such as 15-17-19 is none.
func numberRange(spans []dialog.Span, i int) (first, last int64, ok bool) {
	if !dashed(spans, i) || dashed(spans, i-2) || dashed(spans, i+2) {
		return 0, 0, false
	}
	return spans[i].Value.Number, spans[i+2].Value.Number, true
}

// dashed says whether a number, a dash and a number stand at a span, with no words of their own.
func dashed(spans []dialog.Span, i int) bool {
	return i >= 0 && i+2 < len(spans) && isNumber(spans[i]) && spans[i+1].Value == nil && isDash(spans[i+1].Literal) && isNumber(spans[i+2])
}

func isNumber(s dialog.Span) bool {
	return s.Literal == "" && s.Value != nil && s.Value.Kind == dialog.Number
}

func isDash(s string) bool { s = strings.TrimSpace(s); return s == "-" || s == "–" }

// isSlash says whether a span stands between two of a list, as dialog/answer joins the lengths of a time limit.
func isSlash(s dialog.Span) bool { return s.Value == nil && s.Literal == " / " }

func isTime(v *dialog.Value) bool { return v != nil && v.Kind == dialog.Time }
