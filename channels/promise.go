package channels

import (
	"context"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
)

// Reachable is a Visit of a person whose telephone can get an SMS.
type Reachable interface {
	// Reach gives the plain number, empty where there is none, and the gateway's own name of the talk: the same for a request
	// that comes twice, even where everything else of the talk was forgotten in between.
	Reach() (to Address, talk string)
}

// Promised is an effect of a turn with all that is needed to keep the promise. The plain address is in it: it must not be kept
// unsealed.
type Promised struct {
	Effect  dialog.Effect
	Person  dialog.Person
	To      Address
	Talk    string
	Edition *Edition
	Answer  *dialog.Reply // what is to be sent, without the options that stood below it
}

// Promise sets who makes effects durable, and so lets people ask for an SMS; call it before the first turn. It returns when
// the promise is kept on disk, and knows one that it was given before. A person whose promise fails is told so.
func (d *Desk) Promise(f func(context.Context, Promised) error) { d.promise = f }

// reach notes in the session whether an SMS can be offered.
func (d *Desk) reach(s *dialog.Session, v Visit) {
	s.Flags &^= dialog.Texts
	if r, ok := v.(Reachable); ok && d.promise != nil {
		if to, talk := r.Reach(); to != "" && talk != "" {
			s.Flags |= dialog.Texts
		}
	}
}

// promised makes the effects of a turn durable, before its session is stored and anybody is told.
func (d *Desk) promised(ctx context.Context, p dialog.Person, e *Edition, s *dialog.Session, v Visit, effects []dialog.Effect) bool {
	if len(effects) == 0 {
		return true
	}
	r, ok := v.(Reachable)
	if !ok || d.promise == nil {
		return false
	}
	to, talk := r.Reach()
	answer := engine.Answer(e.Edition, s, d.now())
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), StorePatience)
	defer cancel()
	for _, effect := range effects {
		err := d.promise(ctx, Promised{Effect: effect, Person: p, To: to, Talk: talk, Edition: e, Answer: &answer})
		if err != nil {
			d.log.Warn("an SMS is not promised", "err", err)
			return false
		}
	}
	return true
}
