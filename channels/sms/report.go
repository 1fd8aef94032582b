package sms

import (
	"crypto/subtle"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
)

// Path is where Africa's Talking reports deliveries; the secret follows.
const Path = "/sms/africastalking/"

// maxForm is the largest form that is read; those of the contract are far smaller.
const maxForm = 16 << 10

// report takes a delivery report: a form with id, status and perhaps failureReason. They sign nothing, so the path holds a
// secret, and only some addresses may come. The telephone number in the form is not looked at.
func (s *SMS) report(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.PathValue("secret")), []byte(s.options.Secret)) != 1 || !channels.Allowed(s.options.Allow, r.RemoteAddr) {
		http.NotFound(w, r)
		return
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "use POST", http.StatusMethodNotAllowed)
		return
	}
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded") {
		http.Error(w, "send application/x-www-form-urlencoded", http.StatusUnsupportedMediaType)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxForm))
	if tooBig := (*http.MaxBytesError)(nil); errors.As(err, &tooBig) {
		http.Error(w, "the form is larger than 16 kB", http.StatusRequestEntityTooLarge)
		return
	}
	said, ok := readReport(string(body))
	if err != nil || !ok {
		http.Error(w, "the form cannot be read", http.StatusBadRequest)
		return
	}
	if err := s.box.Reported(r.Context(), Name, said); err != nil {
		s.options.Log.Error("a delivery report is lost", "err", err)
		http.Error(w, "try again", http.StatusServiceUnavailable)
	}
}

// readReport reads the form.
func readReport(body string) (outbox.Report, bool) {
	f, err := url.ParseQuery(body)
	said := outbox.Report{Receipt: f.Get("id")}
	if err != nil || said.Receipt == "" || len(said.Receipt) > outbox.MaxReceipt {
		return said, false
	}
	switch f.Get("status") {
	case "Success":
		said.Final, said.Good = true, true
	case "Failed", "Rejected", "AbsentSubscriber", "Expired":
		said.Final, said.Reason = true, f.Get("status")
		if why := f.Get("failureReason"); why != "" {
			said.Reason = reason(why)
		}
	case "Sent", "Submitted", "Buffered":
		said.Reason = f.Get("status")
	default:
		return said, false
	}
	return said, true
}
