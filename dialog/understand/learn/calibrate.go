package learn

import "math"

// calibrator turns signals into probabilities.
type calibrator struct {
	right, scope signals
}

// judge gives the probability that the best label is right, and that the question belongs to any.
func (c *calibrator) judge(x signals) (right, scope float64) {
	return logistic(c.right, x), logistic(c.scope, x)
}

func logistic(w, x signals) float64 {
	z := 0.0
	for i := range w {
		z += w[i] * x[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// raw is the calibrator for bases too small to learn one from, fitted once on sets with ten examples a label.
var raw = calibrator{
	right: signals{0: -1.5, 1: 1.9, 2: 2.1, 5: 0.8},
	scope: signals{0: 0.3, 1: 1.6, 2: 0.7, 4: 0.6, 5: 0.4},
}

// lesson is one question that a core did not know, and how it did.
type lesson struct {
	x            signals
	right, scope bool
	weight       float64
}

// fewLessons is how many lessons of either sort there must be to learn anything from.
const fewLessons = 50

// newCalibrator learns from lessons, where the share out of all questions is out of scope.
func newCalibrator(lessons []lesson, out float64) calibrator {
	if n := outside(lessons); n < fewLessons || len(lessons)-n < fewLessons {
		return raw
	}
	balance(lessons, out)
	return calibrator{
		right: regress(lessons, func(l lesson) bool { return l.right }),
		scope: regress(lessons, func(l lesson) bool { return l.scope }),
	}
}

// outside counts the lessons out of scope.
func outside(lessons []lesson) int {
	n := 0
	for _, l := range lessons {
		n += btoi(!l.scope)
	}
	return n
}

// balance weighs the lessons so that the share out makes up those out of scope.
func balance(lessons []lesson, out float64) {
	n := outside(lessons)
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
func regress(lessons []lesson, yes func(lesson) bool) (w signals) {
	const ridge = 1.0
	for range 30 {
		var h [signalCount][signalCount + 1]float64
		for i := range w {
			h[i][i] += ridge
			h[i][signalCount] = -ridge * w[i]
		}
		for _, l := range lessons {
			p := logistic(w, l.x)
			e := float64(btoi(yes(l))) - p
			for i := range w {
				for j := range w {
					h[i][j] += l.weight * p * (1 - p) * l.x[i] * l.x[j]
				}
				h[i][signalCount] += l.weight * e * l.x[i]
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
func solve(h *[signalCount][signalCount + 1]float64) (x signals) {
	for i := range signalCount {
		for j := i + 1; j < signalCount; j++ {
			f := h[j][i] / h[i][i]
			for k := i; k <= signalCount; k++ {
				h[j][k] -= f * h[i][k]
			}
		}
	}
	for i := signalCount - 1; i >= 0; i-- {
		x[i] = h[i][signalCount]
		for j := i + 1; j < signalCount; j++ {
			x[i] -= h[i][j] * x[j]
		}
		x[i] /= h[i][i]
	}
	return x
}
