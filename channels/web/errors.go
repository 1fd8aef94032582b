package web

import (
	"net/http"

	"github.com/plainline/plainline/knowledge"
)

// sorryPage is a small page in every language of the base, because what does not fit may not say which one to use.
type sorryPage struct {
	page
	Messages []message
}

type message struct {
	Lang, Dir  string
	Text       []piece
	StartAgain string
}

// sorryPhrases says which phrase fits a status.
var sorryPhrases = map[int]knowledge.PhraseKey{
	http.StatusRequestEntityTooLarge: knowledge.PhraseTooLong,
	http.StatusBadRequest:            knowledge.PhraseNotUnderstood,
}

// sorry shows what did not fit, and the way back.
func (w *Web) sorry(rw http.ResponseWriter, status int) {
	b := w.desk.Edition().Base
	k, ok := sorryPhrases[status]
	if !ok {
		k = knowledge.PhraseTryAgain
	}
	p := &sorryPage{page: w.newPage(b, b.Languages[0])}
	for _, tag := range b.Languages {
		l := b.Lang[tag]
		p.Messages = append(p.Messages, message{
			Lang: string(tag), Dir: direction(tag), Text: withPhone(b, l.Phrase(k).One), StartAgain: l.Phrase(knowledge.PhraseStartAgain).One.Plain,
		})
	}
	w.show(rw, status, "sorry.html", p)
}

// withPhone fills the number of the base's own contact into a phrase.
func withPhone(b *knowledge.Base, t knowledge.Text) []piece {
	pieces := []piece{{Text: t.Plain}}
	for i := range t.Parts {
		p := &t.Parts[i]
		switch h := b.Hotline(b.Contact); {
		case !p.Slot:
			pieces = append(pieces, piece{Text: p.Literal})
		case h != nil:
			pieces = append(pieces, piece{Text: h.Number, Tel: dialled(h.Number)})
		}
	}
	return pieces
}
