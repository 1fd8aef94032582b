package telegram_test

import (
	"context"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/plainline/plainline/channels/telegram"
)

// run runs the channel and gives what ends it.
func run(tb testing.TB, bot *telegram.Telegram) func() {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := bot.Run(ctx); err != nil {
			tb.Error(err)
		}
	}()
	return sync.OnceFunc(func() {
		cancel()
		<-done
	})
}

func TestATalkByWordsNumbersAndButtons(t *testing.T) {
	t.Parallel()
	h := open(t, newFake(t), newDesk(), nil)
	h.add("message", private(7, 1, "/start"))
	first := h.said(7, 1)
	if !strings.Contains(first.text, "A machine answers") || first.data("1 ") == "" {
		t.Errorf("the first message is %q with %v, want the notice in the person's own language, and languages to choose", first.text, first.markup)
	}
	h.add("message", private(7, 2, "2"))
	home := h.said(7, 2)
	h.add("message", private(7, 3, "id card fee"))
	if fee := h.said(7, 3); !strings.Contains(fee.text, "5\u00a0manat") || !strings.Contains(fee.text, "Code 1F") {
		t.Errorf("asked for a fee, the bot says %q", fee.text)
	}
	id := h.add("callback_query", press(7, home.data("1 ")))
	if services := h.said(7, 4); services.data("1 ") == "" || services.data("0 ") == "" {
		t.Errorf("after the button of an older message, the bot says %q with %v, want where that button leads", services.text, services.markup)
	}
	h.acknowledged(id)
	if n := len(h.of("answerCallbackQuery")); n != 1 {
		t.Errorf("one press was answered %d times", n)
	}
	h.end()
	if log := h.log.String(); strings.Contains(log, token) || strings.Contains(log, "AAtest") {
		t.Errorf("the token is in the log:\n%s", log)
	}
}

func TestCommandsAreDescribedInEveryLanguage(t *testing.T) {
	t.Parallel()
	h := open(t, newFake(t), newDesk(), nil)
	h.until("commands are told", func() bool { return len(h.of("setMyCommands")) == 4 && len(h.of("getUpdates")) > 0 })
	got := map[string]string{}
	for _, c := range h.of("setMyCommands") {
		got[c.form["language_code"]] = c.form["commands"]
	}
	for lang, want := range map[string]string{"": "Kömək", "az": "Kömək", "en": "Erase my answers", "ru": "Помощь"} {
		if !strings.Contains(got[lang], want) || !strings.Contains(got[lang], `"command":"person"`) {
			t.Errorf("commands in %q are %s, want %q among them", lang, got[lang], want)
		}
	}
	if n := len(h.of("deleteWebhook")); n != 1 {
		t.Errorf("deleteWebhook was called %d times: updates cannot be fetched while there is a webhook", n)
	}
}

func TestAnUpdateDeliveredAgainChangesNothing(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	desk := newDesk()
	h := open(t, f, desk, nil)
	f.add("message", private(7, 1, "/home"))
	f.said(7, 1)
	twice := f.add("message", private(7, 2, "1"))
	want := f.said(7, 2)
	f.acknowledged(twice)
	h.end()

	// Another program with the same sessions is given the same update: what it did is remembered.
	f.mu.Lock()
	f.updates = []map[string]any{{"update_id": twice, "message": private(7, 2, "1")}}
	f.mu.Unlock()
	open(t, f, desk, nil)
	if got := f.said(7, 3); got.text != want.text || got.data("1 ") != want.data("1 ") {
		t.Errorf("the same update is answered with %q, want %q once more", got.text, want.text)
	}
}

func TestEditsOfTheLastMessageAreQuestionsOnce(t *testing.T) {
	t.Parallel()
	h := open(t, newFake(t), newDesk(), nil)
	h.add("message", private(7, 1, "passport fee"))
	h.said(7, 1)
	h.add("message", private(7, 2, "id card feee"))
	h.said(7, 2)
	h.add("edited_message", private(7, 2, "id card feee"))   // a preview was added, no word changed
	h.add("edited_message", private(7, 1, "passport where")) // not the last message
	h.add("edited_message", private(7, 2, "how long does an id card take"))
	if got := h.said(7, 3); !strings.Contains(got.text, "Code 1T") {
		t.Errorf("the edited question is answered with %q", got.text)
	}
	h.add("edited_message", private(7, 2, "pension"))
	id := h.add("edited_message", private(9, 2, "of a talk that nobody remembers"))
	h.acknowledged(id)
	if n := len(h.messages(7)) + len(h.messages(9)); n != 3 {
		t.Errorf("%d messages were sent, want 3: older and further edits are left", n)
	}
}

