package lint

import (
	"strconv"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// maxTries is how many sets of answers a search tries before it gives up.
const maxTries = 20_000

// search tries the answers that make a difference to a rule, until it has seen the rule met and not met. It asks only what
// the rule still hangs on, and a follow-up only where its guard is met, so that it needs few of all possible sets.
type search struct {
	*rule.Day
	at      int32 // of the rule in Index.Rules
	rule    *rule.Rule
	answers rule.Answers
	tries   int
	met     bool
	failed  bool
	unsure  bool // some answers leave the rule undecided, or there are too many
}

// never says whether nobody meets the rule, always whether everybody does.
func (s *search) never() bool  { return s.failed && !s.met && !s.unsure }
func (s *search) always() bool { return s.met && !s.failed && !s.unsure }

func newSearch(d *rule.Day, at int) *search {
	s := &search{Day: d, at: int32(at), rule: d.Rules[at], answers: make(rule.Answers, len(d.Base.Facts))}
	s.visit()
	return s
}

func (s *search) visit() {
	switch s.Truth(s.rule, s.answers) {
	case rule.Yes:
		s.met = true
		return
	case rule.No:
		s.failed = true
		return
	}
	fact, forks := s.next()
	if s.tries++; fact < 0 || s.tries > maxTries {
		s.unsure = true
		return
	}
	was := s.answers[fact]
	for _, v := range forks {
		if s.answers[fact] = v; !s.met || !s.failed {
			s.visit()
		}
	}
	s.answers[fact] = was
}

// next gives a fact that leads on and the answers to try; -1 where no answer would tell more.
func (s *search) next() (fact int, forks []rule.Answer) {
	fact = -1
	s.Open(s.rule, s.answers, func(f int32) {
		if fact >= 0 {
			return
		}
		if list := s.forks(int(f)); len(list) > 1 || len(list) == 1 && list[0] != s.answers[f] {
			fact, forks = int(f), list
		}
	})
	return fact, forks
}

// forks gives the answers to a fact that make a difference. Where tables go by it these are single numbers, one for each row;
// the first number behind the last row stands for all that follow, but where the table goes on by steps they are left open.
func (s *search) forks(fact int) (list []rule.Answer) {
	forks := s.Forks(fact, s.answers, []int32{s.at}, nil)
	rows, steps := s.table(fact)
	if rows == 0 {
		return forks
	}
	for _, v := range forks {
		for n := v.Lo; n <= min(v.Hi, rows); n++ {
			list = append(list, rule.Exactly(n))
		}
		switch rest := max(v.Lo, rows+1); {
		case rest > v.Hi:
		case steps:
			list = append(list, rule.Between(rest, v.Hi))
		default:
			list = append(list, rule.Exactly(rest))
		}
	}
	return list
}

// table gives the length of the longest table that goes by a fact, and whether one goes on behind its rows.
func (s *search) table(fact int) (rows int64, steps bool) {
	for _, p := range s.Base.Parameters {
		if p.By != s.Base.Facts[fact].ID {
			continue
		}
		for _, v := range p.Values {
			rows, steps = max(rows, int64(len(v.Rows))), steps || v.Extra.N != 0
		}
	}
	return rows, steps
}

// tryAll tries lists of clauses, all of a list together, each list as if it were a rule.
func (p *Pass) tryAll(lists [][]*knowledge.Clause) []*search {
	rules := make([]*knowledge.Eligibility, len(lists))
	for i, list := range lists {
		rules[i] = &knowledge.Eligibility{All: list}
	}
	return p.tryRules(rules)
}

// tryRules tries rules, whatever services they belong to, on the day of the check.
func (p *Pass) tryRules(rules []*knowledge.Eligibility) []*search {
	b := *p.Base
	b.Services = make([]*knowledge.Service, len(rules))
	for i, e := range rules {
		b.Services[i] = &knowledge.Service{ID: knowledge.ServiceID(strconv.Itoa(i)), Eligibility: e}
	}
	day := rule.New(&b).On(p.On)
	found := make([]*search, len(rules))
	for i := range rules {
		found[i] = newSearch(day, i)
	}
	return found
}

// parametersOf gives the parameters that a comparison uses.
func parametersOf(c *knowledge.Clause) (ids []string) {
	for _, limit := range []string{c.AtLeast, c.AtMost, c.Above, c.Below} {
		if id, ok := strings.CutPrefix(limit, "parameter."); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// guardsOf gives the guards of the facts that a comparison needs.
func (p *Pass) guardsOf(c *knowledge.Clause) (list []*knowledge.Clause) {
	facts := []string{c.Fact}
	for _, id := range parametersOf(c) {
		facts = append(facts, p.Base.Parameter(id).By)
	}
	for _, id := range facts {
		if f := p.Base.Fact(id); f != nil && f.OnlyIf != nil {
			list = append(list, f.OnlyIf)
		}
	}
	return list
}
