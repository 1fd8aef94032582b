package rule

// Chance estimates how likely a rule is to be met, all answers that make a difference being equally likely and nothing
// hanging together.
func (d *Day) Chance(r *Rule, a Answers) float64 {
	if !d.valid(r) {
		return 0
	}
	return d.chance(r.root, a)
}

func (d *Day) chance(i int32, a Answers) float64 {
	n := &d.nodes[i]
	p := 1.0
	switch n.op {
	case compare:
		return d.leafChance(n.leaf, a)
	case not:
		return 1 - d.chance(n.first, a)
	case any:
		for j := n.first; j < n.first+n.n; j++ {
			p *= 1 - d.chance(j, a)
		}
		return 1 - p
	}
	for j := n.first; j < n.first+n.n; j++ {
		p *= d.chance(j, a)
	}
	return p
}

func (d *Day) leafChance(i int32, a Answers) float64 {
	switch d.compare(i, a) {
	case Yes:
		return 1
	case No:
		return 0
	}
	l := &d.leaves[i]
	share := 0.5
	if f := d.Base.Facts[l.fact]; d.spans[i] != nil && f.Closed() {
		n := int64(0)
		for _, s := range d.spans[i] {
			n += s.hi - s.lo + 1
		}
		share = float64(n) / float64(f.Highest-f.Lowest+1)
	}
	if g := d.guards[l.fact]; g >= 0 {
		share *= d.chance(g, a)
	}
	return share
}
