package voice_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

func TestVOICE1FunctionBeforeKey(t *testing.T) {
	t.Parallel()
	b := demonstration().Base
	for _, tag := range b.Languages {
		p := b.Lang[tag].Phrase(knowledge.PhraseVoiceOption).One.Parts
		label := slices.IndexFunc(p, func(p knowledge.TextPart) bool { return p.Ref == "label" })
		key := slices.IndexFunc(p, func(p knowledge.TextPart) bool { return p.Ref == "key" })
		if label < 0 || key < label {
			t.Errorf("%s: the label is part %d of the option and the key part %d, want the label first", tag, label, key)
		}
	}
	sampleCaller(t, "2", voice.Options{}).hears("Services: press one.", "Offices open now: press three.")
}

func TestVOICE2AtMostFourOptionsThenMore(t *testing.T) {
	t.Parallel()
	each(t, func(path string, turn *voice.Turn) {
		for i, key := range turn.Keys.Allowed {
			if key == '5' {
				if i > 4 || turn.Keys.Allowed[:i] != "1234"[:i] {
					t.Errorf("at %s the keys %s are offered", path, turn.Keys.Allowed)
				}
				return
			}
		}
		t.Errorf("at %s only the keys %q are offered", path, turn.Keys.Allowed)
	})
	c := sampleCaller(t, "2", voice.Options{}).press("1", "1").hears("press one.", "press four.", "For more, press hash.")
	c.press("#").hears("press one.").hearsNot("Personal documents")
	c.press("1").hearsNot("does nothing")
}

func TestVOICE3FixedKeysEverywhere(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"", "1", "11", "111", "3", "42"} {
		at := func() *caller { return sampleCaller(t, "2", voice.Options{}).press(strings.Split(path, "")...) }
		for _, key := range []string{"9", "0"} {
			at().press(key).hears("Call ")
		}
		at().press("6").hears("What do you need?")
		at().press("5").hears("Louder.")
		at().press("7").hears("Slower.")
	}
	c := sampleCaller(t, "2", voice.Options{}).press("1")
	before := c.shown.Text
	if c.press("1", "*"); c.shown.Text != before {
		t.Errorf("back leads to\n%s\nwant\n%s", c.shown.Text, before)
	}
	c.press("6", "4", "2", "1").hears("Yes: press one.", "No: press two.")
}

func TestVOICE4MenusAreShort(t *testing.T) {
	t.Parallel()
	option := regexp.MustCompile(`(?m)^(.*): (press|нажмите|\pL+ basın)`)
	each(t, func(path string, turn *voice.Turn) {
		menu := time.Duration(0)
		for i := range turn.Prompts {
			p := &turn.Prompts[i]
			m := option.FindStringSubmatch(p.Text())
			if m == nil {
				continue
			}
			menu += (&voice.Turn{Prompts: turn.Prompts[i : i+1]}).Lasts()
			if len(strings.Fields(m[1])) > 7 && path[1:] != "21" { // spans of an age are longer; the check of entitlement writes them
				t.Errorf("at %s the option %q has more than seven words", path, m[1])
			}
		}
		if menu > 25*time.Second {
			t.Errorf("at %s the menu takes %v", path, menu)
		}
	})
	first := newCaller(t, newDesk(), voice.Options{}).dial()
	if !option.MatchString(first.turn.Prompts[0].Text()) {
		t.Errorf("a call begins with %q, want the first option at once", first.turn.Prompts[0].Text())
	}
}

func TestVOICE7PatienceWithKeys(t *testing.T) {
	t.Parallel()
	c := sampleCaller(t, "2", voice.Options{Patient: time.Second})
	if k := c.turn.Keys; k.First < 10*time.Second || k.Between < 5*time.Second {
		t.Errorf("the first key is waited for %v, the next %v, want 10 s and 5 s at least", k.First, k.Between)
	}
	usual := c.turn.Keys
	if k := c.press("7").turn.Keys; k.First != 2*usual.First || k.Between != 2*usual.Between {
		t.Errorf("slow callers have %v and %v, want the double of %v and %v", k.First, k.Between, usual.First, usual.Between)
	}
	if k := sampleCaller(t, "2", voice.Options{Patient: 15 * time.Second}).turn.Keys; k.First != 15*time.Second {
		t.Errorf("an operator who says 15 s gets %v", k.First)
	}
}

