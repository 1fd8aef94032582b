package learn

import "math"

// signalCount is how many signals the calibrator looks at.
const signalCount = 13

// signals are what a core shows of its certainty about one question; the first is always 1.
type signals [signalCount]float64

// signals gathers them after ask.
func (k *core) signals(s *scratch) signals {
	best := s.order[0]
	first, second, third := s.score(0), s.score(1), s.score(2)
	x := signals{
		1,
		first,
		first - second,
		second - third,
		float64(s.votes[best]),
		float64(s.wordCover),
		float64(s.charCover),
		entropy(s),
		math.Log(1 + float64(len(s.wordKeys))),
	}
	if len(s.near) > 0 {
		n := s.near[0]
		x[9] = float64(n.like)
		x[10] = float64(btoi(uint32(k.near.label[n.doc]) == best))
		x[11] = float64(s.near[len(s.near)/2].like)
	}
	x[12] = first * float64(s.votes[best])
	return x
}

// score gives the score of the label in a place.
func (s *scratch) score(place int) float64 {
	if place < len(s.order) {
		return float64(s.scores[s.order[place]])
	}
	return -1
}

// entropy says how evenly the best labels share the odds.
func entropy(s *scratch) float64 {
	best, mass, sum := s.scores[s.order[0]], 0.0, 0.0
	for _, l := range s.order {
		mass += odds(s.scores[l], best)
	}
	for _, l := range s.order[:min(len(s.order), 20)] {
		p := odds(s.scores[l], best) / mass
		sum -= p * math.Log(p)
	}
	return sum
}
