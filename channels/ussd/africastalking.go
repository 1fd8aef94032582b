package ussd

import (
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/plainline/plainline/channels"
)

// africasTalking serves the contract of Africa's Talking USSD: a form with sessionId, phoneNumber, networkCode,
// serviceCode and text (cumulative, joined by *); the answer is text/plain, "CON " while the talk goes on, "END " at its
// end. The gateway signs nothing, so the path holds a secret.
func (u *USSD) africasTalking(w http.ResponseWriter, r *http.Request) {
	if !channels.Admit(w, r, u.options.Secret, nil) {
		return
	}
	if u.desk.Edition().Base.Demonstration && !u.options.Demo {
		http.Error(w, channels.OnlyLive, http.StatusForbidden)
		return
	}
	form, ok := channels.ReadForm(w, r)
	if !ok {
		return
	}
	call, status, reason := readCall(form)
	if status != http.StatusOK {
		http.Error(w, reason, status)
		return
	}
	v := &visit{channel: u, gateway: call.session, input: call.text, phone: call.phone}
	u.desk.Take(r.Context(), u.Name(), u.persons.Of(call.phone), v)
	h := w.Header()
	h["Content-Type"] = plainText
	h["Cache-Control"] = noStore
	body := make([]byte, 0, 4+len(v.page.Text))
	if v.end {
		body = append(body, "END "...)
	} else {
		body = append(body, "CON "...)
	}
	w.Write(append(body, v.page.Text...))
}

var (
	plainText = []string{"text/plain; charset=utf-8"}
	noStore   = []string{"no-store"}
)

// call is a request of the gateway once it is parsed.
type call struct {
	session string
	phone   channels.Address
	text    string
}

// readCall reads and checks the form; a status other than 200 comes with the reason.
func readCall(body string) (c call, status int, reason string) {
	f, err := parseForm(body)
	if err != nil {
		return c, http.StatusBadRequest, channels.BadForm
	}
	return f.call()
}

// form holds the fields of the contract that matter here, as sent.
type form struct {
	session, phone, text          string
	hasSession, hasPhone, hasText bool
}

// parseForm reads a form (WHATWG URL, application/x-www-form-urlencoded). It decodes only the fields it needs: the general
// reader of net/http costs as much as a turn of the engine. Where a field stands twice the first counts.
func parseForm(body string) (f form, err error) {
	for pair := range strings.SplitSeq(body, "&") {
		key, value, _ := strings.Cut(pair, "=")
		if strings.ContainsAny(key, "%+") {
			if key, err = url.QueryUnescape(key); err != nil {
				return f, err
			}
		}
		field, has := f.field(key)
		if field == nil || *has {
			continue
		}
		if *field, err = url.QueryUnescape(value); err != nil {
			return f, err
		}
		*has = true
	}
	return f, nil
}

// field gives where the value of a key belongs, nil for a key that does not matter here.
func (f *form) field(key string) (value *string, has *bool) {
	switch key {
	case "sessionId":
		return &f.session, &f.hasSession
	case "phoneNumber":
		return &f.phone, &f.hasPhone
	case "text":
		return &f.text, &f.hasText
	}
	return nil, nil
}

// call checks the fields.
func (f *form) call() (c call, status int, reason string) {
	phone, ok := channels.ParseNumber(f.phone)
	switch {
	case f.session == "" || len(f.session) > 200:
		return c, http.StatusBadRequest, "sessionId is missing or too long"
	case !ok:
		return c, http.StatusBadRequest, "phoneNumber is missing or not a number of 8 to 15 digits"
	case !f.hasText:
		return c, http.StatusBadRequest, "text is missing"
	}
	if !utf8.ValidString(f.text) {
		f.text = strings.ToValidUTF8(f.text, "?")
	}
	return call{session: f.session, phone: phone, text: f.text}, http.StatusOK, ""
}
