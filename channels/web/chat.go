package web

import (
	"net/http"

	"github.com/plainline/plainline/dialog"
)

// open shows where the talk stands; a talk that has not begun begins with the notice.
func (w *Web) open(rw http.ResponseWriter, r *http.Request) {
	if c, ok := w.known(rw, r); ok {
		w.turn(rw, r, c, &form{open: true})
	}
}

// say takes a turn by a form. A talk that goes on is shown by a second request, so that reloading and going back do no
// harm; where there was no talk to go on with, the reply might be lost on that way and is shown at once.
func (w *Web) say(rw http.ResponseWriter, r *http.Request) {
	f, ok := w.accept(rw, r)
	if !ok {
		return
	}
	if c, ok := w.known(rw, r); ok {
		w.turn(rw, r, c, f)
	}
}

// turn takes the turn and shows the page.
func (w *Web) turn(rw http.ResponseWriter, r *http.Request, c cookie, f *form) {
	v := &visit{web: w, form: f}
	w.desk.Take(r.Context(), w.Name(), w.person(c), v)
	if v.began && !f.open && !f.script && !v.page.End {
		http.Redirect(rw, r, "/#answer", http.StatusSeeOther)
		return
	}
	v.page.Token = w.tokenOf(c)
	w.show(rw, http.StatusOK, "chat.html", &v.page)
}

// leave forgets the talk and leads away. It leads away even where the form cannot be trusted, but then forgets nothing
// more than the cookie.
func (w *Web) leave(rw http.ResponseWriter, r *http.Request) {
	f, status := w.readForm(rw, r)
	if c, ok := w.cookie(r); ok && status == http.StatusOK && w.trusted(r, f) {
		f.input = dialog.Input{Kind: dialog.Did, Command: dialog.Stop}
		w.desk.Take(r.Context(), w.Name(), w.person(c), &visit{web: w, form: f})
	}
	w.dropCookie(rw, r)
	http.Redirect(rw, r, "/leave", http.StatusSeeOther)
}

// left is the page after leaving: it says nothing of what was here, and goes on to the address of the operator.
func (w *Web) left(rw http.ResponseWriter, _ *http.Request) {
	b := w.desk.Edition().Base
	w.show(rw, http.StatusOK, "left.html", &leftPage{page: w.newPage(b, b.Languages[0]), Exit: w.options.Exit})
}

type leftPage struct {
	page
	Exit string
}

func toStart(rw http.ResponseWriter, r *http.Request) {
	http.Redirect(rw, r, "/", http.StatusSeeOther)
}
