package knowledge

import (
	"path"
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// attachCases reads the cases of each service that has some.
func (l *loader) attachCases() {
	for _, s := range l.base.Services {
		dir := path.Join("services", string(s.ID))
		if f := l.cases[dir]; f != nil {
			l.decode(f, &s.Cases)
			delete(l.cases, dir)
		}
	}
	for _, f := range l.cases {
		l.Errorf(source.Pos{File: f.Path}, source.RuleFileMissing, "write the service beside it", "the cases belong to no service")
	}
}

// Each calls f for the clause and all clauses in it.
func (c *Clause) Each(f func(*Clause)) {
	if c == nil {
		return
	}
	f(c)
	for _, d := range c.All {
		d.Each(f)
	}
	for _, d := range c.Any {
		d.Each(f)
	}
	c.Not.Each(f)
}

// Each calls f for every clause of a rule.
func (e *Eligibility) Each(f func(*Clause)) {
	for _, c := range e.All {
		c.Each(f)
	}
	for _, c := range e.Any {
		c.Each(f)
	}
}

// Clause gives the clause of an id, or nil.
func (e *Eligibility) Clause(id string) (found *Clause) {
	e.Each(func(c *Clause) {
		if c.ID == id {
			found = c
		}
	})
	return found
}

// FactsOf gives the facts that a comparison looks at: the one compared, then those by which its limits are looked up.
func (b *Base) FactsOf(c *Clause) []*Fact {
	var list []*Fact
	add := func(f *Fact) {
		if f != nil && !slices.Contains(list, f) {
			list = append(list, f)
		}
	}
	add(b.Fact(c.Fact))
	for _, limit := range [...]string{c.AtLeast, c.AtMost, c.Above, c.Below} {
		id, _ := strings.CutPrefix(limit, "parameter.")
		if p := b.Parameter(id); p != nil {
			add(b.Fact(p.By))
		}
	}
	return list
}
