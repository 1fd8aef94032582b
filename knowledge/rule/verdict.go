package rule

import "github.com/plainline/plainline/knowledge"

// Verdict is what a rule says of a person, and why.
type Verdict struct {
	Rule    *Rule
	Outcome knowledge.Outcome
	// Failing are the clauses that decide where the outcome is Not, in the order of the rule: comparisons, and groups "any" that
	// have an id. It is empty where the rule does not hold on the day, see Expired.
	Failing []*knowledge.Clause
	Expired bool
	// Missing are the positions of the facts that would have to be known where the outcome is Depends, first those that can be
	// asked now; Blocked are the clauses that hang on a limit which nobody knows on the day.
	Missing []int
	Blocked []*knowledge.Clause
	// Changes is the clause that alone decides: were it met, the outcome would be another. Nil where there is none.
	Changes *knowledge.Clause
}

// Judge gives the outcome of a rule with its reasons.
func (d *Day) Judge(r *Rule, a Answers) Verdict {
	v := Verdict{Rule: r}
	switch d.Truth(r, a) {
	case Yes:
		v.Outcome = knowledge.Likely
		if r.Bare() {
			v.Outcome = knowledge.Self
		}
	case No:
		v.Outcome = knowledge.Not
		if v.Expired = !d.valid(r); !v.Expired {
			d.failing(r.root, a, &v.Failing)
			v.Changes = d.changes(r, a, v.Failing)
		}
	default:
		v.Outcome = knowledge.Depends
		seen := make([]bool, len(d.Base.Facts))
		d.missing(r.root, a, seen, &v)
	}
	return v
}

// failing collects the clauses to blame for a node that is not met.
func (d *Day) failing(i int32, a Answers, out *[]*knowledge.Clause) {
	n := &d.nodes[i]
	switch {
	case n.op == compare, n.op != all && n.clause != nil && n.clause.ID != "":
		*out = append(*out, n.clause)
	case n.op == not:
		d.holding(n.first, a, out)
	default:
		for j := n.first; j < n.first+n.n; j++ {
			if d.node(j, a) == No {
				d.failing(j, a, out)
			}
		}
	}
}

// holding collects the comparisons that make a node met, as under not.
func (d *Day) holding(i int32, a Answers, out *[]*knowledge.Clause) {
	n := &d.nodes[i]
	switch n.op {
	case compare:
		*out = append(*out, n.clause)
	case not:
		d.failing(n.first, a, out)
	default:
		for j := n.first; j < n.first+n.n; j++ {
			if d.node(j, a) == Yes {
				d.holding(j, a, out)
			}
		}
	}
}

// changes gives the clause that alone stands in the way.
func (d *Day) changes(r *Rule, a Answers, failing []*knowledge.Clause) *knowledge.Clause {
	var found *knowledge.Clause
	for _, c := range failing {
		if d.without(r.root, a, c) == No {
			continue
		}
		if found != nil {
			return nil // either of two would do: not one clause decides
		}
		found = c
	}
	return found
}

// without decides a node as if one clause in it were the other way round.
func (d *Day) without(i int32, a Answers, c *knowledge.Clause) Truth {
	n := &d.nodes[i]
	if n.clause == c {
		return d.node(i, a).Not()
	}
	if n.op == compare {
		return d.node(i, a)
	}
	t := Yes
	if n.op == any {
		t = No
	}
	for j := n.first; j < n.first+n.n; j++ {
		switch u := d.without(j, a, c); n.op {
		case any:
			t = max(t, u)
		case not:
			t = u.Not()
		default:
			t = min(t, u)
		}
	}
	return t
}

// missing collects what an undecided node hangs on.
func (d *Day) missing(i int32, a Answers, seen []bool, v *Verdict) {
	n := &d.nodes[i]
	if n.op != compare {
		for j := n.first; j < n.first+n.n; j++ {
			if d.node(j, a) == Unknown {
				d.missing(j, a, seen, v)
			}
		}
		return
	}
	found := false
	note := func(f int32) {
		if found = true; !seen[f] {
			seen[f] = true
			v.Missing = append(v.Missing, int(f))
		}
	}
	d.openFacts(n.leaf, a, asked, note)
	if !found {
		d.openFacts(n.leaf, a, vague, note)
	}
	if !found {
		v.Blocked = append(v.Blocked, n.clause)
	}
}

// wanted says which facts that leave a comparison open are looked for.
type wanted func(d *Day, l *leaf, fact int32, a Answers) bool

// asked looks for those whose question is still open and whose answer may decide the comparison.
func asked(d *Day, l *leaf, fact int32, a Answers) bool {
	if !d.Askable(int(fact), a) {
		return false
	}
	switch v := a.At(int(fact)); {
	case l.size < 0:
		return true
	case fact != l.fact:
		return a.At(int(l.fact)).State != Skipped
	default:
		return v.State == Open || d.cutsRow(l, v, a)
	}
}

// vague looks for those of which nothing more can be learned: skipped, or known coarsely.
func vague(d *Day, l *leaf, fact int32, a Answers) bool {
	v, f := a.At(int(fact)), d.Base.Facts[fact]
	if f.Type == knowledge.SeveralFact {
		return v.Lo|v.Hi != f.All()
	}
	return v.State == Skipped || v.Lo < v.Hi
}

// cutsRow says whether a limit in a row that may be the person's lies within a coarse answer, so that a finer one helps.
func (d *Day) cutsRow(l *leaf, v Answer, a Answers) bool {
	first, last := d.rows(l, a)
	for n := first; n <= last; n++ {
		if d.row(l, v, n) == Unknown {
			return true
		}
	}
	return false
}

// openFacts gives the facts that leave an undecided comparison open, of those that are wanted: where nobody knows yet whether
// the fact applies, those of its guard.
func (d *Day) openFacts(i int32, a Answers, want wanted, found func(fact int32)) {
	l := &d.leaves[i]
	if l.set == noSet && l.size < 0 && d.spans[i] == nil {
		return // whatever is answered, the limit stays unknown
	}
	for _, f := range [...]int32{l.fact, l.size} {
		if f < 0 {
			continue
		}
		if d.applies(f, a) == Unknown {
			d.open(d.guards[f], a, want, found)
		} else if want(d, l, f, a) {
			found(f)
		}
	}
}

// open gives the facts that leave an undecided node open, of those that are wanted.
func (d *Day) open(i int32, a Answers, want wanted, found func(fact int32)) {
	n := &d.nodes[i]
	if n.op == compare {
		d.openFacts(n.leaf, a, want, found)
		return
	}
	for j := n.first; j < n.first+n.n; j++ {
		if d.node(j, a) == Unknown {
			d.open(j, a, want, found)
		}
	}
}

// Open calls found for each fact that may decide a rule and can be asked now; for some more than once.
func (d *Day) Open(r *Rule, a Answers, found func(fact int32)) {
	if d.Truth(r, a) == Unknown {
		d.open(r.root, a, asked, found)
	}
}

// Askable says whether a question is still open: not asked, or answered so coarsely that an answer in finer steps may decide
// more. What was skipped is not asked again, nor what the person cannot say more of.
func (d *Day) Askable(fact int, a Answers) bool {
	v, f := a.At(fact), d.Base.Facts[fact]
	switch {
	case v.State == Skipped, v.Final:
		return false
	case v.State == Open:
		return true
	case f.Type == knowledge.SeveralFact:
		return v.Lo|v.Hi != f.All()
	}
	return v.Lo < v.Hi
}
