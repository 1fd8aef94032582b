// Package sessiontest holds every session store to one contract, and starts the Redis that tests need.
package sessiontest

import (
	"bytes"
	"errors"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
)

// Subject is an empty store under examination.
type Subject struct {
	Store   session.Store
	Corrupt func(p dialog.Person) // spoils what is stored for p
}

// Exam runs the contract; open is called once for each case.
func Exam(t *testing.T, open func(t *testing.T) Subject) {
	for name, test := range map[string]func(*testing.T, Subject){
		"nothing stored":          nothingStored,
		"what is saved is loaded": saved,
		"expires when idle":       expiresIdle,
		"expires after a day":     expiresHard,
		"a late save":             lateSave,
		"a save of the expired":   saveExpired,
		"two saves at once":       conflict,
		"one winner of many":      oneWinner,
		"lost and made anew":      madeAnew,
		"erased":                  erased,
		"too large":               tooLarge,
		"corrupt":                 corrupt,
		"one person is not another": func(t *testing.T, sub Subject) {
			save(t, sub.Store, "a", session.Version{}, 1, start)
			notFound(t, sub.Store, "b", start)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, open(t))
		})
	}
}

// start is when talks of the exam begin.
var start = time.Unix(1_790_000_000, 0)

// Typical gives a session of usual size that began and was last used at the Unix second.
func Typical(unix int64) dialog.Session {
	return dialog.Session{
		Lang: "az", Revision: "2026-09-14-3f9a1c", Offered: 0x9e3779b9,
		Trail: []dialog.Spot{"home", "topic/documents", "service/id-card", "ask/id-card.who", "fee/id-card"},
		Given: []dialog.Given{
			{Key: "id-card.who", Value: "child"}, {Key: "id-card.speed", Value: "urgent"},
			{Key: "id-card.reason", Value: "lost"}, {Key: "place.region", Value: "baku"},
		},
		Flags: dialog.Noticed, Turn: 7, Started: unix, Last: unix,
		Channel: bytes.Repeat([]byte{0xc5}, 40),
	}
}

// save stores a session that is at the given turn and was last used at the given time, and wants that to succeed.
func save(t *testing.T, store session.Store, p dialog.Person, from session.Version, turn uint32, at time.Time) session.Record {
	t.Helper()
	s := Typical(start.Unix())
	s.Turn, s.Last = turn, at.Unix()
	ok, current, err := store.Save(t.Context(), p, from, &s, at)
	if !ok || err != nil || !current.Found || current.Version == from || !reflect.DeepEqual(current.Session, s) {
		t.Fatalf("save turn %d from %v: got %v, %+v, %v; want it saved", turn, from, ok, current, err)
	}
	return current
}

// refused saves and wants a conflict; it gives what is stored instead.
func refused(t *testing.T, store session.Store, p dialog.Person, from session.Version, at time.Time) session.Record {
	t.Helper()
	s := Typical(at.Unix())
	ok, current, err := store.Save(t.Context(), p, from, &s, at)
	if ok || err != nil || current.Cached {
		t.Fatalf("save from %v: got %v, %+v, %v; want a conflict and a fresh record", from, ok, current, err)
	}
	return current
}

func load(t *testing.T, store session.Store, p dialog.Person, at time.Time) session.Record {
	t.Helper()
	r, err := store.Load(t.Context(), p, at)
	if err != nil {
		t.Fatalf("load %s: %v", p, err)
	}
	return r
}

func notFound(t *testing.T, store session.Store, p dialog.Person, at time.Time) {
	t.Helper()
	if r := load(t, store, p, at); r.Found || r.Version != (session.Version{}) || r.Session.Turn != 0 {
		t.Errorf("load %s at %v: got %+v, want nothing", p, at.Sub(start), r)
	}
}

func nothingStored(t *testing.T, sub Subject) {
	notFound(t, sub.Store, "nobody", start)
	if r := refused(t, sub.Store, "nobody", session.Version{Epoch: 1, N: 1}, start); r.Found {
		t.Errorf("save from a version never given: got %+v, want not found", r)
	}
	notFound(t, sub.Store, "nobody", start)
}

func saved(t *testing.T, sub Subject) {
	r := session.Record{}
	for turn := range uint32(4) {
		r = save(t, sub.Store, "p", r.Version, turn+1, start)
		got := load(t, sub.Store, "p", start)
		got.Cached = false
		if !reflect.DeepEqual(got, r) {
			t.Fatalf("turn %d: loaded %+v\nwant %+v", turn+1, got, r)
		}
	}
}

func expiresIdle(t *testing.T, sub Subject) {
	r := save(t, sub.Store, "p", session.Version{}, 1, start)
	later := start.Add(20 * time.Minute)
	save(t, sub.Store, "p", r.Version, 2, later)
	if r := load(t, sub.Store, "p", later.Add(session.Idle-time.Second)); !r.Found {
		t.Error("a second before it is idle too long: not found")
	}
	notFound(t, sub.Store, "p", later.Add(session.Idle))
}

func expiresHard(t *testing.T, sub Subject) {
	r := session.Record{}
	end := start.Add(session.Hard)
	for at := start; at.Before(end); at = at.Add(20 * time.Minute) {
		r = save(t, sub.Store, "p", r.Version, r.Session.Turn+1, at)
	}
	if r := load(t, sub.Store, "p", end.Add(-time.Second)); !r.Found {
		t.Error("a second before the end: not found")
	}
	notFound(t, sub.Store, "p", end)
}

