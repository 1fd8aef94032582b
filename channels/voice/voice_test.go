package voice_test

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

var noon = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

// demonstration is the demonstration base, built once for all tests.
var demonstration = sync.OnceValue(func() *channels.Edition {
	b := knowledgetest.Sample()
	return channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
})

func newDesk() *channels.Desk {
	return channels.NewDesk(demonstration(), session.NewMemory(0), func() time.Time { return noon }, slog.New(slog.DiscardHandler))
}

// caller is a person with a telephone.
type caller struct {
	t      *testing.T
	phones *voice.Phones
	shown  channels.Shown
	turn   voice.Turn
}

func newCaller(t *testing.T, d *channels.Desk, o voice.Options) *caller {
	return &caller{t: t, phones: voice.NewPhones(voice.New(d, &channels.Secret{1}, o))}
}

// sampleCaller calls the demonstration base and has chosen a language: 1 is Azerbaijani, 2 English, 3 Russian.
func sampleCaller(t *testing.T, language string, o voice.Options) *caller {
	t.Helper()
	return newCaller(t, newDesk(), o).dial().press(language)
}

func (c *caller) do(did channels.Action) *caller {
	c.t.Helper()
	var err error
	if c.shown, c.turn, err = c.phones.Heard(c.t.Context(), "resident", did); err != nil {
		c.t.Fatal(err)
	}
	return c
}

func (c *caller) dial() *caller   { c.t.Helper(); return c.do(channels.Action{Dial: true}) }
func (c *caller) hangUp() *caller { c.t.Helper(); return c.do(channels.Action{HangUp: true}) }

// press presses keys one after the other; "" is silence.
func (c *caller) press(keys ...string) *caller {
	c.t.Helper()
	for _, k := range keys {
		c.do(channels.Action{Input: k})
	}
	return c
}

// hears checks that all of these are heard, in this order.
func (c *caller) hears(want ...string) *caller {
	c.t.Helper()
	rest := c.shown.Text
	for _, w := range want {
		i := strings.Index(rest, w)
		if i < 0 {
			c.t.Errorf("%q is not heard, or too early, in\n%s", w, c.shown.Text)
			return c
		}
		rest = rest[i+len(w):]
	}
	return c
}

func (c *caller) hearsNot(never ...string) *caller {
	c.t.Helper()
	for _, n := range never {
		if strings.Contains(c.shown.Text, n) {
			c.t.Errorf("%q is heard in\n%s", n, c.shown.Text)
		}
	}
	return c
}

// heardAt is a turn and the keys that lead to it from the first choice on.
type heardAt struct {
	path string
	turn voice.Turn
}

// far is how many places of the demonstration base are listened to in each language.
const far = 250

// everywhere gives the turns that can be heard by the keys 1 to 4 and #, the nearest first.
var everywhere = sync.OnceValue(func() (all []heardAt) {
	e := demonstration()
	for _, language := range []string{"1", "2", "3"} {
		queue, seen := []string{language}, map[string]bool{}
		for n := 0; len(queue) > 0 && n < far; {
			path := queue[0]
			queue = queue[1:]
			desk := channels.NewDesk(e, session.NewMemory(1), func() time.Time { return noon }, slog.New(slog.DiscardHandler))
			phones := voice.NewPhones(voice.New(desk, &channels.Secret{1}, voice.Options{}))
			phones.Simulate(context.Background(), "x", channels.Action{Dial: true})
			var shown channels.Shown
			var turn voice.Turn
			for _, key := range path {
				shown, turn, _ = phones.Heard(context.Background(), "x", channels.Action{Input: string(key)})
			}
			if seen[shown.Text] {
				continue
			}
			seen[shown.Text] = true
			n++
			all = append(all, heardAt{path, turn})
			for _, key := range "1234#" {
				if strings.ContainsRune(turn.Keys.Allowed, key) && len(path) < 12 {
					queue = append(queue, path+string(key))
				}
			}
		}
	}
	return all
})

func each(t *testing.T, visit func(path string, turn *voice.Turn)) {
	t.Helper()
	for _, h := range everywhere() {
		visit(h.path, &h.turn)
	}
}
