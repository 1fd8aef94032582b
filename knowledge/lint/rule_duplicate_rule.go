package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

func duplicateRule() Rule {
	return Rule{
		ID: "duplicate-rule", Severity: source.Warning,
		Statement: "No two services have the same rule.",
		Check: func(p *Pass) {
			first := map[string]*knowledge.Service{}
			for _, r := range p.rules.Rules {
				if r.Bare() {
					continue
				}
				e := r.Service.Eligibility
				key := e.Valid.From.String() + " " + e.Valid.Until.String() + " " + shapeOf(ruleClause(e))
				if other := first[key]; other != nil {
					p.Report(e.Pos, "say what tells them apart, if anything does", "the rule of %q is the same as that of %q (%s)", r.Service.ID, other.ID, other.Eligibility.Pos)
					continue
				}
				first[key] = r.Service
			}
		},
	}
}

// ruleClause gives a rule as one clause.
func ruleClause(e *knowledge.Eligibility) *knowledge.Clause {
	c := &knowledge.Clause{All: slices.Clone(e.All)}
	if len(e.Any) > 0 {
		c.All = append(c.All, &knowledge.Clause{Any: e.Any})
	}
	return c
}

// shapeOf writes a clause so that two that want the same in another order, or under other ids, are the same.
func shapeOf(c *knowledge.Clause) string {
	switch {
	case c.Fact != "":
		return comparisonShape(c)
	case c.Not != nil:
		return "not(" + shapeOf(c.Not) + ")"
	case len(c.Any) > 0:
		return groupShape("any", c.Any, func(d *knowledge.Clause) []*knowledge.Clause { return d.Any })
	}
	return groupShape("all", c.All, func(d *knowledge.Clause) []*knowledge.Clause { return d.All })
}

// groupShape takes groups of the same kind in a group for one group, and a group of one for what is in it.
func groupShape(kind string, list []*knowledge.Clause, same func(*knowledge.Clause) []*knowledge.Clause) string {
	var shapes []string
	for len(list) > 0 {
		c := list[0]
		list = list[1:]
		if inner := same(c); len(inner) > 0 {
			list = append(slices.Clone(inner), list...)
		} else {
			shapes = append(shapes, shapeOf(c))
		}
	}
	slices.Sort(shapes)
	if shapes = slices.Compact(shapes); len(shapes) == 1 {
		return shapes[0]
	}
	return kind + "(" + strings.Join(shapes, ", ") + ")"
}

func comparisonShape(c *knowledge.Clause) string {
	parts := []string{c.Fact}
	for _, t := range []struct {
		key   string
		terms knowledge.Terms
	}{{"is", c.Is}, {"has_any", c.HasAny}, {"has_all", c.HasAll}, {"has_none", c.HasNone}} {
		if t.terms != nil {
			sorted := slices.Sorted(slices.Values(t.terms))
			parts = append(parts, t.key+" "+strings.Join(slices.Compact(sorted), " "))
		}
	}
	for _, t := range []struct{ key, text string }{
		{"at_least", c.AtLeast}, {"at_most", c.AtMost}, {"above", c.Above}, {"below", c.Below}, {"from", c.From.String()},
		{"until", c.Until.String()}, {"within", timeText(c.Past)}, {"ahead", timeText(c.Ahead)},
	} {
		if t.text != "" {
			parts = append(parts, t.key+" "+t.text)
		}
	}
	return strings.Join(parts, " ")
}

func timeText(o *knowledge.TimeOff) string {
	if o == nil {
		return ""
	}
	return fmt.Sprint(o.N, " ", o.Unit)
}
