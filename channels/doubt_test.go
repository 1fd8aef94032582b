package channels_test

import (
	"slices"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/knowledge"
)

func TestDoubtIsToldOfWordsThatWereNotUnderstood(t *testing.T) {
	t.Parallel()
	d := newDesk(t, session.NewMemory(10))
	var heard []string
	d.ObserveDoubt(func(l knowledge.Lang, text string) { heard = append(heard, string(l)+" "+text) })
	say := func(text string) *visit { return &visit{in: []dialog.Input{{Kind: dialog.Said, Text: text}}} }
	d.take(open())
	d.take(say("xyzzy plugh"))
	d.take(say("passport"))
	d.take(say("8"))
	d.take(choose("home"))
	again := say("xyzzy plugh")
	again.verdict = channels.Again
	d.take(again)
	if want := []string{"en xyzzy plugh"}; !slices.Equal(heard, want) {
		t.Errorf("heard %q, want %q", heard, want)
	}
}
