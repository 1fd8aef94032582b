package voice_test

import (
	"context"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice"
)

// Many call at once, each in a language of their own, and every request comes twice: everybody hears their own talk.
func TestManyCallAtOnce(t *testing.T) {
	t.Parallel()
	phones := voice.NewPhones(voice.New(newDesk(), &channels.Secret{1}, voice.Options{}))
	home := []string{"Sizə nə lazımdır?", "What do you need?", "Что вам нужно?"}
	talk := func(i int) {
		who, language := strconv.Itoa(i), i%3
		do := func(did channels.Action) channels.Shown {
			first, err := phones.Simulate(context.Background(), who, did)
			again, err2 := phones.Redeliver(context.Background(), who)
			if err != nil || err2 != nil || again.Text != first.Text {
				t.Errorf("caller %d hears, twice,\n%s\nand\n%s", i, first.Text, again.Text)
			}
			return first
		}
		do(channels.Action{Dial: true})
		do(channels.Action{Input: strconv.Itoa(language + 1)})
		for n := range 5 {
			do(channels.Action{Input: strconv.Itoa(1 + (i+n)%3)})
			if got := do(channels.Action{Input: "6"}); !strings.Contains(got.Text, home[language]) {
				t.Errorf("caller %d hears %s, want %s", i, got.Text, home[language])
			}
		}
	}
	var all sync.WaitGroup
	for i := range 100 {
		all.Go(func() { talk(i) })
	}
	all.Wait()
}

// What a turn of a call costs, from the key to the document.
func BenchmarkTurn(b *testing.B) {
	v := voice.New(newDesk(), &channels.Secret{1}, voice.Options{})
	phones := voice.NewPhones(v)
	keys := []string{"2", "1", "1", "1", "1", "2", "#", "6"}
	phones.Simulate(context.Background(), "x", channels.Action{Dial: true})
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		_, turn, _ := phones.Heard(context.Background(), "x", channels.Action{Input: keys[min(i, len(keys)-1)]})
		v.Documents(&turn)
		i = (i + 1) % len(keys)
	}
}
