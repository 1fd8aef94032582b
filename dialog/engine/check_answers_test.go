package engine_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
)

// answering chooses an answer of a question again and again and gives the questions asked until no more are.
func answering(t *testing.T, e *engine.Edition, goal string, pick func(answers []string, n int) string) []string {
	t.Helper()
	k := at(t, e, "home", "check", dialog.Spot("check/"+goal))
	var asked []string
	for n := range 60 {
		var answers []string
		for _, o := range k.r.Prompt.Options {
			if strings.HasPrefix(o.ID, "say/") {
				answers = append(answers, o.ID)
			}
		}
		if strings.HasPrefix(string(k.s.Here()), "sofar/") {
			k.choose("do/continue")
			continue
		}
		if len(answers) == 0 {
			return asked
		}
		asked = append(asked, strings.Join(answers, " "))
		k.choose(pick(answers, n))
	}
	t.Errorf("goal %s is never reached: %q", goal, asked)
	return asked
}

// Nothing is asked twice: a question comes again only in finer steps, or for what else applies.
func TestCheckAsksNothingTwice(t *testing.T) {
	t.Parallel()
	e := checked(t)
	for name, pick := range map[string]func(answers []string, n int) string{
		"the first":     func(a []string, _ int) string { return a[0] },
		"the last":      func(a []string, _ int) string { return a[max(0, len(a)-2)] },
		"don't know":    func(a []string, _ int) string { return a[len(a)-1] },
		"one in turn":   func(a []string, n int) string { return a[n%len(a)] },
		"in the middle": func(a []string, _ int) string { return a[len(a)/2] },
		"then unknown": func(a []string, n int) string {
			if n%2 == 0 {
				return a[0]
			}
			return a[len(a)-1]
		},
	} {
		for _, goal := range []string{"all", "first", "service/pension"} {
			asked := answering(t, e, goal, pick)
			sorted := slices.Sorted(slices.Values(asked))
			if twice := len(slices.Compact(slices.Clone(sorted))) < len(sorted); twice {
				t.Errorf("%s, goal %s: asked twice: %q", name, goal, asked)
			}
		}
	}
}

// A person who knows no more than what was said keeps what was said.
func TestCheckKeepsWhatWasSaidBeforeDontKnow(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check", "check/service/pension")
	k.say("70")
	k.choose("say/7/4/0") // poor hearing
	k.choose("say/7/skip")
	k.hearsNot("What applies to you?")
	k.take(dialog.Input{Kind: dialog.Chose, Option: "answers/service/pension"})
	k.hears("Poor hearing")
	k.do(dialog.Back)
	k.do(dialog.Back)
	k.hears("What applies to you?")
	k.hears("Check thats all")
}

// To correct what applies is to choose anew, as many as apply.
func TestCheckCorrectsSeveral(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "answers/all", "ask/needs")
	k.s.Answers = []dialog.Answer{{Fact: 7, Lo: 0, Hi: 7}}
	k.choose("say/7/1/0")
	k.hears("Check thats all")
	k.choose("say/7/5/0")
	k.choose("say/7/5/2")
	k.stands("home > answers/all")
	if want := []dialog.Answer{{Fact: 7, Lo: 5, Hi: 2}}; !slices.Equal(k.s.Answers, want) {
		t.Errorf("got %v, want %v", k.s.Answers, want)
	}
}

// What failed because of a fact behind the one compared is corrected there.
func TestCheckCorrectsGuardsAndSizes(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "verdict/pension")
	k.s.Answers = []dialog.Answer{
		{Fact: 2, Lo: 840, Hi: 840}, {Fact: 3}, {Fact: 5, Lo: 900_00, Hi: 900_00}, {Fact: 6, Lo: 2, Hi: 2}, {Fact: 7, Lo: 0, Hi: 7},
	}
	k.do(dialog.Repeat)
	k.hears("Verdict not")
	for _, want := range []string{"[ask/income]", "[ask/people]", "[ask/needs]", "[ask/married]"} {
		k.hears(want)
	}
}
