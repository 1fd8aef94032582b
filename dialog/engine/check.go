package engine

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/eligibility"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// A check of entitlement has these places. A goal is "all", "first", "event/<event>" or "service/<service>".
//
//	check                    what to check
//	check-events             the life events with rules
//	check/<goal>             the next question, or at the end the results
//	sofar/<goal>             an offer of results after some questions
//	results/<goal>           what is known so far
//	unlikely/<goal>, open/<goal>, self/<goal>   the services of one outcome
//	verdict/<service>        one outcome with its reasons
//	answers/<goal>           the answers, to correct them
//	ask/<fact>               one question again
//	also/<fact>              what else applies, of a question for several things that is asked again
//	why/<goal>               why the question is asked

// offerEvery is after how many answers the results so far are offered.
const offerEvery = 5

// maxBands is how many spans a number is asked by at once; more are asked in two steps.
const maxBands = 5

// checkSpot says whether a spot belongs to a check: nothing of it is named after a dropped talk.
func checkSpot(spot dialog.Spot) bool {
	kind, _, _ := strings.Cut(string(spot), "/")
	switch kind {
	case "check", "sofar", "results", "unlikely", "open", "self", "verdict", "answers", "ask", "also", "why":
		return true
	}
	return false
}

// existsCheck says whether a place of a check leads somewhere.
func (e *Edition) existsCheck(kind, rest string) bool {
	switch kind {
	case "ask", "also":
		return e.Base.Fact(rest) != nil
	case "verdict":
		return e.Rules.Of(knowledge.ServiceID(rest)) != nil
	}
	_, ok := e.goal(rest)
	return ok
}

// goal reads the goal of a spot.
func (e *Edition) goal(rest string) (g eligibility.Goal, ok bool) {
	kind, id, more := strings.Cut(rest, "/")
	switch kind {
	case "all", "first":
		if more {
			return g, false // whatever it is, nothing of it is kept
		}
		g = eligibility.Of(e.Rules, eligibility.Everything)
		if kind == "first" {
			g.Aim = eligibility.FirstFound
		}
	case "service":
		g.Rules = e.rules([]knowledge.ServiceID{knowledge.ServiceID(id)})
	case "event":
		if ev := e.Base.Event(id); ev != nil {
			g.Rules = e.rules(ev.Services)
		}
	}
	return g, len(g.Rules) > 0
}

// rules gives the positions of the rules of services.
func (e *Edition) rules(ids []knowledge.ServiceID) []int32 {
	var list []int32
	for i, r := range e.Rules.Rules {
		if slices.Contains(ids, r.Service.ID) {
			list = append(list, int32(i))
		}
	}
	return list
}

// day gives the rules of the day of a moment. The last day asked for is kept: it is the same all day.
func (e *Edition) day(now time.Time) *rule.Day {
	date := knowledge.DateOf(now.In(e.Base.Zone))
	if d := e.today.Load(); d != nil && d.Date == date {
		return d
	}
	d := e.Rules.On(date)
	e.today.Store(d)
	return d
}

// check is a check of entitlement as it stands.
type check struct {
	*rule.Day
	goal    eligibility.Goal
	name    string // of the goal
	answers rule.Answers
	full    bool // no more answers can be kept
}

func (e *Edition) check(name string, s *dialog.Session, now time.Time) check {
	g, _ := e.goal(name)
	return check{Day: e.day(now), goal: g, name: name, answers: e.answers(s), full: len(s.Answers) >= dialog.MaxAnswers}
}

// answers gives the answers of a talk; those to another revision of the base may mean something else, and count for nothing.
func (e *Edition) answers(s *dialog.Session) rule.Answers {
	if s.Revision != "" && s.Revision != e.Base.Revision {
		return nil
	}
	return eligibility.Answers(e.Rules, s.Answers)
}

// next gives the next question.
func (c check) next() (q eligibility.Question, ok bool) {
	if c.full {
		return q, false
	}
	return eligibility.Next(c.Day, c.goal, c.answers)
}

// factAsked gives what a spot asks now: the next question of a check, or the one that is asked again.
func (e *Edition) factAsked(spot dialog.Spot, s *dialog.Session, now time.Time) (q eligibility.Question, ok bool) {
	kind, rest, _ := strings.Cut(string(spot), "/")
	switch {
	case hidden(s):
	case kind == "check":
		return e.check(rest, s, now).next()
	case kind == "ask" || kind == "also":
		return e.again(kind, e.Base.Fact(rest), s, now), true
	}
	return q, false
}

// again asks a fact as if it had not been answered, or what else applies.
func (e *Edition) again(kind string, f *knowledge.Fact, s *dialog.Session, now time.Time) eligibility.Question {
	c := check{Day: e.day(now), answers: e.answers(s)}
	i := e.Rules.Position(f.ID)
	if c.answers != nil && kind == "ask" {
		c.answers[i] = rule.Answer{}
	}
	return eligibility.Question{Fact: i, Forks: c.Forks(i, c.answers, eligibility.Of(e.Rules, eligibility.Everything).Rules, nil), Decides: e.Rules.Mentions(i)}
}

