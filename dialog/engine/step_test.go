package engine_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestEveryPlaceExistsAndSpeaksInEveryLanguage(t *testing.T) {
	t.Parallel()
	e := smallEdition(t)
	for _, spot := range places {
		if !e.Exists(dialog.Spot(spot)) {
			t.Errorf("%s does not exist", spot)
		}
		for _, lang := range e.Base.Languages {
			s := dialog.Session{Lang: lang, Trail: []dialog.Spot{"home", dialog.Spot(spot)}}
			r := engine.Show(e, &s, noon)
			if !speaks(r) || r.Lang != lang {
				t.Errorf("%s in %s (reply in %s) has no words", spot, lang, r.Lang)
			}
			for _, o := range r.Prompt.Options {
				if kind, _, _ := strings.Cut(o.ID, "/"); o.Label.Empty() || kind != "do" && kind != "give" && !e.Exists(dialog.Spot(o.ID)) {
					t.Errorf("%s in %s offers %q under the label %q", spot, lang, o.ID, o.Label.Plain)
				}
			}
		}
	}
	for _, spot := range wicked {
		switch spot {
		case "choices/for/fee", "language/az", "unknown", "resume", "erase", "overview/passport", "question/passport":
		default:
			if e.Exists(dialog.Spot(spot)) {
				t.Errorf("%q exists", spot)
			}
		}
	}
}

// step is one input, and where it leads.
type step struct {
	in      dialog.Input
	outcome dialog.Outcome
	trail   string
}

func said(text string, o dialog.Outcome, trail string) step {
	return step{dialog.Input{Kind: dialog.Said, Text: text}, o, trail}
}

func chose(id string, o dialog.Outcome, trail string) step {
	return step{dialog.Input{Kind: dialog.Chose, Option: id}, o, trail}
}

func did(c dialog.Command, o dialog.Outcome, trail string) step {
	return step{dialog.Input{Kind: dialog.Did, Command: c}, o, trail}
}

func opened(o dialog.Outcome, trail string) step {
	return step{dialog.Input{Kind: dialog.Opened}, o, trail}
}

