package outbox_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
	"github.com/plainline/plainline/dialog"
)

var secret = channels.Secret{1, 2, 3}

// open opens an outbox in a folder of the test; what happens is noted in the list.
func open(t testing.TB, file string, o outbox.Options) *outbox.Outbox {
	t.Helper()
	if file == "" {
		file = filepath.Join(t.TempDir(), "outbox.db")
	}
	o.File, o.Rand, o.Now = file, rand.Reader, time.Now
	box, err := outbox.Open(&secret, o)
	if err != nil {
		t.Fatal(err)
	}
	return box
}

// provider takes messages and notes them.
type provider struct {
	mu   sync.Mutex
	took []string
	fail func(body string, n int) error // n counts the tries of all messages
	n    int
}

func (p *provider) Send(_ context.Context, to channels.Address, body []byte) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.n++
	if p.fail != nil {
		if err := p.fail(string(body), p.n); err != nil {
			return "", err
		}
	}
	p.took = append(p.took, string(body))
	return fmt.Sprintf("receipt %d", p.n), nil
}

func (p *provider) all() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.took)
}

func job(person, key string) outbox.Job {
	return outbox.Job{Channel: "sms", Person: dialog.Person(person), Key: key, Address: "994501234567", Body: []byte(person + key)}
}

// running runs an outbox for the time of a function.
func running(t *testing.T, box *outbox.Outbox, f func()) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- box.Run(ctx) }()
	f()
	stop()
	if err := <-ended; err != nil {
		t.Errorf("Run: %v", err)
	}
}

func accept(t testing.TB, box *outbox.Outbox, jobs ...outbox.Job) {
	t.Helper()
	if err := box.Accept(t.Context(), jobs...); err != nil {
		t.Fatal(err)
	}
}

func TestAMessageIsSentOnceHoweverOftenItIsAccepted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "outbox.db")
		p := &provider{}
		for range 3 { // and however often the program starts
			box := open(t, file, outbox.Options{})
			box.Carry("sms", p, 4)
			accept(t, box, job("anna", "1"), job("anna", "2"), job("anna", "1"))
			running(t, box, func() { time.Sleep(time.Second) })
			if err := box.Close(); err != nil {
				t.Error(err)
			}
		}
		if got := p.all(); !slices.Equal(got, []string{"anna1", "anna2"}) {
			t.Errorf("sent %q, want each message once and in order", got)
		}
	})
}

func TestOnePersonsMessagesWaitForEachOtherThoseOfOthersPass(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := &provider{fail: func(body string, n int) error {
			if body == "anna1" && n < 4 {
				return errors.New("no answer")
			}
			return nil
		}}
		var events []outbox.Event
		var mu sync.Mutex
		box := open(t, "", outbox.Options{Observe: func(e outbox.Event) { mu.Lock(); events = append(events, e); mu.Unlock() }})
		defer box.Close()
		box.Carry("sms", p, 2)
		accept(t, box, job("anna", "1"), job("anna", "2"), job("bela", "1"))
		running(t, box, func() { time.Sleep(time.Minute) })
		if got := p.all(); !slices.Equal(got, []string{"bela1", "anna1", "anna2"}) {
			t.Errorf("sent %q, want bela's at once and anna's in order", got)
		}
		mu.Lock()
		defer mu.Unlock()
		var sent, again int
		for _, e := range events {
			switch {
			case e.State == outbox.Sent:
				sent++
			case e.State == outbox.Queued && e.Tries > 0:
				again++
			}
		}
		if sent != 3 || again < 2 {
			t.Errorf("told of %d sent and %d tried again in %v, want 3 and at least 2", sent, again, events)
		}
	})
}

// fault is an error of a provider.
type fault struct {
	after           time.Duration
	dead, gone, all bool
}

func (fault) Error() string                  { return "the provider says no" }
func (f fault) Retry() (time.Duration, bool) { return f.after, !f.dead }
func (f fault) Gone() bool                   { return f.gone }
func (f fault) Everybody() bool              { return f.all }
func count(c []outbox.Count, s outbox.State) (n int) { // of all channels
	for _, c := range c {
		if c.State == s {
			n += c.Messages
		}
	}
	return n
}

func TestTheProvidersWaitIsKept(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		var at []time.Duration
		p := &provider{fail: func(body string, n int) error {
			at = append(at, time.Since(begun).Round(time.Second))
			if n == 1 {
				return fault{after: 30 * time.Second, all: true}
			}
			return nil
		}}
		box := open(t, "", outbox.Options{})
		defer box.Close()
		box.Carry("sms", p, 1)
		accept(t, box, job("anna", "1"))
		running(t, box, func() {
			time.Sleep(time.Second)
			accept(t, box, job("bela", "1")) // the wait is for everybody
			time.Sleep(time.Minute)
		})
		if len(at) != 3 || at[1] < 30*time.Second || at[2] < 30*time.Second {
			t.Errorf("called after %v, want once at first and then not before 30 s", at)
		}
	})
}

func TestDeadLettersAreSeenAndSentAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		broken := true
		p := &provider{fail: func(string, int) error {
			if broken {
				return fault{dead: true}
			}
			return nil
		}}
		box := open(t, "", outbox.Options{})
		defer box.Close()
		box.Carry("sms", p, 1)
		accept(t, box, job("anna", "1"), job("bela", "1"))
		running(t, box, func() {
			time.Sleep(time.Second)
			dead, err := box.DeadLetters(t.Context(), 10)
			if err != nil || len(dead) != 2 || !dead[0].Kept || dead[0].Fault != "the provider says no" || dead[0].Tries != 1 {
				t.Fatalf("dead letters: %+v, %v; want both with the reason", dead, err)
			}
			broken = false
			if n, err := box.Revive(t.Context(), dead[1].ID); n != 1 || err != nil {
				t.Errorf("Revive: %d, %v, want 1", n, err)
			}
			time.Sleep(3 * time.Second)
			if n, err := box.Revive(t.Context()); n != 1 || err != nil {
				t.Errorf("Revive all: %d, %v, want 1", n, err)
			}
			time.Sleep(3 * time.Second)
		})
		if got := p.all(); !slices.Equal(got, []string{"bela1", "anna1"}) {
			t.Errorf("sent %q, want both after they were sent again", got)
		}
	})
}

func TestWhoIsGoneIsNotWrittenToAndNoLetterIsDead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := &provider{fail: func(string, int) error { return fault{gone: true, dead: true} }}
		box := open(t, "", outbox.Options{})
		defer box.Close()
		box.Carry("sms", p, 1)
		accept(t, box, job("anna", "1"), job("anna", "2"), job("anna", "3"))
		running(t, box, func() { time.Sleep(time.Minute) })
		c, err := box.Counts(t.Context())
		if err != nil || p.n != 1 || count(c, outbox.Gone) != 3 {
			t.Errorf("%d calls, %+v, %v; want one call and three gone", p.n, c, err)
		}
	})
}

func TestADayHasAnEnd(t *testing.T) {
	t.Parallel()
	box := open(t, "", outbox.Options{})
	defer box.Close()
	for n, want := range []error{nil, nil, outbox.ErrTooMany} {
		j := job("anna", fmt.Sprint(n))
		j.Daily = 2
		if err := box.Accept(t.Context(), j); !errors.Is(err, want) {
			t.Errorf("message %d of a day with two: %v, want %v", n+1, err, want)
		}
	}
	j := job("anna", "1")
	if j.Daily = 2; box.Accept(t.Context(), j) != nil {
		t.Error("a message that was accepted before is refused; want it known")
	}
}

func TestWhatWaitsTooLongIsGivenUpAndWhatEndedIsForgotten(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := &provider{}
		box := open(t, "", outbox.Options{})
		defer box.Close()
		box.Carry("sms", p, 1)
		lost := job("anna", "1")
		lost.Channel = "pigeon" // nobody carries it
		accept(t, box, lost, job("bela", "1"))
		running(t, box, func() { time.Sleep(time.Second) })
		time.Sleep(25 * time.Hour)
		running(t, box, func() {
			time.Sleep(time.Second)
			if c, _ := box.Counts(t.Context()); count(c, outbox.Dead) != 1 || count(c, outbox.Sent) != 1 {
				t.Errorf("after a day: %+v, want one dead and one sent", c)
			}
		})
		time.Sleep(9 * 24 * time.Hour)
		if err := box.Purge(t.Context()); err != nil {
			t.Error(err)
		}
		if c, _ := box.Counts(t.Context()); len(c) != 0 {
			t.Errorf("after ten days: %+v, want nothing", c)
		}
	})
}

func TestReportsMayComeBeforeTheReceiptAndTwice(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		box := open(t, "", outbox.Options{})
		defer box.Close()
		box.Carry("sms", &provider{}, 1)
		for _, r := range []outbox.Report{
			{Receipt: "receipt 1", Reason: "on its way"}, {Receipt: "receipt 1", Final: true, Good: true}, {Receipt: "receipt 1", Reason: "late"},
			{Receipt: "receipt 2", Final: true, Reason: "no such phone"},
		} {
			if err := box.Reported(t.Context(), "sms", r); err != nil {
				t.Error(err)
			}
		}
		accept(t, box, job("anna", "1"), job("anna", "2"))
		running(t, box, func() { time.Sleep(time.Second) })
		c, err := box.Counts(t.Context())
		if err != nil || len(c) != 1 || c[0].Messages != 2 || c[0].Arrived != 1 || c[0].Undone != 1 {
			t.Errorf("%+v, %v; want two sent, of which one arrived and one did not", c, err)
		}
	})
}

func TestNothingReadableIsOnDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	box := open(t, filepath.Join(dir, "outbox.db"), outbox.Options{})
	accept(t, box, outbox.Job{Channel: "sms", Person: "anna", Key: "1", Address: "994501234567", Body: []byte("The pension is 320 AZN.")})
	look := func(when string) {
		files, _ := filepath.Glob(filepath.Join(dir, "*"))
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil || bytes.Contains(data, []byte("994501234567")) || bytes.Contains(data, []byte("pension")) {
				t.Errorf("%s, %s: %v, or the address or the words can be read in it", when, filepath.Base(name), err)
			}
		}
	}
	look("open")
	box.Close()
	look("closed")
}

func TestOnlyOneProgramSendsAndAnotherTakesOver(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "outbox.db")
	one, two := open(t, file, outbox.Options{}), open(t, file, outbox.Options{})
	defer one.Close()
	defer two.Close()
	first, second := make(chan string, 9), make(chan string, 9)
	noting := func(to chan string) outbox.SenderFunc {
		return func(_ context.Context, _ channels.Address, body []byte) (string, error) {
			to <- string(body)
			return "", nil
		}
	}
	one.Carry("sms", noting(first), 1)
	two.Carry("sms", noting(second), 1)
	ctx, stop := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	running := make(chan struct{})
	wait.Go(func() {
		close(running)
		one.Run(ctx)
	})
	<-running
	accept(t, one, job("anna", "1"))
	if got := <-first; got != "anna1" {
		t.Errorf("sent %q, want anna1", got)
	}
	later, end := context.WithCancel(t.Context())
	wait.Go(func() { two.Run(later) })
	accept(t, two, job("anna", "2")) // found by the one that sends
	select {
	case got := <-first:
		if got != "anna2" {
			t.Errorf("sent %q, want anna2", got)
		}
	case got := <-second:
		t.Errorf("the second program sent %q while the first one runs", got)
	}
	stop()
	accept(t, one, job("anna", "3"))
	if got := <-second; got != "anna3" {
		t.Errorf("taken over: sent %q, want anna3", got)
	}
	end()
	wait.Wait()
}

func TestAnotherSecretReadsNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "outbox.db")
		box := open(t, file, outbox.Options{})
		accept(t, box, job("anna", "1"))
		box.Close()
		other := channels.Secret{9}
		box, err := outbox.Open(&other, outbox.Options{File: file, Rand: rand.Reader, Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		defer box.Close()
		p := &provider{}
		box.Carry("sms", p, 1)
		running(t, box, func() { time.Sleep(time.Second) })
		dead, _ := box.DeadLetters(t.Context(), 9)
		if len(dead) != 1 || p.n != 0 || !strings.Contains(dead[0].Fault, "another secret") {
			t.Errorf("%+v after %d calls, want a dead letter that says so", dead, p.n)
		}
	})
}

func TestAcceptingAfterTheEndIsRefused(t *testing.T) {
	t.Parallel()
	box := open(t, "", outbox.Options{})
	box.Close()
	if err := box.Accept(t.Context(), job("anna", "1")); err == nil {
		t.Error("accepted, want an error")
	}
}

func TestManyAcceptAtOnce(t *testing.T) {
	t.Parallel()
	p := &provider{}
	box := open(t, "", outbox.Options{})
	defer box.Close()
	box.Carry("sms", p, 16)
	running(t, box, func() {
		var all sync.WaitGroup
		for n := range 40 {
			all.Go(func() {
				for k := range 10 {
					accept(t, box, job(fmt.Sprintf("p%02d/", n), fmt.Sprint(k)), job(fmt.Sprintf("p%02d/", n), fmt.Sprint(k)))
				}
			})
		}
		all.Wait()
		for len(p.all()) < 400 && t.Context().Err() == nil {
			time.Sleep(5 * time.Millisecond)
		}
	})
	next := map[string]int{}
	for _, body := range p.all() {
		person, key, _ := strings.Cut(body, "/")
		if fmt.Sprint(next[person]) != key {
			t.Errorf("%s got message %s, want %d", person, key, next[person])
		}
		next[person]++
	}
	if len(p.all()) != 400 {
		t.Errorf("%d were sent, want 400", len(p.all()))
	}
}
