package ussd_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// gateway is Africa's Talking before one phone and the small base.
type gateway struct {
	t     *testing.T
	mux   *http.ServeMux
	store *forgetful
}

// forgetful is a store that loses everything when it is told to.
type forgetful struct{ session.Store }

func (f *forgetful) lose() { f.Store = session.NewMemory(0) }

func newGateway(t *testing.T, o ussd.Options) *gateway {
	t.Helper()
	b := knowledgetest.Load()
	e := channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
	store := &forgetful{Store: session.NewMemory(0)}
	now := func() time.Time { return time.Date(2026, 11, 10, 12, 0, 0, 0, b.Zone) }
	desk := channels.NewDesk(e, store, now, slog.New(slog.NewTextHandler(io.Discard, nil)))
	g := &gateway{t: t, mux: http.NewServeMux(), store: store}
	ussd.New(desk, &channels.Secret{1}, o).Mount(g.mux)
	return g
}

func talking(t *testing.T) *gateway { return newGateway(t, ussd.Options{Secret: "s3cret", Demo: true}) }

// send sends what was keyed in since the talk began and gives the whole answer.
func (g *gateway) send(session, text string) string {
	g.t.Helper()
	w := post(g.mux, session, "+994501234567", text)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/plain; charset=utf-8" {
		g.t.Fatalf("%s %q: %d %s", session, text, w.Code, w.Body)
	}
	body := w.Body.String()
	if !strings.HasPrefix(body, "CON ") && !strings.HasPrefix(body, "END ") || strings.Contains(body, "\r") || len(body) <= 4 {
		g.t.Errorf("%s %q is answered with %q", session, text, body)
	}
	return body
}

// shows checks that an answer has some words in it.
func (g *gateway) shows(got, want string) {
	g.t.Helper()
	if !strings.Contains(got, want) {
		g.t.Errorf("the screen is\n%s\nwant %q in it", got, want)
	}
}

// same checks that a request is answered with the same bytes.
func (g *gateway) same(session, text, want string) {
	g.t.Helper()
	if got := g.send(session, text); got != want {
		g.t.Errorf("%s %q is answered with\n%s\nwant\n%s", session, text, got, want)
	}
}

func TestTheGatewaysContract(t *testing.T) {
	t.Parallel()
	const form = "application/x-www-form-urlencoded"
	good := url.Values{"sessionId": {"a"}, "phoneNumber": {"+994501234567"}, "text": {""}}
	with := func(key, value string) string {
		v := url.Values{}
		for k := range good {
			v[k] = good[k]
		}
		if v[key] = []string{value}; value == "-" {
			v.Del(key)
		}
		return v.Encode()
	}
	tests := []struct {
		name, method, path, kind, body string
		want                           int
	}{
		{"as agreed", "POST", "s3cret", form, good.Encode(), 200},
		{"with a charset", "POST", "s3cret", form + "; charset=UTF-8", good.Encode(), 200},
		{"another secret", "POST", "s3cres", form, good.Encode(), 404},
		{"a shorter secret", "POST", "s3cre", form, good.Encode(), 404},
		{"no secret", "POST", "", form, good.Encode(), 404},
		{"another method", "GET", "s3cret", form, good.Encode(), 405},
		{"another method and another secret", "GET", "nothing", form, good.Encode(), 404},
		{"JSON", "POST", "s3cret", "application/json", "{}", 415},
		{"no kind", "POST", "s3cret", "", good.Encode(), 415},
		{"too large", "POST", "s3cret", form, "text=" + strings.Repeat("1", 17<<10), 413},
		{"damaged", "POST", "s3cret", form, "text=%zz", 400},
		{"empty", "POST", "s3cret", form, "", 400},
		{"no session", "POST", "s3cret", form, with("sessionId", "-"), 400},
		{"a long session", "POST", "s3cret", form, with("sessionId", strings.Repeat("a", 201)), 400},
		{"no number", "POST", "s3cret", form, with("phoneNumber", "-"), 400},
		{"no real number", "POST", "s3cret", form, with("phoneNumber", "anonymous"), 400},
		{"no text", "POST", "s3cret", form, with("text", "-"), 400},
		{"no UTF-8", "POST", "s3cret", form, with("text", "\xff\xfe"), 200},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := httptest.NewRequest(test.method, ussd.Path+test.path, strings.NewReader(test.body))
			if test.kind != "" {
				r.Header.Set("Content-Type", test.kind)
			}
			w := httptest.NewRecorder()
			talking(t).mux.ServeHTTP(w, r)
			if w.Code != test.want || strings.Contains(w.Body.String(), "99450") {
				t.Errorf("status %d, want %d: %s", w.Code, test.want, w.Body)
			}
			if allow := w.Header().Get("Allow"); test.want == 405 && allow != "POST" {
				t.Errorf("Allow is %q", allow)
			}
		})
	}
}

