package eligibility

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// Next gives the question to ask next; ok is false where the goal is reached, or nothing that can be asked would lead on.
//
// Where everything or one service is wanted, it is the fact whose answer is expected to decide most rules for its cost; a
// rule that hangs on it counts a little even if it stays open, see leaning. Ties go to the editor's order. Answers are held
// for equally likely. Facts that are pinned come first, sensitive ones last.
func Next(d *rule.Day, g Goal, a rule.Answers) (q Question, ok bool) {
	p := plan{Day: d, goal: g, answers: make(rule.Answers, len(d.Base.Facts))}
	copy(p.answers, a)
	p.look()
	if len(p.open) == 0 || g.Aim == FirstFound && p.met > 0 {
		return Question{}, false
	}
	fact := -1
	if g.Aim == FirstFound && len(p.open) > 1 {
		fact = p.bestBet()
	} else {
		fact = p.deciding(p.candidates())
	}
	if fact < 0 {
		return Question{}, false
	}
	return Question{Fact: fact, Forks: d.Forks(fact, p.answers, p.open, nil), Decides: p.mentions[fact]}, true
}

// plan is one choice of a question in the making.
type plan struct {
	*rule.Day
	goal     Goal
	answers  rule.Answers // a copy, in which answers are tried
	open     []int32      // rules that are not decided and that some question may decide
	isOpen   []bool       // the same by rule
	met      int          // rules that are
	mentions []int        // by fact: open rules that hang on it now
	marked   []int32      // by fact: the last rule that counted it
	forks    []rule.Answer
}

// look finds the open rules and the facts that they hang on now.
func (p *plan) look() {
	p.isOpen = make([]bool, len(p.Rules))
	p.mentions = make([]int, len(p.Base.Facts))
	p.marked = make([]int32, len(p.Base.Facts))
	for _, i := range p.goal.Rules {
		r := p.Rules[i]
		switch p.Truth(r, p.answers) {
		case rule.Yes:
			if !r.Bare() {
				p.met++
			}
		case rule.Unknown:
			found := false
			p.Open(r, p.answers, func(f int32) {
				found = true
				if p.marked[f] != i+1 {
					p.marked[f] = i + 1
					p.mentions[f]++
				}
			})
			if found {
				p.open = append(p.open, i)
				p.isOpen[i] = true
			}
		}
	}
}

// rank orders the facts by when they may be asked: pinned, plain, sensitive.
func rank(f *knowledge.Fact) int {
	switch {
	case f.First:
		return 0
	case f.Sensitive:
		return 2
	}
	return 1
}

// candidates gives the facts that may be asked now, of the best rank that there is.
func (p *plan) candidates() []int {
	var list []int
	best := 3
	for i, n := range p.mentions {
		if n == 0 {
			continue
		}
		switch r := rank(p.Base.Facts[i]); {
		case r < best:
			best, list = r, append(list[:0], i)
		case r == best:
			list = append(list, i)
		}
	}
	return list
}

// leaning is what a rule counts that hangs on a fact and stays open, against one that the answer decides: near ties go to
// the fact that many rules hang on. On the benefits of USA.gov it saves one question in a hundred; 0.05 to 0.5 do alike.
const leaning = 0.1

// deciding gives the candidate with the largest expected number of rules decided for its cost; -1 where there is none.
func (p *plan) deciding(candidates []int) int {
	best, score := -1, -1.0
	for _, f := range candidates {
		s := (p.expected(f) + leaning*float64(p.mentions[f])) / float64(p.Base.Facts[f].Tenths())
		if s > score*(1+1e-9) {
			best, score = f, s
		}
	}
	return best
}

// expected gives how many open rules an answer to a fact decides on average.
func (p *plan) expected(fact int) float64 {
	p.forks = p.Forks(fact, p.answers, p.open, p.forks[:0])
	was, decided := p.answers[fact], 0
	for _, v := range p.forks {
		p.answers[fact] = v
		for _, i := range p.Hanging(fact) {
			if p.isOpen[i] && p.Truth(p.Rules[i], p.answers) != rule.Unknown {
				decided++
			}
		}
	}
	p.answers[fact] = was
	return float64(decided) / float64(len(p.forks))
}
