package rule

import (
	"slices"

	"github.com/plainline/plainline/knowledge"
)

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
	share := d.share[i]
	if g := d.guards[l.fact]; g >= 0 {
		share *= d.chance(g, a)
	}
	return share
}

// shares gives for each comparison the share of the answers that meet it: of the values to choose from, or of the spans
// between all limits on a number or a day; one half where a limit is not known or hangs on a table.
func (d *Day) shares() []float64 {
	share := make([]float64, len(d.leaves))
	for i := range share {
		share[i] = 0.5
	}
	for fact, f := range d.Base.Facts {
		first := d.firsts(int32(fact), f)
		for _, u := range d.leavesOf[fact] {
			if d.spans[u.leaf] == nil {
				continue
			}
			met := 0
			for _, n := range first {
				if meets(d.spans[u.leaf], span{n, n}) == Yes {
					met++
				}
			}
			share[u.leaf] = float64(met) / float64(len(first))
		}
	}
	return share
}

// firsts gives a value of each kind of answer to a fact: every one to choose from, or the first of each span between limits.
func (d *Day) firsts(fact int32, f *knowledge.Fact) (first []int64) {
	if f.Closed() {
		for n := f.Lowest; n <= f.Highest; n++ {
			first = append(first, n)
		}
		return first
	}
	first = append(first, f.Lowest)
	for _, u := range d.leavesOf[fact] {
		for _, s := range d.spans[u.leaf] {
			for _, cut := range [...]int64{s.lo, s.hi + 1} {
				if cut > f.Lowest && cut <= f.Highest {
					first = append(first, cut)
				}
			}
		}
	}
	slices.Sort(first)
	return slices.Compact(first)
}
