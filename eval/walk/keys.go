package walk

import (
	"reflect"
	"slices"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
)

// keys checks what works everywhere: home, a person, repeat, and a wrong key that changes nothing.
func (w *walker) keys(s *dialog.Session, r *dialog.Reply) {
	if home, _ := w.turn(s, did(dialog.Home)); home.Here() != "home" {
		w.find(s, "home", "home leads to %s", home.Here())
	}
	if p, said := w.turn(s, did(dialog.ToPerson)); p.Here() != "person" || !hasPhone(&said) {
		w.find(s, "person", "asking for a person leads to %s", p.Here())
	}
	if _, again := w.turn(s, did(dialog.Repeat)); !reflect.DeepEqual(*r, again) {
		w.find(s, "repeat", "repeat does not say the same")
	}
	w.wrongKeys(s, r)
}

func did(c dialog.Command) dialog.Input { return dialog.Input{Kind: dialog.Did, Command: c} }

func hasPhone(r *dialog.Reply) bool {
	return slices.ContainsFunc(Values(r), func(v *dialog.Value) bool { return v.Kind == dialog.Phone })
}

// noKey is a number that no list has, and noValue one that answers no question of a check.
const (
	noKey   = "999"
	noValue = "-999"
)

// wrongKeys presses a key that leads nowhere three times: the same list stands there each time, with a word before it, and
// with one more the third time, which offers a person.
func (w *walker) wrongKeys(s *dialog.Session, r *dialog.Reply) {
	at, key := clone(s), noKey
	if asked(r) != "" {
		key = noValue
	}
	for n := 1; n <= 3; n++ {
		again, _ := engine.Turn(w.e.Edition, &at, dialog.Input{Kind: dialog.Said, Text: key}, w.now)
		extra := 1
		if n == 3 {
			extra = 2
		}
		switch {
		case at.Here() != s.Here():
			w.find(s, "wrong-key", "the %d. wrong key leads to %s", n, at.Here())
		case engine.Offered(again.Prompt.Options) != s.Offered:
			w.find(s, "wrong-key", "the %d. wrong key changes the list", n)
		case len(again.Blocks) != len(r.Blocks)+extra:
			w.find(s, "wrong-key", "the %d. wrong key is answered by %d blocks, not %d", n, len(again.Blocks), len(r.Blocks)+extra)
		}
	}
}

// edge checks that back undoes a step forward, and says again what was said before.
func (w *walker) edge(s, next *dialog.Session, option string) {
	if next.Here() == s.Here() || len(next.Trail) <= len(s.Trail) || s.Here() == "notice" {
		return
	}
	back, r := w.turn(next, did(dialog.Back))
	if !slices.Equal(back.Trail, s.Trail) {
		w.find(s, "back", "back after %s leads to %s", option, back.Here())
		return
	}
	if before := engine.Show(w.e.Edition, s, w.now); !reflect.DeepEqual(before, r) {
		w.find(s, "back", "back after %s does not say what was said before", option)
	}
}
