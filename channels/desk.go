package channels

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/knowledge"
)

// Desk takes turns: it loads the session, lets the channel say what the person did, steps, shows, lets the channel lay the
// reply out, and stores the session if nobody else did in between. It is safe for any number of callers.
type Desk struct {
	edition atomic.Pointer[Edition]
	store   session.Store
	now     func() time.Time
	log     *slog.Logger
	down    atomic.Bool // the store was away at the last turn; said once
	observe func(Taken)
	doubt   func(knowledge.Lang, string) // nil where nobody wants to know
	promise func(context.Context, Promised) error
}

// Taken is what a turn leaves for counting: no person, no words.
type Taken struct {
	Channel string
	Lang    knowledge.Lang
	Event   dialog.Event
	Code    string
	Took    time.Duration
}

// StorePatience is how long one call of the session store may take. A turn makes at most four (a load and three saves), so
// that the person has an answer within 3 s even where every one of them is slow.
const StorePatience = 700 * time.Millisecond

// NewDesk makes a desk. The clock and the logger come from outside.
func NewDesk(e *Edition, store session.Store, now func() time.Time, log *slog.Logger) *Desk {
	d := &Desk{store: store, now: now, log: log, observe: func(Taken) {}}
	d.edition.Store(e)
	return d
}

// Observe sets who is told of every turn; call it before the first one.
func (d *Desk) Observe(f func(Taken)) { d.observe = f }

// ObserveDoubt sets who is told of words that were not understood for certain, and in which language they were answered; call
// it before the first turn. Nobody is told by default: the words are the person's own.
func (d *Desk) ObserveDoubt(f func(knowledge.Lang, string)) { d.doubt = f }

// Edition gives the edition of this moment.
func (d *Desk) Edition() *Edition { return d.edition.Load() }

// Swap puts a new edition in place; turns under way end with the old one.
func (d *Desk) Swap(e *Edition) { d.edition.Store(e) }

// Now gives the desk's time.
func (d *Desk) Now() time.Time { return d.now() }

// Verdict says what a channel found in a delivery, seen against the session.
type Verdict uint8

// The verdicts.
const (
	Take  Verdict = iota // something new: take the inputs, or only the channel's own change where there are none
	Again                // seen before, or overtaken: show once more and change nothing
)

// Visit is one delivery as its channel understands it. The Desk may call both methods again with a fresher session.
type Visit interface {
	// Read says what the person did, seen against where the talk stands. It may change the channel's bytes in s.
	Read(s *dialog.Session) ([]dialog.Input, Verdict)
	// Lay lays the reply out and keeps the result. It may change the channel's bytes in s.
	Lay(e *Edition, s *dialog.Session, r *dialog.Reply)
}

// attempts is how often a turn is played again because the session changed under it.
const attempts = 3

// Take takes one turn. It always lays a reply out: where the store is away, of a talk that begins with this delivery.
func (d *Desk) Take(ctx context.Context, channel string, p dialog.Person, v Visit) {
	now, e := d.now(), d.edition.Load()
	rec, err := d.store.Load(ctx, p, now)
	away := d.storeSaid(err)
	if err != nil && !errors.Is(err, session.ErrCorrupt) {
		rec = session.Record{}
	}
	lost := false
	for n := range attempts {
		s := rec.Session
		r, ev, said, same := d.play(e, &s, v, now, lost)
		from := rec.Version
		if !same && erases(&s) {
			if d.erase(ctx, p, away) {
				from = session.Version{}
			} else {
				s.Flags &^= dialog.Ended
				s.Remark = dialog.NotErased
				r = engine.Show(e.Edition, &s, now)
			}
		}
		if !d.promised(ctx, p, e, &s, v, ev.Effects) {
			s.Remark = dialog.NotTexted
			r = engine.Show(e.Edition, &s, now)
		}
		v.Lay(e, &s, &r)
		if same || away || s.Flags&dialog.Ended != 0 || n == attempts-1 {
			d.note(channel, now, ev, &r, said)
			return
		}
		ok, current, err := d.store.Save(ctx, p, from, &s, now)
		if ok || d.storeSaid(err) || err != nil {
			d.note(channel, now, ev, &r, said)
			return
		}
		lost = !rec.Cached // a fresh version that was overtaken: the other turn won
		rec = current
	}
}

// play takes the inputs of a visit, or shows the talk again where there is nothing new in it. It gives what was said last,
// too: never to be stored with the talk.
func (d *Desk) play(e *Edition, s *dialog.Session, v Visit, now time.Time, lost bool) (r dialog.Reply, ev dialog.Event, said string, same bool) {
	inputs, verdict := v.Read(s)
	d.reach(s, v)
	if lost || verdict == Again {
		return engine.Show(e.Edition, s, now), dialog.Event{Spot: s.Here(), Outcome: dialog.Repeated}, "", true
	}
	if len(inputs) == 0 {
		s.Turn++
		s.Last = now.Unix()
		return engine.Show(e.Edition, s, now), dialog.Event{Spot: s.Here(), Outcome: dialog.Repeated}, "", false
	}
	for _, in := range inputs {
		r, ev = engine.Turn(e.Edition, s, in, now)
		said = in.Text
	}
	return r, ev, said, false
}

// erases says whether the turn promises that everything is erased.
func erases(s *dialog.Session) bool {
	return s.Flags&dialog.Ended != 0 || s.Remark == dialog.Erased
}

// erase forgets the person before anybody is told so.
func (d *Desk) erase(ctx context.Context, p dialog.Person, away bool) bool {
	if away {
		return false
	}
	err := d.store.Erase(ctx, p)
	d.storeSaid(err)
	return err == nil
}

// storeSaid notes whether the store is away; the log says it once, and once when it is back.
func (d *Desk) storeSaid(err error) (away bool) {
	switch {
	case err == nil:
		if d.down.CompareAndSwap(true, false) {
			d.log.Info("session store is back")
		}
	case errors.Is(err, session.ErrUnavailable):
		if d.down.CompareAndSwap(false, true) {
			d.log.Warn("session store is away: talks go on without memory", "err", err)
		}
		return true
	case errors.Is(err, context.Canceled): // the person's side hung up
	default:
		d.log.Error("session store", "err", err)
	}
	return false
}

func (d *Desk) note(channel string, begun time.Time, ev dialog.Event, r *dialog.Reply, said string) {
	d.observe(Taken{Channel: channel, Lang: r.Lang, Event: ev, Code: r.Code, Took: d.now().Sub(begun)})
	if d.doubt != nil && said != "" && (ev.Outcome == dialog.AskedBack || ev.Outcome == dialog.NotAnswered) {
		d.doubt(r.Lang, said)
	}
}
