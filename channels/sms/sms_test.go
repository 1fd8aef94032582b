package sms_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
	"github.com/plainline/plainline/channels/sms"
	"github.com/plainline/plainline/dialog"
)

var secret = channels.Secret{7}

// operator is a server of Africa's Talking that a test tells what to answer.
type operator struct {
	*httptest.Server
	mu     sync.Mutex
	got    []url.Values
	answer func(w http.ResponseWriter, form url.Values)
}

const taken = `{"SMSMessageData":{"Message":"Sent to 1/1 Total Cost: KES 0.8000","Recipients":[{"statusCode":101,"number":"+994501234567","status":"Success","cost":"KES 0.8000","messageId":"ATXid_1"}]}}`

func newOperator(t *testing.T) *operator {
	t.Helper()
	o := &operator{answer: func(w http.ResponseWriter, _ url.Values) {
		w.WriteHeader(http.StatusCreated)
		w.Write([]byte(taken))
	}}
	o.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil || r.URL.Path != "/version1/messaging" || r.Method != http.MethodPost || r.Header.Get("Accept") != "application/json" {
			t.Errorf("%s %s with %v, %v", r.Method, r.URL, r.Header, err)
		}
		o.mu.Lock()
		defer o.mu.Unlock()
		if r.Header.Get("apiKey") != "key" {
			w.WriteHeader(http.StatusUnauthorized)
			w.Write([]byte("The supplied authentication is invalid"))
			return
		}
		o.got = append(o.got, r.PostForm)
		o.answer(w, r.PostForm)
	}))
	t.Cleanup(o.Close)
	return o
}

// newSMS makes the channel with an outbox of its own.
func newSMS(t *testing.T, o sms.Options) (*sms.SMS, *outbox.Outbox) {
	t.Helper()
	box, err := outbox.Open(&secret, outbox.Options{File: filepath.Join(t.TempDir(), "outbox.db"), Rand: rand.Reader, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { box.Close() })
	if o.User == "" {
		o.User, o.Key = "agency", "key"
	}
	return sms.New(box, &secret, o), box
}

func TestAnSMSIsSent(t *testing.T) {
	t.Parallel()
	o := newOperator(t)
	s, _ := newSMS(t, sms.Options{Server: o.URL + "/", User: "agency", Key: "key", From: "AGENCY"})
	receipt, err := s.Send(t.Context(), "994501234567", []byte("Ödəniş: 40 AZN"))
	if err != nil || receipt != "ATXid_1" {
		t.Fatalf("receipt %q, %v; want theirs", receipt, err)
	}
	want := url.Values{"username": {"agency"}, "to": {"+994501234567"}, "message": {"Ödəniş: 40 AZN"}, "from": {"AGENCY"}, "enqueue": {"1"}}
	if got := o.got[0]; got.Encode() != want.Encode() {
		t.Errorf("sent %v, want %v", got, want)
	}
}

func one(code, status string) string {
	return `{"SMSMessageData":{"Message":"x","Recipients":[{"statusCode":` + code + `,"number":"+994501234567","status":"` + status + `","messageId":"None"}]}}`
}

func TestWhatTheOperatorAnswers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		key             string
		status          int
		header          [2]string
		body            string
		again, gone, al bool
		after           time.Duration
	}{
		"a wrong key":                   {key: "other", again: true, al: true, after: 5 * time.Minute},
		"too many":                      {status: 429, header: [2]string{"Retry-After", "7"}, again: true, al: true, after: 7 * time.Second},
		"trouble":                       {status: 500, again: true, al: true},
		"trouble for a while":           {status: 503, header: [2]string{"Retry-After", "90"}, again: true, al: true, after: 90 * time.Second},
		"elsewhere":                     {status: 302, header: [2]string{"Location", "/elsewhere"}, again: true, al: true},
		"a request that is wrong":       {status: 400, body: "no"},
		"an invalid number":             {status: 201, body: one("403", "InvalidPhoneNumber")},
		"no money":                      {status: 201, body: one("405", "InsufficientBalance"), again: true, al: true, after: 5 * time.Minute},
		"no money, as a whole":          {status: 201, body: `{"SMSMessageData":{"Message":"InsufficientBalance","Recipients":[]}}`, again: true, al: true, after: 5 * time.Minute},
		"a sender that is not known":    {status: 201, body: `{"SMSMessageData":{"Message":"InvalidSenderId","Recipients":[]}}`, again: true, al: true, after: 5 * time.Minute},
		"a person who wants no SMS":     {status: 201, body: one("406", "UserInBlacklist"), gone: true},
		"a person not to be disturbed":  {status: 201, body: one("409", "DoNotDisturbRejection"), gone: true},
		"trouble with one":              {status: 201, body: one("500", "InternalServerError"), again: true},
		"no route":                      {status: 201, body: one("407", "CouldNotRoute")},
		"another reason":                {status: 201, body: `{"SMSMessageData":{"Message":"Sent to +994501234567","Recipients":[]}}`},
		"an answer that cannot be read": {status: 200, body: "<html>994501234567</html>"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := newOperator(t)
			o.answer = func(w http.ResponseWriter, _ url.Values) {
				if c.header[0] != "" {
					w.Header().Set(c.header[0], c.header[1])
				}
				w.WriteHeader(c.status)
				w.Write([]byte(c.body))
			}
			if c.key == "" {
				c.key = "key"
			}
			s, _ := newSMS(t, sms.Options{Server: o.URL, User: "agency", Key: c.key})
			_, err := s.Send(t.Context(), "994501234567", []byte("words of the answer"))
			var f *sms.Failure
			if !errors.As(err, &f) {
				t.Fatalf("%v, want a Failure", err)
			}
			after, again := f.Retry()
			if again != c.again || after != c.after || f.Gone() != c.gone || f.Everybody() != c.al {
				t.Errorf("%v: again %v after %v, gone %v, everybody %v; want %+v", err, again, after, f.Gone(), f.Everybody(), c)
			}
			if text := err.Error(); strings.Contains(text, "50123") || strings.Contains(text, "words") || strings.Contains(text, o.URL) {
				t.Errorf("%q tells what must not be logged", text)
			}
		})
	}
}

