package soak_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog/session"
)

// Whatever a gateway sends, the answer is a screen that fits or a status of 4xx with a reason; and who talks in between is
// not disturbed.
func TestNonsenseAtTheGateway(t *testing.T) {
	t.Parallel()
	var log diary
	h := newHouse(session.NewMemory(0), log.logger())
	want := alone(t, h.edition.Base, 0)
	quiet := &phone{house: h, number: "994501112233", session: "quiet"}
	_, got := quiet.dial()
	for n, key := range route(h.edition.Base, 0) {
		if got != want[n] {
			t.Fatalf("before key %d: got\n%s\nwant\n%s", n, got, want[n])
		}
		for _, form := range nonsense(n) {
			status, body := post(h, form)
			switch {
			case status >= 400 && status < 500 && strings.TrimSpace(body) != "":
			case status == 200 && fits(body):
			default:
				t.Errorf("post %.120q: got %d %.120q, want a screen or a reason", form, status, body)
			}
		}
		_, got = quiet.press(key)
	}
	if strings.Contains(log.String(), "ERROR") {
		t.Errorf("the log has errors:\n%s", log.String())
	}
}

// fits says whether an answer is a screen of the gateway's form.
func fits(body string) bool {
	text, ok := strings.CutPrefix(body, "CON ")
	if !ok {
		text, ok = strings.CutPrefix(body, "END ")
	}
	return ok && text != "" && layout.Measure(text, layout.USSD160()).Fits()
}

// nonsense gives forms as no gateway should send them.
func nonsense(round int) []string {
	form := func(session, phone, text string) string {
		return url.Values{"sessionId": {session}, "phoneNumber": {phone}, "text": {text}}.Encode()
	}
	const phone = "+994557654321"
	session := fmt.Sprint("odd-", round)
	forms := []string{
		"", "%", "%zz=1", "&&&&", "=", "text=1", "sessionId=a", "sessionId=a&phoneNumber=1", "\x00\xff", strings.Repeat("a", 1<<20),
		form("", phone, ""), form(session, "", ""), form(session, "hello", ""), form(session, "1", ""), form(session, strings.Repeat("9", 99), ""),
		form(strings.Repeat("s", 300), phone, ""), form(session, phone, strings.Repeat("1*", 1<<19)), form(session, phone, strings.Repeat("x", 15000)),
		form(session, phone, "\xff\xfe\x00"), form(session, phone, "*"), form(session, phone, "**"), form(session, phone, "*1*"),
		form(session, phone, "1*2*3*4*5*6*7*8*9*0*00*98"), form(session, phone, "1*a*b"), form(session, phone, strings.Repeat("98*", 60)+"98"),
		form(session, phone, "1*#"), form(session, phone, "-1"), form(session, phone, "999999999999999999999"), form(session, phone, "\u202e\u0301\U0001F600"),
		form(session, phone, "'; DROP TABLE services; --"), form(session, phone, "{{.}}{cost.adult-10}"), form(session, phone, "\r\nSet-Cookie: a=b"),
		"sessionId=" + session + "&phoneNumber=%2B994557654321&text=1&text=2&text=3",
	}
	r := rand.New(rand.NewPCG(uint64(round), 3))
	for range 40 {
		raw := make([]byte, r.IntN(60))
		for i := range raw {
			raw[i] = byte(r.IntN(256))
		}
		forms = append(forms, string(raw), form(session, phone, string(raw)))
	}
	return forms
}

// A gateway that repeats a request, or delivers an old one late, gets the screen of now, and nothing moves.
func TestRepeatedAndLateRequests(t *testing.T) {
	t.Parallel()
	h := newHouse(session.NewMemory(0), (&diary{}).logger())
	want := alone(t, h.edition.Base, 7)
	keys := route(h.edition.Base, 7)
	p := &phone{house: h, number: "994501112233", session: "talk"}
	for n := range want {
		check(t, "new", p, keys[:n], want[n])
		check(t, "repeated", p, keys[:n], want[n])
		if late := n / 2; late > 0 && !strings.Contains(want[n], "98 ") {
			p.keys = keys[:late]
			if status, got := p.send(); status != 200 || !fits(got) {
				t.Errorf("a late request: got %d %q, want a screen", status, got)
			}
			check(t, "after a late one", p, keys[:n], want[n])
		}
	}
}

// Whatever is sent to the page, the answer is a page or a status of 4xx; a page of another browser's talk is never shown.
func TestNonsenseAtThePage(t *testing.T) {
	t.Parallel()
	var log diary
	h := newHouse(session.NewMemory(0), log.logger())
	bodies := append(nonsense(0), "turn=1&text=1", "turn=-1&text=1", "turn=99999999999999&text=x", "turn=1&option=fee/id-card",
		"turn=1&option=../../etc/passwd", "turn=1&do=back&token=wrong", "turn=1&lang=xx&text=a", "turn=1&text="+url.QueryEscape("<script>alert(1)</script>"))
	for _, path := range []string{"/say", "/leave", "/", "/simulator", "/static/none", "/nothing", "/simulator/say"} {
		for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodDelete} {
			for _, body := range bodies {
				r := httptest.NewRequest(method, path, strings.NewReader(body))
				r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
				r.AddCookie(&http.Cookie{Name: "plainline", Value: "AAAAAAAAAAAAAAAAAAAAAA"})
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				if w.Code >= 500 || strings.Contains(w.Body.String(), "<script>alert") {
					t.Errorf("%s %s %.80q: got %d", method, path, body, w.Code)
				}
			}
		}
	}
	if strings.Contains(log.String(), "ERROR") {
		t.Errorf("the log has errors:\n%s", log.String())
	}
}
