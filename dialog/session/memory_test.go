package session_test

import (
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/sessiontest"
)

var start = time.Unix(1_790_000_000, 0)

func TestMemory(t *testing.T) {
	t.Parallel()
	sessiontest.Exam(t, func(*testing.T) sessiontest.Subject {
		m := session.NewMemory(0)
		return sessiontest.Subject{Store: m, Corrupt: m.Corrupt}
	})
}

// put saves a session of p that was last used then, over whatever is stored.
func put(tb testing.TB, m *session.Memory, p dialog.Person, at time.Time) {
	tb.Helper()
	r, err := m.Load(tb.Context(), p, at)
	if err != nil {
		tb.Fatal(err)
	}
	s := sessiontest.Typical(at.Unix())
	if ok, _, err := m.Save(tb.Context(), p, r.Version, &s, at); !ok || err != nil {
		tb.Fatalf("save %s: %v, %v", p, ok, err)
	}
}

func found(tb testing.TB, m *session.Memory, p dialog.Person, at time.Time) bool {
	tb.Helper()
	r, err := m.Load(tb.Context(), p, at)
	if err != nil {
		tb.Fatal(err)
	}
	return r.Found
}

func TestFullForgetsLongestIdle(t *testing.T) {
	t.Parallel()
	m := session.NewMemory(3)
	for i, p := range []dialog.Person{"a", "b", "c", "a", "d"} {
		put(t, m, p, start.Add(time.Duration(i)*time.Second))
	}
	for p, want := range map[dialog.Person]bool{"a": true, "b": false, "c": true, "d": true} {
		if got := found(t, m, p, start.Add(time.Minute)); got != want {
			t.Errorf("%s found: got %v, want %v", p, got, want)
		}
	}
}

func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	const max = 2000
	m := session.NewMemory(max)
	for i := range 3 * max {
		put(t, m, dialog.Person(fmt.Sprint(i)), start)
	}
	if n := m.Len(); n > max || n < max*9/10 {
		t.Errorf("after %d persons: %d sessions, want about %d", 3*max, n, max)
	}
}

func TestExpiredAreSwept(t *testing.T) {
	t.Parallel()
	m := session.NewMemory(0)
	for i := range 1000 {
		put(t, m, dialog.Person(fmt.Sprint(i)), start)
	}
	for i := range 5000 {
		found(t, m, dialog.Person(fmt.Sprint("other", i)), start.Add(session.Idle))
	}
	if n := m.Len(); n != 0 {
		t.Errorf("%d expired sessions are still held, want 0", n)
	}
}

func TestKeepEndsWhenTold(t *testing.T) {
	t.Parallel()
	m := session.NewMemory(0)
	r := session.Record{Session: sessiontest.Typical(start.Unix()), Version: session.Version{Epoch: 7, N: 9}, Found: true}
	for until, want := range map[time.Duration]time.Duration{time.Minute: time.Minute, time.Hour: session.Idle} {
		if err := m.Keep("p", &r, start.Add(until)); err != nil {
			t.Fatal(err)
		}
		if got, err := m.Load(t.Context(), "p", start.Add(want-time.Second)); !got.Found || got.Version != r.Version || err != nil {
			t.Errorf("kept %v, a second before %v: got %+v, %v; want version %v", until, want, got, err, r.Version)
		}
		if found(t, m, "p", start.Add(want)) {
			t.Errorf("kept %v: still found after %v", until, want)
		}
	}
}

func BenchmarkMemoryTurn(b *testing.B) {
	m := session.NewMemory(0)
	var n atomic.Int64
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		rnd := rand.New(rand.NewPCG(1, uint64(n.Add(1))))
		persons := make([]dialog.Person, 1000)
		for i := range persons {
			persons[i] = dialog.Person(fmt.Sprintf("%032x", rnd.Uint64()))
		}
		for pb.Next() {
			p := persons[rnd.IntN(len(persons))]
			r, _ := m.Load(b.Context(), p, start)
			s := r.Session
			if !r.Found {
				s = sessiontest.Typical(start.Unix())
			}
			s.Turn++
			if ok, _, err := m.Save(b.Context(), p, r.Version, &s, start); !ok || err != nil {
				b.Fatalf("save: %v, %v", ok, err)
			}
		}
	})
}
