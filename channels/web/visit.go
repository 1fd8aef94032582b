package web

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// visit is one form as a turn. The channel's bytes in the session are the mark of the form that was taken last, so that a
// second press of the same button is known.
type visit struct {
	web   *Web
	form  *form
	began bool // there was a talk to go on with
	page  page
}

// Read implements channels.Visit.
func (v *visit) Read(s *dialog.Session) ([]dialog.Input, channels.Verdict) {
	f := v.form
	v.began = len(s.Trail) > 0
	if f.latest {
		f.turn = s.Turn // so that the same words typed twice are two turns
	}
	switch {
	case !v.began && f.open:
		return nil, channels.Again // the notice is shown, but nothing is kept of who only looks: crawlers look at everything
	case !v.began:
		s.Channel = v.mark()
		return v.anew(), channels.Take
	case f.open && v.web.leftAlone(s):
		return []dialog.Input{{Kind: dialog.Opened}}, channels.Take
	case f.open:
		return nil, channels.Again
	case bytes.Equal(s.Channel, v.mark()):
		return nil, channels.Again
	case f.turn < s.Turn && !lasting(f.input):
		return nil, channels.Again
	}
	s.Channel = v.mark()
	return []dialog.Input{f.input}, channels.Take
}

// away is after how long an open page counts as left: computers are shared, and who opens the page then is asked whether to
// go on before anything of the talk is seen.
const away = 5 * time.Minute

func (w *Web) leftAlone(s *dialog.Session) bool {
	return w.desk.Now().Sub(time.Unix(s.Last, 0)) > away
}

// anew takes a form where the talk it belongs to is gone: words, and an option that is a place, still say what is wanted.
// The language is that of the page. Anything else begins with the notice.
func (v *visit) anew() []dialog.Input {
	f, e := v.form, v.web.desk.Edition()
	switch {
	case f.turn == 0: // the notice is on the page, and nothing was kept of it
		return []dialog.Input{{Kind: dialog.Opened}, f.input}
	case f.input.Kind == dialog.Said && f.input.Text != "" && !isNumber(f.input.Text):
	case f.input.Kind == dialog.Chose && lasting(f.input) && e.Exists(dialog.Spot(f.input.Option)):
	default:
		return []dialog.Input{{Kind: dialog.Opened}}
	}
	if e.Base.Lang[f.lang] == nil || f.lang == e.Base.Languages[0] {
		return []dialog.Input{f.input}
	}
	return []dialog.Input{{Kind: dialog.Chose, Option: "language/" + string(f.lang)}, f.input}
}

// lasting says whether an input means the same on every page: a place, words, a command that leads to one place. A number,
// "back" or an answer to a question mean something on their own page only.
func lasting(in dialog.Input) bool {
	switch in.Kind {
	case dialog.Chose:
		kind, _, _ := strings.Cut(in.Option, "/")
		return kind != "do" && kind != "give" && kind != "say"
	case dialog.Said:
		return !isNumber(in.Text)
	case dialog.Did:
		return in.Command != dialog.Back && in.Command != dialog.Shorter && in.Command != dialog.More
	}
	return false
}

func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// mark is the turn of the page and a keyed hash of what was done there: it says nothing to who has not the key.
func (v *visit) mark() []byte {
	f := v.form
	m := hmac.New(sha256.New, v.web.mark)
	m.Write([]byte{byte(f.input.Kind), byte(f.input.Command)})
	m.Write([]byte(f.input.Option + "\n" + f.input.Text))
	return m.Sum(binary.BigEndian.AppendUint32(make([]byte, 0, 36), f.turn))[:12]
}

// Lay implements channels.Visit.
func (v *visit) Lay(e *channels.Edition, s *dialog.Session, r *dialog.Reply) {
	lang := r.Lang
	if e.Base.Lang[lang] == nil {
		lang = e.Base.Languages[0]
	}
	v.page = v.web.newPage(e.Base, lang)
	v.page.Turn, v.page.End = s.Turn, r.End
	v.page.Reply = newReply(e, r, knowledge.Lang(lang))
}
