package rule

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge"
)

// Index holds the rules of a base in the form in which they are evaluated. It is immutable and safe for any number of readers.
type Index struct {
	Base  *knowledge.Base
	Rules []*Rule // of the services that have one, in the order of Base.Services

	facts  map[string]int // position in Base.Facts
	nodes  []node
	leaves []leaf
	guards []int32   // by fact: the node of its guard, or -1
	uses   [][]int32 // by fact: the rules whose outcome may hang on it, through guards too

	leavesOf [][]use // by fact: the comparisons with it
	tables   []bool  // by fact: whether limits are looked up by it
	rules    map[knowledge.ServiceID]*Rule
}

// use is a comparison and the rule in which it stands; below 0 in the guard of the fact ^rule.
type use struct{ leaf, rule int32 }

// within says whether a comparison may matter to one of some rules.
func (u use) within(x *Index, rules []int32) bool {
	if u.rule >= 0 {
		return slices.Contains(rules, u.rule)
	}
	return slices.ContainsFunc(rules, func(i int32) bool { return x.Rules[i].HangsOn(^u.rule) })
}

// Rule is the rule of one service.
type Rule struct {
	Service *knowledge.Service
	at      int     // position in Index.Rules
	root    int32   // node
	facts   []int32 // that it may hang on
}

// op says how a node is decided.
type op uint8

const (
	all op = iota // nothing below: met
	any
	not
	compare
)

// node is a clause. Its children stand in a row.
type node struct {
	op     op
	first  int32
	n      int32
	leaf   int32
	clause *knowledge.Clause // nil for what holds a rule together
}

// leaf is a comparison. Its spans depend on the day, see Day.
type leaf struct {
	fact   int32
	size   int32 // fact by which a limit is looked up in a table, or -1
	set    setOp // of a fact of type several
	mask   int64
	clause *knowledge.Clause
}

type setOp uint8

const (
	noSet setOp = iota
	hasAny
	hasAll
	hasNone
)

// New prepares the rules of a base.
func New(b *knowledge.Base) *Index {
	x := &Index{Base: b, facts: make(map[string]int, len(b.Facts)), rules: map[knowledge.ServiceID]*Rule{}}
	for i, f := range b.Facts {
		x.facts[f.ID] = i
	}
	x.leavesOf = make([][]use, len(b.Facts))
	x.tables = make([]bool, len(b.Facts))
	x.guards = make([]int32, len(b.Facts))
	for i, f := range b.Facts {
		first := len(x.leaves)
		if x.guards[i] = -1; f.OnlyIf != nil {
			x.guards[i] = x.group(all, nil, []*knowledge.Clause{f.OnlyIf})
		}
		x.used(first, ^int32(i))
	}
	for _, s := range b.Services {
		if s.Eligibility != nil {
			first := len(x.leaves)
			r := &Rule{Service: s, at: len(x.Rules), root: x.rule(s.Eligibility)}
			x.used(first, int32(r.at))
			x.Rules = append(x.Rules, r)
			x.rules[s.ID] = r
		}
	}
	x.uses = make([][]int32, len(b.Facts))
	for i, r := range x.Rules {
		seen := make([]bool, len(b.Facts))
		x.hangs(r.root, seen)
		for f, on := range seen {
			if on {
				r.facts = append(r.facts, int32(f))
				x.uses[f] = append(x.uses[f], int32(i))
			}
		}
	}
	return x
}

// used notes by fact the comparisons made since the first, which stand in a rule or a guard.
func (x *Index) used(first int, rule int32) {
	for i := first; i < len(x.leaves); i++ {
		f := x.leaves[i].fact
		x.leavesOf[f] = append(x.leavesOf[f], use{int32(i), rule})
	}
}

// Of gives the rule of a service, or nil.
func (x *Index) Of(id knowledge.ServiceID) *Rule { return x.rules[id] }

