package channels

import (
	"crypto/subtle"
	"errors"
	"io"
	"net/http"
	"net/netip"
	"strings"
)

// What gateways and providers send in common: posted forms, from somebody who signs nothing or is yet to be proven.

// OnlyLive is what a gateway is told where the base is a demonstration.
const OnlyLive = "this is a demonstration base: gateways are answered only where plainline is started with -demo"

// BadForm is what a gateway is told of a form that is none.
const BadForm = "the form cannot be read"

// maxForm is the largest form that is read; those of the contracts are far smaller, that of a USSD talk of 180 s too.
const maxForm = 16 << 10

// Admit lets a POST in whose path holds the secret and that comes from one of the networks, or from anywhere where none is
// named. It is for senders who sign nothing. Any other request it answers itself, and is false.
func Admit(w http.ResponseWriter, r *http.Request, secret string, networks []netip.Prefix) bool {
	if subtle.ConstantTimeCompare([]byte(r.PathValue("secret")), []byte(secret)) != 1 || !allowed(networks, r.RemoteAddr) {
		http.NotFound(w, r)
		return false
	}
	return Posted(w, r)
}

// allowed says whether a request may come from an address of the network, as HOST:PORT.
func allowed(networks []netip.Prefix, remote string) bool {
	if len(networks) == 0 {
		return true
	}
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return false
	}
	for _, p := range networks {
		if p.Contains(at.Addr().Unmap()) {
			return true
		}
	}
	return false
}

// Posted lets a request in that is a POST. Any other it answers itself, and is false.
func Posted(w http.ResponseWriter, r *http.Request) bool {
	if r.Method == http.MethodPost {
		return true
	}
	w.Header().Set("Allow", http.MethodPost)
	http.Error(w, "use POST", http.StatusMethodNotAllowed)
	return false
}

// ReadForm reads the encoded form of a request; where it cannot, it answers the request itself, and is not ok.
func ReadForm(w http.ResponseWriter, r *http.Request) (form string, ok bool) {
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded") {
		http.Error(w, "send application/x-www-form-urlencoded", http.StatusUnsupportedMediaType)
		return "", false
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxForm))
	switch tooBig := (*http.MaxBytesError)(nil); {
	case errors.As(err, &tooBig):
		http.Error(w, "the form is larger than 16 kB", http.StatusRequestEntityTooLarge)
		return "", false
	case err != nil:
		http.Error(w, BadForm, http.StatusBadRequest)
		return "", false
	}
	return string(body), true
}
