package telegram_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/telegram"
	"github.com/plainline/plainline/dialog"
)

// post is what arrives, and when; it can refuse.
type post struct {
	mu     sync.Mutex
	begun  time.Time
	got    []string
	refuse func(to channels.Address, body string, n int) error
	tries  map[string]int
}

func (p *post) deliver(_ context.Context, to channels.Address, body []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	key := string(to) + string(body)
	p.tries[key]++
	if p.refuse != nil {
		if err := p.refuse(to, string(body), p.tries[key]); err != nil {
			return err
		}
	}
	p.got = append(p.got, fmt.Sprintf("%s %s %v", string(to), body, time.Since(p.begun).Round(time.Second)))
	return nil
}

// direct gives a sender that runs in a bubble of time.
func direct(t *testing.T, refuse func(channels.Address, string, int) error) (*post, *telegram.Direct, *lockedLog, func()) {
	p := &post{begun: time.Now(), refuse: refuse, tries: map[string]int{}}
	log := &lockedLog{}
	d := telegram.NewDirect(p.deliver, slog.New(slog.NewTextHandler(log, nil)))
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		d.Run(ctx)
	}()
	return p, d, log, func() {
		cancel()
		<-done
	}
}

func send(t *testing.T, d *telegram.Direct, to, key string) {
	t.Helper()
	m := telegram.Outgoing{Person: dialog.Person("p" + to), To: channels.Address(to), Key: key, Body: []byte(key)}
	if err := d.Send(t.Context(), m); err != nil {
		t.Errorf("send %s to %s: %v", key, to, err)
	}
}

func TestDirectKeepsOrderAndSendsOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, d, _, end := direct(t, nil)
		for _, key := range []string{"a", "b", "a", "c", "b"} {
			send(t, d, "1", key)
		}
		synctest.Wait()
		end()
		if want := []string{"1 a 0s", "1 b 0s", "1 c 0s"}; !slices.Equal(p.got, want) {
			t.Errorf("arrived %q, want %q", p.got, want)
		}
	})
}

func TestDirectWaitsAsLongAsAsked(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, d, _, end := direct(t, func(to channels.Address, body string, n int) error {
			if to == "1" && body == "a" && n == 1 {
				return &telegram.Failure{Status: http.StatusTooManyRequests, After: 17 * time.Second}
			}
			return nil
		})
		send(t, d, "1", "a")
		send(t, d, "1", "b")
		synctest.Wait()
		send(t, d, "2", "a")
		time.Sleep(time.Minute)
		end()
		if want := []string{"2 a 0s", "1 a 17s", "1 b 17s"}; !slices.Equal(p.got, want) {
			t.Errorf("arrived %q, want %q: nobody else waits for one who must", p.got, want)
		}
	})
}

func TestDirectLeavesWhoBlockedTheBot(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, d, log, end := direct(t, func(to channels.Address, _ string, _ int) error {
			if to == "1" {
				return &telegram.Failure{Status: http.StatusForbidden}
			}
			return nil
		})
		for _, key := range []string{"a", "b", "c"} {
			send(t, d, "1", key)
			send(t, d, "2", key)
		}
		time.Sleep(time.Hour)
		end()
		if want := []string{"2 a 0s", "2 b 0s", "2 c 0s"}; !slices.Equal(p.got, want) || p.tries["1b"] != 0 || log.String() != "" {
			t.Errorf("arrived %q, want %q; the log says %q, want nothing", p.got, want, log)
		}
	})
}

func TestDirectGivesUpInTheEnd(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, d, log, end := direct(t, func(_ channels.Address, body string, _ int) error {
			switch body {
			case "never":
				return &telegram.Failure{Method: "sendMessage", Status: http.StatusBadGateway, Says: "Bad Gateway"}
			case "refused":
				return &telegram.Failure{Method: "sendMessage", Status: http.StatusBadRequest, Says: "no"}
			}
			return nil
		})
		for _, key := range []string{"never", "refused", "good"} {
			send(t, d, "1", key)
		}
		time.Sleep(time.Hour)
		end()
		if p.tries["1never"] != 8 || p.tries["1refused"] != 1 || len(p.got) != 1 {
			t.Errorf("tried %v, arrived %q", p.tries, p.got)
		}
		if got := log.String(); got == "" {
			t.Error("the log does not say that a message was lost")
		}
	})
}

func TestDirectSendsItsLastWordsAndNoMore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, d, _, end := direct(t, func(to channels.Address, _ string, n int) error {
			if to == "2" {
				return &telegram.Failure{Status: http.StatusTooManyRequests, After: time.Hour}
			}
			return nil
		})
		send(t, d, "1", "a")
		send(t, d, "2", "a")
		begun := time.Now()
		end()
		if took := time.Since(begun); took > 6*time.Second || !slices.Equal(p.got, []string{"1 a 0s"}) {
			t.Errorf("the end took %v, arrived %q", took, p.got)
		}
		if err := d.Send(t.Context(), telegram.Outgoing{Person: "p", Key: "k"}); err == nil {
			t.Error("after its end the sender takes messages that nobody sends")
		}
	})
}
