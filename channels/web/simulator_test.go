package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels/web"
)

// phone sends the form of the simulator with one key pressed.
func (b *browser) phone(name, value string) *page {
	b.tb.Helper()
	f := b.page.form(name, value)
	f.Set("input", typed(&b.page))
	return b.post("/simulator", f)
}

// typed gives what stands in the field.
func typed(p *page) string {
	_, rest, _ := strings.Cut(p.body, `id="input"`)
	_, rest, _ = strings.Cut(rest, `value="`)
	value, _, _ := strings.Cut(rest, `"`)
	return value
}

func TestPhone(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	if p := b.get("/simulator"); !strings.Contains(p.body, "No call.") || !strings.Contains(p.body, `<html lang="en"`) {
		t.Errorf("first page:\n%s", p.body)
	}
	p := b.phone("do", "call")
	for _, want := range []string{`lang="az" dir="ltr">Salam` + "\n" + `1 &lt;Xidmətlər&gt;</div>`, "20 of 160 septets", ">Send<"} {
		if !strings.Contains(p.body, want) {
			t.Errorf("after the call there is no %q in\n%s", want, p.body)
		}
	}
	b.phone("key", "1")
	b.phone("key", "#")
	if got := typed(&b.page); got != "1#" || !strings.Contains(b.page.body, "Salam") {
		t.Errorf("typed is %q, want 1# under the same screen", got)
	}
	b.phone("do", "clear")
	b.phone("key", "7")
	if p := b.phone("do", "call"); !strings.Contains(p.body, "typed 7<") || typed(p) != "" {
		t.Errorf("after sending:\n%s", p.body)
	}
	b.phone("key", "0")
	if p := b.phone("do", "call"); !strings.Contains(p.body, "The call has ended.") || !strings.Contains(p.body, ">Call<") {
		t.Errorf("after the end:\n%s", p.body)
	}
	b.phone("do", "call")
	if p := b.phone("do", "hangup"); !strings.Contains(p.body, "No call.") {
		t.Errorf("after hanging up:\n%s", p.body)
	}
}

func TestPhoneLimits(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, nil)))
	f := b.get("/simulator").form("input", strings.Repeat("ə", 500))
	f.Set("screen", strings.Repeat("x", 5000))
	if p := b.post("/simulator", f); len([]rune(typed(p))) != 160 || strings.Contains(p.body, "xxx") {
		t.Errorf("typed %d letters, want 160 and no screen", len([]rune(typed(p))))
	}
	f = b.page.form("input", "\xff<b>\x00")
	f.Set("screen", "\xff<script>")
	if p := b.post("/simulator", f); p.status != http.StatusOK || strings.Contains(p.body, "<script>") {
		t.Errorf("markup in the form: status %d\n%s", p.status, p.body)
	}
	if p := b.post("/simulator", url.Values{"screen": {strings.Repeat("x", 1<<20)}}); p.status != http.StatusRequestEntityTooLarge {
		t.Errorf("a megabyte: status %d, want 413", p.status)
	}
}

func TestNoPhone(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, serve(t, newWeb(t, func(o *web.Options) { o.Phone = nil })))
	if p := b.get("/simulator"); p.status != http.StatusNotFound {
		t.Errorf("without a phone: status %d, want 404", p.status)
	}
}
