package telegram_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/plainline/plainline/channels/telegram"
)

// hook is a bot with a webhook, and what it wants to see with each update.
type hook struct {
	*house
	server *httptest.Server
	secret string
}

func openHook(t *testing.T, change func(*telegram.Options)) *hook {
	t.Helper()
	f := newFake(t)
	h := &hook{house: open(t, f, newDesk(), func(o *telegram.Options) {
		o.Webhook = "https://plainline.example/"
		if change != nil {
			change(o)
		}
	})}
	mux := http.NewServeMux()
	h.bot.Mount(mux)
	h.server = httptest.NewServer(mux)
	t.Cleanup(h.server.Close)
	f.until("the webhook is set", func() bool { return len(f.of("setWebhook")) == 1 })
	set := f.of("setWebhook")[0].form
	h.secret = set["secret_token"]
	if set["url"] != "https://plainline.example/telegram" || len(h.secret) < 32 || !strings.Contains(set["allowed_updates"], "edited_message") {
		t.Errorf("the webhook is set as %v", set)
	}
	return h
}

// send sends a body as Telegram would, with a secret, and gives status and answer.
func (h *hook) send(t *testing.T, method, secret string, body []byte) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, h.server.URL+telegram.Path, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if secret != "" {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	}
	resp, err := h.server.Client().Do(r)
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	defer resp.Body.Close()
	said, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, string(said)
}

func updateOf(t *testing.T, id int64, kind string, what any) []byte {
	t.Helper()
	data, err := json.Marshal(map[string]any{"update_id": id, kind: what})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTheWebhookTakesOnlyWhatTelegramSends(t *testing.T) {
	t.Parallel()
	h := openHook(t, nil)
	good := updateOf(t, 5, "message", private(7, 1, "passport fee"))
	wrong := []byte(h.secret)
	wrong[len(wrong)-1] ^= 1
	for name, secret := range map[string]string{"no secret": "", "a wrong byte": string(wrong), "a part": h.secret[1:], "more": h.secret + "0"} {
		if status, body := h.send(t, http.MethodPost, secret, good); status != http.StatusUnauthorized || body != "" {
			t.Errorf("%s: got %d %q, want a bare 401", name, status, body)
		}
	}
	if status, body := h.send(t, http.MethodGet, h.secret, nil); status != http.StatusMethodNotAllowed || body != "" {
		t.Errorf("GET: got %d %q", status, body)
	}
	for name, body := range map[string][]byte{"nothing": nil, "no JSON": []byte("{"), "no number": []byte("{}"), "a list": []byte("[1]"), "another type": []byte(`{"update_id":"x"}`)} {
		if status, _ := h.send(t, http.MethodPost, h.secret, body); status != http.StatusOK {
			t.Errorf("%s: got %d, want 200, because it would be no better the next time", name, status)
		}
	}
	if status, _ := h.send(t, http.MethodPost, h.secret, bytes.Repeat([]byte(" "), 1<<20)); status != http.StatusRequestEntityTooLarge {
		t.Errorf("a megabyte: got %d", status)
	}
	if n := len(h.of("sendMessage")); n != 0 {
		t.Fatalf("%d messages were sent before there was a good update", n)
	}
	if status, body := h.send(t, http.MethodPost, h.secret, good); status != http.StatusOK || body != "" {
		t.Errorf("a good update: got %d %q", status, body)
	}
	if got := h.said(7, 1); !strings.Contains(got.text, "Passport: Fee") {
		t.Errorf("the answer is %q", got.text)
	}
	if log := h.log.String(); strings.Contains(log, h.secret) {
		t.Errorf("the secret is in the log:\n%s", log)
	}
}

func TestTheWebhookDeliveringTwiceAndAtOnce(t *testing.T) {
	t.Parallel()
	k := &kept{}
	h := openHook(t, func(o *telegram.Options) { o.Sender = k })
	h.send(t, http.MethodPost, h.secret, updateOf(t, 10, "message", private(7, 1, "/home")))
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if status, _ := h.send(t, http.MethodPost, h.secret, updateOf(t, 11, "message", private(7, 2, "1"))); status != http.StatusOK {
				t.Errorf("delivered at once: got %d", status)
			}
		})
	}
	all.Wait()
	bodies, keys := map[string]bool{}, map[string]bool{}
	for _, m := range k.messages() {
		keys[m.Key] = true
		if m.Key == "telegram/11/0" {
			bodies[string(m.Body)] = true
		}
	}
	if len(bodies) != 1 || len(keys) != 2 {
		t.Errorf("one update delivered 20 times is answered in %d ways under %d keys, want one and one", len(bodies), len(keys)-1)
	}
	// What comes too late is taken, what is older than all that is remembered is not.
	for id := int64(20); id < 28; id++ {
		h.send(t, http.MethodPost, h.secret, updateOf(t, id, "message", private(7, id, "/help")))
	}
	n := len(k.messages())
	h.send(t, http.MethodPost, h.secret, updateOf(t, 11, "message", private(7, 2, "1")))
	if got := k.messages(); len(got) != n {
		t.Errorf("a very late repetition is answered with %s", got[n].Body)
	}
}

func TestAnAnswerThatCannotBeHandedOverIsAskedForAgain(t *testing.T) {
	t.Parallel()
	k := &kept{no: errors.New("the disk is full")}
	h := openHook(t, func(o *telegram.Options) { o.Sender = k })
	update := updateOf(t, 10, "message", private(7, 1, "passport fee"))
	if status, body := h.send(t, http.MethodPost, h.secret, update); status != http.StatusServiceUnavailable || body != "" {
		t.Errorf("got %d %q, want 503", status, body)
	}
	k.mu.Lock()
	k.no = nil
	k.mu.Unlock()
	h.send(t, http.MethodPost, h.secret, update)
	if got := k.messages(); len(got) != 1 || !strings.Contains(string(got[0].Body), "Passport: Fee") {
		t.Errorf("after the repetition there are %d messages", len(got))
	}
}
