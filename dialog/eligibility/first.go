package eligibility

// bestBet gives the fact to ask on the way to the first entitlement. It takes the open rule with the highest chance for what
// is left to ask, and of the facts that it hangs on the one that serves the chances of all open rules best for its cost:
// should the rule fail, the answer was not in vain. (Asking what decides the rule soonest took 6.9 questions where this takes
// 6.1, on the benefits of USA.gov.)
func (p *plan) bestBet() int {
	promise := make([]float64, len(p.Base.Facts)) // by fact: the chances that hang on it, each for what is left to ask
	best, score := int32(-1), -1.0
	var facts []int32
	for _, i := range p.open {
		cost := 0
		facts = p.hanging(i, facts[:0])
		for _, f := range facts {
			cost += p.Base.Facts[f].Tenths()
		}
		s := p.Chance(p.Rules[i], p.answers) / float64(cost)
		for _, f := range facts {
			promise[f] += s
		}
		if s > score*(1+1e-9) {
			best, score = i, s
		}
	}
	return p.mostPromising(p.hanging(best, facts[:0]), promise)
}

// hanging gives each fact that may decide an open rule and can be asked now.
func (p *plan) hanging(i int32, facts []int32) []int32 {
	p.Open(p.Rules[i], p.answers, func(f int32) {
		for _, g := range facts {
			if g == f {
				return
			}
		}
		facts = append(facts, f)
	})
	return facts
}

// mostPromising gives the fact of the best rank that promises most for its cost; ties go to the editor's order.
func (p *plan) mostPromising(facts []int32, promise []float64) int {
	best, score := -1, -1.0
	for _, i := range facts {
		f := p.Base.Facts[i]
		s := promise[i] / float64(f.Tenths())
		switch {
		case best < 0 || rank(f) < rank(p.Base.Facts[best]):
		case rank(f) > rank(p.Base.Facts[best]):
			continue
		case s < score*(1-1e-9), s < score*(1+1e-9) && int(i) > best:
			continue
		}
		best, score = int(i), s
	}
	return best
}
