package channeltest

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/session"
)

// twice has each delivery come a second time: it is answered the same, and the talk goes on as if nothing had been.
func (c Candidate) twice(t *testing.T) {
	k := c.open(t, base(t), session.NewMemory(0))
	again, ok := k.People.(channels.Redeliverer)
	if !ok {
		t.Skip("NOT SHOWN: this channel's simulator cannot deliver twice")
	}
	other := c.open(t, base(t), session.NewMemory(0))
	for i, a := range []channels.Action{{Dial: true}, {Input: "1"}, {Input: "1"}, {Input: "passport fee"}, {Input: "0"}, {Input: "taxes"}} {
		first, want := did(t, k, "caller", a), did(t, other, "caller", a)
		second, err := again.Redeliver(t.Context(), "caller")
		if err != nil {
			t.Fatal(err)
		}
		if text(first) != text(second) {
			t.Errorf("delivery %d: the second answer is\n%s\nwant that of the first:\n%s", i, text(second), text(first))
		}
		if text(first) != text(want) {
			t.Errorf("delivery %d: a talk with doubles says\n%s\nand one without\n%s", i, text(first), text(want))
		}
	}
}

func text(s channels.Shown) string { return strings.Join(append([]string{s.Text}, s.Further...), "\n") }

// atOnce has one person press two keys at the same moment, often: each gets an answer that one order or the other gives.
func (c Candidate) atOnce(t *testing.T) {
	k := c.open(t, base(t), session.NewMemory(0))
	for round := range 20 {
		who := fmt.Sprint("hasty ", round)
		did(t, k, who, channels.Action{Dial: true})
		did(t, k, who, channels.Action{Input: "1"})
		var both sync.WaitGroup
		got := make([]string, 2)
		for i, key := range []string{"1", "taxes"} {
			both.Go(func() { got[i] = text(did(t, k, who, channels.Action{Input: key})) })
		}
		both.Wait()
		if slices.Contains(got, "") {
			t.Errorf("two keys at once: one is answered with silence: %q", got)
		}
	}
}

// crowd is how many people talk at once.
const crowd = 500

// strangers has many people talk at once: everybody is told what they asked for, and nobody sees what another was told.
func (c Candidate) strangers(t *testing.T) {
	k := c.open(t, base(t), session.NewMemory(0))
	words := map[string]string{"passport fee": "asspor", "taxes": "axes", "longtext": word(3)}
	var all sync.WaitGroup
	for n := range crowd {
		all.Go(func() {
			who := fmt.Sprint("stranger ", n)
			did(t, k, who, channels.Action{Dial: true})
			did(t, k, who, channels.Action{Input: "1"})
			for asked, mark := range words {
				got := text(did(t, k, who, channels.Action{Input: asked}))
				for other, theirs := range words {
					if other != asked && strings.Contains(got, theirs) {
						t.Errorf("%s asked %q and was told of %q:\n%s", who, asked, other, got)
					}
				}
				if !strings.Contains(got, mark) {
					t.Errorf("%s asked %q and was told\n%s", who, asked, got)
				}
			}
		})
	}
	all.Wait()
}