func lateSave(t *testing.T, sub Subject) {
	r := save(t, sub.Store, "p", session.Version{}, 1, start)
	late := start.Add(session.Idle)
	if r := refused(t, sub.Store, "p", r.Version, late); r.Found || r.Version != (session.Version{}) {
		t.Errorf("save after it expired: got %+v, want not found", r)
	}
	save(t, sub.Store, "p", session.Version{}, 1, late)
}

func saveExpired(t *testing.T, sub Subject) {
	r := save(t, sub.Store, "p", session.Version{}, 1, start)
	s := r.Session
	if ok, _, err := sub.Store.Save(t.Context(), "p", r.Version, &s, start.Add(session.Idle-time.Second)); !ok || err != nil {
		t.Fatalf("save: %v, %v", ok, err)
	}
	notFound(t, sub.Store, "p", start.Add(session.Idle))
	late := start.Add(session.Hard + time.Minute)
	s.Last = late.Unix()
	if ok, _, err := sub.Store.Save(t.Context(), "p", session.Version{}, &s, late); !ok || err != nil {
		t.Fatalf("save past the hard end: %v, %v", ok, err)
	}
	notFound(t, sub.Store, "p", late)
}

func conflict(t *testing.T, sub Subject) {
	first := save(t, sub.Store, "p", session.Version{}, 1, start)
	second := save(t, sub.Store, "p", first.Version, 2, start)
	for _, from := range []session.Version{{}, first.Version, {Epoch: first.Version.Epoch + 1, N: second.Version.N}} {
		if got := refused(t, sub.Store, "p", from, start); !reflect.DeepEqual(got, second) {
			t.Errorf("save from %v: current is %+v\nwant %+v", from, got, second)
		}
	}
	save(t, sub.Store, "p", second.Version, 3, start)
}

func oneWinner(t *testing.T, sub Subject) {
	from := session.Version{}
	for round := range uint32(5) {
		var wins atomic.Int32
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				s := Typical(start.Unix())
				s.Turn = round + 1
				ok, current, err := sub.Store.Save(t.Context(), "p", from, &s, start)
				if err != nil || !current.Found || current.Session.Turn != round+1 {
					t.Errorf("round %d: got %+v, %v; want the winner's record", round, current, err)
				}
				if ok {
					wins.Add(1)
				}
			})
		}
		wg.Wait()
		if n := wins.Load(); n != 1 {
			t.Fatalf("round %d: %d winners, want 1", round, n)
		}
		from = refused(t, sub.Store, "p", session.Version{}, start).Version
	}
}

func madeAnew(t *testing.T, sub Subject) {
	old := save(t, sub.Store, "p", session.Version{}, 1, start)
	if err := sub.Store.Erase(t.Context(), "p"); err != nil {
		t.Fatalf("erase: %v", err)
	}
	anew := save(t, sub.Store, "p", session.Version{}, 1, start)
	if anew.Version == old.Version {
		t.Fatalf("made anew has the old version %v", old.Version)
	}
	if got := refused(t, sub.Store, "p", old.Version, start); !reflect.DeepEqual(got, anew) {
		t.Errorf("save from the lost record: current is %+v\nwant %+v", got, anew)
	}
}

func erased(t *testing.T, sub Subject) {
	r := save(t, sub.Store, "p", session.Version{}, 1, start)
	for range 2 {
		if err := sub.Store.Erase(t.Context(), "p"); err != nil {
			t.Fatalf("erase: %v", err)
		}
		notFound(t, sub.Store, "p", start)
	}
	if got := refused(t, sub.Store, "p", r.Version, start); got.Found {
		t.Errorf("save after erase: got %+v, want not found", got)
	}
}

func tooLarge(t *testing.T, sub Subject) {
	r := save(t, sub.Store, "p", session.Version{}, 1, start)
	s := Typical(start.Unix())
	s.Revision = string(bytes.Repeat([]byte("r"), session.MaxBytes))
	if ok, _, err := sub.Store.Save(t.Context(), "p", r.Version, &s, start); ok || !errors.Is(err, session.ErrTooLarge) {
		t.Fatalf("save of %d bytes: got %v, %v; want ErrTooLarge", session.MaxBytes, ok, err)
	}
	save(t, sub.Store, "p", r.Version, 2, start)
}

func corrupt(t *testing.T, sub Subject) {
	old := save(t, sub.Store, "p", session.Version{}, 1, start)
	sub.Corrupt("p")
	s := Typical(start.Unix())
	ok, current, err := sub.Store.Save(t.Context(), "p", session.Version{}, &s, start)
	if ok || current.Found || !errors.Is(err, session.ErrCorrupt) {
		t.Errorf("save over what is corrupt: got %v, %+v, %v; want a conflict, not found, ErrCorrupt", ok, current, err)
	}
	r, err := sub.Store.Load(t.Context(), "p", start)
	if r.Found || r.Version != old.Version || !errors.Is(err, session.ErrCorrupt) {
		t.Fatalf("load what is corrupt: got %+v, %v; want not found, version %v, ErrCorrupt", r, err, old.Version)
	}
	save(t, sub.Store, "p", r.Version, 1, start)
	if r := load(t, sub.Store, "p", start); !r.Found {
		t.Error("begun anew: not found")
	}
}