func TestTalks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		steps []step
	}{
		{"a talk by numbers", []step{
			opened(dialog.Began, "notice"), said("1", dialog.Moved, "home"), said("1", dialog.Moved, "home > services"),
			said(" 1 ", dialog.Moved, "home > services > topics"), said("1", dialog.Moved, "home > services > topics > topic/papers"),
		}},
		{"a question at once", []step{
			opened(dialog.Began, "notice"), said("passport fee", dialog.Understood, "home > fee/passport"),
			said("where", dialog.Understood, "home > fee/passport > where/passport"),
		}},
		{"words to a program that knows nothing of the talk", []step{said("passport fee", dialog.Understood, "home > fee/passport")}},
		{"a number to a program that knows nothing of the talk", []step{said("2", dialog.Began, "notice"), said("1", dialog.Moved, "home")}},
		{"a choice of an old page", []step{chose("fee/passport", dialog.Moved, "home > fee/passport")}},
		{"back and home", []step{
			opened(dialog.Began, "notice"), did(dialog.Back, dialog.Moved, "notice"), chose("home", dialog.Moved, "home"), did(dialog.Back, dialog.Moved, "home"),
			chose("services", dialog.Moved, "home > services"), chose("topics", dialog.Moved, "home > services > topics"),
			did(dialog.Back, dialog.Moved, "home > services"), did(dialog.Home, dialog.Moved, "home"),
		}},
		{"commands lead to places once", []step{
			did(dialog.Help, dialog.Moved, "home > help"), did(dialog.Help, dialog.Moved, "home > help"), did(dialog.ToPerson, dialog.Moved, "home > help > person"),
			did(dialog.Back, dialog.Moved, "home > help"), did(dialog.Languages, dialog.Moved, "home > help > languages"),
		}},
		{"a passing place is left behind", []step{
			chose("home", dialog.Moved, "home"), said("zzzz qqqq", dialog.NotAnswered, "home > unknown"), said("zzzz", dialog.NotAnswered, "home > unknown"),
			chose("topics", dialog.Moved, "home > topics"),
		}},
		{"dropped and resumed", []step{
			chose("fee/passport", dialog.Moved, "home > fee/passport"), opened(dialog.Resumed, "home > fee/passport > resume"),
			opened(dialog.Resumed, "home > fee/passport > resume"), said("1", dialog.Moved, "home > fee/passport"),
			opened(dialog.Resumed, "home > fee/passport > resume"), said("2", dialog.Moved, "home"), opened(dialog.Resumed, "home"),
		}},
		{"dropped and gone on without an answer", []step{
			chose("fee/passport", dialog.Moved, "home > fee/passport"), opened(dialog.Resumed, "home > fee/passport > resume"),
			said("pension", dialog.Understood, "home > fee/passport > service/pension"),
		}},
		{"another language keeps the place", []step{
			chose("fee/passport", dialog.Moved, "home > fee/passport"), did(dialog.Languages, dialog.Moved, "home > fee/passport > languages"),
			said("3", dialog.Moved, "home > fee/passport"), chose("language/az", dialog.Moved, "home > fee/passport"),
		}},
		{"ended and begun again", []step{
			chose("fee/passport", dialog.Moved, "home > fee/passport"), said("stop", dialog.Left, "home > fee/passport"), opened(dialog.Began, "notice"),
		}},
		{"hung up", []step{chose("services", dialog.Moved, "home > services"), {dialog.Input{Kind: dialog.HungUp}, dialog.NothingToDo, "home > services"}}},
		{"nothing said", []step{chose("services", dialog.Moved, "home > services"), said("  ", dialog.Repeated, "home > services")}},
		{"erase, after all not", []step{
			chose("erase", dialog.Moved, "home > erase"), said("2", dialog.Moved, "home"),
		}},
	}
	e := smallEdition(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			k := talk{t: t, e: e}
			for i, step := range test.steps {
				if got := k.take(step.in); got != step.outcome {
					t.Errorf("step %d, %+v: %s, want %s", i, step.in, got, step.outcome)
				}
				k.stands(step.trail)
			}
		})
	}
}

func TestForeignChoicesAreRefused(t *testing.T) {
	t.Parallel()
	e := smallEdition(t)
	for _, id := range []string{"", "do/erase", "do/restart", "give/fee.passport.who/child", "give/x/y", "fee/nothing", "language/xx",
		"choices/" + strings.Repeat("fee/passport|", 500) + "fee/passport", "choices/choices/home", "home/x", "\xff"} {
		k := at(t, e, "home")
		if got := k.choose(id); got != dialog.WrongInput {
			t.Errorf("the foreign choice %.40q is %s, want %s", id, got, dialog.WrongInput)
		}
		k.stands("home")
		k.hears("Wrong key")
		if len(k.s.Given) > 0 {
			t.Errorf("the foreign choice %.40q gave %v", id, k.s.Given)
		}
	}
}

func TestTheTrailHasAnEnd(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "home")
	for range 10 {
		for _, id := range []string{"fee/passport", "where/passport", "documents/passport"} {
			k.choose(id)
		}
	}
	if len(k.s.Trail) != dialog.MaxTrail || k.s.Trail[0] != "home" || k.s.Here() != "documents/passport" {
		t.Errorf("after 30 places the trail is %s", trail(&k.s))
	}
}

