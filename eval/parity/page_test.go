package parity_test

import (
	"html"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/web"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/eval/parity"
)

// tags are what stands between the words of a page; addresses that a reader follows stay.
var tags = regexp.MustCompile(`<[^>]*>`)

// The page itself, as a browser gets it, tells every fact of every answer.
func TestPageTellsTheSame(t *testing.T) {
	t.Parallel()
	e := sampleEdition(t)
	c := parity.NewChecker(e, noon)
	desk := channels.NewDesk(e, session.NewMemory(0), func() time.Time { return noon }, slog.New(slog.DiscardHandler))
	mux := http.NewServeMux()
	web.New(desk, &channels.Secret{1}, web.Options{Random: rand.NewChaCha8([32]byte{})}).Mount(mux)
	for _, tag := range e.Base.Languages {
		for _, s := range e.Base.Services {
			for a := range answer.AspectCount {
				r := c.Reply(s, a, tag)
				form := url.Values{"turn": {"1"}, "lang": {string(tag)}, "text": {r.Code}}.Encode()
				request := httptest.NewRequest(http.MethodPost, "/say", strings.NewReader(form))
				request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
				page := httptest.NewRecorder()
				mux.ServeHTTP(page, request)
				if page.Code != http.StatusOK {
					t.Fatalf("%s %s: got status %d", tag, r.Code, page.Code)
				}
				shown := html.UnescapeString(tags.ReplaceAllString(page.Body.String(), " "))
				for _, m := range c.Channel(&r, "the page", shown, false) {
					t.Error(m)
				}
			}
		}
	}
}
