package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/web"
)

func TestFirstContactIsTheNotice(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	p := b.get("/")
	p.want(t, "Notice keys")
	if got, want := p.options(), []string{"language/en", "language/az", "language/ru"}; !slices.Equal(got, want) {
		t.Errorf("options are %v, want %v", got, want)
	}
	for _, want := range []string{
		`<html lang="en" dir="ltr">`, `role="log"`, `lang="ru" dir="ltr"><span class="key">3</span> <span>Русский</span>`,
		`<label for="text">`, `value="person"`, `action="/leave"`,
	} {
		if !strings.Contains(p.body, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if n := strings.Count(p.body, "<h1>"); n != 1 {
		t.Errorf("the page has %d headings of the first order, want 1", n)
	}
}

func TestTalk(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	b.get("/")
	p := b.press("option", "language/ru")
	p.want(t, "ru Home")
	if !strings.Contains(p.body, `<html lang="ru"`) {
		t.Errorf("after a choice: %s, want a page in Russian", p.body)
	}
	if p = b.press("option", "language/en"); p.path != "/" {
		t.Errorf("after a choice in a talk that goes on: path %s, want /", p.path)
	}
	b.press("text", "passport fee").want(t, "Notice word: Long Street is closed", "Fee usual 40 manat", "Source law.example 10 January 2024 1F")
	if !strings.Contains(b.page.body, `href="tel:100"`) {
		t.Error("the telephone number cannot be dialled")
	}
	b.press("text", "2")
	b.press("do", "person").want(t, "100")
	b.press("do", "home").want(t, "Home")
	b.press("text", "9").want(t, "100")
	b.press("text", "0").want(t, "Home")
	b.get("/").want(t, "Home")
}

func TestSecondPressIsOnePress(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	b.get("/")
	b.press("option", "language/en")
	b.press("option", "services")
	start := b.page
	first := b.press("option", "topics").body
	back := start.form("do", "back")
	if again := b.post("/say", start.form("option", "topics")).body; again != first {
		t.Errorf("pressed twice:\n%s\nwant the same page as after one press:\n%s", again, first)
	}
	if stale := b.post("/say", back).body; stale != first {
		t.Errorf("back on an earlier page:\n%s\nwant where the talk stands:\n%s", stale, first)
	}
	if stale := b.post("/say", start.form("text", "2")).body; stale != first {
		t.Error("a number typed on an earlier page chose from a list that it did not belong to")
	}
	b.post("/say", start.form("option", "events")).want(t, "Choose event")
}

func TestGoneTalkBeginsAnew(t *testing.T) {
	t.Parallel()
	now := today
	b := newBrowser(t, serve(t, newWebAt(t, func() time.Time { return now }, nil)))
	b.get("/")
	b.press("option", "language/ru")
	page := b.page
	now = now.Add(24 * time.Hour)
	b.post("/say", page.form("text", "passport fee")).want(t, "ru Fee usual")
	now = now.Add(24 * time.Hour)
	b.post("/say", page.form("option", "fee/passport")).want(t, "ru Fee usual")
	now = now.Add(24 * time.Hour)
	for name, value := range map[string]string{"do": "back", "text": "1", "option": "do/erase"} {
		now = now.Add(24 * time.Hour)
		b.post("/say", page.form(name, value)).want(t, "Notice keys")
	}
}

func TestWithoutCookies(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	b.client.Jar = nil
	p := b.get("/")
	p = b.post("/say", url.Values{"turn": {"1"}, "lang": {"ru"}, "token": p.form("", "")["token"], "text": {"passport fee"}})
	p.want(t, "ru Fee usual")
	b.press("option", "documents/passport").want(t, "ru Source")
	b.press("option", "no/such").want(t, "Notice keys")
}

func TestLeaving(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, func(o *web.Options) { o.Exit = "https://www.example.org/" })))
	b.get("/")
	b.press("option", "language/ru")
	p := b.post("/leave", b.page.form("", ""))
	if p.path != "/leave" || !strings.Contains(p.body, `http-equiv="refresh" content="0;url=https://www.example.org/"`) {
		t.Errorf("after leaving: %s\n%s", p.path, p.body)
	}
	if u, _ := url.Parse(b.server); len(b.client.Jar.Cookies(u)) != 0 {
		t.Error("the cookie is still there")
	}
	b.get("/").want(t, "Notice keys")
}

func TestEndOfTalk(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	b.get("/")
	b.press("option", "language/en")
	p := b.press("text", "stop")
	p.want(t, "Goodbye")
	if strings.Contains(p.body, `id="say"`) || !strings.Contains(p.body, `href="/">Start again`) {
		t.Error("after the end there is still a form, or no way to start again")
	}
}

func TestSimulate(t *testing.T) {
	t.Parallel()
	w := newWeb(t, nil)
	var got strings.Builder
	for _, did := range []channels.Action{{Dial: true}, {Input: "1"}, {Input: "passport fee"}, {Input: "9"}, {Input: "0"}, {Input: "0"}, {Input: "1"}} {
		shown, err := w.Simulate(t.Context(), "anna", did)
		if err != nil {
			t.Fatal(err)
		}
		got.WriteString(shown.Text + "\n")
	}
	for _, want := range []string{"[3] Русский\n", "Home\n[1] Services\n", "Fee usual 40\u00a0manat\n", "\nSource law", "Person call 100", "\nServices\n[1] By topic\n[2] By event\n"} {
		if !strings.Contains(got.String(), want) {
			t.Errorf("%q is not in the talk:\n%s", want, got.String())
		}
	}
	other, err := w.Simulate(t.Context(), "boris", channels.Action{Dial: true})
	if err != nil || other.Lang != "en" || !strings.Contains(other.Text, "Notice keys") {
		t.Errorf("another person: %+v, %v; want the first notice", other, err)
	}
}

func TestStatic(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	for name, kind := range map[string]string{"style.css": "text/css", "chat.js": "text/javascript", "phone.js": "text/javascript", "icon.svg": "image/svg+xml"} {
		p := b.get("/static/" + name)
		if p.status != http.StatusOK || !strings.HasPrefix(p.header.Get("Content-Type"), kind) {
			t.Errorf("%s: status %d, type %s", name, p.status, p.header.Get("Content-Type"))
		}
	}
	if p := b.get("/static/web.go"); p.status != http.StatusNotFound {
		t.Errorf("a file that is none: status %d", p.status)
	}
}