func TestWrongInputIsPatientAndLeavesTheSessionAlone(t *testing.T) {
	t.Parallel()
	e := smallEdition(t)
	for _, text := range []string{"8", "99", "999", "zzzz qqqq", strings.Repeat("a ", 600)} {
		k := at(t, e, "home", "services")
		var sizes []int
		for n := range 6 {
			k.say(text)
			data, err := session.Append(nil, &k.s)
			if err != nil {
				t.Fatal(err)
			}
			sizes = append(sizes, len(data))
			if got := strings.Contains(everything(k.r), "Wrong thrice"); got != (n >= 2) {
				t.Errorf("%.10q, wrong for the %d. time: a person offered: %v", text, n+1, got)
			}
		}
		for _, size := range sizes[1:] {
			if size != sizes[0] {
				t.Errorf("%.10q: the session takes %v bytes, want it to stay", text, sizes)
				break
			}
		}
		k.choose("home")
		k.hearsNot("Wrong")
		if k.s.Wrong != 0 {
			t.Errorf("%.10q: %d wrong inputs after a right one", text, k.s.Wrong)
		}
	}
	k := at(t, e, "home")
	k.say(strings.Repeat("a ", 600))
	k.hears("Too long")
	k.do(dialog.More)
	k.hears("No more")
	k.do(dialog.Repeat)
	k.hearsNot("No more")
}

func TestALostPlaceIsLeftAndSaidSo(t *testing.T) {
	t.Parallel()
	e, less := smallEdition(t), without(t, "pension")
	for _, in := range []dialog.Input{
		{Kind: dialog.Said, Text: "1"}, {Kind: dialog.Said, Text: "passport fee"}, {Kind: dialog.Chose, Option: "home"}, {Kind: dialog.Did, Command: dialog.Back},
	} {
		k := at(t, e, "home", "topic/money", "service/pension", "where/pension", "offices")
		k.e = less
		if got := k.take(in); got != dialog.BaseReloaded {
			t.Errorf("%+v in a place that is lost: %s", in, got)
		}
		if k.stands("home > topic/money"); k.s.Remark == dialog.BaseChanged {
			k.hears("Changed")
		}
	}
	s := dialog.Session{Lang: "en", Trail: []dialog.Spot{"home", "service/pension"}}
	if got := everything(engine.Show(less, &s, noon)); !strings.Contains(got, "Changed") || !strings.Contains(got, "[services]") {
		t.Errorf("shown again after the base has lost its place:\n%s\nwant the change said, and home", got)
	}
	k := at(t, e, "service/pension")
	k.e = less
	k.say("1")
	k.stands("home")
}

func TestANumberIsTakenOfTheListThatWasShown(t *testing.T) {
	t.Parallel()
	e := smallEdition(t)
	files := knowledgetest.Small()
	files["topics.yaml"].Data = []byte(strings.Replace(string(files["topics.yaml"].Data), "[passport, birth-certificate]", "[birth-certificate, passport]", 1))
	swapped := edition(t, files)

	k := at(t, e, "home", "topic/papers")
	k.e = swapped
	if got := k.say("1"); got != dialog.BaseReloaded {
		t.Errorf("a number for a list that has changed: %s, want %s", got, dialog.BaseReloaded)
	}
	k.stands("home > topic/papers")
	k.hears("Changed")
	if k.say("1"); k.s.Here() != "service/birth-certificate" {
		t.Errorf("the number for the new list leads to %s", k.s.Here())
	}

	k = at(t, e, "home", "topics")
	k.e = swapped // the topics are the same
	if k.say("1"); k.s.Here() != "topic/papers" {
		t.Errorf("a number for a list that is the same in the new base leads to %s", k.s.Here())
	}
	k = at(t, e, "home", "topic/papers")
	k.e = swapped // ids are not numbers
	if k.choose("service/passport"); k.s.Here() != "service/passport" {
		t.Errorf("a choice by its id after a change leads to %s", k.s.Here())
	}
}

func TestWhatWasGivenIsNotAskedAgain(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "home", "fee/passport")
	k.hears("[give/fee.passport.who/child]")
	k.choose("give/fee.passport.who/child")
	k.stands("home > fee/passport")
	k.hears("for a child")
	k.hearsNot("[give/")
	k.choose("documents/passport")
	k.choose("fee/passport")
	k.hearsNot("[give/")
	k.choose("do/ask-again/passport")
	k.hears("[give/fee.passport.who/child]")
	if len(k.s.Given) != 0 {
		t.Errorf("asked again, but %v is remembered", k.s.Given)
	}
	for range 5 {
		k.choose("give/fee.passport.who/-")
		k.choose("do/ask-again/passport")
	}
	if len(k.s.Given) > dialog.MaxGiven {
		t.Errorf("%d values given", len(k.s.Given))
	}
}

