package voice_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice"
)

// Whatever is posted, the answer is a status or a document, and none of them tells more than it should.
func FuzzRequest(f *testing.F) {
	mux := http.NewServeMux()
	voice.New(newDesk(), &channels.Secret{1}, voice.Options{Public: root, Token: token, Secret: secret, Demo: true}).Mount(mux)
	f.Add("/voice/twilio", "CallSid=CA1&From=%2B994501234567&Digits=1", "c2lnbmF0dXJl")
	f.Add("/voice/africastalking/s3cret", "sessionId=1&callerNumber=%2B254711000000&isActive=1", "")
	f.Add("/voice/africastalking/s3cret/1/keys", "sessionId=1&callerNumber=%2B254711000000&dtmfDigits=1*%23", "")
	f.Add("/voice/africastalking/s3cret/2", "sessionId=1&callerNumber=&isActive=0", "")
	f.Fuzz(func(t *testing.T, path, body, signature string) {
		if !strings.HasPrefix(path, "/voice/") || strings.ContainsAny(path, " \t\r\n?#%") {
			path = "/voice/africastalking/s3cret/1"
		}
		r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
		r.URL.Path = path
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header["X-Twilio-Signature"] = []string{signature}
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		switch w.Code {
		case http.StatusOK:
			parse(t, w.Body.String())
		case http.StatusForbidden:
			if w.Body.Len() > 0 {
				t.Errorf("%s %q is refused with %q", path, body, w.Body)
			}
		case http.StatusBadRequest, http.StatusNotFound, http.StatusRequestEntityTooLarge, http.StatusTemporaryRedirect, http.StatusMovedPermanently:
		default:
			t.Errorf("%s %q: status %d", path, body, w.Code)
		}
	})
}
