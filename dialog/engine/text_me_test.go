package engine_test

import (
	"slices"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

const textMe = "do/text-me"

// phone makes a talk one of a telephone that gets texts.
func (k *talk) phone() *talk {
	k.s.Flags |= dialog.Texts
	k.r = engine.Show(k.e, &k.s, noon)
	k.s.Offered = engine.Offered(k.r.Prompt.Options)
	return k
}

func (k *talk) offered(id string) bool {
	return slices.ContainsFunc(k.r.Prompt.Options, func(o dialog.Option) bool { return o.ID == id })
}

func TestAnAnswerIsPromisedBySMS(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "home", "documents/passport").phone()
	last := len(k.r.Prompt.Options) - 1
	if last < 0 || k.r.Prompt.Options[last].ID != textMe {
		t.Fatalf("offered %v, want %s last", k.r.Prompt.Options, textMe)
	}
	r, ev := engine.Turn(k.e, &k.s, dialog.Input{Kind: dialog.Said, Text: string(rune('1' + last))}, noon)
	if len(ev.Effects) != 1 || ev.Effects[0] != (dialog.Effect{Kind: dialog.TextMe, Spot: "documents/passport"}) {
		t.Errorf("effects %v, want one of the answer", ev.Effects)
	}
	k.r = r
	k.stands("home > documents/passport")
	k.hears("Text coming")
	k.s.Remark = dialog.NotTexted
	k.r = engine.Show(k.e, &k.s, noon)
	k.hears("Text not")
	k.hearsNot("Text coming")
	k.r = engine.Answer(k.e, &k.s, noon)
	if k.hearsNot("Text not"); k.r.Code != "1D" || len(k.r.Prompt.Options) > 0 {
		t.Errorf("the SMS has the code %q and %d options, want 1D and none", k.r.Code, len(k.r.Prompt.Options))
	}
}

func TestNothingElseIsOfferedBySMS(t *testing.T) {
	t.Parallel()
	e := smallEdition(t)
	for _, spot := range places {
		k := at(t, e, "home", dialog.Spot(spot))
		if k.offered(textMe) {
			t.Errorf("%s offers an SMS to who cannot get one", spot)
		}
		k.phone()
		if k.offered(textMe) != (k.r.Code != "" && textable(spot)) {
			t.Errorf("%s with code %q offers an SMS: %v", spot, k.r.Code, k.offered(textMe))
		}
		if !k.offered(textMe) {
			if _, ev := engine.Turn(k.e, &k.s, dialog.Input{Kind: dialog.Chose, Option: textMe}, noon); len(ev.Effects) > 0 {
				t.Errorf("%s promises an SMS that it does not offer", spot)
			}
		}
	}
}

// textable says which places of the small base may be sent: its answers, but nothing about who is entitled.
func textable(spot string) bool {
	switch spot {
	case "office/centre", "answer/taxes", "question/passport/lost", "overview/passport", "documents/passport", "fee/passport", "where/passport",
		"steps/passport", "time/passport", "result/passport", "representation/passport", "law/passport", "questions/passport", "appeal/passport", "complaint/passport":
		return true
	}
	return false
}

func TestNothingSensitiveIsSentNorWhatCameByIt(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	service := files["services/passport/service.yaml"]
	service.Data = append([]byte("sensitive: true\n"), service.Data...)
	e := edition(t, files)
	for _, trail := range [][]dialog.Spot{
		{"home", "documents/passport"}, {"home", "service/passport", "office/centre"}, {"home", "check/service/passport"}, {"home", "question/passport/lost"},
	} {
		if k := at(t, e, trail...).phone(); k.offered(textMe) {
			t.Errorf("%v offers an SMS, want none: the service is sensitive", trail)
		}
	}
	if k := at(t, e, "home", "documents/birth-certificate").phone(); !k.offered(textMe) {
		t.Error("documents/birth-certificate offers no SMS, want one: the service is not sensitive")
	}
}

func TestWhatATelephoneCanIsKnownInANewTalk(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "home", "documents/passport").phone()
	k.s.Flags |= dialog.Ended
	if k.choose("documents/passport"); k.s.Flags&dialog.Texts == 0 {
		t.Errorf("flags %b, want it known still that the telephone gets texts", k.s.Flags)
	}
	if k = at(t, k.e, "home", "erase").phone(); k.choose("do/erase") != dialog.Moved || k.s.Flags&dialog.Texts == 0 {
		t.Errorf("after erasing: flags %b, want it known still that the telephone gets texts", k.s.Flags)
	}
}
