package eligibility

import (
	ask "github.com/plainline/plainline/dialog/eligibility"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// way gives the fact to ask next; -1 where nothing is left to ask.
type way func(d *rule.Day, g ask.Goal, a rule.Answers) int

// everyQuestion asks every fact on which the rules may hang, in the editor's order, but for follow-ups that do not apply.
func everyQuestion(d *rule.Day, g ask.Goal, a rule.Answers) int {
	for f := range d.Base.Facts {
		if a[f].State != rule.Skipped && d.Askable(f, a) && d.Applies(f, a) != rule.No && hangs(d, g, f) {
			return f
		}
	}
	return -1
}

func hangs(d *rule.Day, g ask.Goal, fact int) bool {
	for _, i := range g.Rules {
		if d.Rules[i].HangsOn(int32(fact)) {
			return true
		}
	}
	return false
}

// editorsOrder asks in the editor's order and leaves out what can no longer decide anything.
func editorsOrder(d *rule.Day, g ask.Goal, a rule.Answers) int {
	first := -1
	for _, i := range g.Rules {
		r := d.Rules[i]
		if d.Truth(r, a) == rule.Yes && g.Aim == ask.FirstFound && !r.Bare() {
			return -1
		}
		d.Open(r, a, func(f int32) {
			if first < 0 || int(f) < first {
				first = int(f)
			}
		})
	}
	return first
}

// ours asks as the talk does.
func ours(d *rule.Day, g ask.Goal, a rule.Answers) int {
	if q, ok := ask.Next(d, g, a); ok {
		return q.Fact
	}
	return -1
}

// talk is what came of one check.
type talk struct {
	questions int
	answers   rule.Answers
	decided   []int // after each question: how many rules are decided; the first before any
}

// talk asks one person until nothing is left to ask. Each question is skipped with a chance.
func (s *simulation) talk(p person, g ask.Goal, next way, skip float64) talk {
	d := s.day
	t := talk{answers: make(rule.Answers, len(d.Base.Facts))}
	t.decided = append(t.decided, decided(d, g, t.answers))
	for {
		f := next(d, g, t.answers)
		if f < 0 {
			return t
		}
		t.questions++
		t.answers[f] = p.answer(d, f, t.answers[f], skip)
		t.decided = append(t.decided, decided(d, g, t.answers))
	}
}

// answer gives what a person says to a question; of a place one part at a time, as it is asked.
func (p person) answer(d *rule.Day, fact int, known rule.Answer, skip float64) rule.Answer {
	truth := p.truth[fact]
	if p.doubts[fact] < skip {
		return rule.Answer{State: rule.Skipped}
	}
	if d.Base.Facts[fact].Type != knowledge.PlaceFact {
		return truth
	}
	a := make(rule.Answers, len(d.Base.Facts))
	a[fact] = known
	for _, v := range d.Forks(fact, a, nil, nil) {
		if v.Lo <= truth.Lo && truth.Hi <= v.Hi {
			return v
		}
	}
	return truth
}

func decided(d *rule.Day, g ask.Goal, a rule.Answers) (n int) {
	for _, i := range g.Rules {
		if d.Truth(d.Rules[i], a) != rule.Unknown {
			n++
		}
	}
	return n
}
