package web_test

import (
	"crypto/rand"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/channeltest"
	"github.com/plainline/plainline/channels/web"
)

func TestExam(t *testing.T) {
	t.Parallel()
	channeltest.Exam(t, channeltest.Candidate{Open: func(_ *testing.T, d *channels.Desk) channeltest.Taker {
		w := web.New(d, &channels.Secret{1}, web.Options{Random: rand.Reader, Phone: &glass{}})
		mux := http.NewServeMux()
		w.Mount(mux)
		return channeltest.Taker{People: w, Door: &channeltest.Door{
			Handler: mux,
			Letter:  func(int, int) *http.Request { return httptest.NewRequest(http.MethodGet, "/", nil) },
			Body: func(body []byte) *http.Request {
				r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(string(body)))
				r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
				r.Header.Set("Sec-Fetch-Site", "same-origin")
				return r
			},
		}}
	}})
}
