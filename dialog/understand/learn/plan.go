package learn

import "slices"

// plan is how a model is trained: with how many noisy copies of each example, and in how many folds the calibrator is.
type plan struct {
	examples    []Example
	labels      []string
	o           Options
	copies      int
	folds       int // how many of the parts are left out in turn
	done, total int
}

const (
	noisyCopies   = 2
	enoughToLearn = 200 // with fewer examples the calibrator is worse than the raw score
	parts         = 4
	large         = 2_400_000 // examples times labels: from here on two of the parts must do, and no noisy copies are made
	outOfScope    = 0.2
)

func newPlan(examples []Example, labels []string, o Options) *plan {
	p := &plan{examples: examples, labels: labels, o: o, total: len(labels)}
	if !o.Plain {
		p.copies = noisyCopies
	}
	if !o.Raw && len(examples) >= enoughToLearn && len(labels) >= 2*parts {
		p.folds = parts
	}
	if len(examples)*len(labels) > large {
		p.folds, p.copies = min(p.folds, 2), 0
	}
	for f := range p.folds {
		_, _, known := p.split(f)
		p.total += len(known)
	}
	return p
}

// step counts a label that has been trained.
func (p *plan) step() {
	p.done++
	if p.o.Progress != nil {
		p.o.Progress(p.done, p.total)
	}
}

// calibrate learns from questions that a core was not trained on.
func (p *plan) calibrate() calibrator {
	var lessons []lesson
	for f := range p.folds {
		lessons = append(lessons, p.fold(f)...)
	}
	out := p.o.OutOfScope
	if out <= 0 || out >= 1 {
		out = outOfScope
	}
	return newCalibrator(lessons, out)
}

// fold trains a core on a part and asks it the rest.
func (p *plan) fold(f int) []lesson {
	known, asked, labels := p.split(f)
	k := fit(known, labels, 0, p.o.Seed, p.step)
	s := &scratch{}
	var lessons []lesson
	for _, e := range asked {
		k.ask(s, e.Text)
		if len(s.vec.at) == 0 {
			continue
		}
		_, scope := slices.BinarySearch(labels, e.Label)
		lessons = append(lessons, lesson{x: k.signals(s), right: labels[s.order[0]] == e.Label, scope: scope})
	}
	return lessons
}

// split leaves out every fourth label, whose questions are then out of scope, and every fourth question of the others.
func (p *plan) split(f int) (known, asked []Example, labels []string) {
	seen := make([]int, len(p.labels))
	for _, e := range p.examples {
		l, _ := slices.BinarySearch(p.labels, e.Label)
		if l%parts == f || (seen[l]+l)%parts == f {
			asked = append(asked, e)
		} else {
			known, labels = append(known, e), append(labels, e.Label)
		}
		seen[l]++
	}
	slices.Sort(labels)
	return known, asked, slices.Compact(labels)
}
