// Package spoken lists all that a call can say of a base, piece by piece, so that people can record it, and measures how long
// menus last when they are really spoken.
//
// It walks through the base as a caller could, in every language, and asks the voice channel for each part of each reply.
package spoken

import (
	"cmp"
	"context"
	"log/slog"
	"slices"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/eval/walk"
	"github.com/plainline/plainline/knowledge"
)

// Item is one thing to record.
type Item struct {
	ID    speech.ID
	Lang  knowledge.Lang
	Words string
	Kind  string // words, or what a fragment of a value is: number, unit, date, time, free
	Where string // the first place where it is heard
	Times int    // how many places say it; 0 for a fragment that no value needs today
}

// Turn is what is heard at one place.
type Turn struct {
	Lang knowledge.Lang
	Spot dialog.Spot
	voice.Turn
}

// Turns gives what is heard at every place of a base at one moment.
func Turns(e *channels.Edition, now time.Time) []Turn {
	var all []Turn
	clock := func() time.Time { return now }
	desk := channels.NewDesk(e, session.NewMemory(1), clock, slog.New(slog.DiscardHandler))
	v := voice.New(desk, &channels.Secret{}, voice.Options{})
	walk.Walk(e, now, walk.Options{Budgets: []layout.Budget{}, Met: func(s *dialog.Session, r *dialog.Reply) {
		first := s.Here() == "home" && len(s.Trail) == 1
		for _, noticed := range []bool{true, false} {
			if !noticed && !first {
				continue // the notice of first contact is heard before whatever comes first; here it is heard before the menu
			}
			for _, t := range v.Every(e, s, r, noticed) {
				all = append(all, Turn{s.Lang, s.Here(), t})
			}
		}
	}})
	return all
}

// List gives everything to record, most needed first: by language, then words and fragments, then how many places say it.
func List(e *channels.Edition, now time.Time) []Item {
	l := list{items: map[speech.ID]*Item{}}
	for _, t := range Turns(e, now) {
		for _, p := range t.Prompts {
			l.add(p.Lang, string(t.Spot), p.Heard, 1)
		}
	}
	for _, lang := range e.Base.Languages {
		for _, heard := range voice.Sayings(e, lang) {
			l.add(lang, "everywhere", heard, 1)
		}
		l.add(lang, "values to come", e.Writer(lang).Fragments(), 0)
	}
	items := make([]Item, 0, len(l.items))
	for _, it := range l.items {
		items = append(items, *it)
	}
	slices.SortFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.Lang, b.Lang), cmp.Compare(b.Times, a.Times), cmp.Compare(a.Words, b.Words), cmp.Compare(a.ID, b.ID))
	})
	return items
}

type list struct{ items map[speech.ID]*Item }

func (l *list) add(lang knowledge.Lang, where string, heard []layout.Heard, times int) {
	for _, h := range heard {
		id := speech.IDOf(lang, h.Words)
		it := l.items[id]
		if it == nil {
			it = &Item{ID: id, Lang: lang, Words: h.Words, Kind: cmp.Or(h.Key, "words"), Where: where}
			l.items[id] = it
		}
		it.Times += times
	}
}

// Measured is a menu and how long it is heard.
type Measured struct {
	Turn
	Lasts time.Duration // from the first word to the last
	Menu  time.Duration // of it, the question and the options
}

// Measure renders what is heard at a place and measures it.
func Measure(ctx context.Context, st *speech.Studio, t Turn) (Measured, error) {
	m := Measured{Turn: t}
	for _, p := range t.Prompts {
		s, err := st.Sound(ctx, speech.Prompt{Lang: p.Lang, Rate: p.Rate, Heard: p.Heard})
		if err != nil {
			return m, err
		}
		m.Lasts += s.Lasts() + p.Pause
		if p.Menu {
			m.Menu += s.Lasts() + p.Pause
		}
	}
	return m, nil
}
