package engine_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
)

// wicked are trails that no talk makes but a store may hold.
var wicked = []string{
	"", "fee/", "/", "//", "home/", "question/passport", "question/passport/", "question//lost", "question/nothing/lost",
	"choices/", "choices/choices/home", "choices/home|home", "choices/fee/passport|", "choices/for/fee", "choices/language/az",
	"for/", "for/fee/", "for/fee/nothing", "for/nothing", "offices/", "offices/nothing", "office/", "language/az", "language/xx",
	"notices", "notice/", "notice/nothing", "service/", "service-more/nothing", "remedies/", "topic/", "event/", "answer/", "give/fee.passport.who/adult",
	"do/erase", "unknown", "resume", "erase", "overview/passport", "\x00", "service/passport/fee", strings.Repeat("choices/", 50),
}

// FuzzStep plays any input on any session that the codec can read: there is no panic, there are always words, nothing that
// was stored changes, and the session can be stored again.
func FuzzStep(f *testing.F) {
	e := smallEdition(f)
	add := func(s dialog.Session) {
		data, err := session.Append(nil, &s)
		if err != nil {
			f.Fatal(err)
		}
		for _, text := range []string{"1", "0", "passport fee", "1F", "", "\xff", "shorter", "stop"} {
			f.Add(data, byte(dialog.Said), text, byte(0))
		}
		f.Add(data, byte(dialog.Chose), "fee/passport", byte(0))
		f.Add(data, byte(dialog.Chose), "give/fee.passport.who/child", byte(0))
		f.Add(data, byte(dialog.Did), "", byte(dialog.Back))
		f.Add(data, byte(dialog.Opened), "", byte(0))
	}
	for _, spot := range wicked {
		add(dialog.Session{Lang: "en", Trail: []dialog.Spot{"home", dialog.Spot(spot)}})
		add(dialog.Session{Lang: "xx", Revision: "r", Trail: []dialog.Spot{dialog.Spot(spot), "home"}, Remark: 200, Wrong: 255, Flags: 255})
	}
	for _, spot := range places {
		add(dialog.Session{Lang: "ru", Trail: []dialog.Spot{"home", dialog.Spot(spot)}, Given: []dialog.Given{{Key: "fee.passport.who", Value: "none"}, {}}})
	}
	f.Fuzz(func(t *testing.T, data []byte, kind byte, text string, command byte) {
		sound(t, e, data, kind, text, command)
	})
}

// sound takes one turn of any session with any input: there are always words, the same ones each time, copies of the session stay
// as they were, and nothing in it grows beyond its bounds.
func sound(t *testing.T, e *engine.Edition, data []byte, kind byte, text string, command byte) {
	t.Helper()
	s, err := session.Decode(data)
	if err != nil {
		return
	}
	if r := engine.Show(e, &s, noon); !speaks(r) {
		t.Errorf("%q shows nothing", s.Trail)
	}
	before, _ := session.Decode(data)
	other := s // shares its slices
	in := dialog.Input{Kind: dialog.InputKind(kind), Text: text, Option: text, Command: dialog.Command(command)}
	r, _ := engine.Turn(e, &s, in, noon)
	if !speaks(r) {
		t.Errorf("%+v at %q leads to %q with no words: %+v", in, before.Trail, s.Trail, r)
	}
	if !reflect.DeepEqual(other, before) {
		t.Errorf("%+v changed a copy of the session:\n got %+v\nwant %+v", in, other, before)
	}
	if again := engine.Show(e, &s, noon); !reflect.DeepEqual(r, again) {
		t.Errorf("%+v at %q: shown twice, it differs:\n%+v\n%+v", in, before.Trail, r, again)
	}
	if len(s.Trail) > dialog.MaxTrail || len(s.Given) > dialog.MaxGiven || len(s.Answers) > dialog.MaxAnswers {
		t.Errorf("%+v at %q: a trail of %d, %d values given, %d answers", in, before.Trail, len(s.Trail), len(s.Given), len(s.Answers))
	}
}

// speaks says whether a reply has words: a block or a question.
func speaks(r dialog.Reply) bool {
	for _, b := range r.Blocks {
		if !b.Text.Empty() || len(b.Rows) > 0 {
			return true
		}
	}
	return !r.Prompt.Ask.Empty()
}
