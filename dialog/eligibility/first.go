package eligibility

// bestBet gives the fact to ask on the way to the first entitlement: of the open rule with the highest chance for what is left
// to ask, the fact that decides most.
func (p *plan) bestBet() int {
	best, score := int32(-1), -1.0
	for _, i := range p.open {
		r := p.Rules[i]
		cost := 0
		p.Open(r, p.answers, func(f int32) {
			if p.marked[f] != -i-1 {
				p.marked[f] = -i - 1
				cost += p.Base.Facts[f].Tenths()
			}
		})
		if cost == 0 {
			continue
		}
		s := p.Chance(r, p.answers) / float64(cost)
		if s > score*(1+1e-9) {
			best, score = i, s
		}
	}
	if best < 0 {
		return -1
	}
	one := plan{Day: p.Day, goal: Goal{Rules: []int32{best}}, answers: p.answers}
	one.look()
	mentions := p.mentions
	candidates := one.candidates()
	one.mentions = mentions // ties go to the fact that serves more of the others
	return one.deciding(candidates)
}
