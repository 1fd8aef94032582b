package understand

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/plainline/plainline/dialog"
)

// scored is a target and how well a question names it.
type scored struct {
	target dialog.Spot
	thing  int // its number
	kind   targetKind
	score  float64
}

// rank scores the targets: how much of a name was said, and how much of what was said the name explains. Words spent on
// the aspect weigh little here.
func (x *lexicon) rank(words []string, spent []bool) []scored {
	said := make([]float64, len(words)) // weights
	total := 0.0
	t := x.tally(len(words))
	defer x.free.Put(t)
	for i, text := range words {
		if x.stop[text] {
			continue
		}
		best := 0.0
		for _, w := range x.byStart[start(text)] {
			if a := alike(text, w.text); a > 0 {
				best = max(best, w.weight)
				t.hear(w, i, a)
			}
		}
		if said[i] = best; best == 0 {
			said[i] = 1.5
		}
		if spent[i] {
			said[i] *= 0.15
		}
		total += said[i]
	}
	return x.score(t, said, total)
}

// tally notes how well the words of names were said.
type tally struct {
	names []name
	said  int       // how many words were said
	at    []int     // by name: where its figures begin in marks, plus 1; 0 for none
	heard []int     // the names that have figures
	marks []float64 // of a name: for each of its words how well it was said, then for each word said how well the name explains it
	best  []float64 // by target: the score of its best name
}

// tally gives an empty one, for so many words.
func (x *lexicon) tally(said int) *tally {
	t, _ := x.free.Get().(*tally)
	if t == nil {
		t = &tally{names: x.names, at: make([]int, len(x.names)), best: make([]float64, len(x.things))}
	}
	clear(t.at)
	clear(t.best)
	t.said, t.heard, t.marks = said, t.heard[:0], t.marks[:0]
	return t
}

// hear notes that word i was said as well as that like a word of names.
func (t *tally) hear(w *word, i int, well float64) {
	for _, p := range w.at {
		if t.at[p.name] == 0 {
			t.at[p.name] = len(t.marks) + 1
			t.heard = append(t.heard, p.name)
			t.marks = append(t.marks, make([]float64, len(t.names[p.name].words)+t.said)...)
		}
		own, explained := t.of(p.name)
		own[p.word], explained[i] = max(own[p.word], well), max(explained[i], well)
	}
}

// of gives the figures of a name: how well its words were said, and how well it explains those that were.
func (t *tally) of(name int) (own, explained []float64) {
	from := t.at[name] - 1
	to := from + len(t.names[name].words)
	return t.marks[from:to], t.marks[to : to+t.said]
}

// barely is the least score of a name: below it the name counts as not said, for the ranker too.
const barely = 0.15

func (x *lexicon) score(t *tally, said []float64, total float64) []scored {
	service := 0.0
	some := t.heard[:0] // one name for each target
	for _, i := range t.heard {
		n := &x.names[i]
		s := n.score(t, i, said, total)
		if s < barely {
			continue
		}
		if t.best[n.thing] == 0 {
			some = append(some, i)
		}
		t.best[n.thing] = max(t.best[n.thing], s)
		if n.kind == aService {
			service = max(service, s)
		}
	}
	list := make([]scored, 0, len(some))
	for _, i := range some {
		n := &x.names[i]
		s := scored{n.target, n.thing, n.kind, t.best[n.thing]}
		if n.kind == anOffice && service >= perhaps {
			s.score -= 0.2 // "passport in Ganja" is about the passport
		}
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.target, b.target))
	})
	return list
}

// score says how well a name was said; a 2 alone does not mean "Baku 2".
func (n *name) score(t *tally, at int, said []float64, total float64) float64 {
	own, explained := t.of(at)
	if n.numbers && onlyDigits(n.words, own) {
		return 0
	}
	have, expl := 0.0, 0.0
	for j, well := range own {
		have += well * n.weights[j]
	}
	for j, well := range explained {
		expl += well * said[j]
	}
	return 0.55*have/n.whole + 0.45*expl/total
}

// onlyDigits says whether nothing of a name was said but numbers.
func onlyDigits(name []string, hits []float64) bool {
	for i, w := range name {
		if hits[i] > 0 && !isNumeric(w) {
			return false
		}
	}
	return true
}

func isNumeric(w string) bool { return strings.IndexFunc(w, unicode.IsLetter) < 0 }
