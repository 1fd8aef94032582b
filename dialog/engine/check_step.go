package engine

import (
	"slices"
	"strconv"
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/eligibility"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// say takes the answer that an option holds: "3/1/1", or "3/skip".
func (t *step) say(rest string) {
	code, answer, _ := strings.Cut(rest, "/")
	lo, hi, _ := strings.Cut(answer, "/")
	n, _ := strconv.ParseUint(code, 10, 16)
	a := dialog.Answer{Fact: uint16(n), Skipped: answer == "skip"}
	if !a.Skipped {
		a.Lo, _ = strconv.ParseInt(lo, 10, 64)
		a.Hi, _ = strconv.ParseInt(hi, 10, 64)
	}
	t.answer(a)
}

// answer notes an answer, and goes on: back from a question that was asked again, or to an offer of results after some
// answers.
func (t *step) answer(a dialog.Answer) {
	s := t.s
	if len(s.Answers) == 0 {
		s.Flags &^= dialog.Hidden // there was nothing to hide: who answers first is the one whose answers these are
	}
	s.Revision = t.e.Base.Revision // answers to another were dropped (stale): what is said now counts at once
	kind, rest, _ := strings.Cut(string(s.Here()), "/")
	first := t.note(a, kind == "ask")
	switch {
	case kind == "ask" || kind == "also":
		if t.severalOpen(t.e.Base.Fact(rest)) {
			s.Trail[len(s.Trail)-1] = dialog.Spot("also/" + rest)
		} else {
			t.back()
		}
	case first && len(s.Answers)%offerEvery == 0:
		if _, more := t.e.factAsked(s.Here(), s, t.now); more {
			t.push(dialog.Spot("sofar/" + rest))
		}
	}
}

// note keeps an answer in the place of an earlier one, and says whether it is the first to its fact. Who knows no more than
// was said keeps what was said, but for a question that is asked anew.
func (t *step) note(a dialog.Answer, anew bool) (first bool) {
	s := t.s
	s.Answers = slices.Clone(s.Answers)
	same := func(b dialog.Answer) bool { return b.Fact == a.Fact }
	i, room := slices.IndexFunc(s.Answers, same), len(s.Answers) < dialog.MaxAnswers
	switch {
	case i < 0 && !room:
		return false
	case i < 0, room && a.Skipped && !anew && !s.Answers[i].Skipped:
		s.Answers = append(s.Answers, a)
		return i < 0
	}
	s.Answers[i] = a
	s.Answers = append(s.Answers[:i+1], slices.DeleteFunc(s.Answers[i+1:], same)...)
	return false
}

// severalOpen says whether a question for several values is still being answered.
func (t *step) severalOpen(f *knowledge.Fact) bool {
	i := t.e.Rules.Position(f.ID)
	a := eligibility.Answers(t.e.Rules, t.s.Answers)
	return f.Type == knowledge.SeveralFact && a.At(i).State == rule.Given && t.e.day(t.now).Askable(i, a)
}

// hidden says whether nothing may be shown that hangs on the answers: the phone may have passed to somebody else.
func hidden(s *dialog.Session) bool { return s.Flags&dialog.Hidden != 0 && len(s.Answers) > 0 }

// confirm takes it that the answers which are hidden belong to who is there; true where the talk stands where it was.
func (t *step) confirm() bool {
	s := t.s
	if here := s.Here(); !hidden(s) || here != "resume" && !checkSpot(here) {
		return false
	}
	s.Flags &^= dialog.Hidden
	return s.Here() != "resume"
}

// unsay takes the last answer of a check back; false where there is none. An answer that this check would not ask for was
// given in another one: it stays, and back leads out. An offer of results stands behind the answer that brought it.
func (t *step) unsay() bool {
	s := t.s
	kind, rest, _ := strings.Cut(string(s.Here()), "/")
	last := len(s.Answers) - 1
	if kind != "check" && kind != "sofar" || last < 0 || hidden(s) {
		return false
	}
	before := *s
	before.Answers = s.Answers[:last]
	q, ok := t.e.factAsked(dialog.Spot("check/"+rest), &before, t.now)
	if !ok || t.e.Base.Facts[q.Fact].Code != int(s.Answers[last].Fact) {
		return false
	}
	s.Answers = before.Answers
	if kind == "sofar" {
		t.back()
	}
	return true
}

// typed takes an answer as people write it to the question that is on the screen: "64", "14.03.1962", "300 manat", "Baku".
func (t *step) typed(text string) bool {
	q, ok := t.e.factAsked(t.s.Here(), t.s, t.now)
	if !ok {
		return false
	}
	f := t.e.Base.Facts[q.Fact]
	a, ok := eligibility.Typed(t.e.Base, f, t.s.Lang, text)
	if !ok {
		return false
	}
	t.answer(dialog.Answer{Fact: uint16(f.Code), Lo: a.Lo, Hi: a.Hi})
	return true
}

// asked says whether the talk stands at a question of a check.
func (t *step) asked() bool {
	_, ok := t.e.factAsked(t.s.Here(), t.s, t.now)
	return ok
}

// stale drops the answers of a check where the base has changed since: an answer may mean something else now.
func (t *step) stale() bool {
	s := t.s
	if len(s.Answers) == 0 || s.Revision == "" || s.Revision == t.e.Base.Revision {
		return false
	}
	s.Answers = nil
	return checkSpot(s.Here())
}
