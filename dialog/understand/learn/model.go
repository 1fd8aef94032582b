package learn

import (
	"slices"
	"sync"
)

// Example is a known question and its label.
type Example struct {
	Label, Text string
}

// Options say how a model is trained. The zero value is the one configuration that all published figures are of.
type Options struct {
	Seed       uint64                // of the one permutation that training uses
	OutOfScope float64               // the share of questions that belong to no label, as far as is known; 0 is one in five
	Plain      bool                  // no noisy copies of the examples
	Raw        bool                  // only Read is wanted: nothing is calibrated
	Progress   func(done, total int) // called as training goes on, by one goroutine at a time
}

// Candidate is a label and the probability that it is the right one.
type Candidate struct {
	Label       string
	Probability float64
}

// Result is what a model makes of a question.
type Result struct {
	Candidates    []Candidate // best first; empty if nothing in the text is known
	Evidence      string      // the known question that is most like it
	EvidenceLabel string
	InScope       float64 // the probability that the question belongs to any label
	Coverage      float64 // how much of its words is known, from 0 to 1
}

// Model is a trained model. Any number of callers may use it at once.
type Model struct {
	core
	texts      []string
	calibrator calibrator
	free       sync.Pool // of *scratch
}

// Train learns from examples. Examples with an empty label or nothing to read in their text are passed over.
func Train(examples []Example, o Options) *Model {
	m := &Model{}
	examples, m.labels = labelled(examples)
	plan := newPlan(examples, m.labels, o)
	m.core = *fit(examples, m.labels, plan.copies, o.Seed, plan.step)
	for _, e := range examples {
		m.texts = append(m.texts, e.Text)
	}
	if m.calibrator = raw; !o.Raw {
		m.calibrator = plan.calibrate()
	}
	return m
}

// Labels gives the labels that the model knows, sorted.
func (m *Model) Labels() []string { return slices.Clone(m.labels) }

// Classify says which labels a question may have, at most k, best first. It reads the first thousand letters.
func (m *Model) Classify(text string, k int) Result {
	if len(m.labels) == 0 {
		return Result{}
	}
	s, _ := m.free.Get().(*scratch)
	if s == nil {
		s = &scratch{}
	}
	defer m.free.Put(s)
	m.ask(s, text)
	r := Result{Coverage: float64(s.wordCover)}
	if len(s.vec.at) == 0 {
		return r
	}
	right, scope := m.calibrator.judge(m.signals(s))
	r.InScope = max(scope, right)
	r.Candidates = m.candidates(s, k, right, r.InScope)
	if len(s.near) > 0 {
		n := s.near[0].doc
		r.Evidence, r.EvidenceLabel = m.texts[n], m.labels[m.near.label[n]]
	}
	return r
}

// candidates shares out what the best leaves of the probability that any is right.
func (m *Model) candidates(s *scratch, k int, right, scope float64) []Candidate {
	k = min(k, len(s.order))
	if k <= 0 {
		return nil
	}
	rest := 0.0
	best := s.scores[s.order[0]]
	for _, l := range s.order[1:] {
		rest += odds(s.scores[l], best)
	}
	list := make([]Candidate, 0, k)
	left := max(scope-right, 0)
	for i, l := range s.order[:k] {
		p := right
		if i > 0 {
			p = min(right, left*odds(s.scores[l], best)/rest)
		}
		list = append(list, Candidate{m.labels[l], p})
	}
	return list
}
