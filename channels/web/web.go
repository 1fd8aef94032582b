// Package web is the chat on a web page, and the page that simulates a feature phone.
//
// The page works with nothing but HTML forms; a small script only keeps earlier replies in sight. The server keeps no
// words: a page is the reply at the place where the talk stands, made anew each time.
//
// Reading order: chat.go (the addresses), form.go (what a browser sends), visit.go (one post as a turn), page.go and
// write.go (a reply as data for the template), cookie.go and headers.go (what keeps strangers out), errors.go (small pages
// when something does not fit), simulate.go (the chat without a browser), simulator.go (a feature phone in the browser).
package web

import (
	"context"
	"io"
	"log/slog"
	"net/http"

	"github.com/plainline/plainline/channels"
)

// Options are what an operator decides, and what comes from outside.
type Options struct {
	Random io.Reader          // of the cookies: a cryptographic source
	Log    *slog.Logger       // for pages that cannot be made
	Secure bool               // browsers come over TLS, although this program may not see it
	Exit   string             // https address to which "leave this page quickly" leads; empty: an own page that says nothing
	Phone  channels.Simulator // the feature phone at /simulator; nil: no such page
}

// Web is the channel. It is safe for any number of callers.
type Web struct {
	desk    *channels.Desk
	persons *channels.Persons
	options Options
	token   []byte // key of the tokens in forms
	mark    []byte // key of the marks of posts
	assets  assets
	pages   pages
}

// New makes the channel. It panics where its own templates are broken.
func New(d *channels.Desk, secret *channels.Secret, o Options) *Web {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	o.Exit = href(o.Exit)
	return &Web{
		desk:    d,
		persons: channels.NewPersons(secret, channels.WebCookie),
		options: o,
		token:   secret.Derive("web/token"),
		mark:    secret.Derive("web/mark"),
		assets:  newAssets(),
		pages:   newPages(),
	}
}

// Name implements channels.Channel.
func (*Web) Name() string { return "web" }

// Run implements channels.Channel: the channel lives on the shared port and has nothing to run.
func (*Web) Run(ctx context.Context) error {
	<-ctx.Done()
	return nil
}

// Mount implements channels.Mounter.
func (w *Web) Mount(mux *http.ServeMux) {
	handle := func(pattern string, h http.HandlerFunc) { mux.HandleFunc(pattern, w.guarded(h)) }
	handle("GET /{$}", w.open)
	handle("POST /say", w.say)
	handle("GET /say", toStart)
	handle("POST /leave", w.leave)
	handle("GET /leave", w.left)
	mux.HandleFunc("GET /static/{file}", w.assets.serve)
	if w.options.Phone != nil {
		handle("GET /simulator", w.simulatorOpen)
		handle("POST /simulator", w.simulatorPress)
	}
}
