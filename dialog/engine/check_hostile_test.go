package engine_test

import (
	"fmt"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
)

func TestCheckGoalsHaveNothingBehindThem(t *testing.T) {
	t.Parallel()
	e := checked(t)
	for _, spot := range []dialog.Spot{"check/all/my name is", "results/first/x", "check/", "check/service/nothing", "check/event/nothing", "ask/nothing", "verdict/nothing"} {
		if e.Exists(spot) {
			t.Errorf("%s exists, want not: what a person sends would be kept and logged", spot)
		}
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
		sound(t, e, data, kind, text, command)
	})
}
