package telegram_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/telegram"
)

const token = "123456789:AAtesttokenAAtesttokenAAtesttokenAA"

// fake is a Bot API server: people write to it, and it keeps what the bot does. It answers as Telegram does, also when it
// refuses.
type fake struct {
	*httptest.Server
	tb testing.TB

	mu      sync.Mutex
	updates []map[string]any
	last    int64
	calls   []call
	changed chan struct{} // closed and made anew when something happened

	refuse func(c call) *refusal // nil: everything is taken
}

// call is a method that was called.
type call struct {
	method string
	form   map[string]string
}

// refusal is an answer that is not OK.
type refusal struct {
	status int
	says   string
	wait   int
	moved  int64
	hang   time.Duration
}

func newFake(tb testing.TB) *fake {
	f := &fake{tb: tb, changed: make(chan struct{}), last: 1000}
	f.Server = httptest.NewServer(f)
	tb.Cleanup(f.Close)
	return f
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	method, ok := strings.CutPrefix(r.URL.Path, "/bot"+token+"/")
	if !ok {
		answer(w, &refusal{status: 401, says: "Unauthorized"}, nil)
		return
	}
	c := call{method: method, form: readCall(f.tb, r)}
	f.mu.Lock()
	f.calls = append(f.calls, c)
	f.happened()
	refuse := f.refuse
	f.mu.Unlock()
	if refuse != nil {
		if no := refuse(c); no != nil {
			select {
			case <-time.After(no.hang):
			case <-r.Context().Done():
			}
			if no.status != 0 {
				answer(w, no, nil)
				return
			}
		}
	}
	switch method {
	case "getMe":
		answer(w, nil, map[string]any{"id": 123456789, "is_bot": true, "first_name": "Plain", "username": "plain_bot"})
	case "getUpdates":
		answer(w, nil, f.wait(r, c))
	case "sendMessage":
		answer(w, nil, map[string]any{"message_id": 1, "date": 1, "chat": map[string]any{"id": 1, "type": "private"}, "text": c.form["text"]})
	default:
		answer(w, nil, true)
	}
}

// happened tells who waits; the lock is held.
func (f *fake) happened() {
	close(f.changed)
	f.changed = make(chan struct{})
}

// wait gives the updates from an offset on, as soon as there are any.
func (f *fake) wait(r *http.Request, c call) []map[string]any {
	offset, _ := strconv.ParseInt(c.form["offset"], 10, 64)
	seconds, _ := strconv.Atoi(c.form["timeout"])
	limit := time.After(time.Duration(seconds) * time.Second)
	for {
		f.mu.Lock()
		for len(f.updates) > 0 && f.updates[0]["update_id"].(int64) < offset {
			f.updates = f.updates[1:]
		}
		found, changed := append([]map[string]any{}, f.updates[:min(100, len(f.updates))]...), f.changed
		f.mu.Unlock()
		if len(found) > 0 || seconds == 0 {
			return found
		}
		select {
		case <-changed:
		case <-limit:
			return nil
		case <-r.Context().Done():
			return nil
		}
	}
}

func answer(w http.ResponseWriter, no *refusal, result any) {
	body := map[string]any{"ok": no == nil, "result": result}
	if no != nil {
		more := map[string]any{}
		if no.wait > 0 {
			more["retry_after"] = no.wait
		}
		if no.moved != 0 {
			more["migrate_to_chat_id"] = no.moved
		}
		body = map[string]any{"ok": false, "error_code": no.status, "description": no.says, "parameters": more}
		w.WriteHeader(no.status)
	}
	json.NewEncoder(w).Encode(body)
}

// readCall reads the parameters of a call, in either of the two forms in which they may come.
func readCall(tb testing.TB, r *http.Request) map[string]string {
	form := map[string]string{}
	body, _ := io.ReadAll(r.Body)
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") {
		var all map[string]json.RawMessage
		if err := json.Unmarshal(body, &all); err != nil {
			tb.Errorf("%s: %v", r.URL.Path, err)
		}
		for k, v := range all {
			form[k] = strings.Trim(string(v), `"`)
		}
		return form
	}
	_, boundary, _ := strings.Cut(r.Header.Get("Content-Type"), "boundary=")
	parts := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		p, err := parts.NextPart()
		if err != nil {
			return form
		}
		value, _ := io.ReadAll(p)
		form[p.FormName()] = string(value)
	}
}

