package ussd_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func newDesk(tb testing.TB) *channels.Desk {
	tb.Helper()
	b := knowledgetest.Sample()
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, b.Zone)
	e := channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
	return channels.NewDesk(e, session.NewMemory(0), func() time.Time { return now }, slog.New(slog.NewTextHandler(io.Discard, nil)))
}

func newMux(tb testing.TB) *http.ServeMux {
	tb.Helper()
	mux := http.NewServeMux()
	ussd.New(newDesk(tb), &channels.Secret{1}, ussd.Options{Secret: "s3cret", Demo: true}).Mount(mux)
	return mux
}

func post(mux http.Handler, session, phone, text string) *httptest.ResponseRecorder {
	form := url.Values{"sessionId": {session}, "phoneNumber": {phone}, "networkCode": {"1"}, "serviceCode": {"*384#"}, "text": {text}}
	r := httptest.NewRequest(http.MethodPost, ussd.Path+"s3cret", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	mux.ServeHTTP(w, r)
	return w
}

func BenchmarkAfricasTalking(b *testing.B) {
	mux := newMux(b)
	b.ReportAllocs()
	text := ""
	for i := 0; b.Loop(); i++ {
		switch i % 10 {
		case 0:
			text = ""
		case 1:
			text = "2"
		default:
			text += "*" + []string{"1", "1", "1", "2", "2", "3", "1", "1"}[i%10-2]
		}
		if w := post(mux, "s"+string(rune('a'+i/10%26)), "+994501234567", text); w.Code != 200 {
			b.Fatalf("%q: %d %s", text, w.Code, w.Body)
		}
	}
}
