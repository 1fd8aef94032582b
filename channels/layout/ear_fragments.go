package layout

import (
	"cmp"
	"slices"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/numeral"
)

// Fragments gives every fragment that a value of the language can be spoken with, each once: with all of them recorded, no
// new fee and no new date needs another recording. Nothing where the language does not say how values are spoken.
func (w *Writer) Fragments() []Heard {
	s := w.spoken
	if s == nil {
		return nil
	}
	all := fragments{seen: map[string]bool{}}
	for _, name := range s.Numbers.Names() {
		all.add(keyNumber, s.Numbers.Words(name)...)
	}
	all.add(keyNumber, s.Minus, s.Plus, s.Or)
	for _, words := range []nouns{w.currency, w.cents, w.units} {
		all.nouns(words)
	}
	all.add(keyDate, w.date.months...)
	for _, form := range sortedKeys(s.Date) {
		all.pattern(keyDate, s.Date[form])
	}
	for _, form := range sortedKeys(s.Time) {
		for _, p := range []numeral.Pattern{s.Time[form].Hour, s.Time[form].Few, s.Time[form].Minutes} {
			all.pattern(keyTime, p)
		}
	}
	all.pattern(keyNumber, s.Range)
	for _, words := range []map[knowledge.Clock]string{s.DayParts, s.Moments} {
		for _, at := range sortedKeys(words) {
			all.add(keyTime, words[at])
		}
	}
	for _, form := range sortedKeys(w.free) {
		all.add(keyFree, w.free[form])
	}
	return all.list
}

type fragments struct {
	list []Heard
	seen map[string]bool
}

func (f *fragments) add(key string, words ...string) {
	for _, word := range words {
		if word != "" && !f.seen[word] {
			f.seen[word] = true
			f.list = append(f.list, Heard{Words: word, Key: key})
		}
	}
}

func (f *fragments) pattern(key string, p numeral.Pattern) {
	for _, part := range p {
		f.add(key, part.Literal)
	}
}

func (f *fragments) nouns(all nouns) {
	for _, unit := range sortedKeys(all) {
		list := slices.Clone(all[unit])
		slices.SortFunc(list, func(a, b noun) int { return cmp.Compare(a.form, b.form) })
		for _, n := range list {
			f.add(keyUnit, n.words[:]...)
		}
	}
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
