package outbox

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/plainline/plainline/dialog"
)

// lane carries the messages of one channel.
type lane struct {
	outbox  *Outbox
	channel string
	sender  Sender
	slots   chan struct{} // how many at once
	wake    chan struct{} // there may be something to send

	mu   sync.Mutex
	hold time.Time // nothing goes out before
}

const (
	lookAgain = 2 * time.Second // for what another program accepted, or an operator asked to send again
	lastWords = 5 * time.Second // for what is being sent when the program ends
	sendFor   = time.Minute     // the longest that a Sender may take
)

func newLane(o *Outbox, channel string, s Sender, atOnce int) *lane {
	return &lane{outbox: o, channel: channel, sender: s, slots: make(chan struct{}, atOnce), wake: make(chan struct{}, 1)}
}

// nudge says that there may be something to send.
func (l *lane) nudge() {
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

// run sends until the context ends.
func (l *lane) run(ctx context.Context) {
	var all sync.WaitGroup
	defer all.Wait()
	calls, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer context.AfterFunc(ctx, func() { time.AfterFunc(lastWords, cancel) })()
	tick := time.NewTicker(lookAgain)
	defer tick.Stop()
	for ctx.Err() == nil {
		for _, m := range l.claim(ctx) {
			all.Go(func() {
				l.try(calls, m)
				<-l.slots
				l.nudge()
			})
		}
		select {
		case <-l.wake:
		case <-tick.C:
		case <-ctx.Done():
		}
	}
}

// waiting is a message that was taken out of the line to be sent.
type waiting struct {
	id       int64
	person   dialog.Person
	key      string
	sealed   []byte
	accepted time.Time
	tries    int // with this one
}

// The next messages of a channel: those whose time has come, and before which none waits for the same person.
const claimMessages = `UPDATE message SET state = 1, tries = tries + 1 WHERE id IN (
		SELECT id FROM message AS m WHERE channel = ?1 AND state = 0 AND due <= ?2 AND until > ?2 AND NOT EXISTS (
			SELECT 1 FROM message AS b WHERE b.channel = ?1 AND b.person = m.person AND b.state < 2 AND b.id < m.id)
		ORDER BY due, id LIMIT ?3)
	RETURNING id, person, key, sealed, accepted, tries`

// claim takes messages for all slots that are free, and notes on disk that they are being sent.
func (l *lane) claim(ctx context.Context) (taken []waiting) {
	now := l.outbox.options.Now()
	if l.held(now) {
		return nil
	}
	free := l.reserve()
	if free == 0 {
		return nil
	}
	err := l.outbox.writer.do(context.WithoutCancel(ctx), func(tx *tx) (err error) {
		taken, err = readClaimed(tx, l.channel, now, free)
		return err
	})
	if err != nil {
		taken = nil
		l.outbox.options.Log.Error("messages wait: the outbox cannot be read", "channel", l.channel, "err", err)
	}
	for range free - len(taken) {
		<-l.slots
	}
	return taken
}

// reserve takes all slots that are free.
func (l *lane) reserve() (n int) {
	for ; ; n++ {
		select {
		case l.slots <- struct{}{}:
		default:
			return n
		}
	}
}

func readClaimed(tx *tx, channel string, now time.Time, most int) (taken []waiting, err error) {
	rows, err := tx.query(claimMessages, channel, now.UnixMilli(), most)
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var m waiting
		var accepted int64
		if err = rows.Scan(&m.id, &m.person, &m.key, &m.sealed, &accepted, &m.tries); err != nil {
			break
		}
		m.accepted = time.UnixMilli(accepted)
		taken = append(taken, m)
	}
	return taken, errors.Join(err, rows.Err(), rows.Close())
}

// held says whether the provider wants to be left alone for now.
func (l *lane) held(now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return now.Before(l.hold)
}

func (l *lane) holdUntil(t time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if t.After(l.hold) {
		l.hold = t
	}
}
