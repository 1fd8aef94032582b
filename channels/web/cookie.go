package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// cookie is the random value by which a browser is known until it is closed.
type cookie string

const (
	cookieBytes = 16
	cookieName  = "plainline"
)

// cookieFor gives the name: over TLS one that no neighbouring host can set (RFC 6265bis, section 4.1.3.2).
func (w *Web) cookieFor(r *http.Request) string {
	if w.secure(r) {
		return "__Host-" + cookieName
	}
	return cookieName
}

func (w *Web) secure(r *http.Request) bool { return w.options.Secure || r.TLS != nil }

// cookie reads the cookie; one that this program did not make is none.
func (w *Web) cookie(r *http.Request) (cookie, bool) {
	c, err := r.Cookie(w.cookieFor(r))
	if err != nil {
		return "", false
	}
	b, err := base64.RawURLEncoding.DecodeString(c.Value)
	return cookie(c.Value), err == nil && len(b) == cookieBytes
}

// known gives the cookie of a browser, a new one where it has none.
func (w *Web) known(rw http.ResponseWriter, r *http.Request) (cookie, bool) {
	c, ok := w.cookie(r)
	if ok {
		return c, true
	}
	if c, ok = w.newCookie(); !ok {
		w.sorry(rw, http.StatusServiceUnavailable)
		return "", false
	}
	w.setCookie(rw, r, c)
	return c, true
}

func (w *Web) newCookie() (cookie, bool) {
	var b [cookieBytes]byte
	if _, err := io.ReadFull(w.options.Random, b[:]); err != nil {
		w.options.Log.Error("read random bytes", "err", err)
		return "", false
	}
	return cookie(base64.RawURLEncoding.EncodeToString(b[:])), true
}

func (w *Web) setCookie(rw http.ResponseWriter, r *http.Request, c cookie) {
	http.SetCookie(rw, w.httpCookie(r, string(c), 0))
}

func (w *Web) dropCookie(rw http.ResponseWriter, r *http.Request) {
	http.SetCookie(rw, w.httpCookie(r, "", -1))
}

func (w *Web) httpCookie(r *http.Request, value string, age int) *http.Cookie {
	return &http.Cookie{
		Name: w.cookieFor(r), Value: value, Path: "/", MaxAge: age,
		Secure: w.secure(r), HttpOnly: true, SameSite: http.SameSiteLaxMode,
	}
}

func (w *Web) person(c cookie) dialog.Person { return w.persons.Of(channels.Address(c)) }

// tokenOf gives what a form must bring to be from a page for this browser.
func (w *Web) tokenOf(c cookie) string {
	m := hmac.New(sha256.New, w.token)
	m.Write([]byte(c))
	return base64.RawURLEncoding.EncodeToString(m.Sum(nil)[:16])
}

// trusted says whether a form comes from a page of ours. A browser without a cookie has nothing that could be misused.
func (w *Web) trusted(r *http.Request, f *form) bool {
	c, ok := w.cookie(r)
	return !fromElsewhere(r) && (!ok || hmac.Equal([]byte(w.tokenOf(c)), []byte(f.token)))
}

// fromElsewhere says whether the browser tells that another site sent the form. Browsers tell it over TLS and on this
// machine; elsewhere the token alone decides.
func fromElsewhere(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return false
	}
	return true
}
