package redis_test

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	client "github.com/redis/go-redis/v9"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/redis"
	"github.com/plainline/plainline/dialog/session/sessiontest"
)

var (
	start  = time.Unix(1_790_000_000, 0)
	keyOne = redis.Key{ID: 1, Secret: [32]byte{1, 1, 1}}
	keyTwo = redis.Key{ID: 2, Secret: [32]byte{2, 2, 2}}
)

const person dialog.Person = "5f2c9a7e1b3d4860"

// TestMain keeps the client's own complaints out of the output: servers are killed here on purpose.
func TestMain(m *testing.M) {
	redis.LogTo(slog.New(slog.DiscardHandler))
	m.Run()
}

func connect(tb testing.TB, addr string, timeout time.Duration) client.UniversalClient {
	tb.Helper()
	c, err := redis.Connect("redis://"+addr, timeout)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = c.Close() })
	return c
}

func open(tb testing.TB, c client.UniversalClient, o redis.Options) *redis.Store {
	tb.Helper()
	o.Rand = rand.Reader
	if o.Key.ID == 0 {
		o.Key = keyOne
	}
	s, err := redis.New(c, o)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// save stores a session from a version and wants that to succeed.
func save(tb testing.TB, s session.Store, from session.Version) session.Record {
	tb.Helper()
	next := sessiontest.Typical(start.Unix())
	ok, r, err := s.Save(tb.Context(), person, from, &next, start)
	if !ok || err != nil {
		tb.Fatalf("save from %v: %v, %v", from, ok, err)
	}
	return r
}

func TestStore(t *testing.T) {
	t.Parallel()
	addr := sessiontest.StartRedis(t)
	c := connect(t, addr, 5*time.Second)
	for name, copies := range map[string]int{"with copies": 0, "without": -1} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sessiontest.Exam(t, func(t *testing.T) sessiontest.Subject {
				prefix := t.Name() + ":"
				return sessiontest.Subject{
					Store: open(t, c, redis.Options{Prefix: prefix, Copies: copies, Timeout: 5 * time.Second}),
					Corrupt: func(p dialog.Person) {
						if err := c.HSet(t.Context(), prefix+string(p), "b", "\x01spoiled").Err(); err != nil {
							t.Fatal(err)
						}
					},
				}
			})
		})
	}
}

// TestTwoMachines runs the contract on two stores that share nothing but Redis and take turns.
func TestTwoMachines(t *testing.T) {
	t.Parallel()
	c := connect(t, sessiontest.StartRedis(t), 5*time.Second)
	sessiontest.Exam(t, func(t *testing.T) sessiontest.Subject {
		o := redis.Options{Prefix: t.Name() + ":", Copies: -1, Timeout: 5 * time.Second}
		return sessiontest.Subject{
			Store:   &alternating{stores: [2]session.Store{open(t, c, o), open(t, c, o)}},
			Corrupt: func(p dialog.Person) { c.HSet(t.Context(), o.Prefix+string(p), "b", "spoiled") },
		}
	})
}

// alternating sends each call to the other store.
type alternating struct {
	stores [2]session.Store
	n      atomic.Uint64
}

func (a *alternating) next() session.Store { return a.stores[a.n.Add(1)%2] }

func (a *alternating) Load(ctx context.Context, p dialog.Person, now time.Time) (session.Record, error) {
	return a.next().Load(ctx, p, now)
}

func (a *alternating) Save(ctx context.Context, p dialog.Person, from session.Version, s *dialog.Session, now time.Time) (bool, session.Record, error) {
	return a.next().Save(ctx, p, from, s, now)
}

func (a *alternating) Erase(ctx context.Context, p dialog.Person) error {
	return a.next().Erase(ctx, p)
}

// trips counts the commands that are sent.
type trips struct{ n atomic.Int64 }

func (h *trips) DialHook(next client.DialHook) client.DialHook { return next }

func (h *trips) ProcessHook(next client.ProcessHook) client.ProcessHook {
	return func(ctx context.Context, cmd client.Cmder) error {
		h.n.Add(1)
		return next(ctx, cmd)
	}
}

