package learn

import (
	"math"
)

// signals are what the calibrator looks at.
const signals = 13

// signals gathers them after ask.
func (k *core) signals(s *scratch) (x [signals]float64) {
	at := func(i int) float64 {
		if i < len(s.order) {
			return float64(s.scores[s.order[i]])
		}
		return -1
	}
	best := s.order[0]
	mass, entropy := 0.0, 0.0
	for _, l := range s.order {
		mass += share2(s.scores[l], s.scores[best])
	}
	for _, l := range s.order[:min(len(s.order), 20)] {
		p := share2(s.scores[l], s.scores[best]) / mass
		entropy -= p * math.Log(p)
	}
	x = [signals]float64{1, at(0), at(0) - at(1), at(1) - at(2), float64(s.votes[best]), float64(s.wordCover), float64(s.charCover)}
	x[7] = entropy
	x[8] = math.Log(1 + float64(len(s.wordKeys)))
	if len(s.near) > 0 {
		n := s.near[0]
		x[9] = float64(n.like)
		x[10] = float64(btoi(uint32(k.near.label[n.doc]) == best))
		x[11] = float64(s.near[len(s.near)/2].like)
	}
	x[12] = at(0) * float64(s.votes[best])
	return x
}

// calibrator turns signals into probabilities.
type calibrator struct {
	right, scope [signals]float64
}

// judge gives the probability that the best label is right, and that the question belongs to any.
func (c *calibrator) judge(x [signals]float64) (right, scope float64) {
	return logistic(c.right, x), logistic(c.scope, x)
}

func logistic(w, x [signals]float64) float64 {
	z := 0.0
	for i := range w {
		z += w[i] * x[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// plan is how a model is trained: how often, with what.
type plan struct {
	examples    []Example
	labels      []string
	copies      int
	o           Options
	done, total int
}

// When noise and the calibrator are worth it.
const (
	noisyCopies   = 2
	enoughToLearn = 200 // with fewer the calibrator is worse than the raw score
	folds         = 4
)

func newPlan(examples []Example, labels []string, o Options) *plan {
	p := &plan{examples: examples, labels: labels, o: o, total: len(labels)}
	if !o.Plain {
		p.copies = noisyCopies
	}
	if p.learns() {
		p.total += folds * len(labels) * (folds - 1) / folds
	}
	return p
}

func (p *plan) learns() bool {
	return len(p.examples) >= enoughToLearn && len(p.labels) >= 2*folds
}

func (p *plan) step() {
	p.done++
	if p.o.Progress != nil {
		p.o.Progress(min(p.done, p.total), p.total)
	}
}

// lesson is one question that a core did not know, and how it did.
type lesson struct {
	x            [signals]float64
	right, scope bool
	weight       float64
}

// calibrate learns from questions that a core was not trained on: it leaves out every fourth label, whose questions are
// then out of scope, and every fourth question of the other labels.
func (p *plan) calibrate() calibrator {
	if !p.learns() {
		return raw
	}
	var lessons []lesson
	for f := range folds {
		lessons = append(lessons, p.fold(f)...)
	}
	out := p.o.OutOfScope
	if out <= 0 || out >= 1 {
		out = 0.2
	}
	balance(lessons, out)
	return calibrator{
		right: regress(lessons, func(l lesson) bool { return l.right }),
		scope: regress(lessons, func(l lesson) bool { return l.scope }),
	}
}

// raw is the calibrator for bases too small to learn one from, fitted once on sets with ten examples a label.
var raw = calibrator{
	right: [signals]float64{0: -1.5, 1: 1.9, 2: 2.1, 5: 0.8},
	scope: [signals]float64{0: 0.3, 1: 1.6, 2: 0.7, 4: 0.6, 5: 0.4},
}

func (p *plan) fold(f int) []lesson {
	number := map[string]int{}
	for i, l := range p.labels {
		number[l] = i
	}
	seen := map[string]int{}
	var known, asked []Example
	var labels []string
	for i, l := range p.labels {
		if i%folds != f {
			labels = append(labels, l)
		}
	}
	for _, e := range p.examples {
		n := seen[e.Label]
		seen[e.Label]++
		if number[e.Label]%folds == f || (n+number[e.Label])%folds == f {
			asked = append(asked, e)
		} else {
			known = append(known, e)
		}
	}
	known, labels = labelled(known)
	k := fit(known, labels, foldCopies(p.copies), p.o.Seed, p.step)
	s := &scratch{}
	var lessons []lesson
	for _, e := range asked {
		k.ask(s, e.Text)
		if len(s.vec.at) == 0 {
			continue
		}
		lessons = append(lessons, lesson{
			x: k.signals(s), right: labels[s.order[0]] == e.Label, scope: number[e.Label]%folds != f,
		})
	}
	return lessons
}

func foldCopies(n int) int { return 0 }

// balance weighs the lessons so that the share out makes up those out of scope.
func balance(lessons []lesson, out float64) {
	n := 0
	for _, l := range lessons {
		n += btoi(!l.scope)
	}
	for i := range lessons {
		if lessons[i].scope {
			lessons[i].weight = (1 - out) / float64(len(lessons)-n)
		} else {
			lessons[i].weight = out / float64(n)
		}
		lessons[i].weight *= float64(len(lessons))
	}
}

// regress fits a logistic regression by Newton's method.
func regress(lessons []lesson, yes func(lesson) bool) (w [signals]float64) {
	const ridge = 1.0
	for range 30 {
		var h [signals][signals + 1]float64
		for i := range w {
			h[i][i] += ridge
			h[i][signals] = -ridge * w[i]
		}
		for _, l := range lessons {
			p := logistic(w, l.x)
			e := float64(btoi(yes(l))) - p
			for i := range w {
				for j := range w {
					h[i][j] += l.weight * p * (1 - p) * l.x[i] * l.x[j]
				}
				h[i][signals] += l.weight * e * l.x[i]
			}
		}
		d := solve(&h)
		change := 0.0
		for i := range w {
			w[i] += d[i]
			change = max(change, math.Abs(d[i]))
		}
		if change < 1e-6 {
			break
		}
	}
	return w
}

// solve solves a symmetric positive definite system by elimination; its right side is the last column.
func solve(h *[signals][signals + 1]float64) (x [signals]float64) {
	for i := range signals {
		for j := i + 1; j < signals; j++ {
			f := h[j][i] / h[i][i]
			for k := i; k <= signals; k++ {
				h[j][k] -= f * h[i][k]
			}
		}
	}
	for i := signals - 1; i >= 0; i-- {
		x[i] = h[i][signals]
		for j := i + 1; j < signals; j++ {
			x[i] -= h[i][j] * x[j]
		}
		x[i] /= h[i][i]
	}
	return x
}
