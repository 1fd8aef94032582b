package telegram

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/plainline/plainline/channels/outbox"
	"github.com/plainline/plainline/dialog"
)

// Direct is a Sender that keeps messages in memory only: what was not sent when the program ends is lost. Messages to one
// person wait for each other, those to many go out at once.
type Direct struct {
	deliver Deliver
	log     *slog.Logger
	slots   chan struct{} // how many calls at once
	wake    chan struct{}

	mu    sync.Mutex
	lines map[dialog.Person][]Outgoing // what waits, of those that are being sent to
	fresh []dialog.Person              // whom nobody sends to yet
	known [2]map[string]bool           // keys that were taken: the newer ones, and those before
	count int
	shut  bool
}

// Limits of Direct. Telegram lets a bot send some thirty messages in a second.
const (
	directCalls  = 30
	directQueue  = 20000
	directTries  = 8
	directMemory = 20000
	lastWords    = 5 * time.Second
)

// Why a message is not taken over.
var (
	errFull = errors.New("send: too much is waiting")
	errShut = errors.New("send: the program ends")
)

// NewDirect makes a sender; Run sends.
func NewDirect(d Deliver, log *slog.Logger) *Direct {
	return &Direct{
		deliver: d, log: log, slots: make(chan struct{}, directCalls), wake: make(chan struct{}, 1),
		lines: map[dialog.Person][]Outgoing{}, known: [2]map[string]bool{{}, {}},
	}
}

// Send implements Sender.
func (d *Direct) Send(_ context.Context, messages ...Outgoing) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, m := range messages {
		if err := d.take(m); err != nil {
			return err
		}
	}
	return nil
}

// take takes one message over; the lock is held.
func (d *Direct) take(m Outgoing) error {
	key := string(m.Person) + " " + m.Key
	switch {
	case d.known[0][key] || d.known[1][key]:
		return nil
	case d.shut:
		return errShut
	case d.count >= directQueue:
		return errFull
	}
	if len(d.known[0]) >= directMemory {
		d.known = [2]map[string]bool{{}, d.known[0]}
	}
	d.known[0][key] = true
	d.count++
	line, sending := d.lines[m.Person]
	d.lines[m.Person] = append(line, m)
	if !sending {
		d.fresh = append(d.fresh, m.Person)
		select {
		case d.wake <- struct{}{}:
		default:
		}
	}
	return nil
}

// Run sends until the context ends; then what waits is tried once more, for a few seconds.
func (d *Direct) Run(ctx context.Context) {
	var all sync.WaitGroup
	calls, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(lastWords, cancel) })
	defer stop()
	for running := true; running; {
		select {
		case <-d.wake:
		case <-ctx.Done():
			running = false
		}
		for _, p := range d.begin(!running) {
			all.Go(func() { d.send(ctx, calls, p) })
		}
	}
	all.Wait()
}

// begin gives the persons to whom somebody must send now.
func (d *Direct) begin(last bool) []dialog.Person {
	d.mu.Lock()
	defer d.mu.Unlock()
	fresh := d.fresh
	d.fresh, d.shut = nil, d.shut || last
	return fresh
}

// send sends what waits for one person until nothing does. It waits between tries only while the program goes on.
func (d *Direct) send(ctx, calls context.Context, p dialog.Person) {
	for {
		d.mu.Lock()
		line := d.lines[p]
		if len(line) == 0 {
			delete(d.lines, p)
			d.mu.Unlock()
			return
		}
		m := line[0]
		d.lines[p] = line[1:]
		d.count--
		d.mu.Unlock()
		if gone := d.try(ctx, calls, m); gone {
			d.drop(p)
		}
	}
}

// try sends a message, again and again where there is hope. It says whether nobody is there any more.
func (d *Direct) try(ctx, calls context.Context, m Outgoing) (gone bool) {
	for n := 0; ; n++ {
		d.slots <- struct{}{}
		err := d.deliver(calls, m.To, m.Body)
		<-d.slots
		if err == nil {
			return false
		}
		var f *Failure
		if errors.As(err, &f) && f.Gone() {
			return true // blocked: the person's own wish, and nothing to log
		}
		after, again := outbox.Retry(err)
		if !again || n+1 >= directTries || !pause(ctx, max(after, backoff(n))) {
			d.log.Error("a message was not sent", "tries", n+1, "err", err)
			return false
		}
	}
}

// drop forgets what waits for a person.
func (d *Direct) drop(p dialog.Person) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.count -= len(d.lines[p])
	d.lines[p] = nil
}
