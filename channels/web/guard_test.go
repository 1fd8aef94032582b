package web_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/plainline/plainline/channels/web"
)

func TestHeaders(t *testing.T) {
	t.Parallel()
	server := serve(t, newWeb(t, func(o *web.Options) { o.Secure = true }))
	for _, path := range []string{"/", "/leave", "/simulator"} {
		h := newBrowser(t, server).get(path).header
		for name, want := range map[string]string{
			"Cache-Control":             "no-store",
			"Content-Type":              "text/html; charset=utf-8",
			"Referrer-Policy":           "no-referrer",
			"Strict-Transport-Security": "max-age=31536000",
			"X-Content-Type-Options":    "nosniff",
			"Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; " +
				"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
		} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
	}
}

func TestNothingInline(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	for _, path := range []string{"/", "/simulator", "/leave"} {
		body := b.get(path).body
		for _, bad := range []string{"<style", " style=", " onclick=", "<script>"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s has %s, which its policy forbids", path, bad)
			}
		}
	}
}

func TestCookie(t *testing.T) {
	t.Parallel()
	for secure, want := range map[bool]string{
		false: "; Path=/; HttpOnly; SameSite=Lax",
		true:  "; Path=/; HttpOnly; Secure; SameSite=Lax",
	} {
		b := newBrowser(t, serve(t, newWeb(t, func(o *web.Options) { o.Secure = secure })))
		got := b.get("/").header.Get("Set-Cookie")
		if !strings.HasSuffix(got, want) || strings.HasPrefix(got, "__Host-plainline=") != secure {
			t.Errorf("secure %v: cookie is %q, want its end %q", secure, got, want)
		}
	}
}

// TestForged sends forms as another site would: with a token that is not from a page of this browser.
func TestForged(t *testing.T) {
	t.Parallel()
	server := serve(t, newWeb(t, nil))
	b, other := newBrowser(t, server), newBrowser(t, server)
	b.get("/")
	good := b.page
	foreign := other.get("/").form("", "").Get("token")
	for _, path := range []string{"/say", "/simulator"} {
		for _, token := range []string{"", "x", foreign} {
			f := good.form("option", "language/en")
			f.Set("token", token)
			if p := b.post(path, f); p.status != http.StatusForbidden || !strings.Contains(p.body, `href="/"`) {
				t.Errorf("%s with token %q: status %d, want 403 and the way back", path, token, p.status)
			}
		}
		elsewhere := func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }
		if p := b.post(path, good.form("option", "language/en"), elsewhere); p.status != http.StatusForbidden {
			t.Errorf("%s from another site: status %d, want 403", path, p.status)
		}
	}
	f := good.form("", "")
	f.Set("token", foreign)
	u, _ := url.Parse(server)
	cookies := b.client.Jar.Cookies(u)
	b.post("/leave", f)
	b.client.Jar.SetCookies(u, cookies)
	if got := b.get("/").form("", "").Get("turn"); got != "0" {
		t.Errorf("after forged forms the talk is at turn %s, want 0", got)
	}
}

func TestWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	server := serve(t, newWeb(t, nil))
	for _, c := range []struct {
		name   string
		fields func(*page) url.Values
		status int
		words  string
	}{
		{"a megabyte", func(p *page) url.Values { return p.form("text", strings.Repeat("a", 1<<20)) }, 413, "Too long"},
		{"17 kB", func(p *page) url.Values { return p.form("text", strings.Repeat("a", 17<<10)) }, 413, "ru Too long"},
		{"nothing done", func(p *page) url.Values { return p.form("", "") }, 400, "Not understood"},
		{"no turn", func(p *page) url.Values { f := p.form("text", "x"); f.Del("turn"); return f }, 400, ""},
		{"turn is no number", func(p *page) url.Values { f := p.form("text", "x"); f.Set("turn", "-1"); return f }, 400, ""},
		{"no fields", func(*page) url.Values { return nil }, 400, ""},
		{"unknown button", func(p *page) url.Values { return p.form("do", "dance") }, 400, ""},
		{"empty text", func(p *page) url.Values { return p.form("text", "") }, 200, ""},
		{"unknown option", func(p *page) url.Values { return p.form("option", "no/such/thing") }, 200, ""},
		{"option with markup", func(p *page) url.Values { return p.form("option", "service/<script>") }, 200, ""},
		{"1001 bytes", func(p *page) url.Values { return p.form("text", strings.Repeat("a", 1001)) }, 200, ""},
		{"broken letters", func(p *page) url.Values { return p.form("text", "pasport\xff\xc3 \x00\x1b\u202e") }, 200, ""},
		{"unknown language", func(p *page) url.Values { f := p.form("text", "x"); f.Set("lang", "<b>"); return f }, 200, ""},
	} {
		b := newBrowser(t, server)
		p := b.post("/say", c.fields(b.get("/")))
		if p.status != c.status || !strings.Contains(p.body, c.words) || !strings.Contains(p.body, "<h1>") {
			t.Errorf("%s: status %d, want %d and %q in\n%s", c.name, p.status, c.status, c.words, p.body)
		}
		if strings.Contains(p.body, "no/such/thing") || strings.Contains(p.body, "<script>") || strings.ContainsRune(p.body, '\uFFFD') {
			t.Errorf("%s: the input comes back in the page", c.name)
		}
	}
}

func TestBrokenForm(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	b.get("/")
	r, err := http.NewRequest(http.MethodPost, b.server+"/say", strings.NewReader("text=%zz;;&&=%"))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if p := b.do(r); p.status != http.StatusBadRequest {
		t.Errorf("broken form: status %d, want 400", p.status)
	}
}

// TestNoRandomness has a source that gives nothing: nobody may get a cookie that others have too.
func TestNoRandomness(t *testing.T) {
	t.Parallel()
	w := newWeb(t, func(o *web.Options) { o.Random = iotest.ErrReader(errors.New("empty")) })
	mux := http.NewServeMux()
	w.Mount(mux)
	rec := httptest.NewRecorder()
	mux.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	if rec.Code != http.StatusServiceUnavailable || rec.Header().Get("Set-Cookie") != "" {
		t.Errorf("status %d, cookie %q; want 503 and none", rec.Code, rec.Header().Get("Set-Cookie"))
	}
}

func FuzzSay(f *testing.F) {
	w := newWeb(f, nil)
	mux := http.NewServeMux()
	w.Mount(mux)
	f.Add("turn=1&text=passport&lang=en", "plainline=AAAAAAAAAAAAAAAAAAAAAA")
	f.Add("turn=1&option=give/fee.id-card.who/x&lang=ru", "")
	f.Add("turn=9&do=back&lang=%ff", "plainline=;;")
	f.Fuzz(func(t *testing.T, body, cookie string) {
		for _, path := range []string{"/say", "/simulator", "/leave"} {
			r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set("Cookie", cookie)
			rec := httptest.NewRecorder()
			mux.ServeHTTP(rec, r)
			if rec.Code >= 500 {
				t.Errorf("%s: body %q, cookie %q: status %d", path, body, cookie, rec.Code)
			}
		}
	})
}

// TestManyPersons lets a hundred talk at once, each about a thing and in a language of their own.
func TestManyPersons(t *testing.T) {
	t.Parallel()
	server := serve(t, newWeb(t, nil))
	talks := []struct{ lang, option, title string }{
		{"az", "fee/passport", "az Fee usual"}, {"en", "documents/passport", "Evidence original"}, {"ru", "person", "ru Person call"}, {"en", "fee/passport", "Fee usual 40 manat"},
	}
	var wg sync.WaitGroup
	errs := make(chan error, 1000)
	for i := range 100 {
		talk := talks[i%len(talks)]
		b := newBrowser(t, server)
		wg.Go(func() {
			b.get("/")
			b.press("option", "language/"+talk.lang)
			for range 3 {
				p := b.press("option", talk.option)
				if !strings.Contains(p.answer(), talk.title) || !strings.Contains(p.body, `<html lang="`+talk.lang+`"`) {
					errs <- fmt.Errorf("person %d, %s in %s: %q", i, talk.option, talk.lang, p.answer())
				}
				b.press("do", "home")
			}
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		t.Error(err)
	}
}
