package voice_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/channeltest"
	"github.com/plainline/plainline/channels/voice"
)

// TestExam puts the calls of both gateways through the exam.
func TestExam(t *testing.T) {
	t.Parallel()
	signed := func(body string) *http.Request {
		form, _ := url.ParseQuery(body)
		r := httptest.NewRequest(http.MethodPost, voice.TwilioPath, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("X-Twilio-Signature", voice.Signature(token, root+voice.TwilioPath, form))
		return r
	}
	plain := func(body string) *http.Request {
		r := httptest.NewRequest(http.MethodPost, voice.AfricasTalkingPath+secret, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return r
	}
	number := func(person int) string { return "+99450123456" + strconv.Itoa(person) }
	for name, door := range map[string]channeltest.Door{
		"twilio": {
			Letter: func(person, _ int) *http.Request {
				return signed(url.Values{"CallSid": {"CA" + strconv.Itoa(person)}, "From": {number(person)}, "AccountSid": {"AC1"}}.Encode())
			},
			Forge: func(r *http.Request) {
				s := []byte(r.Header.Get("X-Twilio-Signature"))
				s[3] ^= 1
				r.Header.Set("X-Twilio-Signature", string(s))
			},
			Body: func(body []byte) *http.Request { return signed(string(body)) },
		},
		"africastalking": {
			Letter: func(person, _ int) *http.Request {
				return plain(url.Values{"sessionId": {"ATV" + strconv.Itoa(person)}, "callerNumber": {number(person)}, "isActive": {"1"}}.Encode())
			},
			Forge: func(r *http.Request) { r.URL.Path = r.URL.Path[:len(r.URL.Path)-1] + "u" },
			Body:  func(body []byte) *http.Request { return plain(string(body)) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			channeltest.Exam(t, channeltest.Candidate{Open: func(_ *testing.T, d *channels.Desk) channeltest.Taker {
				v := voice.New(d, &channels.Secret{1}, voice.Options{Public: root, Token: token, Secret: secret, Demo: true})
				mux := http.NewServeMux()
				v.Mount(mux)
				door := door
				door.Handler = mux
				return channeltest.Taker{People: voice.NewPhones(v), More: "#", Door: &door}
			}})
		})
	}
}
