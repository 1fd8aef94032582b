package understand

import (
	"sort"
	"strings"
	"unicode"

	"github.com/plainline/plainline/dialog"
)

// scored is a target and how well a question names it.
type scored struct {
	target dialog.Spot
	kind   targetKind
	score  float64
}

// rank scores the targets: how much of a name was said, and how much of what was said the name explains. Words spent on
// the aspect weigh little here.
func (x *lexicon) rank(words []string, spent []bool) []scored {
	said := make([]float64, len(words)) // weights
	total := 0.0
	hits := map[int][]float64{} // name → for each of its words how well it was said
	explained := map[int][]float64{}
	for i, w := range words {
		if x.stop[w] {
			continue
		}
		best := 0.0
		for _, v := range x.byStart[start(w)] {
			a := alike(w, v)
			if a == 0 {
				continue
			}
			best = max(best, x.weight[v])
			for _, n := range x.holders[v] {
				x.hit(hits, explained, n, v, i, a, len(words))
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
	return x.score(hits, explained, said, total)
}

func (x *lexicon) hit(hits, explained map[int][]float64, n int, v string, i int, a float64, words int) {
	if hits[n] == nil {
		hits[n], explained[n] = make([]float64, len(x.names[n].words)), make([]float64, words)
	}
	for j, w := range x.names[n].words {
		if w == v {
			hits[n][j] = max(hits[n][j], a)
		}
	}
	explained[n][i] = max(explained[n][i], a)
}

func (x *lexicon) score(hits, explained map[int][]float64, said []float64, total float64) []scored {
	best := map[dialog.Spot]scored{}
	for n, h := range hits {
		name := &x.names[n]
		have, whole, expl := 0.0, 0.0, 0.0
		if onlyDigits(name.words, h) {
			continue // a 2 alone does not mean "Baku 2"
		}
		for j, w := range name.words {
			have += h[j] * x.weight[w]
			whole += x.weight[w]
		}
		for i, e := range explained[n] {
			expl += e * said[i]
		}
		s := 0.55*have/whole + 0.45*expl/total
		if s > best[name.target].score {
			best[name.target] = scored{name.target, name.kind, s}
		}
	}
	list := make([]scored, 0, len(best))
	service := 0.0
	for _, s := range best {
		if s.kind == aService {
			service = max(service, s.score)
		}
	}
	for _, s := range best {
		if s.kind == anOffice && service >= perhaps {
			s.score -= 0.2 // "passport in Ganja" is about the passport
		}
		list = append(list, s)
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].score != list[j].score {
			return list[i].score > list[j].score
		}
		return list[i].target < list[j].target
	})
	return list
}

// onlyDigits says whether nothing of a name was said but numbers.
func onlyDigits(name []string, hits []float64) bool {
	for i, w := range name {
		if hits[i] > 0 && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			return false
		}
	}
	return true
}
