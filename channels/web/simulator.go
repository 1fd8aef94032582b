package web

import (
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/knowledge"
)

// The simulator page shows what a feature phone would: the very screens of the USSD channel. The phone in the browser has
// no memory on the server: the screen travels in the form, as it stays on the glass of a real one.

// phonePage is the page with the phone.
type phonePage struct {
	page
	Screen, Note string
	ScreenLang   string
	ScreenDir    string
	Input        string
	Live         bool // a call is under way
	Keys         []string
}

// phoneKeys are the keys under the screen, row by row.
var phoneKeys = []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"}

// Limits of what the form brings back.
const (
	maxInput  = 160
	maxScreen = 4000 // bytes
)

// simulatorOpen shows a phone with no call under way.
func (w *Web) simulatorOpen(rw http.ResponseWriter, r *http.Request) {
	if c, ok := w.known(rw, r); ok {
		w.showPhone(rw, c, &phonePage{})
	}
}

// simulatorPress takes a press of one key: a figure is added to what was typed; the green key calls or sends, the red one
// hangs up.
func (w *Web) simulatorPress(rw http.ResponseWriter, r *http.Request) {
	if _, ok := w.accept(rw, r); !ok {
		return
	}
	c, ok := w.known(rw, r)
	if !ok {
		return
	}
	p := phoneFrom(r)
	if err := w.press(r, c, p); err != nil {
		w.options.Log.Error("simulated phone", "err", err)
		w.sorry(rw, http.StatusServiceUnavailable)
		return
	}
	w.showPhone(rw, c, p)
}

// phoneFrom reads the phone as it was left in the form.
func phoneFrom(r *http.Request) *phonePage {
	field := r.PostForm.Get
	p := &phonePage{
		Screen: strings.ToValidUTF8(field("screen"), ""), Note: channels.Clean(field("note")), ScreenLang: channels.Clean(field("screen-lang")),
		Input: channels.Clean(field("input")), Live: field("live") != "",
	}
	p.Input += channels.Clean(field("key"))
	for utf8.RuneCountInString(p.Input) > maxInput {
		_, n := utf8.DecodeLastRuneInString(p.Input)
		p.Input = p.Input[:len(p.Input)-n]
	}
	if len(p.Screen) > maxScreen {
		p.Screen = ""
	}
	return p
}

func (w *Web) press(r *http.Request, c cookie, p *phonePage) error {
	var did channels.Action
	switch do := r.PostForm.Get("do"); {
	case do == "clear":
		p.Input = ""
		return nil
	case do == "hangup":
		did.HangUp = true
	case do != "call":
		return nil
	case p.Live:
		did.Input = p.Input
	default:
		did.Dial = true
	}
	shown, err := w.options.Phone.Simulate(r.Context(), string(w.person(c)), did)
	if err != nil {
		return err
	}
	*p = phonePage{Screen: shown.Text, Note: shown.Note, ScreenLang: string(shown.Lang), Live: !did.HangUp && !shown.End}
	return nil
}

func (w *Web) showPhone(rw http.ResponseWriter, c cookie, p *phonePage) {
	b := w.desk.Edition().Base
	p.page = w.newPage(b, b.Languages[0])
	p.page.Lang, p.page.Dir, p.Token = "en", "ltr", w.tokenOf(c)
	p.ScreenDir = direction(knowledge.Lang(p.ScreenLang))
	p.Keys = phoneKeys
	w.show(rw, http.StatusOK, "simulator.html", p)
}
