package rule

import (
	"math"
	"slices"

	"github.com/plainline/plainline/knowledge"
)

// Forks gives the answers to a fact that may lead to different outcomes of some rules, in order: the values to choose from;
// of a number or a day the spans between the limits of those rules; of the size that a table goes by some single numbers and
// the rest; of a place its parts; of a fact of type several each
// value that is open, and last that no other applies. What is known of the fact already narrows them. The rules are
// positions in Index.Rules.
func (d *Day) Forks(fact int, a Answers, rules []int32, dst []Answer) []Answer {
	f, v := d.Base.Facts[fact], a.At(fact)
	if v.State == Open && f.Type != knowledge.SeveralFact {
		v.Lo, v.Hi = f.Lowest, f.Highest
	}
	switch f.Type {
	case knowledge.YesNoFact:
		return append(dst, Exactly(1), Exactly(0)) // yes is said first everywhere
	case knowledge.OneFact:
		for n := v.Lo; n <= v.Hi; n++ {
			dst = append(dst, Exactly(n))
		}
		return dst
	case knowledge.SeveralFact:
		return severalForks(f, v, dst)
	case knowledge.PlaceFact:
		return placeForks(f, v, dst)
	}
	lo := v.Lo
	for _, cut := range d.cuts(fact, a, rules) {
		if cut > lo && cut <= v.Hi {
			dst = append(dst, Between(lo, cut-1))
			lo = cut
		}
	}
	return append(dst, Between(lo, v.Hi))
}

func severalForks(f *knowledge.Fact, v Answer, dst []Answer) []Answer {
	open := f.All() &^ (v.Lo | v.Hi)
	for n := range f.Values {
		if bit := int64(1) << n; open&bit != 0 {
			dst = append(dst, Answer{State: Given, Lo: v.Lo | bit, Hi: v.Hi})
		}
	}
	return append(dst, Answer{State: Given, Lo: v.Lo, Hi: v.Hi | open})
}

// placeForks gives the parts of the place that is known so far.
func placeForks(f *knowledge.Fact, v Answer, dst []Answer) []Answer {
	for n := v.Lo + 1; n <= v.Hi; {
		last := lastIn(f, int(n))
		dst = append(dst, Between(n, last))
		n = last + 1
	}
	return dst
}

// singleSizes is how many sizes of a table are told apart at once: with the rest they fit a menu.
const singleSizes = 6

// cuts gives the numbers at which some comparison with a fact changes, sorted: each is the first of a new span.
func (d *Day) cuts(fact int, a Answers, rules []int32) []int64 {
	var cuts []int64
	if d.tables[fact] {
		lo := max(1, a.At(fact).Lo, d.Base.Facts[fact].Lowest)
		for n := range int64(singleSizes) {
			cuts = append(cuts, lo+n+1)
		}
	}
	for _, u := range d.leavesOf[fact] {
		if !u.within(d.Index, rules) {
			continue
		}
		for _, s := range d.near(u.leaf, a) {
			if s.lo != math.MinInt64 {
				cuts = append(cuts, s.lo)
			}
			if s.hi != math.MaxInt64 {
				cuts = append(cuts, s.hi+1)
			}
		}
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

// near gives the spans of a comparison; of one in a table, those of the rows that may be the person's.
func (d *Day) near(i int32, a Answers) []span {
	l := &d.leaves[i]
	if l.size < 0 {
		return d.spans[i]
	}
	var list []span
	first, last := d.rows(l, a)
	for n := first; n <= last; n++ {
		list = append(list, d.spansOf(l, n)...)
	}
	return list
}

// rows gives the first and the last row of a table that may be the person's; of very many the first.
func (d *Day) rows(l *leaf, a Answers) (first, last int64) {
	size := a.At(int(l.size))
	if size.State != Given {
		return 1, 8
	}
	first = max(1, size.Lo)
	return first, min(size.Hi, first+maxRows)
}