func TestVOICE8SilenceIsMetInSteps(t *testing.T) {
	t.Parallel()
	c := sampleCaller(t, "2", voice.Options{ReadOn: "*123#"}).press("1")
	menu := c.shown.Text
	rate := c.turn.Prompts[0].Rate
	c.press("").hears("I heard no key.", menu)
	c.press("").hears("I heard no key again.", "By topic: press one.")
	if got := c.turn.Prompts[len(c.turn.Prompts)-1].Rate; got >= rate {
		t.Errorf("the second time is said at %d words a minute, want less than %d", got, rate)
	}
	c.press("").hears("For a person, press 9.", "press any key", "I will end the call", "*123#")
	if c.turn.HangUp {
		t.Fatal("the call ends before it was announced")
	}
	if c.press(""); !c.turn.HangUp || !strings.Contains(c.shown.Text, "so I end the call now") {
		t.Errorf("the fourth time the call does not end with a reason: %v\n%s", c.turn.HangUp, c.shown.Text)
	}
	c = sampleCaller(t, "2", voice.Options{}).press("1", "", "", "", "8")
	if c.shown.Text != menu {
		t.Errorf("a key after the announcement leads to\n%s\nwant\n%s", c.shown.Text, menu)
	}
	c.press("").hears("I heard no key.", menu)
}

func TestVOICE9WrongKeysAreNamedWithoutBlame(t *testing.T) {
	t.Parallel()
	c := sampleCaller(t, "2", voice.Options{}).press("1")
	c.press("3").hears("I heard three.", "By topic: press one.").hearsNot("wrong", "invalid", "person")
	c.press("#").hears("There is no more text.", "By topic: press one.")
	c.press("4").hears("I heard four.")
	c.press("3").hears("I heard three.", "Would you like a person?", "Press 9.", "By topic: press one.")
	c.press("9").hears("Call ")
	newCaller(t, newDesk(), voice.Options{}).dial().press("4").hears("Eşitdim: dörd.", "[en] English: press two.")
}

func TestVOICE10RepeatSaysTheSame(t *testing.T) {
	t.Parallel()
	desk := newDesk()
	for _, path := range []string{"2", "21", "2111", "21112", "21111", "9"} {
		c := newCaller(t, desk, voice.Options{}).dial().press("6").press(strings.Split(path, "")...)
		before := c.shown
		if c.press("8"); c.shown.Text != before.Text {
			t.Errorf("after %s, 8 says\n%s\nwant\n%s", path, c.shown.Text, before.Text)
		}
		c.hangUp()
	}
}

func TestVOICE11SlowerAndLouder(t *testing.T) {
	t.Parallel()
	c := sampleCaller(t, "2", voice.Options{})
	rates := map[int]bool{}
	for range 8 {
		rate := c.press("7").turn.Prompts[0].Rate
		if rate < 100 || rate > 200 {
			t.Errorf("a rate of %d words a minute", rate)
		}
		rates[rate] = true
	}
	if len(rates) < 3 {
		t.Errorf("there are the rates %v, want three", rates)
	}
	c = sampleCaller(t, "2", voice.Options{})
	for i, want := range []string{"Louder.", "This is the loudest.", "Usual loudness."} {
		c.press("5").hears(want, "What do you need?")
		if got := c.turn.Prompts[0].Louder; got != (i+1)%3 {
			t.Errorf("pressed %d times, it is %d louder", i+1, got)
		}
	}
	c.press("7", "5", "1").hangUp().dial()
	if p := c.turn.Prompts[0]; p.Rate != voice.Slow || p.Louder != 1 {
		t.Errorf("in the next call it is said at %d, %d louder, want as before", p.Rate, p.Louder)
	}
}

func TestVOICE12LanguageFirstEachInItself(t *testing.T) {
	t.Parallel()
	c := newCaller(t, newDesk(), voice.Options{}).dial()
	for i, want := range []struct {
		lang knowledge.Lang
		text string
	}{{"az", "Azərbaycanca: bir basın."}, {"en", "English: press two."}, {"ru", "Русский: нажмите три."}} {
		if p := c.turn.Prompts[i]; p.Lang != want.lang || p.Text() != want.text {
			t.Errorf("prompt %d is %q in %s, want %q in %s", i+1, p.Text(), p.Lang, want.text, want.lang)
		}
	}
	c.press("3", "1").hangUp().dial()
	if c.turn.Lang != "ru" {
		t.Errorf("the next call begins in %s, want the language chosen", c.turn.Lang)
	}
	c.press("6", "4", "1").hears("[az] Azərbaycanca: bir basın.", "[en] English: press two.", "Русский: нажмите три.")
}

// What is said works beside the keys: what a listener may hear is listed with every turn.
func TestVOICE13KeysAndWordsAtEveryStep(t *testing.T) {
	t.Parallel()
	c := sampleCaller(t, "2", voice.Options{}).press("1", "1", "1")
	want := map[string]dialog.Input{}
	for _, p := range c.turn.Phrases {
		want[p.Words] = p.Input
	}
	if in := want["repeat"]; in.Command != dialog.Repeat {
		t.Errorf("repeat does %+v", in)
	}
	if len(c.turn.Phrases) < 10 {
		t.Errorf("there are only %d phrases", len(c.turn.Phrases))
	}
	c.do(channels.Action{Input: "passport fee"}).hears("Passport", "manat")
	c.press("6").hears("What do you need?")
	each(t, func(path string, turn *voice.Turn) {
		if turn.Keys.Most > 0 && len(turn.Phrases) == 0 {
			t.Errorf("at %s nothing can be said", path)
		}
	})
}

