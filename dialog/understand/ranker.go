package understand

import (
	"cmp"
	"math"
	"slices"
)

// ranker says how probable each of the candidates is. Its weights of the signals, for each kind of candidate, were learned
// from questions that the models had not seen (practice.go).
type ranker [kinds * signalCount]float64

// probabilities gives the probability of each candidate; together they are certain.
func (r *ranker) probabilities(list []candidate) []float64 {
	p := make([]float64, len(list))
	r.share(list, p)
	return p
}

func (r *ranker) share(list []candidate, p []float64) {
	top := math.Inf(-1)
	for i := range list {
		p[i] = r.score(&list[i])
		top = max(top, p[i])
	}
	sum := 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}

func (r *ranker) score(c *candidate) float64 {
	sum := 0.0
	for i, w := range r[int(c.kind)*signalCount:][:signalCount] {
		sum += w * c.x[i]
	}
	return sum
}

// lesson is a question that the models had not seen, with the place that it leads to.
type lesson struct {
	list   []candidate
	right  int
	weight float64
	lost   bool // that place is none of them: nothing can be learned but that it goes wrong
}

// ridge holds the weights back where the lessons say little about them.
const ridge = 2

// learnRanker fits the weights by Newton's method, in steps that never make it worse: the probability of what was right in
// all lessons together is highest.
func learnRanker(lessons []lesson) ranker {
	r, prior := usual(), usual()
	value := r.value(lessons)
	for range 25 {
		var grad ranker
		var hess curvature
		for i := range r {
			grad[i], hess[i][i] = ridge*(prior[i]-r[i]), ridge
		}
		for i := range lessons {
			r.slope(&lessons[i], &grad, &hess)
		}
		step := solve(&hess, &grad)
		next, gained := r, 0.0
		for size := 1.0; size > 1e-3 && gained <= 0; size /= 2 {
			for i := range r {
				next[i] = r[i] + size*step[i]
			}
			gained = next.value(lessons) - value
		}
		if gained <= 0 {
			break
		}
		r, value = next, value+gained
		if gained < 1e-4*float64(len(lessons)) {
			break
		}
	}
	return r
}

// value is how well the weights explain the lessons.
func (r *ranker) value(lessons []lesson) float64 {
	sum := 0.0
	for i := range lessons {
		sum += lessons[i].weight * math.Log(max(r.probabilities(lessons[i].list)[lessons[i].right], 1e-300))
	}
	for i, v := range usual() {
		sum -= ridge / 2 * (r[i] - v) * (r[i] - v)
	}
	return sum
}

// slope adds one lesson to the gradient and to the curvature.
func (r *ranker) slope(l *lesson, grad *ranker, hess *curvature) {
	p := r.probabilities(l.list)
	var mean ranker
	for i := range l.list {
		c := &l.list[i]
		if p[i] < negligible && i != l.right {
			continue
		}
		at := int(c.kind) * signalCount
		for j, v := range c.x {
			mean[at+j] += p[i] * v
			if i == l.right {
				grad[at+j] += l.weight * v
			}
			for k := j; v != 0 && k < signalCount; k++ {
				hess[at+j][at+k] += l.weight * p[i] * v * c.x[k]
			}
		}
	}
	for i, v := range mean {
		grad[i] -= l.weight * v
		for j := i; v != 0 && j < len(mean); j++ {
			hess[i][j] -= l.weight * v * mean[j]
		}
	}
}

// curvature is the matrix of second derivatives; only its upper half is used.
type curvature [kinds * signalCount]ranker

// negligible is how small a share adds nothing to the curvature.
const negligible = 1e-4

// solve solves a symmetric positive definite system, of which the upper half is given.
func solve(h *curvature, b *ranker) ranker {
	for i := range b {
		for j := i + 1; j < len(b); j++ {
			f := h[i][j] / h[i][i]
			for k := j; k < len(b); k++ {
				h[j][k] -= f * h[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	var x ranker
	for i := len(b) - 1; i >= 0; i-- {
		x[i] = b[i]
		for j := i + 1; j < len(b); j++ {
			x[i] -= h[i][j] * x[j]
		}
		x[i] /= h[i][i]
	}
	return x
}

// usual are the weights where a base has too few questions to learn its own: about those of bases that have many.
func usual() (r ranker) {
	for k := range kinds {
		copy(r[int(k)*signalCount:], (&signals{topicOdds: 1, topicScore: 0.5, sideOdds: 1, named: 1, rivals: -1})[:])
	}
	return r
}

// chances gives what the candidates come to.
func (r *ranker) chances(list []candidate) (c chances) {
	for i, p := range r.probabilities(list) {
		if list[i].kind == ofNone {
			c.nothing = p
			continue
		}
		c.ranked = append(c.ranked, Ranked{list[i].spot, p})
	}
	slices.SortStableFunc(c.ranked, func(a, b Ranked) int { return cmp.Compare(b.Probability, a.Probability) })
	return c
}
