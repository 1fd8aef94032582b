package understand

import (
	"fmt"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestTheCaseIsFoundInTheWords(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Sample()
	l := &Learned{Names: NewNames(b)}
	tests := []struct {
		service knowledge.ServiceID
		lang    knowledge.Lang
		text    string
		want    string
	}{
		{"property-sale", "en", "close relative price", "[{fee.property-sale.who relative}]"},
		{"property-sale", "en", "and for a close relative in Baku?", "[{fee.property-sale.who relative} {fee.property-sale.area baku}]"},
		{"child-passport", "en", "and for a baby under 1?", "[{fee.child-passport.who under-1}]"}, // a year, not a day
		{"child-passport", "ru", "а до 1 года?", "[{fee.child-passport.who under-1}]"},
		{"child-passport", "ru", "а за 1 день?", "[{fee.child-passport.tier day-1}]"},
		{"child-passport", "az", "1 yaşınadək", "[{fee.child-passport.who under-1}]"},
		{"child-passport", "az", "1 yaşlı uşağa", "[{fee.child-passport.who from-1}]"},
		{"child-passport", "az", "2yasli usaq ucun", "[{fee.child-passport.who from-1}]"},
		{"child-passport", "az", "oğlumun 17 yaşı var", "[{fee.child-passport.who from-3}]"},
		{"child-passport", "ru", "а ребёнку 3 года?", "[{fee.child-passport.who from-3}]"},
		{"child-passport", "ru", "дочке 2 годика", "[{fee.child-passport.who from-1}]"},
		{"child-passport", "en", "for my 5 year old in one day", "[{fee.child-passport.who from-3}]"},
		{"child-passport", "en", "for a baby of 6 months", "[{fee.child-passport.who under-1}]"},
		{"child-passport", "en", "for my 999 year old", "[]"},
		{"property-sale", "en", "i am 64 years old", "[]"},      // no price depends on an age
		{"id-card", "az", "şəxsiyyət vəsiqəsi neçəyədir", "[]"}, // there is but one answer to "for whom"
	}
	for _, test := range tests {
		if got := fmt.Sprint(l.caseIn(test.text, b.Service(test.service), test.lang)); got != test.want {
			t.Errorf("%q of %s gives %s, want %s", test.text, test.service, got, test.want)
		}
	}
}

// Somebody whom the base has no word for is not who the price on the screen is for.
// An age in a talk about a fee answers what the fee depends on, but never in place of help.
func TestDangerIsNoCaseOfAFee(t *testing.T) {
	t.Parallel()
	l := &Learned{Names: NewNames(knowledgetest.Sample()), crisis: "answer/crisis"}
	q := Query{Text: "my 2 year old is gone", Lang: "en", Service: "child-passport", Aspect: "fee"}
	for _, tt := range []struct {
		targets []dialog.Spot
		want    string
	}{
		{[]dialog.Spot{"service/child-passport", "where/child-passport"}, "[fee/child-passport]"},
		{[]dialog.Spot{"answer/crisis", "service/child-passport"}, "[answer/crisis service/child-passport]"},
	} {
		m := Meaning{Targets: tt.targets, Doubt: true}
		l.narrow(&m, q, "en")
		if got := fmt.Sprint(m.Targets); got != tt.want {
			t.Errorf("%q among %v leads to %s, want %s", q.Text, tt.targets, got, tt.want)
		}
	}
}

func TestAnotherCaseIsAskedFor(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Sample()
	l := &Learned{Names: NewNames(b)}
	for _, test := range []struct {
		text, aspect, want string
	}{
		{"and for a stranger in Ganja?", "fee", "[{fee.property-sale.area sumqayit-ganja-abseron} {fee.property-sale.who }]"},
		{"and in Ganja?", "fee", "[{fee.property-sale.area sumqayit-ganja-abseron}]"},
		{"and for a close relative in Ganja?", "fee", "[{fee.property-sale.who relative} {fee.property-sale.area sumqayit-ganja-abseron}]"},
		{"and for a stranger in Ganja?", "", "[]"},
	} {
		var m Meaning
		l.narrow(&m, Query{Text: test.text, Lang: "en", Service: "property-sale", Aspect: test.aspect}, "en")
		if got := fmt.Sprint(m.Given); got != test.want {
			t.Errorf("%q after %q gives %s, want %s", test.text, test.aspect, got, test.want)
		}
	}
}

func TestAServiceIsNoSecondQuestion(t *testing.T) {
	t.Parallel()
	if !names("service/passport", "fee/passport") {
		t.Error(`"a passport, how much" is two questions`)
	}
	if names("service/passport", "fee/id-card") || names("fee/passport", "where/passport") {
		t.Error("two questions are one")
	}
}