func TestOldButtonsLeadToASanePlace(t *testing.T) {
	t.Parallel()
	h := open(t, newFake(t), newDesk(), nil)
	h.add("message", private(7, 1, "child passport fee"))
	asks := h.said(7, 1)
	if !strings.Contains(asks.text, "35") {
		t.Fatalf("the fee is %q", asks.text)
	}
	h.add("message", private(7, 2, "/home"))
	home := h.said(7, 2)
	n := 2
	for _, data := range []string{asks.data("2 "), "", "=77", "nonsense", strings.Repeat("x", 300), "AAAAAA3:do/erase", "AAAAAA1", ":", "AAAAAA:give/x"} {
		h.add("callback_query", press(7, data))
		if n++; h.said(7, n).text != home.text {
			t.Errorf("the old button %q is answered with %q, want where the talk stands", data, h.said(7, n).text)
		}
	}
	h.add("callback_query", press(8, asks.data("2 "))) // the talk is over and forgotten
	if got := h.said(8, 1); !strings.Contains(got.text, "A machine answers") {
		t.Errorf("a button of a forgotten talk is answered with %q", got.text)
	}
	h.add("callback_query", press(7, "=9"))
	if got := h.said(7, n+1); !strings.Contains(got.text, "108") {
		t.Errorf("the button for a person is answered with %q", got.text)
	}
	h.until("every press is answered", func() bool { return len(h.of("answerCallbackQuery")) == 11 })
}

func TestUpdatesOfOneChatKeepTheirOrder(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	texts := []string{"/home", "1", "0", "/help", "0", "/person", "0", "/language", "0", "passport fee"}
	const people = 40
	for i, text := range texts {
		for who := int64(100); who < 100+people; who++ {
			f.add("message", private(who, int64(i), text))
		}
	}
	h := open(t, f, newDesk(), nil)
	for who := int64(100); who < 100+people; who++ {
		h.said(who, len(texts))
		got := h.messages(who)
		for i, want := range []string{"What do you need?", "", "What do you need?", "98 more", "What do you need?", "108", "What do you need?", "", "What do you need?", "Passport: Fee"} {
			if !strings.Contains(got[i].text, want) {
				t.Errorf("%d: answer %d to %q is %q, want %q in it", who, i, texts[i], got[i].text, want)
			}
		}
	}
}

func TestWhatCannotBeReadIsAcknowledged(t *testing.T) {
	t.Parallel()
	h := open(t, newFake(t), newDesk(), nil)
	h.add("poll_answer", map[string]any{"poll_id": "1"})
	h.add("something_new", map[string]any{"a": []int{1}})
	h.add("message", map[string]any{"message_id": "text", "chat": 7})
	h.add("message", map[string]any{"message_id": 1, "chat": map[string]any{"id": 7, "type": "private"}, "from": map[string]any{"id": 7}, "new_chat_title": "x"})
	h.add("channel_post", private(7, 1, "hello"))
	h.add("callback_query", map[string]any{"id": "1", "from": map[string]any{"id": 7}, "inline_message_id": "x", "data": "y"})
	photo := private(7, 2, "")
	photo["photo"] = []map[string]any{{"file_id": "x"}}
	id := h.add("message", photo)
	if got := h.said(7, 1); !strings.Contains(got.text, "I did not understand") && !strings.Contains(got.text, "Başa düşmədim") {
		t.Errorf("a photograph is answered with %q", got.text)
	}
	h.acknowledged(id)
	if all := h.of("sendMessage"); len(all) != 1 {
		t.Errorf("%d messages were sent, want one: %v", len(all), all)
	}
	if n := len(h.of("answerCallbackQuery")); n != 1 {
		t.Errorf("a query without a chat was answered %d times, want once", n)
	}
}

func TestManyTalksAtOnce(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	const people = 500
	for who := int64(1); who <= people; who++ {
		f.add("message", private(who, 1, "/start "+strconv.FormatInt(who%30+1, 10)))
		f.add("message", private(who, 2, "fee"))
	}
	h := open(t, f, newDesk(), nil)
	for who := int64(1); who <= people; who++ {
		h.said(who, 2)
		want := "Code " + strconv.FormatInt(who%30+1, 10)
		for _, m := range h.messages(who)[:2] {
			if strings.Contains(m.text, "Code") && !strings.Contains(m.text, want) {
				t.Errorf("%d was answered %q, want %s", who, m.text, want)
			}
		}
	}
}
