package eligibility

import (
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge/rule"
)

// Aim says when a check has come to its end.
type Aim uint8

// The aims.
const (
	Everything Aim = iota // every rule is decided, as far as answers go
	FirstFound            // one rule is met, or none is left that could be
)

// Goal is what a person wants to know.
type Goal struct {
	Aim   Aim
	Rules []int32 // positions in Index.Rules: all of them, those of a life event, or one
}

// Of gives the goal of all rules of an index.
func Of(x *rule.Index, aim Aim) Goal {
	g := Goal{Aim: aim, Rules: make([]int32, len(x.Rules))}
	for i := range g.Rules {
		g.Rules[i] = int32(i)
	}
	return g
}

// Question is what is asked next.
type Question struct {
	Fact    int           // position in Base.Facts
	Forks   []rule.Answer // the answers that make a difference, in order, see rule.Day.Forks
	Decides int           // how many rules of the goal hang on it now
}

// Answers gives the answers of a talk by the positions of the facts. Answers to facts that the base has lost are left out, and
// what a fact cannot be. "I don't know" behind an answer to the same fact leaves the answer, and ends the asking.
func Answers(x *rule.Index, given []dialog.Answer) rule.Answers {
	if len(given) == 0 {
		return nil
	}
	a := make(rule.Answers, len(x.Base.Facts))
	for _, g := range given {
		f := x.Base.FactByCode(int(g.Fact))
		if f == nil {
			continue
		}
		switch v := &a[x.Position(f.ID)]; {
		case !g.Skipped:
			*v = rule.Between(g.Lo, g.Hi).Within(f)
		case v.State == rule.Given:
			v.Final = true
		default:
			v.State = rule.Skipped
		}
	}
	return a
}
