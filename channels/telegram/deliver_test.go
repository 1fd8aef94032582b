package telegram_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/telegram"
)

// kept is a Sender that keeps what it is given.
type kept struct {
	mu  sync.Mutex
	all []telegram.Outgoing
	no  error
}

func (k *kept) Send(_ context.Context, messages ...telegram.Outgoing) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.no == nil {
		k.all = append(k.all, messages...)
	}
	return k.no
}

func (k *kept) messages() []telegram.Outgoing {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.all
}

// answered gives a bot and one message of it that is on its way.
func answered(t *testing.T, f *fake, text string) (*telegram.Telegram, telegram.Outgoing, *lockedLog) {
	t.Helper()
	k := &kept{}
	h := open(t, f, newDesk(), func(o *telegram.Options) { o.Sender = k })
	h.acknowledged(h.add("message", private(7, 1, text)))
	h.end()
	if len(k.messages()) != 1 {
		t.Fatalf("%q is answered by %d messages, want one", text, len(k.messages()))
	}
	return h.bot, k.messages()[0], h.log
}

func TestAMessageSaysWhatIsNeededAndNoMore(t *testing.T) {
	t.Parallel()
	_, m, _ := answered(t, newFake(t), "passport fee")
	if m.To != "7" || m.Person == "" || strings.Contains(string(m.Person), "7 ") || m.Key != "telegram/1001/0" {
		t.Errorf("the envelope is %q %q %q", string(m.To), string(m.Person), m.Key)
	}
	if !json.Valid(m.Body) || strings.Contains(string(m.Body), "passport fee") {
		t.Errorf("the body is %s", m.Body)
	}
}

func TestFormattingFallsBackToPlainText(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		refuses func(call) bool
		sends   int
		buttons bool // in the form that is taken
	}{
		{"entities", func(c call) bool { return c.form["entities"] != "" }, 2, true},
		{"buttons", func(c call) bool { return c.form["reply_markup"] != "" }, 3, false},
		{"everything", func(call) bool { return true }, 3, false},
	} {
		f := newFake(t)
		bot, m, log := answered(t, f, "passport fee")
		f.refuse = func(c call) *refusal {
			if c.method == "sendMessage" && test.refuses(c) {
				return &refusal{status: 400, says: "Bad Request: can't parse entities in chat 123456789"}
			}
			return nil
		}
		err := bot.Deliver(t.Context(), m.To, m.Body)
		sends := f.of("sendMessage")
		last := sends[len(sends)-1].form
		if len(sends) != test.sends || (last["reply_markup"] != "") != test.buttons || !strings.Contains(last["text"], "Passport: Fee") {
			t.Errorf("%s refused: %d messages were sent, the last %v", test.name, len(sends), last)
		}
		if all := test.name == "everything"; all != (err != nil) {
			t.Errorf("%s refused: got error %v", test.name, err)
		} else if all {
			if _, again := retryOf(err); again || strings.Contains(err.Error(), "123456789") {
				t.Errorf("a message that is refused in every form gives %v (again: %v)", err, again)
			}
		}
		if !test.buttons && !strings.Contains(last["text"], "9 person") {
			t.Errorf("%s refused: the buttons are not in the text: %q", test.name, last["text"])
		}
		if strings.Contains(log.String(), "123456789") {
			t.Errorf("%s refused: a chat is in the log:\n%s", test.name, log)
		}
	}
}

func retryOf(err error) (time.Duration, bool) {
	var f *telegram.Failure
	if !errors.As(err, &f) {
		return 0, false
	}
	return f.Retry()
}

func TestRefusalsSayWhetherAndWhenToTryAgain(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	bot, m, _ := answered(t, f, "passport fee")
	for _, test := range []struct {
		no    refusal
		after time.Duration
		again bool
		gone  bool
	}{
		{refusal{status: 429, says: "Too Many Requests: retry after 17", wait: 17}, 17 * time.Second, true, false},
		{refusal{status: 403, says: "Forbidden: bot was blocked by the user"}, 0, false, true},
		{refusal{status: 500, says: "Internal Server Error"}, 0, true, false},
		{refusal{status: 502, says: "Bad Gateway"}, 0, true, false},
		{refusal{status: 401, says: "Unauthorized"}, 0, true, false},
		{refusal{status: 400, says: "Bad Request: chat not found"}, 0, false, false},
	} {
		f.mu.Lock()
		f.refuse = func(call) *refusal { return &test.no }
		f.mu.Unlock()
		err := bot.Deliver(t.Context(), m.To, m.Body)
		var failure *telegram.Failure
		if !errors.As(err, &failure) {
			t.Fatalf("%+v gives %v", test.no, err)
		}
		after, again := failure.Retry()
		if after != test.after || again != test.again || failure.Gone() != test.gone {
			t.Errorf("%+v gives %v: after %v, again %v, gone %v", test.no, err, after, again, failure.Gone())
		}
		if strings.Contains(err.Error(), token) || strings.Contains(err.Error(), "Passport") {
			t.Errorf("the error tells too much: %v", err)
		}
	}
}

func TestAServerThatDoesNotAnswerOrIsNotThere(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	bot, m, _ := answered(t, f, "passport fee")
	f.mu.Lock()
	f.refuse = func(call) *refusal { return &refusal{hang: time.Hour} }
	f.mu.Unlock()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	for range 2 {
		err := bot.Deliver(ctx, m.To, m.Body)
		if _, again := retryOf(err); !again || strings.Contains(err.Error(), "AAtest") || strings.Contains(err.Error(), "127.0.0.1") {
			t.Errorf("no answer gives %v (again: %v)", err, again)
		}
		f.CloseClientConnections()
		f.Listener.Close()
		ctx = t.Context()
	}
}

func TestAGroupThatMovedIsFollowed(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	bot, m, _ := answered(t, f, "passport fee")
	f.refuse = func(c call) *refusal {
		if c.form["chat_id"] == "7" {
			return &refusal{status: 400, says: "Bad Request: group chat was upgraded to a supergroup chat", moved: -100500}
		}
		return nil
	}
	if err := bot.Deliver(t.Context(), m.To, m.Body); err != nil || len(f.messages(-100500)) != 1 {
		t.Errorf("got %v, and %d messages at the new number", err, len(f.messages(-100500)))
	}
}

func TestWhatIsNoMessageIsRefused(t *testing.T) {
	t.Parallel()
	bot := telegram.New(newDesk(), &channels.Secret{1}, telegram.Options{Token: token})
	for _, test := range [][2]string{{"x", "{}"}, {"7", "{"}, {"", ""}} {
		if _, again := retryOf(bot.Deliver(t.Context(), channels.Address(test[0]), []byte(test[1]))); again {
			t.Errorf("%q to %q is tried again", test[1], test[0])
		}
	}
}
