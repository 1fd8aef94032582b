package understand

import (
	"fmt"
	"testing"

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
		{"child-passport", "az", "1 yaşlı uşağa", "[]"},         // from one on, or below one?
		{"id-card", "az", "şəxsiyyət vəsiqəsi neçəyədir", "[]"}, // there is but one answer to "for whom"
	}
	for _, test := range tests {
		if got := fmt.Sprint(l.caseIn(test.text, b.Service(test.service), test.lang)); got != test.want {
			t.Errorf("%q of %s gives %s, want %s", test.text, test.service, got, test.want)
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