func TestADemonstrationAnswersNoRealPhone(t *testing.T) {
	t.Parallel()
	g := newGateway(t, ussd.Options{Secret: "s3cret"})
	if w := post(g.mux, "a", "+994501234567", ""); w.Code != http.StatusForbidden {
		t.Errorf("a demonstration answers with %d %s", w.Code, w.Body)
	}
	g = newGateway(t, ussd.Options{Demo: true})
	if w := post(g.mux, "a", "+994501234567", ""); w.Code != http.StatusNotFound {
		t.Errorf("without a secret the endpoint answers with %d", w.Code)
	}
}

func TestATalkKeyByKey(t *testing.T) {
	t.Parallel()
	g := talking(t)
	g.shows(g.send("a", ""), "1 English")
	g.shows(g.send("a", "1"), "Home")
	g.shows(g.send("a", "1*1"), "By topic")
	g.shows(g.send("a", "1*1*1"), "1 Papers")
	g.shows(g.send("a", "1*1*1*0"), "By topic")
	g.shows(g.send("a", "1*1*1*0*00"), "Home")
	g.shows(g.send("a", "1*1*1*0*00*9"), "Person call 100")
	g.shows(g.send("a", "1*1*1*0*00*9*77"), "Wrong key")
}

func TestDeliveriesAreTakenOnce(t *testing.T) {
	t.Parallel()
	g := talking(t)
	first := g.send("a", "")
	g.same("a", "", first)
	home := g.send("a", "1")
	services := g.send("a", "1*1")
	g.same("a", "1*1", services)
	g.same("a", "1", services)   // late
	g.same("a", "", services)    // later still
	g.same("a", "2*1", services) // never sent by a gateway that works
	g.same("a", "1*2", services)
	g.same("a", "1*12", services)
	if got := g.send("a", "1*1*00"); got != home {
		t.Errorf("after all that, 00 leads to\n%s\nwant\n%s", got, home)
	}
}

func TestALateDeliveryOfTheTalkBeforeChangesNothing(t *testing.T) {
	t.Parallel()
	g := talking(t)
	g.send("a", "")
	g.send("a", "1")
	g.shows(g.send("a", "1*passport fee"), "Fee usual")
	resume := g.send("b", "")
	g.shows(resume, "Resume topic Passport")
	g.same("a", "1*passport fee*00", resume)
	g.shows(g.send("b", "1"), "Fee usual")
}

func TestADialledPathIsPlayed(t *testing.T) {
	t.Parallel()
	keyed := talking(t)
	for _, text := range []string{"", "1", "1*1", "1*1*1"} {
		keyed.send("a", text)
	}
	want := keyed.send("a", "1*1*1*1")
	talking(t).same("a", "1*1*1*1", want)
	talking(t).same("a", "1**1*1*1", want)
	talking(t).send("a", strings.Repeat("1*", 3000))
	talking(t).send("a", strings.Repeat("*", 3000))
}

func TestALostTalkIsPlayedAgainFromItsKeys(t *testing.T) {
	t.Parallel()
	g := talking(t)
	for _, text := range []string{"", "1", "1*passport", "1*passport*2"} {
		g.send("a", text)
	}
	want := g.send("a", "1*passport*2*98")
	g.store.lose()
	g.same("a", "1*passport*2*98", want)
	g.store.lose()
	g.shows(g.send("a", "1*passport*2*98*00"), "Home")
}

