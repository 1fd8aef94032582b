package lint

import (
	"slices"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// constantClause tells of the innermost clause that is at fault, not of the groups around it.
func constantClause() Rule {
	return Rule{
		ID: "constant-clause", Severity: source.Warning,
		Statement: "Every clause is met by some answers that its facts may have, and not by others.",
		Check: func(p *Pass) {
			for c, always := range p.constantClauses() {
				advice := "compare with what " + c.Fact + " may be: see its values, min, max and only_if"
				if c.Fact == "" {
					advice = "see the clauses in it, and what their facts may be"
				}
				outcome := "is not met"
				if always {
					outcome = "is met"
				}
				p.Report(c.Pos, advice, "whatever is answered, %s %s", nameOf(c), outcome)
			}
		},
	}
}

func constantRule() Rule {
	return Rule{
		ID: "constant-rule", Severity: source.Warning,
		Statement: "A rule is met by somebody, not by everybody, and holds still.",
		Check: func(p *Pass) {
			constant := p.constantClauses()
			var services []*knowledge.Service
			var rules []*knowledge.Eligibility
			for _, r := range p.rules.Rules {
				e := r.Service.Eligibility
				if e.Valid.Until != 0 && e.Valid.Until < p.On {
					p.Report(p.Find(e.Pos, "valid"), "write the rule that holds now, or take eligibility out", "nobody has been entitled to %q since %s", r.Service.ID, e.Valid.Until.AddDays(1))
				}
				if !r.Bare() && !hasAny(e, constant) {
					services = append(services, r.Service)
					rules = append(rules, &knowledge.Eligibility{Pos: e.Pos, All: e.All, Any: e.Any})
				}
			}
			for i, s := range p.tryRules(rules) {
				switch {
				case s.never():
					p.Report(rules[i].Pos, "see which of its clauses exclude one another", "whatever is answered, nobody is entitled to %q", services[i].ID)
				case s.always():
					p.Report(rules[i].Pos, "see which of its clauses make the others needless", "whatever is answered, everybody is entitled to %q", services[i].ID)
				}
			}
		},
	}
}

func hasAny(e *knowledge.Eligibility, constant map[*knowledge.Clause]bool) (found bool) {
	e.Each(func(c *knowledge.Clause) {
		_, is := constant[c]
		found = found || is
	})
	return found
}

// constantClauses gives the clauses that hold always (true) or never (false). A comparison is looked at where its fact
// applies; one whose fact is never asked is left to that rule.
func (p *Pass) constantClauses() map[*knowledge.Clause]bool {
	var clauses []*knowledge.Clause
	var lists [][]*knowledge.Clause
	look := func(c *knowledge.Clause) {
		guards := p.guardsOf(c)
		clauses = append(clauses, c)
		lists = append(lists, guards, []*knowledge.Clause{c}, append(slices.Clone(guards), &knowledge.Clause{Not: c}))
	}
	for _, r := range p.rules.Rules {
		r.Service.Eligibility.Each(look)
	}
	for _, f := range p.Base.Facts {
		f.OnlyIf.Each(look)
	}
	found, constant := p.tryAll(lists), map[*knowledge.Clause]bool{}
	for i, c := range clauses {
		asked, can, cannot := found[3*i], found[3*i+1], found[3*i+2]
		if never := can.never(); !asked.never() && (never || cannot.never()) {
			constant[c] = !never
		}
	}
	for _, c := range clauses { // a group is told of only where no clause in it is
		inside := 0
		c.Each(func(d *knowledge.Clause) {
			if _, is := constant[d]; is {
				inside++
			}
		})
		if inside > 1 {
			delete(constant, c)
		}
	}
	return constant
}

// nameOf says which clause is meant.
func nameOf(c *knowledge.Clause) string {
	switch {
	case c.ID != "":
		return `the clause "` + c.ID + `"`
	case c.Fact != "":
		return `the comparison with "` + c.Fact + `"`
	}
	return "the group of clauses"
}