func TestVOICE14WhatWasSaidIsNamedAndCanBeRefused(t *testing.T) {
	t.Parallel()
	c := sampleCaller(t, "2", voice.Options{})
	c.do(channels.Action{Input: "passport fee"}).hears("Passport: Fee.", "Usual price", "manat")
	for c.turn.More && !strings.Contains(c.shown.Text, "Not this") {
		c.press("#")
	}
	c.hears("Not this: press")
}

func TestVOICE15NumbersByLocaleAndReadBack(t *testing.T) {
	t.Parallel()
	c := sampleCaller(t, "2", voice.Options{})
	c.do(channels.Action{Input: "passport fee"}).hears("manat").hears("To hear it again, press 8.")
	if digits := regexp.MustCompile(`\d+ (manat|days)`).FindString(c.shown.Text); digits != "" {
		t.Errorf("%q is written with digits in\n%s", digits, c.shown.Text)
	}
	c.press("9").hears("Call ").hears("To hear it again, press 8.")
	c.press("6", "4", "2", "1").hears("Erase everything", "Yes: press one.", "No: press two.")
}

func TestVOICE16PersonFromEverywhere(t *testing.T) {
	t.Parallel()
	each(t, func(path string, turn *voice.Turn) {
		if !strings.Contains(turn.Keys.Allowed, "9") || !strings.Contains(turn.Keys.Allowed, "0") {
			t.Errorf("at %s the keys are %s", path, turn.Keys.Allowed)
		}
	})
	c := sampleCaller(t, "2", voice.Options{PutOn: "+994121234567"}).press("1", "9").hears("I am connecting you", "[connected with +994121234567]")
	c.press("").hears("Nobody answered.", "Call ")
	sampleCaller(t, "3", voice.Options{}).press("9").hears("нажмите 8")
}

func TestVOICE17AnotherWayIsOffered(t *testing.T) {
	t.Parallel()
	c := sampleCaller(t, "2", voice.Options{ReadOn: "*123#"})
	c.press("9").hears("To read this instead of hearing it, dial")
	c.press("6", "4", "3").hears("To read this instead of hearing it, dial")
	sampleCaller(t, "2", voice.Options{}).press("9").hearsNot("To read this")
}

func TestVOICE22AnswersInParts(t *testing.T) {
	t.Parallel()
	parts := 0
	each(t, func(path string, turn *voice.Turn) {
		said := turn.Prompts[0]
		if strings.Contains(path, "#") && len(turn.Prompts) == 1 {
			parts++
		}
		if d := (&voice.Turn{Prompts: []voice.Prompt{said}}).Lasts(); d > 21*time.Second {
			t.Errorf("at %s %v are said in one go: %s", path, d, said.Text())
		}
	})
	c := sampleCaller(t, "2", voice.Options{})
	c.do(channels.Action{Input: "old age pension documents"})
	for c.turn.More {
		if c.press("#"); c.shown.Text == "" {
			t.Fatal("a part is empty")
		}
	}
	c.press("#").hears("There is no more text.")
	sampleCaller(t, "2", voice.Options{}).press("1", "1", "1", "1").hears("press").hearsNot("There is no more")
}

func TestVOICE25ADroppedCallGoesOn(t *testing.T) {
	t.Parallel()
	c := sampleCaller(t, "2", voice.Options{}).press("1", "1", "1")
	where := c.shown.Text
	c.hangUp().dial().hears("You were here before", "Continue: press one.", "Start again: press two.")
	if c.press("1"); c.shown.Text != where {
		t.Errorf("going on leads to\n%s\nwant\n%s", c.shown.Text, where)
	}
	c.hangUp().dial().press("2").hears("What do you need?").hearsNot("Demo")
}

func TestVOICE27EveryPromptInEveryLanguage(t *testing.T) {
	t.Parallel()
	b := demonstration().Base
	for _, tag := range b.Languages {
		for k := knowledge.PhraseVoiceOption; k <= knowledge.PhraseVoiceHash; k++ {
			if b.Lang[tag].Phrase(k).One.Empty() {
				t.Errorf("%s has no words for %s", tag, k)
			}
		}
	}
	each(t, func(path string, turn *voice.Turn) {
		for _, p := range turn.Prompts {
			if strings.TrimSpace(p.Text()) == "" || p.Lang == "" {
				t.Errorf("at %s a prompt says nothing: %+v", path, p)
			}
		}
	})
}
