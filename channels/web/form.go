package web

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// maxBody is the longest form in bytes that is read. The longest question in it is a sixteenth of that.
const maxBody = 16 << 10

// form is what a browser sends: what the person did, and the page on which it was done.
type form struct {
	open   bool // asked for the page only
	script bool // sent by the script, which wants the page at once
	latest bool // done on the latest page, whatever the turn
	token  string
	turn   uint32         // of the page
	lang   knowledge.Lang // of the page
	input  dialog.Input
}

// commands are the commands that have a button on every page, by the name that the button sends.
var commands = map[string]dialog.Command{
	"back":     dialog.Back,
	"home":     dialog.Home,
	"person":   dialog.ToPerson,
	"help":     dialog.Help,
	"shorter":  dialog.Shorter,
	"language": dialog.Languages,
}

// accept reads a form that this page has sent; of any other it says that it is refused, and ok is false.
func (w *Web) accept(rw http.ResponseWriter, r *http.Request) (f *form, ok bool) {
	f, status := w.readForm(rw, r)
	if status == http.StatusOK && !w.trusted(r, f) {
		status = http.StatusForbidden
	}
	if status != http.StatusOK {
		w.sorry(rw, status)
		return nil, false
	}
	return f, true
}

// readForm reads a form, and says with a status what does not fit.
func (w *Web) readForm(rw http.ResponseWriter, r *http.Request) (*form, int) {
	r.Body = http.MaxBytesReader(rw, r.Body, maxBody)
	if err := r.ParseForm(); err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return nil, http.StatusRequestEntityTooLarge
		}
		return nil, http.StatusBadRequest
	}
	f := &form{
		script: r.PostForm.Has("script"),
		token:  r.PostForm.Get("token"),
		lang:   knowledge.Lang(r.PostForm.Get("lang")),
	}
	turn, err := strconv.ParseUint(r.PostForm.Get("turn"), 10, 32)
	if err == nil {
		f.turn = uint32(turn)
	}
	if r.URL.Path == "/say" && (err != nil || !f.readInput(r)) {
		return nil, http.StatusBadRequest
	}
	return f, http.StatusOK
}

// readInput reads what the person did: a chosen option, a button, or words.
func (f *form) readInput(r *http.Request) bool {
	option, do := channels.Clean(r.PostForm.Get("option")), r.PostForm.Get("do")
	command, known := commands[do]
	switch {
	case option != "":
		f.input = dialog.Input{Kind: dialog.Chose, Option: option}
	case known:
		f.input = dialog.Input{Kind: dialog.Did, Command: command}
	case r.PostForm.Has("text"):
		f.input = channels.Press(channels.Clean(r.PostForm.Get("text")))
	default:
		return false
	}
	return true
}
