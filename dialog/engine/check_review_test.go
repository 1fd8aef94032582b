package engine_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
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

// The phone may have passed to somebody else: whatever way is taken after a dropped talk, nothing that hangs on the answers
// is shown before somebody says that they are theirs.
func TestCheckHidesResultsUntilConfirmed(t *testing.T) {
	t.Parallel()
	e := checked(t)
	ways := map[string]func(k *talk){
		"back":        func(k *talk) { k.do(dialog.Back) },
		"home":        func(k *talk) { k.do(dialog.Home); k.choose("check"); k.choose("check/all") },
		"words":       func(k *talk) { k.say("passport fee"); k.do(dialog.Back) },
		"help":        func(k *talk) { k.do(dialog.Help); k.do(dialog.Back) },
		"an old page": func(k *talk) { k.choose("verdict/passport") },
		"answers":     func(k *talk) { k.choose("answers/all") },
		"opened":      func(k *talk) { k.take(dialog.Input{Kind: dialog.Opened}) },
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			k := at(t, e, "home", "check", "check/all", "results/all")
			k.s.Answers = []dialog.Answer{{Fact: 1, Lo: 1, Hi: 1}, {Fact: 2, Lo: 240, Hi: 240}}
			k.take(dialog.Input{Kind: dialog.Opened})
			way(k)
			for _, never := range []string{"Check sums", "Check likely", "Verdict", "[ask/", "How old"} {
				k.hearsNot(never)
			}
			k.hears("Check resume")
			k.choose("do/continue")
			k.hearsNot("Check resume")
			k.choose("results/all")
			k.hears("Check sums")
		})
	}
}

// Who has just begun and answers now is the one who dialled.
func TestCheckShowsWhatWasSaidInThisTalk(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t))
	k.take(dialog.Input{Kind: dialog.Opened})
	k.choose("check/all")
	k.say("1")
	k.choose("results/all")
	k.hears("Check sums")
}

func TestCheckDropsAnswersOfAnotherRevisionWhenResumed(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check", "check/all")
	k.s.Answers = []dialog.Answer{{Fact: 1, Lo: 1, Hi: 1}}
	k.s.Revision = "another"
	k.take(dialog.Input{Kind: dialog.Opened})
	if len(k.s.Answers) > 0 {
		t.Errorf("%d answers to another base are kept", len(k.s.Answers))
	}
}

func TestCheckGoalsHaveNothingBehindThem(t *testing.T) {
	t.Parallel()
	e := checked(t)
	for _, spot := range []dialog.Spot{"check/all/my name is", "results/first/x", "check/", "check/service/nothing", "check/event/nothing", "ask/nothing", "verdict/nothing"} {
		if e.Exists(spot) {
			t.Errorf("%s exists, want not: what a person sends would be kept and logged", spot)
		}
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

// More facts than a talk keeps answers to: at the limit the results are shown.
func TestCheckEndsAtTheLimitOfAnswers(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check", "check/all")
	for n := range dialog.MaxAnswers {
		k.s.Answers = append(k.s.Answers, dialog.Answer{Fact: uint16(5000 + n), Skipped: true})
	}
	k.do(dialog.Repeat)
	k.hears("Check sums")
}

var checkPlaces = []string{
	"check", "check-events", "check/all", "check/first", "check/event/new-baby", "check/service/pension", "sofar/all", "results/all", "results/service/pension",
	"unlikely/all", "open/all", "self/first", "verdict/pension", "verdict/passport", "answers/all", "ask/citizen", "ask/age", "ask/wedding", "ask/income",
	"ask/people", "ask/needs", "ask/home", "also/needs", "also/age", "why/all", "check/all/x", "ask/", "verdict/", "also/",
}

// FuzzCheck plays any input on any session with any answers that the codec can read.
func FuzzCheck(f *testing.F) {
	e := checked(f)
	hostile := [][]dialog.Answer{
		nil,
		{{Fact: 1, Lo: 1, Hi: 1}, {Fact: 2, Lo: 840, Hi: 840}, {Fact: 7, Lo: 1}, {Fact: 7, Skipped: true}},
		{{Fact: 1, Lo: 7, Hi: 9}, {Fact: 2, Lo: -5, Hi: 1 << 62}, {Fact: 7, Lo: -1, Hi: -1}, {Fact: 8, Lo: -3, Hi: 99}},
		{{Fact: 8, Lo: 1 << 40, Hi: 1 << 41}, {Fact: 6, Lo: 0, Hi: 0}, {Fact: 4, Lo: -1 << 63, Hi: -1 << 63}, {Fact: 5, Lo: 1<<63 - 1, Hi: 1<<63 - 1}, {Fact: 999}},
	}
	for i, spot := range checkPlaces {
		for j, answers := range hostile {
			data, err := session.Append(nil, &dialog.Session{Lang: "en", Revision: e.Base.Revision, Trail: []dialog.Spot{"home", dialog.Spot(spot)}, Answers: answers})
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data, byte(dialog.Said), fmt.Sprint(1+(i+j)%5), byte(0))
			f.Add(data, byte(dialog.Chose), "say/7/1/0", byte(0))
			f.Add(data, byte(dialog.Chose), "say/1/9223372036854775807/-9223372036854775808", byte(0))
			f.Add(data, byte(dialog.Did), "", byte(dialog.Back))
			f.Add(data, byte(dialog.Opened), "", byte(0))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, kind byte, text string, command byte) {
		s, err := session.Decode(data)
		if err != nil {
			return
		}
		if r := engine.Show(e, &s, noon); !speaks(r) {
			t.Errorf("%q shows nothing", s.Trail)
		}
		before, _ := session.Decode(data)
		other := s
		in := dialog.Input{Kind: dialog.InputKind(kind), Text: text, Option: text, Command: dialog.Command(command)}
		r, _ := engine.Turn(e, &s, in, noon)
		if !speaks(r) {
			t.Errorf("%+v at %q leads to %q with no words: %+v", in, before.Trail, s.Trail, r)
		}
		if !reflect.DeepEqual(other, before) {
			t.Errorf("%+v changed a copy of the session:\n got %+v\nwant %+v", in, other, before)
		}
		if len(s.Answers) > dialog.MaxAnswers {
			t.Errorf("%+v at %q: %d answers", in, before.Trail, len(s.Answers))
		}
	})
}
