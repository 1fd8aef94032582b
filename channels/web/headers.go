package web

import "net/http"

// policy lets a page load only what is ours, and nothing that stands in the page itself.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guarded sets what every page needs: nothing is stored on the way, nothing foreign runs, nobody is told where one was.
func (w *Web) guarded(next http.HandlerFunc) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		h := rw.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("Content-Security-Policy", policy)
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		if w.secure(r) {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next(rw, r)
	}
}