func TestErasingForgetsAll(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "home", "fee/passport")
	k.s.Channel = []byte("page")
	k.choose("give/fee.passport.who/child")
	k.choose("erase")
	k.choose("do/erase")
	k.stands("home")
	k.hears("Erased")
	if len(k.s.Given) > 0 || k.s.Lang != "en" || string(k.s.Channel) != "page" {
		t.Errorf("left after erasing: %+v", k.s)
	}
}

func TestShorterKeepsNoticesAndTheFirstThought(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "home", "fee/passport")
	k.do(dialog.Shorter)
	if n := len(k.r.Blocks); n == 0 || k.r.Blocks[n-1].Kind == dialog.Notice || n > 1 && k.r.Blocks[n-2].Kind != dialog.Notice {
		t.Errorf("shorter is\n%s\nwant notices and one thought", everything(k.r))
	}
	k.hears("Long Street is closed")
	short := everything(k.r)
	if k.do(dialog.Repeat); everything(k.r) != short {
		t.Errorf("repeated, shorter is\n%s\nwant\n%s", everything(k.r), short)
	}
	if k.choose("where/passport"); len(k.r.Blocks) < 2 {
		t.Errorf("the next answer is short too:\n%s", everything(k.r))
	}
}

func TestShorterKeepsTheThoughtBehindTheName(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "home")
	k.say("passport fee")
	k.hears("Passport: Fee")
	k.do(dialog.Shorter)
	if got := everything(k.r); strings.Contains(got, "Passport: Fee") || !strings.Contains(got, "Fee usual") {
		t.Errorf("\"passport fee\" and shorter is\n%s\nwant the fee without its name", got)
	}
}

func TestResumingOffersNoWayToSayNo(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "home")
	k.say("passport fee")
	k.take(dialog.Input{Kind: dialog.Opened})
	for _, o := range k.r.Prompt.Options {
		if o.ID == "do/not-this" {
			t.Errorf("resuming asks\n%s\nwith nothing to say no to", everything(k.r))
		}
	}
}

func TestAnActionMayBeTyped(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "home")
	k.say("passport fee")
	label := ""
	for _, o := range k.r.Prompt.Options {
		if o.ID == "do/not-this" {
			label = o.Label.Plain
		}
	}
	if got := k.say(strings.ToUpper(label)); got != dialog.Moved {
		t.Errorf("typing %q is %v, want %v", strings.ToUpper(label), got, dialog.Moved)
	}
	k.stands("home > topics")
}

func TestResumingNamesNothingSensitive(t *testing.T) {
	t.Parallel()
	e := smallEdition(t)
	tests := []struct {
		trail string
		named string // "" for nothing
	}{
		{"home > fee/passport", "Resume topic Passport"},
		{"home > service/passport > question/passport/lost", "Resume topic Passport"},
		{"home > fee/passport > service/birth-certificate", "Resume topic Birth paper"},
		{"home > fee/pension", ""},
		{"home > fee/pension > fee/passport", ""}, // the way back leads past it
		{"home > who/passport", ""},
		{"home > for/who > for/who/papers", ""},
		{"home > answer/bribe", ""},
		{"home > answer/crisis > fee/passport", ""},
		{"home > offices > office/centre", ""},
		{"home > event/new-baby", ""},
	}
	for _, test := range tests {
		var spots []dialog.Spot
		for spot := range strings.SplitSeq(test.trail, " > ") {
			spots = append(spots, dialog.Spot(spot))
		}
		k := at(t, e, spots...)
		k.take(dialog.Input{Kind: dialog.Opened})
		ask := strings.SplitN(everything(k.r), "\n", 2)[0]
		if test.named == "" && ask != "Resume" || test.named != "" && ask != test.named {
			t.Errorf("resuming %s asks %q, want %q", test.trail, ask, test.named)
		}
	}
}

