package learn

import (
	"cmp"
	"math"
	"slices"
)

// core is what is trained on examples alone: without knowing how far it is to be trusted.
type core struct {
	labels  []string
	vocab   *vocabulary
	weights *weights
	near    *nearest
}

// nearWeight is what the vote of the nearest known questions weighs beside the machines.
const nearWeight = 0.3

// labelled sorts the labels and drops what cannot be learned from.
func labelled(examples []Example) (kept []Example, labels []string) {
	for _, e := range examples {
		if e.Label != "" && len(labels) <= math.MaxUint16 && Fold(e.Text) != "" {
			kept, labels = append(kept, e), append(labels, e.Label)
		}
	}
	slices.Sort(labels)
	return kept, slices.Compact(labels)
}

// What an error on an example costs, and one on a noisy copy: so little that copies do no harm to clean questions, and
// enough that noisy ones gain by two to ten points.
const (
	cost     = 0.7
	copyCost = 0.16
)

// fit trains a core on examples, with noisy copies of each.
func fit(examples []Example, labels []string, copies int, seed uint64, step func()) *core {
	texts := make([]string, 0, len(examples)*(1+copies))
	for _, e := range examples {
		texts = append(texts, e.Text)
	}
	for n := range copies {
		for _, e := range examples {
			texts = append(texts, Noise(e.Text, seed+uint64(n)+1, []Kind{All, ShortForms}[n%2]))
		}
	}
	k := &core{labels: labels, vocab: newVocabulary(questionReader, texts, 1+min(copies, 1))}
	c := &corpus{}
	s := &scratch{}
	for i, t := range texts {
		k.vocab.read(s, t)
		l, _ := slices.BinarySearch(labels, examples[i%len(examples)].Label)
		price := float32(cost)
		if i >= len(examples) {
			price = copyCost
		}
		c.add(s.vec, uint32(l), price)
	}
	k.weights = svm(c, len(labels), len(k.vocab.keys), seed, step)
	k.near = newNearest(c, len(examples), len(k.vocab.keys))
	return k
}

// score scores all labels for a text in s.scores.
func (k *core) score(s *scratch, text string) {
	k.vocab.read(s, text)
	k.weights.score(s)
	k.near.find(s, len(k.labels))
	for l := range s.scores {
		s.scores[l] += nearWeight * s.votes[l]
	}
}

// ask scores all labels for a text and orders them in s.order, best first.
func (k *core) ask(s *scratch, text string) {
	k.score(s, text)
	s.order = s.order[:0]
	for l := range s.scores {
		s.order = append(s.order, uint32(l))
	}
	slices.SortFunc(s.order, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(s.scores[b], s.scores[a]), cmp.Compare(a, b))
	})
}

// odds is the odds of a label against the best one.
func odds(score, best float32) float64 {
	return math.Exp(4 * float64(score-best))
}
