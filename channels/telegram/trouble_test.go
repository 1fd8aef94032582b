package telegram_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/telegram"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// A server that fails at first, at every method, is asked again; nothing is lost, and the log names no chat and no token.
func TestTroubleIsOutlived(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	failed := map[string]int{}
	f.refuse = func(c call) *refusal {
		f.mu.Lock()
		defer f.mu.Unlock()
		if failed[c.method]++; failed[c.method] > 1 {
			return nil
		}
		switch c.method {
		case "getMe", "sendMessage":
			return &refusal{status: 502, says: "Bad Gateway for 123456789"}
		case "getUpdates":
			return &refusal{status: 409, says: "Conflict: terminated by other getUpdates request"}
		case "answerCallbackQuery":
			return &refusal{status: 400, says: "Bad Request: query is too old"}
		}
		return &refusal{status: 429, says: "Too Many Requests: retry after 1", wait: 1}
	}
	f.add("message", private(7, 1, "passport fee"))
	f.add("callback_query", press(7, "=9"))
	h := open(t, f, newDesk(), nil)
	if got := h.said(7, 3); !strings.Contains(got.text, "108") {
		t.Errorf("the second answer is %q", got.text)
	}
	h.end()
	for _, secret := range []string{token, "123456789", "AAtest", "passport"} {
		if log := h.log.String(); strings.Contains(log, secret) {
			t.Errorf("%q is in the log:\n%s", secret, log)
		}
	}
	if log := h.log.String(); !strings.Contains(log, "409 Conflict") || strings.Count(log, "502") != 1 {
		t.Errorf("the log says\n%s\nwant each trouble once", log)
	}
}

// Whoever waits for a slow answer sees that somebody is typing; whoever does not, does not.
func TestTypingIsShownForSlowAnswersOnly(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	desk := channels.NewDesk(sample(), slowFor{session.NewMemory(10), channels.NewPersons(&channels.Secret{1}, channels.Telegram).Of("7"), f}, func() time.Time { return noon }, slog.New(slog.DiscardHandler))
	h := open(t, f, desk, nil)
	h.add("message", private(8, 1, "/help"))
	h.said(8, 1)
	h.add("message", private(7, 1, "/help"))
	h.said(7, 1)
	h.end()
	for _, c := range h.of("sendChatAction") {
		if c.form["chat_id"] != "7" || c.form["action"] != "typing" {
			t.Errorf("was shown %v", c.form)
		}
	}
	if n := len(h.of("sendChatAction")); n != 1 {
		t.Errorf("typing was shown %d times, want once", n)
	}
}

// slowFor is a store that is slow for one person: it waits until typing is shown.
type slowFor struct {
	session.Store
	who  dialog.Person
	fake *fake
}

func (s slowFor) Load(ctx context.Context, p dialog.Person, now time.Time) (session.Record, error) {
	if p == s.who {
		s.fake.until("typing is shown", func() bool { return len(s.fake.of("sendChatAction")) > 0 })
	}
	return s.Store.Load(ctx, p, now)
}

func TestADemonstrationIsNotForMessengers(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	o, log := options(f)
	o.Demo, o.Webhook = false, "https://plainline.example"
	bot := telegram.New(newDesk(), &channels.Secret{1}, o)
	end := run(t, bot)
	f.mu.Lock()
	calls := len(f.calls)
	f.mu.Unlock()
	end()
	if calls != 0 || !strings.Contains(log.String(), "demonstration") {
		t.Errorf("%d calls; the log says %q", calls, log)
	}
}

// A base that becomes a demonstration while the bot runs is silent from then on.
func TestADemonstrationThatIsLoadedLaterIsSilent(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	files["base.yaml"].Data = bytes.Replace(files["base.yaml"].Data, []byte("demonstration: true\n"), nil, 1)
	b, findings := knowledge.Load(files)
	if b == nil || b.Demonstration {
		t.Fatalf("the base does not load as one that is real: %v", findings)
	}
	own := channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
	desk := channels.NewDesk(own, session.NewMemory(10), func() time.Time { return noon }, slog.New(slog.DiscardHandler))
	h := open(t, newFake(t), desk, func(o *telegram.Options) { o.Demo = false })
	h.acknowledged(h.add("message", private(7, 1, "/help")))
	desk.Swap(sample())
	h.acknowledged(h.add("message", private(7, 2, "/help")))
	h.end()
	if n := len(h.messages(7)); n != 1 {
		t.Errorf("%d messages were sent, want one: that of the base that was real", n)
	}
}

// Turns that were begun when the program is told to end are ended and answered, and the last batch is acknowledged.
func TestTheEndInMidTalk(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	entered, leave := make(chan struct{}), make(chan struct{})
	store := gate{session.NewMemory(10), entered, leave}
	desk := channels.NewDesk(sample(), store, func() time.Time { return noon }, slog.New(slog.DiscardHandler))
	o, _ := options(f)
	bot := telegram.New(desk, &channels.Secret{1}, o)
	end := run(t, bot)
	id := f.add("message", private(7, 1, "passport fee"))
	<-entered
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		end()
	}()
	close(leave)
	<-ended
	if got := f.messages(7); len(got) != 1 {
		t.Errorf("%d messages were sent, want the answer", len(got))
	}
	polls := f.of("getUpdates")
	if last := polls[len(polls)-1].form; last["offset"] <= "1000" || last["timeout"] != "0" {
		t.Errorf("the last call is %v, want update %d acknowledged without waiting", last, id)
	}
}

// gate is a store that says when it is entered, and waits.
type gate struct {
	session.Store
	entered, leave chan struct{}
}

func (g gate) Load(ctx context.Context, p dialog.Person, now time.Time) (session.Record, error) {
	close(g.entered)
	<-g.leave
	return g.Store.Load(ctx, p, now)
}

// A server that does not speak the Bot API at all.
func TestAServerThatIsSomethingElse(t *testing.T) {
	t.Parallel()
	asked := make(chan struct{}, 100)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("<html>" + r.URL.Path))
		asked <- struct{}{}
	}))
	defer server.Close()
	f := newFake(t)
	o, log := options(f)
	o.Server = server.URL + "/"
	end := run(t, telegram.New(newDesk(), &channels.Secret{1}, o))
	<-asked
	end()
	if strings.Contains(log.String(), "AAtest") {
		t.Errorf("the token is in the log:\n%s", log)
	}
}
