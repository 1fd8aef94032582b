package engine_test

import (
	"testing"

	"github.com/plainline/plainline/dialog"
)

func TestCheckIsHiddenAndForgotten(t *testing.T) {
	t.Parallel()
	e := checked(t)
	k := at(t, e, "home", "check", "check/all")
	k.say("1")
	k.take(dialog.Input{Kind: dialog.Opened})
	k.hears("Check resume")
	k.hearsNot("old")
	k.choose("do/restart")
	if len(k.s.Answers) > 0 {
		t.Errorf("%d answers are kept after starting again", len(k.s.Answers))
	}
	k = at(t, e, "home", "check", "check/all")
	k.say("1")
	k.do(dialog.Stop)
	k.take(dialog.Input{Kind: dialog.Opened})
	if len(k.s.Answers) > 0 {
		t.Errorf("%d answers are kept after the end", len(k.s.Answers))
	}
	k = at(t, e, "home", "check", "check/all")
	k.say("1")
	k.s.Revision = "another"
	if got := k.say("1"); got != dialog.BaseReloaded || len(k.s.Answers) > 0 {
		t.Errorf("another base: %s with %d answers, want them dropped and said", got, len(k.s.Answers))
	}
}

// A talk is opened before anything is answered: what is answered then belongs to who is there.
func TestCheckIsNotHiddenFromWhoBeganIt(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check", "check/all")
	k.take(dialog.Input{Kind: dialog.Opened})
	k.choose("do/continue")
	k.say("1")
	k.hearsNot("Check resume")
	k.take(dialog.Input{Kind: dialog.Opened})
	k.hears("Check resume")
	k.choose("do/restart")
	k.choose("check")
	k.choose("check/all")
	k.say("1")
	k.hearsNot("Check resume")
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
