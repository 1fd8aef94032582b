package layout

import (
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// Writer writes texts and values of one language. It is immutable and safe for any number of callers.
type Writer struct {
	decimal  string
	free     map[string]string
	currency nouns
	units    nouns
	plural   plurals
	date     datePattern
	short    datePattern
	letters  *folder // signs, and letters where the language folds them by default
	signs    *folder // signs only
	exact    *folder // cleaning only
	spoken   *knowledge.Spoken
	cents    nouns
	abbrevs  []knowledge.Pair // longest first
}

// NewWriter prepares a language; do it once for each base. A nil language writes values in the plainest form.
func NewWriter(l *knowledge.Language) *Writer {
	if l == nil {
		l = &knowledge.Language{}
	}
	w := &Writer{
		decimal:  l.Decimal,
		free:     l.Free,
		currency: newNouns(l.Currency),
		units:    newNouns(l.Units),
		plural:   newPlurals(l.Tag),
		date:     newDatePattern(l.DateForm, l),
		short:    newDatePattern(l.DateShort, l),
		signs:    newFolder(signsOnly(l.Fold), typography),
		exact:    newFolder(),
	}
	if w.decimal == "" {
		w.decimal = "."
	}
	w.letters = w.signs
	w.listen(l)
	if l.FoldByDefault {
		w.letters = newFolder(l.Fold, typography)
	}
	return w
}

// AppendText writes a text with its values, for a channel that lays out its own lines.
func (w *Writer) AppendText(dst []byte, t dialog.Text) []byte { return w.appendText(dst, t, false) }

// appendText writes a text; where whole is true even addresses and names do not break.
func (w *Writer) appendText(dst []byte, t dialog.Text, whole bool) []byte {
	dst = append(dst, t.Plain...)
	for i := range t.Spans {
		s := &t.Spans[i]
		dst = append(dst, s.Literal...)
		if s.Value == nil {
			continue
		}
		start := len(dst)
		dst = w.AppendValue(dst, s.Value)
		if whole && s.Value.Kind > dialog.Phone {
			dst = appendUnbroken(dst[:start], s.Value.Text)
		}
	}
	return dst
}

// Shown gives a text as a screen with this budget shows it, in one piece: clean and folded. What Septets does not accept of
// it forces the screen into UCS-2.
func (w *Writer) Shown(t dialog.Text, b Budget) string {
	return string(appendShown(nil, trimEnd(w.folder(b).append(nil, w.appendText(nil, t, true))), b))
}

// folder gives the folder for screens with a budget.
func (w *Writer) folder(b Budget) *folder {
	if b.Fold {
		return w.letters
	}
	return w.signs
}