func TestNobodyAnswers(t *testing.T) {
	t.Parallel()
	o := newOperator(t)
	o.Close()
	s, _ := newSMS(t, sms.Options{Server: o.URL})
	_, err := s.Send(t.Context(), "994501234567", []byte("words"))
	var f *sms.Failure
	if !errors.As(err, &f) || !f.Everybody() || strings.Contains(err.Error(), "127.0.0.1") {
		t.Errorf("%v, want that the connection failed, for everybody", err)
	}
	if _, again := f.Retry(); !again {
		t.Errorf("%v is not tried again", err)
	}
}

func TestAPromiseIsKeptOnceATalk(t *testing.T) {
	t.Parallel()
	s, box := newSMS(t, sms.Options{})
	e := sample()
	promise := func(talk, spot string) error {
		p, a := answer(e, "en", dialog.Spot(spot))
		p.Talk, p.To, p.Person = talk, "994501234567", "anna"
		p.Answer = &a
		return s.Promise(t.Context(), p)
	}
	waiting := func() int {
		c, err := box.Counts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(c) == 0 {
			return 0
		}
		return c[0].Messages
	}
	for _, c := range []struct {
		talk, spot string
		want       int
	}{{"ussd/1", "fee/id-card", 1}, {"ussd/1", "fee/id-card", 1}, {"ussd/1", "documents/id-card", 2}, {"ussd/2", "fee/id-card", 3}} {
		if err := promise(c.talk, c.spot); err != nil || waiting() != c.want {
			t.Errorf("%s in %s: %d wait, %v; want %d", c.spot, c.talk, waiting(), err, c.want)
		}
	}
	for n := range 20 {
		err := promise("ussd/"+strings.Repeat("x", n+1), "fee/id-card")
		if n > 10 && !errors.Is(err, outbox.ErrTooMany) {
			t.Errorf("%d in a day: %v, want that to be too many", n+4, err)
		}
	}
}

func TestReports(t *testing.T) {
	t.Parallel()
	s, box := newSMS(t, sms.Options{Secret: "abc", Allow: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}})
	mux := http.NewServeMux()
	s.Mount(mux)
	post := func(path, from, body string) int {
		r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
		r.RemoteAddr = from
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		return w.Code
	}
	for _, c := range []struct {
		path, from, body string
		want             int
	}{
		{"/sms/africastalking/abc", "192.0.2.7:99", "id=ATXid_1&status=Success&phoneNumber=%2B994501234567&networkCode=40001&retryCount=0", 200},
		{"/sms/africastalking/abc", "192.0.2.7:99", "id=ATXid_2&status=Failed&failureReason=UserIsInactive", 200},
		{"/sms/africastalking/abc", "192.0.2.7:99", "id=ATXid_3&status=Buffered", 200},
		{"/sms/africastalking/abc", "192.0.2.7:99", "id=ATXid_3&status=Nonsense", 400},
		{"/sms/africastalking/abc", "192.0.2.7:99", "status=Success", 400},
		{"/sms/africastalking/abc", "192.0.2.7:99", "id=%zz&status=Success", 400},
		{"/sms/africastalking/abc", "192.0.2.7:99", "id=" + strings.Repeat("x", 20<<10), 413},
		{"/sms/africastalking/abd", "192.0.2.7:99", "id=ATXid_1&status=Success", 404},
		{"/sms/africastalking/abc", "198.51.100.1:99", "id=ATXid_1&status=Success", 404},
	} {
		if got := post(c.path, c.from, c.body); got != c.want {
			t.Errorf("%s from %s with %.60q: %d, want %d", c.path, c.from, c.body, got, c.want)
		}
	}
	box.Close()
	if got := post("/sms/africastalking/abc", "192.0.2.7:99", "id=ATXid_1&status=Success"); got != 503 {
		t.Errorf("where nothing can be kept: %d, want 503, so that they send it again", got)
	}
}

func TestNoKeyIsLogged(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	o := newOperator(t)
	s, box := newSMS(t, sms.Options{Server: o.URL, User: "agency", Key: "hidden-key", Log: slog.New(slog.NewTextHandler(&log, nil))})
	if _, err := s.Send(t.Context(), "994501234567", []byte("words")); err == nil || strings.Contains(err.Error(), "hidden-key") {
		t.Errorf("%v, want an error without the key", err)
	}
	box.Close()
	if strings.Contains(log.String(), "hidden") {
		t.Errorf("the log holds the key: %s", &log)
	}
}
