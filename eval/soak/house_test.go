package soak_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/channels/web"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/redis"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// clientLog is what the Redis client itself has to say, of all tests.
var clientLog diary

func TestMain(m *testing.M) {
	redis.LogTo(clientLog.logger())
	os.Exit(m.Run())
}

// noon is the moment at which everything here happens: what is open must not depend on when the tests run.
var noon = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

// long says whether the long runs are wanted.
func long() bool { return os.Getenv("SOAK") != "" }

// sampleEdition is loaded once: it is immutable.
var sampleEdition = sync.OnceValue(func() *channels.Edition {
	b := knowledgetest.Sample()
	return channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
})

// house is the program without its command line: gateway and page over a store.
type house struct {
	*http.ServeMux
	edition *channels.Edition
	desk    *channels.Desk
}

const gate = ussd.Path + "secret"

func newHouse(store session.Store, log *slog.Logger) *house {
	h := &house{ServeMux: http.NewServeMux(), edition: sampleEdition()}
	h.desk = channels.NewDesk(h.edition, store, func() time.Time { return noon }, log)
	secret := &channels.Secret{1}
	gateway := ussd.New(h.desk, secret, ussd.Options{Secret: "secret", Demo: true})
	gateway.Mount(h.ServeMux)
	web.New(h.desk, secret, web.Options{Random: newChance(1), Log: log, Phone: ussd.NewPhones(gateway)}).Mount(h.ServeMux)
	return h
}

// chance is a source of bytes for several at once; a seed makes it the same in each run.
type chance struct {
	mu     sync.Mutex
	source *rand.ChaCha8
}

func newChance(seed byte) *chance { return &chance{source: rand.NewChaCha8([32]byte{seed})} }

func (c *chance) Read(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.source.Read(p)
}

// redisStore makes a store over a Redis of the test's own.
func redisStore(t *testing.T, addr string, machine byte) session.Store {
	t.Helper()
	client, err := redis.Connect("redis://"+addr, redis.DefaultTimeout)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	store, err := redis.New(client, redis.Options{Key: redis.Key{ID: 1, Secret: [32]byte{1}}, Rand: newChance(machine)})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// phone is a person at a feature phone behind the gateway.
type phone struct {
	house   http.Handler
	number  string
	session string
	keys    []string
}

// send delivers what was keyed in so far.
func (p *phone) send() (status int, body string) {
	return post(p.house, url.Values{"sessionId": {p.session}, "phoneNumber": {p.number}, "networkCode": {"40001"},
		"serviceCode": {"*123#"}, "text": {strings.Join(p.keys, "*")}}.Encode())
}

// dial begins a talk, press goes on with it.
func (p *phone) dial() (int, string) { return p.send() }

func (p *phone) press(key string) (int, string) {
	p.keys = append(p.keys, key)
	return p.send()
}

func post(h http.Handler, form string) (status int, body string) {
	r := httptest.NewRequest(http.MethodPost, gate, strings.NewReader(form))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// route is what the i-th person keys in: a language, an answer by its code, and what people do with it.
func route(b *knowledge.Base, i int) []string {
	lang := i % len(b.Languages)
	i /= len(b.Languages)
	s := b.Services[i%len(b.Services)]
	a := answer.Aspect(i / len(b.Services) % int(answer.AspectCount))
	return []string{fmt.Sprint(lang + 1), answer.Code(s, a), "98", "98", "2", "0", "1", "00", "3", "1", "77", "9", "0"}
}

// alone gives every screen that somebody sees on a route who has the house for himself.
func alone(t *testing.T, b *knowledge.Base, i int) []string {
	t.Helper()
	p := &phone{house: newHouse(session.NewMemory(1), slog.New(slog.DiscardHandler)), number: "994500000000", session: "alone"}
	_, body := p.dial()
	screens := []string{body}
	for _, key := range route(b, i) {
		_, body := p.press(key)
		screens = append(screens, body)
	}
	return screens
}

// diary is a log that can be read while it is written.
type diary struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (d *diary) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.buf.Write(p)
}

func (d *diary) String() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.buf.String()
}

func (d *diary) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(d, &slog.HandlerOptions{Level: slog.LevelDebug}))
}
