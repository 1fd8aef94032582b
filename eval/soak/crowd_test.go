package soak_test

import (
	"fmt"
	"log/slog"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/sessiontest"
)

// people is how many walk at once.
func people() int {
	if long() {
		return 5000
	}
	return 500
}

// Everybody in a crowd sees what somebody alone sees: no screen of another, none lost. Waits are of a bubble's time.
func TestCrowdInMemory(t *testing.T) {
	t.Parallel()
	want := walks(t)
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(session.NewMemory(0), slog.New(slog.DiscardHandler))
		crowd(t, want, func(int) *house { return h }, func(r *rand.Rand) { time.Sleep(time.Duration(r.IntN(20000)) * time.Millisecond) })
	})
}

// The same on two machines over one Redis, to which a person's requests come in turns. Redis knows no bubble, so the waits
// are real and short.
func TestCrowdOnTwoMachines(t *testing.T) {
	t.Parallel()
	want := walks(t)
	addr := sessiontest.StartRedis(t)
	log := slog.New(slog.DiscardHandler)
	houses := []*house{newHouse(redisStore(t, addr, 0), log), newHouse(redisStore(t, addr, 100), log)}
	crowd(t, want, func(n int) *house { return houses[n%2] }, func(r *rand.Rand) { time.Sleep(time.Duration(r.IntN(3000)) * time.Microsecond) })
}

// walks gives the screens of every route, walked alone.
func walks(t *testing.T) [][]string {
	b := sampleEdition().Base
	routes := len(b.Languages) * len(b.Services) * 13
	want := make([][]string, min(routes, people()))
	for i := range want {
		want[i] = alone(t, b, i)
	}
	return want
}

// crowd lets everybody walk at once. Request n of a person goes to the house that at gives.
func crowd(t *testing.T, want [][]string, at func(n int) *house, wait func(*rand.Rand)) {
	t.Helper()
	b := at(0).edition.Base
	var wg sync.WaitGroup
	var mu sync.Mutex
	wrong := 0
	for i := range people() {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(uint64(i), 7))
			p := &phone{number: fmt.Sprint(994500000001 + i), session: fmt.Sprint("talk-", i)}
			screens := want[i%len(want)]
			for n, screen := range screens {
				wait(r)
				p.house = at(n)
				if n > 0 {
					p.keys = append(p.keys, route(b, i%len(want))[n-1])
				}
				status, got := p.send()
				if status == 200 && got == screen {
					continue
				}
				mu.Lock()
				if wrong++; wrong <= 3 {
					t.Errorf("person %d after %q: got %d\n%s\nwant\n%s", i, p.keys, status, got, screen)
				}
				mu.Unlock()
				return
			}
		})
	}
	wg.Wait()
	if wrong > 0 {
		t.Errorf("%d of %d people saw a wrong screen", wrong, people())
	}
}