func TestTheFirstWordsChooseTheLanguage(t *testing.T) {
	t.Parallel()
	e := smallEdition(t)
	k := at(t, e, "notice")
	k.say("паспорт цена")
	if k.s.Lang != "ru" {
		t.Errorf("a first question in Russian is answered in %s", k.s.Lang)
	}
	k.say("pasport qiymət")
	if k.s.Lang != "ru" {
		t.Errorf("a later question in Azerbaijani changed the language to %s", k.s.Lang)
	}
}

func TestTurnsAreCountedAndTimed(t *testing.T) {
	t.Parallel()
	e := smallEdition(t)
	var s dialog.Session
	engine.Turn(e, &s, dialog.Input{Kind: dialog.Opened}, noon)
	engine.Turn(e, &s, dialog.Input{Kind: dialog.Said, Text: "1"}, noon.Add(time.Minute))
	if s.Turn != 2 || s.Started != noon.Unix() || s.Last != noon.Unix()+60 || s.Revision != e.Base.Revision || s.Lang != "en" {
		t.Errorf("after two turns: %+v", s)
	}
	s.Lang = "xx"
	engine.Turn(e, &s, dialog.Input{Kind: dialog.Said, Text: "1"}, noon)
	if s.Lang != e.Base.Languages[0] {
		t.Errorf("a language the base has lost became %s", s.Lang)
	}
}

func TestCopiesOfASessionAreIndependent(t *testing.T) {
	t.Parallel()
	e := smallEdition(t)
	k := at(t, e, "home", "service/passport", "fee/passport")
	k.choose("give/fee.passport.who/child")
	k.choose("documents/passport")
	a, b := k.s, k.s
	wantTrail, wantGiven := trail(&k.s), append([]dialog.Given(nil), k.s.Given...)
	engine.Turn(e, &a, dialog.Input{Kind: dialog.Chose, Option: "where/passport"}, noon)
	engine.Turn(e, &b, dialog.Input{Kind: dialog.Chose, Option: "fee/passport"}, noon)
	engine.Turn(e, &b, dialog.Input{Kind: dialog.Chose, Option: "do/ask-again/passport"}, noon)
	engine.Turn(e, &b, dialog.Input{Kind: dialog.Chose, Option: "give/fee.passport.who/adult"}, noon)
	if got := trail(&k.s); got != wantTrail || !reflect.DeepEqual(k.s.Given, wantGiven) {
		t.Errorf("copies changed the session to %s, %v", got, k.s.Given)
	}
	if a.Here() != "where/passport" || b.Here() != "fee/passport" || a.Given[0].Value != "child" || b.Given[0].Value != "adult" {
		t.Errorf("copies changed each other: %s %v, %s %v", trail(&a), a.Given, trail(&b), b.Given)
	}
}

func TestAPersonIsThatOfTheTalk(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	service := files["services/pension/service.yaml"]
	service.Data = []byte(strings.NewReplacer("authority: town", "authority: rescue", "organisation: town", "url: https://rescue.example").Replace(string(service.Data)))
	k := at(t, edition(t, files), "home", "fee/pension")
	k.do(dialog.ToPerson)
	k.hears("Person call 112")
	k = at(t, k.e, "home", "fee/passport")
	k.do(dialog.ToPerson)
	k.hears("Person call 100")
}

func TestOfferedTellsListsApart(t *testing.T) {
	t.Parallel()
	lists := [][]dialog.Option{nil, {{ID: "a"}}, {{ID: "b"}}, {{ID: "a"}, {ID: "b"}}, {{ID: "b"}, {ID: "a"}}, {{ID: "ab"}}}
	seen := map[uint32]int{}
	for i, l := range lists {
		if j, ok := seen[engine.Offered(l)]; ok {
			t.Errorf("the lists %v and %v have one hash", lists[j], l)
		}
		seen[engine.Offered(l)] = i
	}
	if engine.Offered([]dialog.Option{{ID: "a", Label: dialog.Text{Plain: "x"}}}) != engine.Offered(lists[1]) {
		t.Error("the hash depends on labels; a change of words would make numbers stale")
	}
}
