package spoken_test

import (
	"context"
	"log/slog"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/eval/spoken"
	"github.com/plainline/plainline/eval/walk"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func edition(b *knowledge.Base) *channels.Edition {
	return channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
}

func TestListHoldsWordsAndFragments(t *testing.T) {
	t.Parallel()
	items := spoken.List(edition(knowledgetest.Sample()), noon)
	kinds := map[knowledge.Lang]map[string]int{}
	for _, it := range items {
		if it.ID != speech.IDOf(it.Lang, it.Words) || it.Where == "" {
			t.Errorf("%+v has another id or no place", it)
		}
		if it.Kind == "digits" {
			t.Errorf("%+v: a value without words in a language that has them", it)
		}
		if kinds[it.Lang] == nil {
			kinds[it.Lang] = map[string]int{}
		}
		kinds[it.Lang][it.Kind]++
	}
	for _, lang := range []knowledge.Lang{"az", "en", "ru"} {
		k := kinds[lang]
		if k["words"] < 500 || k["number"] < 30 || k["unit"] < 5 || k["date"] < 12 {
			t.Errorf("%s: %v, want hundreds of words and all fragments", lang, k)
		}
	}
	t.Logf("%d pieces to record: %v", len(items), kinds)
}

// The limits of VOICE-4.
const (
	longestMenu  = 25 * time.Second
	longestWords = 7
)

func TestOptionsHaveFewWords(t *testing.T) {
	t.Parallel()
	e := edition(knowledgetest.Sample())
	walk.Walk(e, noon, walk.Options{Budgets: []layout.Budget{}, Met: func(s *dialog.Session, r *dialog.Reply) {
		for _, o := range r.Prompt.Options {
			said := layout.Spoken(e.Writer(r.Lang).Ear(o.Label))
			if n := len(strings.Fields(said)); n > longestWords {
				t.Errorf("%s %s: the option %q has %d words, want at most %d", s.Lang, s.Here(), said, n, longestWords)
			}
		}
	}})
}

// TestMenusAreShort speaks every menu of the demonstration base with espeak-ng and measures it.
func TestMenusAreShort(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("every menu is spoken, which takes a while")
	}
	name, err := exec.LookPath("espeak-ng")
	if err != nil {
		t.Skip("there is no espeak-ng: no menu was spoken or measured (apt-get install espeak-ng)")
	}
	base := knowledgetest.Sample()
	cache, err := speech.OpenCache("", 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	st := speech.NewStudio(speech.Espeak(name, base.Languages), nil, cache, speech.StudioOptions{Now: time.Now, Log: slog.New(slog.DiscardHandler)})
	measured := measure(t, st, spoken.Turns(edition(base), noon))
	longest := map[knowledge.Lang]spoken.Measured{}
	for _, m := range measured {
		if m.Menu > longestMenu {
			t.Errorf("%s %s: the menu takes %v, want at most %v", m.Lang, m.Spot, m.Menu.Round(100*time.Millisecond), longestMenu)
		}
		if m.Menu > longest[m.Lang].Menu {
			longest[m.Lang] = m
		}
	}
	for _, lang := range base.Languages {
		t.Logf("%s: the longest menu takes %.1f s (%s)", lang, longest[lang].Menu.Seconds(), longest[lang].Spot)
	}
	t.Logf("%d turns, %+v", len(measured), st.Counts())
}

// measure renders the menus of turns, some at once.
func measure(t *testing.T, st *speech.Studio, turns []spoken.Turn) []spoken.Measured {
	var mu sync.Mutex
	var all []spoken.Measured
	var busy sync.WaitGroup
	work := make(chan spoken.Turn)
	for range 4 {
		busy.Go(func() {
			for turn := range work {
				turn.Prompts = slices.DeleteFunc(slices.Clone(turn.Prompts), func(p voice.Prompt) bool { return !p.Menu })
				m, err := spoken.Measure(context.Background(), st, turn)
				if err != nil {
					t.Errorf("%s %s: %v", turn.Lang, turn.Spot, err)
				}
				mu.Lock()
				all = append(all, m)
				mu.Unlock()
			}
		})
	}
	for _, turn := range turns {
		work <- turn
	}
	close(work)
	busy.Wait()
	return all
}
