package sms

import (
	"net/http"
	"net/url"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
)

// Path is where Africa's Talking reports deliveries; the secret follows.
const Path = "/sms/africastalking/"

// report takes a delivery report: a form with id, status and perhaps failureReason. They sign nothing, so the path holds a
// secret, and only some addresses may come. The telephone number in the form is not looked at.
func (s *SMS) report(w http.ResponseWriter, r *http.Request) {
	if !channels.Admit(w, r, s.options.Secret, s.options.Allow) {
		return
	}
	form, ok := channels.ReadForm(w, r)
	if !ok {
		return
	}
	said, ok := readReport(form)
	if !ok {
		http.Error(w, channels.BadForm, http.StatusBadRequest)
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
