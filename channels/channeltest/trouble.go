package channeltest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
)

// ice is a store that never answers, and gives up only with its caller.
type ice struct{}

func (ice) Load(ctx context.Context, _ dialog.Person, _ time.Time) (session.Record, error) {
	<-ctx.Done()
	return session.Record{}, session.ErrUnavailable
}

func (ice) Save(ctx context.Context, _ dialog.Person, _ session.Version, _ *dialog.Session, _ time.Time) (bool, session.Record, error) {
	<-ctx.Done()
	return false, session.Record{}, session.ErrUnavailable
}

func (ice) Erase(ctx context.Context, _ dialog.Person) error {
	<-ctx.Done()
	return session.ErrUnavailable
}

// patient is a store of which each call takes at most its patience, as that of several machines.
type patient struct{ session.Store }

const patience = 200 * time.Millisecond

func (p patient) Load(ctx context.Context, who dialog.Person, now time.Time) (session.Record, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return p.Store.Load(ctx, who, now)
}

func (p patient) Save(ctx context.Context, who dialog.Person, v session.Version, s *dialog.Session, now time.Time) (bool, session.Record, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return p.Store.Save(ctx, who, v, s, now)
}

func (p patient) Erase(ctx context.Context, who dialog.Person) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return p.Store.Erase(ctx, who)
}

// frozen talks while the store is away: everybody gets an answer.
func (c Candidate) frozen(t *testing.T) {
	k := c.open(t, base(t), patient{ice{}})
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			who := fmt.Sprint("cold ", n)
			for _, a := range []channels.Action{{Dial: true}, {Input: "taxes"}} {
				if shown := did(t, k, who, a); text(shown) == "" {
					t.Errorf("%s did %+v and was met with silence", who, a)
				}
			}
		})
	}
	all.Wait()
}

// shutdown ends the channel in the middle of many talks: whoever was let in gets an answer.
func (c Candidate) shutdown(t *testing.T) {
	k := c.open(t, base(t), session.NewMemory(0))
	if k.Close == nil {
		t.Skip("this channel lives on the shared port and has nothing of its own to end; the program waits for its requests")
	}
	var all sync.WaitGroup
	begun := make(chan bool, 16)
	for n := range 16 {
		all.Go(func() {
			who := fmt.Sprint("late ", n)
			begun <- true
			for _, a := range []channels.Action{{Dial: true}, {Input: "1"}, {Input: "taxes"}} {
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				shown, err := k.People.Simulate(ctx, who, a)
				cancel()
				if err == nil && text(shown) == "" {
					t.Errorf("%s did %+v and was met with silence", who, a)
				}
			}
		})
	}
	for range 8 {
		<-begun
	}
	k.Close()
	all.Wait()
}