func (h *trips) ProcessPipelineHook(next client.ProcessPipelineHook) client.ProcessPipelineHook {
	return func(ctx context.Context, cmds []client.Cmder) error {
		h.n.Add(1)
		return next(ctx, cmds)
	}
}

func TestTripsOfATurn(t *testing.T) {
	t.Parallel()
	c := connect(t, sessiontest.StartRedis(t), 0)
	h := &trips{}
	c.AddHook(h)
	here, there := open(t, c, redis.Options{}), open(t, c, redis.Options{})
	save(t, there, session.Version{}) // brings the script
	if err := here.Erase(t.Context(), person); err != nil {
		t.Fatal(err)
	}
	turn := func(name string, s *redis.Store, at time.Time, want int64) {
		t.Helper()
		h.n.Store(0)
		r, err := s.Load(t.Context(), person, at)
		for ok := false; !ok; {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			next := sessiontest.Typical(start.Unix())
			next.Last = at.Unix()
			next.Turn = r.Session.Turn + 1
			ok, r, err = s.Save(t.Context(), person, r.Version, &next, at)
		}
		if got := h.n.Load(); got != want {
			t.Errorf("%s: %d trips, want %d", name, got, want)
		}
	}
	turn("first turn", here, start, 2)
	turn("copy is current", here, start.Add(time.Second), 1)
	turn("another machine, whose copy is out of date", there, start.Add(2*time.Second), 2)
	turn("back here, out of date now", here, start.Add(3*time.Second), 2)
	turn("copy too old", here, start.Add(64*time.Second), 2)
	if r, err := here.Load(t.Context(), person, start.Add(65*time.Second)); err != nil || r.Session.Turn != 5 || !r.Cached {
		t.Errorf("after five turns: got turn %d, cached %v, %v; want 5 from the copy", r.Session.Turn, r.Cached, err)
	}
}

func TestCopyIsTold(t *testing.T) {
	t.Parallel()
	c := connect(t, sessiontest.StartRedis(t), 0)
	here, there := open(t, c, redis.Options{}), open(t, c, redis.Options{})
	first := save(t, here, session.Version{})
	save(t, there, first.Version)
	if err := there.Erase(t.Context(), person); err != nil {
		t.Fatal(err)
	}
	anew := save(t, there, session.Version{})
	stale, err := here.Load(t.Context(), person, start)
	if err != nil || !stale.Cached || stale.Version != first.Version {
		t.Fatalf("load: got %+v, %v; want the copy of %v", stale, err, first.Version)
	}
	ok, current, err := here.Save(t.Context(), person, stale.Version, &stale.Session, start)
	if ok || err != nil || current.Version != anew.Version || current.Cached {
		t.Fatalf("save from the copy: got %v, %+v, %v; want a conflict with %v", ok, current, err, anew.Version)
	}
	save(t, here, current.Version)
}

func TestExpiresInRedisToo(t *testing.T) {
	t.Parallel()
	c := connect(t, sessiontest.StartRedis(t), 0)
	s := open(t, c, redis.Options{Prefix: "x:"})
	for name, test := range map[string]struct{ age, want time.Duration }{
		"young": {0, session.Idle},
		"old":   {session.Hard - 10*time.Minute, 10 * time.Minute},
	} {
		p := dialog.Person(name)
		next := sessiontest.Typical(start.Add(-test.age).Unix())
		next.Last = start.Unix()
		if ok, _, err := s.Save(t.Context(), p, session.Version{}, &next, start); !ok || err != nil {
			t.Fatalf("%s: save: %v, %v", name, ok, err)
		}
		got, err := c.TTL(t.Context(), "x:"+name).Result()
		if err != nil || got > test.want || got < test.want-time.Minute {
			t.Errorf("%s: Redis keeps it for %v, %v; want %v", name, got, err, test.want)
		}
	}
}

func TestSameSaveTwice(t *testing.T) {
	t.Parallel()
	c := connect(t, sessiontest.StartRedis(t), 0)
	c.AddHook(twice{})
	s := open(t, c, redis.Options{Copies: -1})
	save(t, s, save(t, s, session.Version{}).Version)
}

// twice sends every script twice, as a client does that lost the first answer.
type twice struct{}

func (twice) DialHook(next client.DialHook) client.DialHook { return next }