// bands joins neighbouring spans where there are too many to choose from: what remains is asked afterwards.
func bands(f *knowledge.Fact, forks []rule.Answer) []rule.Answer {
	if f.Closed() || f.Type == knowledge.SeveralFact || len(forks) <= maxBands {
		return forks
	}
	out := make([]rule.Answer, 0, maxBands)
	for i := range maxBands {
		first, last := i*len(forks)/maxBands, (i+1)*len(forks)/maxBands-1
		out = append(out, rule.Between(forks[first].Lo, forks[last].Hi))
	}
	return out
}

// checkSpot shows a place of a check.
func (v *view) checkSpot(kind, rest string, now time.Time) {
	switch {
	case hidden(v.s):
		v.resume()
		return
	case kind == "ask" || kind == "also":
		v.factQuestion(v.e.again(kind, v.Base.Fact(rest), v.s, now), "")
		return
	case kind == "verdict":
		v.verdict(knowledge.ServiceID(rest), now)
		return
	}
	c := v.e.check(rest, v.s, now)
	q, more := eligibility.Question{}, false
	if kind == "check" || kind == "why" {
		q, more = c.next()
	}
	switch kind {
	case "check", "why":
		switch {
		case !more:
			v.results(c)
		case kind == "check":
			v.factQuestion(q, rest)
		default:
			v.why(q)
		}
	case "sofar":
		v.sums(c)
		v.ask(dialog.Text{}, 2)
		v.phraseOption("do/continue", knowledge.PhraseContinue)
		v.phraseOption("results/"+rest, knowledge.PhraseCheckResult)
	case "results":
		v.results(c)
	case "answers":
		v.answers(c)
	default:
		v.outcomes(c, kind)
	}
}

// checkMenu asks what to check.
func (v *view) checkMenu() {
	v.ask(v.Phrase(knowledge.PhraseCheckWhat), 4)
	if len(v.e.checkedEvents()) > 0 { // first, because it narrows most
		v.phraseOption("check-events", knowledge.PhraseCheckEvent)
	}
	v.phraseOption("check/all", knowledge.PhraseCheckAll)
	v.phraseOption("check/first", knowledge.PhraseCheckFirst)
	v.phraseOption("for/who", knowledge.PhraseCheckOne)
}

// checkedEvents gives the life events with services that have rules.
func (e *Edition) checkedEvents() []*knowledge.Event {
	var list []*knowledge.Event
	for _, ev := range e.Base.Events {
		if len(e.rules(ev.Services)) > 0 {
			list = append(list, ev)
		}
	}
	return list
}

func (v *view) checkEvents() {
	list := v.e.checkedEvents()
	v.ask(v.Phrase(knowledge.PhraseChooseEvent), len(list))
	for _, ev := range list {
		v.option("check/event/"+ev.ID, v.title(dialog.Spot("event/"+ev.ID)))
	}
}

// factQuestion asks for a fact: its answers, then "I don't know", why it is asked, and what is known so far.
func (v *view) factQuestion(q eligibility.Question, goal string) {
	f := v.Base.Facts[q.Fact]
	forks := bands(f, q.Forks)
	v.ask(v.Ask(f), len(forks)+3)
	for i, a := range forks {
		label := v.forkLabel(f, forks, i)
		v.option(sayID(f, a), label)
	}
	v.phraseOption("say/"+strconv.Itoa(f.Code)+"/skip", knowledge.PhraseCheckSkip)
	if goal != "" {
		v.phraseOption("why/"+goal, knowledge.PhraseCheckWhy)
		v.phraseOption("results/"+goal, knowledge.PhraseCheckResult)
	}
}

// forkLabel names an answer. Of several things that may apply, each is offered by itself, and last that no other does.
func (v *view) forkLabel(f *knowledge.Fact, forks []rule.Answer, i int) dialog.Text {
	a := forks[i]
	if f.Type != knowledge.SeveralFact {
		return v.AnswerLabel(f, a)
	}
	if i == len(forks)-1 {
		if a.Lo != 0 {
			return v.Phrase(knowledge.PhraseCheckThatsAll)
		}
		return v.Phrase(knowledge.PhraseCheckNone)
	}
	if a.Lo &= forks[len(forks)-1].Hi; a.Lo == 0 {
		return dialog.Text{}
	}
	return v.AnswerLabel(f, rule.Answer{State: rule.Given, Lo: a.Lo})
}

// sayID is the id of an option that answers a fact: "say/3/1/1".
func sayID(f *knowledge.Fact, a rule.Answer) string {
	return fmt.Sprintf("say/%d/%d/%d", f.Code, a.Lo, a.Hi)
}

func (v *view) why(q eligibility.Question) {
	if !v.Mute {
		v.WhyAsk(v.Base.Facts[q.Fact], q.Decides)
	}
	v.ask(dialog.Text{}, 1)
	v.phraseOption("do/continue", knowledge.PhraseContinue)
}
