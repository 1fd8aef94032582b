package web_test

import (
	"context"
	"crypto/rand"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/web"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

var today = time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC)

// newWeb makes the channel over the small base, whose phrases say their own names; change may set options.
func newWeb(tb testing.TB, change func(*web.Options)) *web.Web {
	tb.Helper()
	return newWebAt(tb, func() time.Time { return today }, change)
}

func newDesk(now func() time.Time) *channels.Desk {
	return deskOver(knowledgetest.Load(), now)
}

func deskOver(base *knowledge.Base, now func() time.Time) *channels.Desk {
	e := channels.NewEdition(engine.NewEdition(base, understand.NewNames(base)))
	return channels.NewDesk(e, session.NewMemory(10000), now, slog.New(slog.DiscardHandler))
}

func newWebAt(tb testing.TB, now func() time.Time, change func(*web.Options)) *web.Web {
	tb.Helper()
	o := web.Options{Random: rand.Reader, Phone: &glass{}}
	if change != nil {
		change(&o)
	}
	return web.New(newDesk(now), &channels.Secret{1}, o)
}

// glass is a phone that shows what it was given.
type glass struct{}

func (*glass) Simulate(_ context.Context, _ string, did channels.Action) (channels.Shown, error) {
	switch {
	case did.Dial:
		return channels.Shown{Text: "Salam\n1 <Xidmətlər>", Lang: "az", Note: "20 of 160 septets"}, nil
	case did.HangUp:
		return channels.Shown{}, nil
	}
	return channels.Shown{Text: "typed " + did.Input, Lang: "en", End: did.Input == "0"}, nil
}

// browser is a person's browser: it keeps cookies and the page it is on.
type browser struct {
	tb     testing.TB
	client *http.Client
	server string
	page   page
}

type page struct {
	status int
	header http.Header
	body   string
	path   string // where redirects led
}

func serve(tb testing.TB, w *web.Web) string {
	tb.Helper()
	mux := http.NewServeMux()
	w.Mount(mux)
	s := httptest.NewServer(mux)
	tb.Cleanup(s.Close)
	return s.URL
}

func newBrowser(tb testing.TB, server string) *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		tb.Fatal(err)
	}
	return &browser{tb: tb, client: &http.Client{Jar: jar}, server: server}
}

func (b *browser) do(r *http.Request) *page {
	b.tb.Helper()
	answer, err := b.client.Do(r)
	if err != nil {
		b.tb.Fatal(err)
	}
	defer answer.Body.Close()
	var text strings.Builder
	if _, err := io.Copy(&text, answer.Body); err != nil {
		b.tb.Fatal(err)
	}
	b.page = page{status: answer.StatusCode, header: answer.Header, body: text.String(), path: answer.Request.URL.Path}
	if b.page.status >= 500 {
		b.tb.Errorf("%s %s: status %d", r.Method, r.URL.Path, b.page.status)
	}
	return &b.page
}

func (b *browser) get(path string) *page {
	b.tb.Helper()
	r, err := http.NewRequest(http.MethodGet, b.server+path, nil)
	if err != nil {
		b.tb.Fatal(err)
	}
	return b.do(r)
}

func (b *browser) post(path string, fields url.Values, change ...func(*http.Request)) *page {
	b.tb.Helper()
	r, err := http.NewRequest(http.MethodPost, b.server+path, strings.NewReader(fields.Encode()))
	if err != nil {
		b.tb.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for _, f := range change {
		f(r)
	}
	return b.do(r)
}

// press sends a form of the page as it is, with one field more.
func (b *browser) press(name, value string) *page {
	b.tb.Helper()
	return b.post("/say", b.page.form(name, value))
}

var hidden = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)">`)

// form gives the hidden fields of a page, and one field more.
func (p *page) form(name, value string) url.Values {
	v := url.Values{}
	for _, m := range hidden.FindAllStringSubmatch(p.body, -1) {
		v.Set(m[1], html.UnescapeString(m[2]))
	}
	if name != "" {
		v.Set(name, value)
	}
	return v
}

var (
	tagged  = regexp.MustCompile(`<[^>]*>`)
	article = regexp.MustCompile(`(?s)<article .*</article>`)
	options = regexp.MustCompile(`name="option" value="([^"]*)"`)
)

// answer gives the words of the reply on a page.
func (p *page) answer() string {
	return strings.Join(strings.Fields(html.UnescapeString(tagged.ReplaceAllString(article.FindString(p.body), " "))), " ")
}

func (p *page) options() []string {
	var ids []string
	for _, m := range options.FindAllStringSubmatch(p.body, -1) {
		ids = append(ids, html.UnescapeString(m[1]))
	}
	return ids
}

func (p *page) want(tb testing.TB, words ...string) {
	tb.Helper()
	for _, w := range words {
		if !strings.Contains(p.answer(), w) {
			tb.Errorf("answer is %q, want %q in it (status %d)", p.answer(), w, p.status)
		}
	}
}
