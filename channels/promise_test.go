package channels_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// onPhone is a visit of somebody with a telephone.
type onPhone struct {
	*visit
	number channels.Address
}

func (v onPhone) Reach() (channels.Address, string) { return v.number, "test/1" }

func (d *desk) takePhone(v onPhone) onPhone {
	d.Take(context.Background(), "test", "somebody", v)
	return v
}

func offers(v *visit, id string) bool {
	return slices.ContainsFunc(v.r.Prompt.Options, func(o dialog.Option) bool { return o.ID == id })
}

func TestAnSMSIsPromisedBeforeAnybodyIsToldSo(t *testing.T) {
	t.Parallel()
	s := newStore()
	d := newDesk(t, s)
	var kept []channels.Promised
	fail := error(nil)
	d.Promise(func(ctx context.Context, p channels.Promised) error {
		if rec, err := s.Load(ctx, "somebody", noon); err != nil || len(kept) == 0 && rec.Session.Remark == dialog.TextComing {
			t.Errorf("the talk was stored before the promise: %+v, %v", rec.Session, err)
		}
		if _, ok := ctx.Deadline(); !ok {
			t.Error("the promise may take any time")
		}
		kept = append(kept, p)
		return fail
	})
	d.takePhone(onPhone{open(), "994501234567"})
	v := d.takePhone(onPhone{choose("documents/passport"), "994501234567"})
	if !offers(v.visit, "do/text-me") {
		t.Fatalf("offered %v, want an SMS", v.r.Prompt.Options)
	}
	v = d.takePhone(onPhone{choose("do/text-me"), "994501234567"})
	if v.s.Remark != dialog.TextComing || len(kept) != 1 || kept[0].To != "994501234567" || kept[0].Talk != "test/1" || kept[0].Answer.Code != "1D" || kept[0].Effect.Spot != "documents/passport" {
		t.Errorf("remark %d, promised %+v; want the documents", v.s.Remark, kept)
	}
	fail = errors.New("the disk is full")
	if v = d.takePhone(onPhone{choose("do/text-me"), "994501234567"}); v.s.Remark != dialog.NotTexted {
		t.Errorf("remark %d where the promise failed, want the person told so", v.s.Remark)
	}
	if v = d.takePhone(onPhone{choose("documents/passport"), ""}); offers(v.visit, "do/text-me") {
		t.Error("a hidden number is offered an SMS")
	}
	if w := d.take(choose("documents/passport")); offers(w, "do/text-me") || w.s.Flags&dialog.Texts != 0 {
		t.Error("a page is offered an SMS")
	}
}

func TestNobodyPromisesAnSMSWhereNoneCanBeSent(t *testing.T) {
	t.Parallel()
	d := newDesk(t, newStore())
	d.takePhone(onPhone{open(), "994501234567"})
	if v := d.takePhone(onPhone{choose("documents/passport"), "994501234567"}); offers(v.visit, "do/text-me") {
		t.Error("an SMS is offered, and nobody sends any")
	}
}

func TestOfManyInputsOnlyTheLastSendsAnSMS(t *testing.T) {
	t.Parallel()
	d := newDesk(t, newStore())
	n := 0
	d.Promise(func(context.Context, channels.Promised) error { n++; return nil })
	keys := func(ids ...string) onPhone { // a talk that is played again from its keys
		v := &visit{in: []dialog.Input{{Kind: dialog.Opened}}}
		for _, id := range ids {
			v.in = append(v.in, dialog.Input{Kind: dialog.Chose, Option: id})
		}
		return onPhone{v, "994501234567"}
	}
	d.takePhone(keys("documents/passport", "do/text-me", "fee/passport"))
	if n != 0 {
		t.Errorf("%d promises for a key that was answered long ago, want none", n)
	}
	if d.takePhone(keys("documents/passport", "do/text-me")); n != 1 {
		t.Errorf("%d promises, want one", n)
	}
}