func (twice) ProcessHook(next client.ProcessHook) client.ProcessHook {
	return func(ctx context.Context, cmd client.Cmder) error {
		if name := cmd.Name(); strings.HasPrefix(name, "eval") {
			_ = next(ctx, cmd)
		}
		return next(ctx, cmd)
	}
}

func (twice) ProcessPipelineHook(next client.ProcessPipelineHook) client.ProcessPipelineHook {
	return next
}

func TestFrozenAndKilled(t *testing.T) {
	t.Parallel()
	server := sessiontest.NewRedis(t)
	const wait = 300 * time.Millisecond
	s := open(t, connect(t, server.Addr, wait), redis.Options{Copies: -1, Timeout: wait})
	r := save(t, s, session.Version{})

	fails := func(when string) {
		t.Helper()
		next := sessiontest.Typical(start.Unix())
		for name, call := range map[string]func() error{
			"load":  func() error { _, err := s.Load(t.Context(), person, start); return err },
			"save":  func() error { _, _, err := s.Save(t.Context(), person, r.Version, &next, start); return err },
			"erase": func() error { return s.Erase(t.Context(), person) },
		} {
			began := time.Now()
			err := call()
			if took := time.Since(began); took > 4*wait { // a busy machine's leeway
				t.Errorf("%s, %s: took %v, want at most %v", when, name, took, wait)
			}
			if !errors.Is(err, session.ErrUnavailable) || strings.Contains(err.Error(), string(person)) {
				t.Errorf("%s, %s: got %v; want ErrUnavailable without the person's key", when, name, err)
			}
		}
	}
	recovers := func(when string) {
		t.Helper()
		for range 100 { // connections that broke are replaced as they are met
			if err := s.Erase(t.Context(), person); err == nil {
				r = save(t, s, session.Version{})
				return
			}
		}
		t.Fatalf("%s: does not recover", when)
	}

	server.Freeze()
	fails("frozen")
	server.Thaw()
	recovers("thawed")
	server.Kill()
	fails("killed")
	server.Restart()
	recovers("restarted")
}

func TestCallerGivesUp(t *testing.T) {
	t.Parallel()
	s := open(t, connect(t, "127.0.0.1:1", 0), redis.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Load(ctx, person, start); !errors.Is(err, context.Canceled) || errors.Is(err, session.ErrUnavailable) {
		t.Errorf("load when the caller gave up: got %v; want its cancellation, not ErrUnavailable", err)
	}
}

// TestCluster plays a turn against a cluster of one.
func TestCluster(t *testing.T) {
	t.Parallel()
	server := sessiontest.NewRedis(t, "--cluster-enabled", "yes")
	if err := connect(t, server.Addr, 0).Do(t.Context(), "CLUSTER", "ADDSLOTSRANGE", 0, 16383).Err(); err != nil {
		t.Fatal(err)
	}
	c := connect(t, server.Addr+"?cluster=1", 5*time.Second)
	s := open(t, c, redis.Options{Copies: -1})
	for range 1000 {
		if _, err := s.Load(t.Context(), person, start); err == nil {
			break // its slots are known now
		}
	}
	r := save(t, s, session.Version{})
	if got, err := s.Load(t.Context(), person, start); err != nil || got.Version != r.Version {
		t.Errorf("load: got %+v, %v; want version %v", got, err, r.Version)
	}
}

// TestSentinel plays a turn against the master that a sentinel names.
func TestSentinel(t *testing.T) {
	t.Parallel()
	master := sessiontest.NewRedis(t)
	host, port, err := net.SplitHostPort(master.Addr)
	if err != nil {
		t.Fatal(err)
	}
	sentinel := sessiontest.NewSentinel(t, "talks", host, port)
	s := open(t, connect(t, sentinel+"?master=talks", 5*time.Second), redis.Options{Copies: -1})
	r := save(t, s, session.Version{})
	if got, err := s.Load(t.Context(), person, start); err != nil || got.Version != r.Version {
		t.Errorf("load: got %+v, %v; want version %v", got, err, r.Version)
	}
	if n, err := connect(t, master.Addr, 0).DBSize(t.Context()).Result(); n != 1 || err != nil {
		t.Errorf("the master holds %d sessions, %v; want 1", n, err)
	}
}
