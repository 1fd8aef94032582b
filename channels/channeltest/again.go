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

// hasty are two things that one person does at the same moment.
var hasty = [2]string{"1", "taxes"}

// atOnce has one person press two keys at the same moment, often: the two answers are those of one order or the other. Where
// one was overtaken, it changed nothing and shows what the other was answered.
func (c Candidate) atOnce(t *testing.T) {
	k := c.open(t, base(t), session.NewMemory(0))
	begin := func(who string) {
		did(t, k, who, channels.Action{Dial: true})
		did(t, k, who, channels.Action{Input: "1"})
	}
	press := func(who string, i int) string { return text(did(t, k, who, channels.Action{Input: hasty[i]})) }
	var orders [2][2]string // by which came first
	for first := range orders {
		who := fmt.Sprint("calm ", first)
		begin(who)
		for _, i := range []int{first, 1 - first} {
			orders[first][i] = press(who, i)
		}
	}
	for round := range 20 {
		who := fmt.Sprint("hasty ", round)
		begin(who)
		var both sync.WaitGroup
		var got [2]string
		for i := range got {
			both.Go(func() { got[i] = press(who, i) })
		}
		both.Wait()
		known := func(order [2]string) bool {
			return got == order || got[0] == got[1] && slices.Contains(order[:], got[0])
		}
		if !slices.ContainsFunc(orders[:], known) {
			t.Errorf("two keys at once, %q, are answered with\n%s\n---\n%s\nwhich no order of them gives:\n%q", hasty, got[0], got[1], orders)
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
