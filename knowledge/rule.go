package knowledge

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// Eligibility says who is entitled to a service (CPSV-AP hasCriterion, CCCEV Criterion): key eligibility of service.yaml.
// All of All and one of Any must be met. Words: block eligibility, an item for each clause and check by id; its paragraphs
// say what the person may get ("up to …").
type Eligibility struct {
	source.Pos `yaml:",pos"`
	All        []*Clause `yaml:"all"`
	Any        []*Clause `yaml:"any"`
	Check      []*Check  `yaml:"check_yourself"`
	Valid      Span      `yaml:"valid"` // the days on which anybody is entitled at all
	SourceRef  string    `yaml:"source"`
	Source     *Source   `yaml:"-"`
}

// Check is a condition that only the person can judge: always said with a likely result, never counted as met.
type Check struct {
	source.Pos `yaml:",pos"`
	ID         string  `yaml:"id,required"`
	SourceRef  string  `yaml:"source"`
	Source     *Source `yaml:"-"`
}

// Clause is a node of a rule: one of All, Any and Not, or a comparison of Fact. A comparison has one of the keys
// below it; limits may stand together, as at_least and below. A limit is a value of the fact's type, or "parameter.<id>"; on a fact of type date, AtLeast, AtMost, Above and
// Below compare the age on the day of the question. A fact that does not apply (see Fact.OnlyIf) meets no comparison.
type Clause struct {
	source.Pos `yaml:",pos"`
	ID         string    `yaml:"id"` // permanent; mandatory for a comparison
	All        []*Clause `yaml:"all"`
	Any        []*Clause `yaml:"any"`
	Not        *Clause   `yaml:"not"`
	Fact       string    `yaml:"fact"`

	Is      Terms    `yaml:"is"`       // yesno, one, place: one of these; number: just this
	HasAny  Terms    `yaml:"has_any"`  // several: at least one of these
	HasAll  Terms    `yaml:"has_all"`  // several: all of these
	HasNone Terms    `yaml:"has_none"` // several: none of these
	AtLeast string   `yaml:"at_least"`
	AtMost  string   `yaml:"at_most"`
	Above   string   `yaml:"above"`
	Below   string   `yaml:"below"`
	From    Date     `yaml:"from"`   // date: this day or later
	Until   Date     `yaml:"until"`  // date: this day or earlier
	Past    *TimeOff `yaml:"within"` // date: at most so long ago, today included
	Ahead   *TimeOff `yaml:"ahead"`  // date: at most so far ahead, today included

	SourceRef string  `yaml:"source"`
	Source    *Source `yaml:"-"`
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

// Terms are ids of values, written as one or as a list.
type Terms []string

// TimeOff is a time counted from the day of the question: "90 days", "24 months", "2 years".
type TimeOff struct {
	N    int
	Unit string // day | month | year
}

// Before gives the day so long before (negative: after) a day; a day that a month lacks becomes its last.
func (o TimeOff) Before(d Date) Date {
	switch o.Unit {
	case "month":
		return d.AddMonths(-o.N)
	case "year":
		return d.AddMonths(-12 * o.N)
	}
	return d.AddDays(-o.N)
}

// After gives the day so long after a day.
func (o TimeOff) After(d Date) Date { return TimeOff{-o.N, o.Unit}.Before(d) }

// Case is a person for whom a rule must decide in one way: services/<id>/cases.yaml.
type Case struct {
	source.Pos `yaml:",pos"`
	ID         string           `yaml:",key"`
	On         Date             `yaml:"on,required"` // the day of the question
	Answers    map[string]Terms `yaml:"answers"`     // by fact; unknown where there is none
	Expect     Outcome          `yaml:"expect,required"`
	Because    []string         `yaml:"because"` // ids of the clauses that decide, or of the facts it depends on
}

// Outcome is what a rule says of a person.
type Outcome string

// The outcomes of a rule.
const (
	Likely  Outcome = "likely"  // every clause is met
	Not     Outcome = "not"     // probably not, from the answers
	Depends Outcome = "depends" // on facts that are not known
	Self    Outcome = "check"   // nothing here can be judged from answers: check yourself
)
