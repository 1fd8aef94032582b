package rule

import "github.com/plainline/plainline/knowledge"

// maxRows is how many rows of a table are looked at where its size is not known exactly.
const maxRows = 32

// Truth says whether a rule's clauses are met, as far as is known. It does not allocate.
func (d *Day) Truth(r *Rule, a Answers) Truth {
	if !d.valid(r) {
		return No
	}
	return d.node(r.root, a)
}

// valid says whether anybody is entitled on the day.
func (d *Day) valid(r *Rule) bool { return r.Service.Eligibility.Valid.Holds(d.Date) }

func (d *Day) node(i int32, a Answers) Truth {
	n := &d.nodes[i]
	switch n.op {
	case compare:
		return d.compare(n.leaf, a)
	case not:
		return d.node(n.first, a).Not()
	case any:
		t := No
		for j := n.first; j < n.first+n.n && t != Yes; j++ {
			t = max(t, d.node(j, a))
		}
		return t
	}
	t := Yes
	for j := n.first; j < n.first+n.n && t != No; j++ {
		t = min(t, d.node(j, a))
	}
	return t
}

// compare decides a comparison. Where the fact does not apply it is not met; where nobody knows whether it applies, it is at
// best unknown.
func (d *Day) compare(i int32, a Answers) Truth {
	l := &d.leaves[i]
	applies := d.applies(l.fact, a)
	if applies == No {
		return No
	}
	t := d.value(i, l, a)
	if applies == Unknown && t == Yes {
		return Unknown
	}
	return t
}

// Applies says whether the guard of a fact is met: Yes for a fact that has none.
func (d *Day) Applies(fact int, a Answers) Truth { return d.applies(int32(fact), a) }

// applies says whether the guard of a fact is met.
func (d *Day) applies(fact int32, a Answers) Truth {
	if g := d.guards[fact]; g >= 0 {
		return d.node(g, a)
	}
	return Yes
}

func (d *Day) value(i int32, l *leaf, a Answers) Truth {
	v := a.At(int(l.fact))
	if l.set != noSet {
		return l.ofSet(v)
	}
	if v.State != Given {
		f := d.Base.Facts[l.fact]
		v.Lo, v.Hi = f.Lowest, f.Highest
	}
	if l.size >= 0 {
		return d.inTable(l, v, a)
	}
	spans := d.spans[i]
	if spans == nil {
		return Unknown
	}
	t := meets(spans, span{v.Lo, v.Hi})
	if v.State != Given && t == Yes {
		return Unknown // who gives no answer may be beyond all sense; the linter tells of a clause that always holds
	}
	return t
}

func (l *leaf) ofSet(v Answer) Truth {
	yes, no := v.Lo&l.mask, v.Hi&l.mask
	if v.State == Skipped {
		yes, no = 0, 0
	}
	switch {
	case l.set == hasAll && no != 0, l.set == hasAny && no == l.mask, l.set == hasNone && yes != 0:
		return No
	case l.set == hasAll && yes == l.mask, l.set == hasAny && yes != 0, l.set == hasNone && no == l.mask:
		return Yes
	}
	return Unknown
}

// inTable compares with every row that may be the person's: all must agree.
func (d *Day) inTable(l *leaf, v Answer, a Answers) Truth {
	size := a.At(int(l.size))
	if size.State != Given {
		f := d.Base.Facts[l.size]
		size.Lo, size.Hi = f.Lowest, f.Highest
	}
	size.Lo = max(1, size.Lo)
	applies := d.applies(l.size, a)
	switch {
	case applies == No:
		return No
	case v.State != Given, size.Hi-size.Lo >= maxRows, size.Hi < size.Lo:
		return Unknown
	}
	result := d.row(l, v, size.Lo)
	for n := size.Lo + 1; n <= size.Hi && result != Unknown; n++ {
		if d.row(l, v, n) != result {
			return Unknown
		}
	}
	if applies == Unknown && result == Yes {
		return Unknown
	}
	return result
}

// row compares with one row, without building spans.
func (d *Day) row(l *leaf, v Answer, size int64) Truth {
	s, known := d.limits(l.clause, d.Base.Facts[l.fact], size)
	if !known {
		return Unknown
	}
	if d.Base.Facts[l.fact].Type == knowledge.DateFact {
		s = d.dates(l.clause, s)
	}
	return s.meets(span{v.Lo, v.Hi})
}
