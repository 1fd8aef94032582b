package soak_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/dialog/session/sessiontest"
)

// patience is how long a person at a feature phone is let wait; gateways give up soon after.
const patience = 3 * time.Second

// While Redis is frozen, and after it died, everybody still gets the right screen in time: what was keyed in comes with
// every request, so a talk goes on without memory. The log says so once, and once when Redis is back.
func TestStoreFreezesAndDies(t *testing.T) {
	t.Parallel()
	server := sessiontest.NewRedis(t)
	var log diary
	h := newHouse(redisStore(t, server.Addr, 0), log.logger())
	want := alone(t, h.edition.Base, 4)
	keys := route(h.edition.Base, 4)

	walkers := make([]*phone, 8)
	for i := range walkers {
		walkers[i] = &phone{house: h, number: fmt.Sprint(994500000001 + i), session: fmt.Sprint("talk-", i)}
		check(t, "before", walkers[i], nil, want[0])
		check(t, "before", walkers[i], keys[:1], want[1])
	}
	server.Freeze()
	all(walkers, func(p *phone) { check(t, "frozen", p, keys[:2], want[2]) })
	all(walkers, func(p *phone) { check(t, "still frozen", p, keys[:3], want[3]) })
	server.Thaw()
	check(t, "thawed", walkers[0], keys[:4], want[4])
	server.Kill()
	all(walkers, func(p *phone) { check(t, "dead", p, keys[:5], want[5]) })

	for _, tt := range []struct {
		say  string
		want int
	}{{"store is away", 2}, {"store is back", 1}} {
		if got := strings.Count(log.String(), tt.say); got != tt.want {
			t.Errorf("the log says %q %d times, want %d:\n%s", tt.say, got, tt.want, log.String())
		}
	}
}

// all does something for everybody at once.
func all(people []*phone, do func(*phone)) {
	var wg sync.WaitGroup
	for _, p := range people {
		wg.Go(func() { do(p) })
	}
	wg.Wait()
}

// check sends the keys so far and compares the screen and the time it took.
func check(t *testing.T, when string, p *phone, keys []string, want string) {
	t.Helper()
	p.keys = keys
	start := time.Now()
	status, got := p.send()
	if took := time.Since(start); took > patience {
		t.Errorf("%s: %s waited %v for a screen, want at most %v", when, p.session, took, patience)
	}
	if status != 200 || got != want {
		t.Errorf("%s: %s after %q: got %d\n%s\nwant\n%s", when, p.session, keys, status, got, want)
	}
}
