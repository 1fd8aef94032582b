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
	t := x.newTally(len(words))
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