func TestPagesToTheEndAndBeyond(t *testing.T) {
	t.Parallel()
	g := talking(t)
	g.send("a", "")
	g.send("a", "1")
	keys := "1*passport"
	first := g.send("a", keys)
	g.shows(first, "Tail more")
	seen := []string{first}
	for !strings.Contains(seen[len(seen)-1], "No more") {
		if len(seen) > 30 {
			t.Fatalf("30 pages, and no end: %q", seen)
		}
		keys += "*98"
		page := g.send("a", keys)
		g.same("a", keys, page)
		seen = append(seen, page)
	}
	if len(seen) < 3 {
		t.Errorf("pages: %q, want at least two, and then no more", seen)
	}
	if last := seen[len(seen)-2]; strings.Contains(last, "Tail more") {
		t.Errorf("the last page promises more:\n%s", last)
	}
	g.shows(seen[len(seen)-1], "A passport for travel.") // the first page again, with the word
	if got := g.send("a", keys+"*00"); strings.Contains(got, "No more") {
		t.Errorf("the word is said again:\n%s", got)
	}
	g.same("a", keys+"*00*passport", first) // from the first page
}

func TestATalkIsResumedAndEnded(t *testing.T) {
	t.Parallel()
	g := talking(t)
	g.send("a", "")
	g.send("a", "1")
	fee := g.send("a", "1*passport fee")
	g.shows(g.send("b", ""), "Resume topic Passport")
	g.same("b", "1", fee)
	if got := g.send("b", "1*stop"); !strings.HasPrefix(got, "END ") {
		t.Errorf("the end of a talk is %q", got)
	}
	g.shows(g.send("c", ""), "1 English")
}

func TestEveryScreenFitsThePhone(t *testing.T) {
	t.Parallel()
	g := talking(t)
	for _, language := range []string{"1", "2", "3"} {
		for _, question := range []string{"1O", "1D", "1F", "1W", "1S", "1T", "2R", "3E", "1Q", "G6", "K1", "9"} {
			text := language + "*" + question
			for range 6 {
				screen := strings.TrimPrefix(g.send(language+question, text), "CON ")
				units, limit := utf8.RuneCountInString(screen), 160
				if strings.ContainsFunc(screen, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
					limit = 80 // 160 octets of UCS-2
				}
				if units > limit {
					t.Errorf("%s takes %d of %d units:\n%s", text, units, limit, screen)
				}
				text += "*98"
			}
		}
	}
}

func TestSimulatedPhones(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Load()
	e := channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
	desk := channels.NewDesk(e, session.NewMemory(0), func() time.Time { return time.Date(2026, 11, 10, 12, 0, 0, 0, time.UTC) }, slog.New(slog.NewTextHandler(io.Discard, nil)))
	p := ussd.NewPhones(ussd.New(desk, &channels.Secret{1}, ussd.Options{}))
	play := func(who string, a channels.Action) channels.Shown {
		shown, err := p.Simulate(context.Background(), who, a)
		if err != nil {
			t.Fatal(err)
		}
		return shown
	}
	first := play("ann", channels.Action{Input: "typed before dialling"})
	if !strings.Contains(first.Text, "1 English") || !strings.Contains(first.Note, "of 160 septets") {
		t.Errorf("a phone that types first sees %+v", first)
	}
	home := play("ann", channels.Action{Input: "1"})
	if again, _ := p.Redeliver(context.Background(), "ann"); !reflect.DeepEqual(again, home) {
		t.Errorf("delivered twice: %+v, want %+v", again, home)
	}
	if none, _ := p.Redeliver(context.Background(), "nobody"); !reflect.DeepEqual(none, channels.Shown{}) {
		t.Errorf("delivered again to nobody: %+v", none)
	}
	if other := play("bob", channels.Action{Dial: true}); !reflect.DeepEqual(other, first) {
		t.Errorf("another phone sees %+v, want %+v", other, first)
	}
	play("ann", channels.Action{Input: "passport"})
	play("ann", channels.Action{HangUp: true})
	if got := play("ann", channels.Action{Dial: true}); !strings.Contains(got.Text, "Resume topic Passport") {
		t.Errorf("dialled again after hanging up: %q", got.Text)
	}
	if got := play("ann", channels.Action{Input: "stop"}); !got.End {
		t.Errorf("stopped: %+v", got)
	}
	if got := play("ann", channels.Action{Input: "1"}); got.Text != first.Text {
		t.Errorf("typed after the end: %q", got.Text)
	}
	play("eve", channels.Action{Dial: true})
	play("eve", channels.Action{Input: "3"})
	if ru := play("eve", channels.Action{Input: "паспорт"}); ru.Lang != "ru" || !strings.Contains(ru.Note, "UCS-2 units") {
		t.Errorf("in Russian: %+v", ru)
	}
}