// add makes an update happen and gives its number.
func (f *fake) add(kind string, what map[string]any) int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.last++
	f.updates = append(f.updates, map[string]any{"update_id": f.last, kind: what})
	f.happened()
	return f.last
}

// private is a message between a person and the bot.
func private(who, id int64, text string) map[string]any {
	return map[string]any{
		"message_id": id, "date": 1, "text": text,
		"from": map[string]any{"id": who, "is_bot": false, "first_name": "A", "language_code": "en"},
		"chat": map[string]any{"id": who, "type": "private"},
	}
}

// press is a press of a button.
func press(who int64, data string) map[string]any {
	m := private(who, 1, "what the bot had said")
	return map[string]any{"id": "q" + strconv.FormatInt(who, 10), "from": m["from"], "message": m, "data": data}
}

// sent is a message that the bot sent.
type sent struct {
	chat, text string
	markup     struct {
		Rows [][]struct {
			Text string `json:"text"`
			Data string `json:"callback_data"`
		} `json:"inline_keyboard"`
	}
}

// data gives what stands behind the button whose label begins so.
func (s *sent) data(label string) string {
	for _, row := range s.markup.Rows {
		for _, b := range row {
			if strings.HasPrefix(b.Text, label) {
				return b.Data
			}
		}
	}
	return ""
}

func (f *fake) of(method string) []call {
	f.mu.Lock()
	defer f.mu.Unlock()
	var found []call
	for _, c := range f.calls {
		if c.method == method {
			found = append(found, c)
		}
	}
	return found
}

// messages gives what the bot sent to a chat.
func (f *fake) messages(chat int64) []sent {
	var all []sent
	for _, c := range f.of("sendMessage") {
		if c.form["chat_id"] == strconv.FormatInt(chat, 10) {
			s := sent{chat: c.form["chat_id"], text: c.form["text"]}
			json.Unmarshal([]byte(c.form["reply_markup"]), &s.markup)
			all = append(all, s)
		}
	}
	return all
}

// until waits until something is so.
func (f *fake) until(what string, so func() bool) {
	f.tb.Helper()
	deadline := time.After(20 * time.Second)
	for {
		f.mu.Lock()
		changed := f.changed
		f.mu.Unlock()
		if so() {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			f.tb.Fatalf("waited in vain until %s; calls were %v", what, f.calls)
		}
	}
}

// said waits for the n-th message to a chat, counted from 1, and gives it.
func (f *fake) said(chat int64, n int) sent {
	f.tb.Helper()
	f.until("message "+strconv.Itoa(n)+" to "+strconv.FormatInt(chat, 10), func() bool { return len(f.messages(chat)) >= n })
	return f.messages(chat)[n-1]
}

// acknowledged waits until the bot asks for updates after a number.
func (f *fake) acknowledged(id int64) {
	f.tb.Helper()
	f.until("update "+strconv.FormatInt(id, 10)+" is acknowledged", func() bool {
		polls := f.of("getUpdates")
		return len(polls) > 0 && polls[len(polls)-1].form["offset"] > strconv.FormatInt(id, 10)
	})
}

// house is a bot that runs against a fake.
type house struct {
	*fake
	bot *telegram.Telegram
	log *lockedLog
	end func()
}

type lockedLog struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func options(f *fake) (telegram.Options, *lockedLog) {
	log := &lockedLog{}
	handler := slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug})
	return telegram.Options{Token: token, Server: f.URL, Demo: true, Log: slog.New(handler)}, log
}

// open runs a bot over a desk until the test ends.
func open(tb testing.TB, f *fake, desk *channels.Desk, change func(*telegram.Options)) *house {
	o, log := options(f)
	if change != nil {
		change(&o)
	}
	h := &house{fake: f, bot: telegram.New(desk, &channels.Secret{1}, o), log: log}
	h.end = run(tb, h.bot)
	tb.Cleanup(h.end)
	return h
}
