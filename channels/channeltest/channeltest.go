// Package channeltest is the exam that every channel of the house must pass: whatever the medium, everything that the engine
// means arrives whole, the same delivery gets the same answer, nobody without the gateway's proof gets in, and a store that
// is slow, frozen or full of other people's turns is never answered with silence.
//
// A channel's own test calls Exam with a Candidate. Reading order: channeltest.go, base.go (what must arrive), arrive.go,
// again.go (deliveries), door.go (what a gateway sends), trouble.go.
package channeltest

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// Candidate is a channel that takes the exam.
type Candidate struct {
	// Open makes the channel around a desk, as the program does, for a demonstration base too.
	Open func(t *testing.T, d *channels.Desk) Taker
	// Plain says that the medium carries only what its alphabet has: foreign letters may arrive in other letters.
	Plain bool
}

// Taker is a channel that was opened.
type Taker struct {
	People channels.Simulator // people at it
	More   string             // what asks for the next part of a long text; empty where nothing is cut
	Door   *Door              // what its gateway calls; nil where it has none
	Close  func()             // ends it, as the program does at shutdown; may be nil
}

// Door is the address that a gateway calls.
type Door struct {
	Handler http.Handler
	// Letter is a good delivery, the n-th of a person's talk: the same n is the same delivery.
	Letter func(person, n int) *http.Request
	// Forge spoils the proof of the sender by one byte. Nil where the channel's people are the senders, as on a page.
	Forge func(r *http.Request)
	// Body makes a request with a body that no gateway would send, its proof being right.
	Body func(body []byte) *http.Request
}

// Exam puts a channel through all parts.
func Exam(t *testing.T, c Candidate) {
	t.Helper()
	t.Run("arrives whole", c.arrives)
	t.Run("delivered twice", c.twice)
	t.Run("delivered at once", c.atOnce)
	t.Run("delivered in another order", c.reordered)
	t.Run("strangers", c.strangers)
	t.Run("forged", c.forged)
	t.Run("hostile bodies", c.hostile)
	t.Run("frozen store", c.frozen)
	t.Run("shutdown", c.shutdown)
}

var noon = time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC)

// open opens the candidate over a base and a store.
func (c Candidate) open(t *testing.T, b *knowledge.Base, store session.Store) Taker {
	t.Helper()
	e := channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
	d := channels.NewDesk(e, store, func() time.Time { return noon }, slog.New(slog.NewTextHandler(io.Discard, nil)))
	k := c.Open(t, d)
	if k.Close != nil {
		t.Cleanup(k.Close)
	}
	return k
}

// did plays one action of a person and fails where there is no answer at all.
func did(t *testing.T, k Taker, who string, a channels.Action) channels.Shown {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	shown, err := k.People.Simulate(ctx, who, a)
	if err != nil {
		t.Fatalf("%s did %+v: %v", who, a, err)
	}
	return shown
}
