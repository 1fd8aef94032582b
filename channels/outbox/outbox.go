// Package outbox carries messages out and does not lose one: Accept keeps a message on disk before it returns, and Run sends
// what is kept, through the Sender of its channel, until the provider has taken it or there is no use.
//
// There is one row for each person and delivery key, so that whatever is accepted twice is sent once. Addresses and words are
// sealed (AES-256-GCM); they are erased in the same moment in which the provider's receipt is kept. Messages to one person
// keep their order, those to many go out at once, each channel at its own pace. The program may be killed at any moment:
// nothing that was accepted is lost, and nothing goes out again once its receipt is kept. The one message that may be sent
// twice is the one whose receipt was on its way at that moment, or whose provider took it and gave no answer.
//
// Several programs may accept into one file; only one of them sends at a time. The package knows nothing of what it carries
// and writes no address, no key and no word into a log or an error.
//
// Reading order: schema.go (a row), job.go (what is taken over), seal.go, writer.go (many changes in one commit), lane.go and
// attempt.go (a channel's messages going out), failure.go (when to try again), report.go (what became of them), list.go (what
// operators see), purge.go and lock.go.
package outbox

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"sync"
	"time"

	_ "modernc.org/sqlite" // registers the driver

	"github.com/plainline/plainline/channels"
)

// Options are what comes from outside. File and Rand must be given.
type Options struct {
	File    string // the database; made where there is none
	Rand    io.Reader
	Now     func() time.Time
	Jitter  func() float64 // from 0 to below 1, so that what failed together is not tried again together; nil: none
	Log     *slog.Logger   // nil: nobody is told
	Observe func(Event)    // told of everything that becomes of a message; nil: nobody is
}

// Event is what becomes of a message, for counting: no person, no words.
type Event struct {
	Channel string
	State   State         // what the message is now; Queued where it will be tried again
	Tries   int           // so far; 0 where it was just accepted
	Took    time.Duration // since it was accepted
	Report  Report        // what the provider said later; empty in all other events
}

// Patience is how long a message is tried; an answer that is older is of no use to anybody.
const Patience = 24 * time.Hour

// Outbox is the durable queue of outgoing messages. It is safe for any number of callers.
type Outbox struct {
	options Options
	seal    *sealer
	writer  *writer
	lanes   map[string]*lane
	running sync.Mutex // held by Run
}

// Open opens the outbox, or makes it. The secret seals addresses: with another one, what waits cannot be read any more.
func Open(secret *channels.Secret, o Options) (*Outbox, error) {
	switch {
	case o.File == "":
		return nil, errors.New("open outbox: no file is named")
	case o.Rand == nil || o.Now == nil:
		return nil, errors.New("open outbox: no clock or no source of random bytes is given")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Observe == nil {
		o.Observe = func(Event) {}
	}
	if o.Jitter == nil {
		o.Jitter = func() float64 { return 0 }
	}
	seal, err := newSealer(o.Rand, secret.Derive("outbox/seal"))
	if err != nil {
		return nil, fmt.Errorf("open outbox: %w", err)
	}
	db, err := sql.Open("sqlite", source(o.File, pragmas...))
	if err != nil {
		return nil, fmt.Errorf("open outbox: %w", err)
	}
	w, err := newWriter(db)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open outbox: %w", err), db.Close())
	}
	return &Outbox{options: o, seal: seal, writer: w, lanes: map[string]*lane{}}, nil
}

// source names a database file for the driver.
func source(file string, pragmas ...string) string {
	q := url.Values{"_pragma": pragmas}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: file, RawQuery: q.Encode()}).String()
}

// Carry names the Sender of a channel and how many messages it may be given at once; call it before Run. Messages of a
// channel that has no Sender wait.
func (o *Outbox) Carry(channel string, s Sender, atOnce int) {
	o.lanes[channel] = newLane(o, channel, s, max(atOnce, 1))
}

// Run sends until the context ends; then what is being sent may come to its end, for a few seconds. What waits is kept.
func (o *Outbox) Run(ctx context.Context) error {
	if !o.running.TryLock() {
		return errors.New("run outbox: it runs already")
	}
	defer o.running.Unlock()
	lock, err := o.alone(ctx)
	if err != nil || lock == nil {
		return err
	}
	defer lock.Close()
	if err := o.resume(ctx); err != nil {
		return err
	}
	var all sync.WaitGroup
	for _, l := range o.lanes {
		all.Go(func() { l.run(ctx) })
	}
	all.Go(func() { o.purgeAlways(ctx) })
	all.Wait()
	return nil
}

// Close ends the outbox after what was asked of it before is done. Run must have ended.
func (o *Outbox) Close() error {
	if err := o.writer.close(); err != nil {
		return fmt.Errorf("close outbox: %w", err)
	}
	return nil
}