// Position gives the position of a fact in Base.Facts; -1 where there is none.
func (x *Index) Position(id string) int {
	if i, ok := x.facts[id]; ok {
		return i
	}
	return -1
}

// Hanging gives the positions of the rules that may hang on a fact.
func (x *Index) Hanging(fact int) []int32 { return x.uses[fact] }

// Mentions says how many rules may hang on a fact.
func (x *Index) Mentions(fact int) int { return len(x.uses[fact]) }

// Facts gives the positions of the facts that a rule may hang on.
func (r *Rule) Facts() []int32 { return r.facts }

// Bare says whether a rule has nothing to evaluate: its conditions are for the person to check.
func (r *Rule) Bare() bool { return len(r.Service.Eligibility.All)+len(r.Service.Eligibility.Any) == 0 }

func (x *Index) rule(e *knowledge.Eligibility) int32 {
	if len(e.Any) == 0 {
		return x.group(all, nil, e.All)
	}
	both := append([]*knowledge.Clause{}, e.All...)
	return x.group(all, nil, append(both, &knowledge.Clause{Pos: e.Pos, Any: e.Any}))
}

func (x *Index) fill(i int32, c *knowledge.Clause) {
	switch {
	case c.Fact != "":
		x.nodes[i] = node{op: compare, leaf: int32(len(x.leaves)), clause: c}
		x.leaves = append(x.leaves, x.leaf(c))
	case c.Not != nil:
		x.children(i, not, c, []*knowledge.Clause{c.Not})
	case len(c.Any) > 0:
		x.children(i, any, c, c.Any)
	default:
		x.children(i, all, c, c.All)
	}
}

func (x *Index) group(o op, c *knowledge.Clause, list []*knowledge.Clause) int32 {
	i := int32(len(x.nodes))
	x.nodes = append(x.nodes, node{})
	x.children(i, o, c, list)
	return i
}

func (x *Index) children(i int32, o op, c *knowledge.Clause, list []*knowledge.Clause) {
	first := int32(len(x.nodes))
	x.nodes = append(x.nodes, make([]node, len(list))...)
	x.nodes[i] = node{op: o, first: first, n: int32(len(list)), clause: c}
	for j, d := range list {
		x.fill(first+int32(j), d)
	}
}

func (x *Index) leaf(c *knowledge.Clause) leaf {
	i := x.facts[c.Fact]
	l := leaf{fact: int32(i), size: -1, clause: c}
	f := x.Base.Facts[i]
	for _, limit := range [...]string{c.AtLeast, c.AtMost, c.Above, c.Below} {
		if id, ok := strings.CutPrefix(limit, "parameter."); ok && x.Base.Parameter(id).By != "" {
			l.size = int32(x.facts[x.Base.Parameter(id).By])
			x.tables[l.size] = true
		}
	}
	switch {
	case c.HasAny != nil:
		l.set, l.mask = hasAny, mask(f, c.HasAny)
	case c.HasAll != nil:
		l.set, l.mask = hasAll, mask(f, c.HasAll)
	case c.HasNone != nil:
		l.set, l.mask = hasNone, mask(f, c.HasNone)
	}
	return l
}

func mask(f *knowledge.Fact, ids []string) int64 {
	m, _ := f.ReadSet(ids) // Load has checked the ids
	return m
}

// hangs marks the facts that a node may hang on.
func (x *Index) hangs(i int32, seen []bool) {
	n := &x.nodes[i]
	if n.op != compare {
		for j := n.first; j < n.first+n.n; j++ {
			x.hangs(j, seen)
		}
		return
	}
	l := &x.leaves[n.leaf]
	for _, f := range [...]int32{l.fact, l.size} {
		if f >= 0 && !seen[f] {
			seen[f] = true
			if g := x.guards[f]; g >= 0 {
				x.hangs(g, seen)
			}
		}
	}
}

// HangsOn says whether a rule may hang on a fact.
func (r *Rule) HangsOn(fact int32) bool {
	_, found := slices.BinarySearch(r.facts, fact)
	return found
}
