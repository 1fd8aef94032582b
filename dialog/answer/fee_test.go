package answer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
)

func given(name, value string) dialog.Given {
	return dialog.Given{Key: answer.FeeKey("passport", name), Value: value}
}

func TestFeeTellsThePriceInForce(t *testing.T) {
	t.Parallel()
	b := load(t)
	adult := []dialog.Given{given("who", "adult"), given("area", answer.Skipped), given("tier", "standard")}
	tests := []struct {
		name, day string
		want      []string
		never     []string
	}{
		{"long before a change", "2026-11-01", []string{"Fee usual 40.00 AZN"}, []string{"45.50", "Fee change"}},
		{"31 days before it", "2026-12-01", []string{"Fee usual 40.00 AZN"}, []string{"45.50"}},
		{"30 days before it", "2026-12-02", []string{"Fee usual 40.00 AZN", "Fee change 2027-01-01 45.50 AZN"}, nil},
		{"on its eve", "2026-12-31", []string{"Fee usual 40.00 AZN", "Fee change 2027-01-01 45.50 AZN"}, []string{"Fee changed"}},
		{"on its day", "2027-01-01", []string{"Fee usual 45.50 AZN", "Fee changed 2027-01-01 40.00 AZN"}, []string{"Fee change 2"}},
		{"30 days after it", "2027-01-31", []string{"Fee usual 45.50 AZN", "Fee changed 2027-01-01 40.00 AZN"}, nil},
		{"31 days after it", "2027-02-01", []string{"Fee usual 45.50 AZN"}, []string{"40.00"}},
		{"before the first price", "2019-12-31", []string{"Unknown Fee 100"}, []string{"AZN"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			says(t, aspect(t, b, test.day, "passport", answer.Fee, adult...), test.want, test.never...)
		})
	}
}

func TestFeeSaysWhatBelongsToIt(t *testing.T) {
	t.Parallel()
	b := load(t)
	tests := []struct {
		name    string
		service string
		given   []dialog.Given
		want    []string
		never   []string
	}{
		{"nothing to pay", "birth-certificate", nil, []string{"Fee free"}, []string{"0.00"}},
		{"no price known", "pension", nil, []string{"Unknown Fee 100"}, []string{"AZN"}},
		{"how to pay", "passport", []dialog.Given{given("who", "adult"), given("tier", "standard")}, []string{"Fee pay by by card"}, nil},
		{"waiver and caveat", "passport", []dialog.Given{given("who", "child")}, []string{"20.00 AZN", "for a child", "This amount is old.", "Fee waived for a child"}, []string{"by card"}},
		{"parts", "passport", []dialog.Given{given("who", "adult"), given("tier", "fast")}, []string{"100.50 AZN", "Fee parts state duty 40.00 AZN, in 1 day 60.50 AZN"}, nil},
		{"an amount nobody knows", "passport", []dialog.Given{given("who", "adult"), given("area", "village"), given("tier", "standard")}, []string{"40.00 AZN", "Village", "= Unknown value 100"}, []string{" 0.00"}},
		{"an answer to another service", "birth-certificate", []dialog.Given{given("who", "child")}, []string{"Fee free"}, nil},
		{"a value the base no longer has", "passport", []dialog.Given{given("who", "student")}, []string{"Fee usual 40.00 AZN"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			says(t, aspect(t, b, "2026-11-10", test.service, answer.Fee, test.given...), test.want, test.never...)
		})
	}
}

// manyCosts is a price for every one of three people, two areas and two speeds.
func manyCosts() edit {
	var lines strings.Builder
	lines.WriteString("costs:\n")
	amount := 0
	for _, who := range []string{"adult", "child", "orphan"} {
		for _, area := range []string{"village", "town"} {
			for _, tier := range []string{"standard", "fast"} {
				amount++
				fmt.Fprintf(&lines, "  - {id: %s-%s-%s, who: %s, area: %s, tier: %s, amount: %d, from: 2020-01-01}\n", who, area, tier, who, area, tier, amount)
			}
		}
	}
	lines.WriteString("  - {id: standard, who: other, amount: 99, from: 2030-01-01}\n  - {id: fast, who: other2, parts: [{id: speed, amount: 1}], from: 2030-01-01}\ndurations:")
	return edit{"services/passport/service.yaml", "", lines.String()}
}

func manyBase(t *testing.T) []edit {
	t.Helper()
	was := string(loadFile(t, "services/passport/service.yaml"))
	before, rest, _ := strings.Cut(was, "costs:\n")
	_, after, _ := strings.Cut(rest, "durations:")
	e := manyCosts()
	e.new = before + e.new + after
	return []edit{e, {"lang/en.yaml", "labels:\n", "labels:\n  who.orphan: for an orphan\n  area.town: in town\n  who.other: others\n  who.other2: others\n"},
		{"lang/az.yaml", "labels:\n", "labels:\n  who.orphan: o\n  area.town: o\n  who.other: o\n  who.other2: o\n"},
		{"lang/ru.yaml", "labels:\n", "labels:\n  who.orphan: o\n  area.town: o\n  who.other: o\n  who.other2: o\n"}}
}

func TestFeeAsksAtMostThreeQuestionsAndNoneTwice(t *testing.T) {
	t.Parallel()
	b := load(t, manyBase(t)...)
	tests := []struct {
		given []dialog.Given
		ask   string // "" for none
		value string // one that is offered
	}{
		{nil, "who", "orphan"},
		{[]dialog.Given{given("who", "orphan")}, "", ""},
		{[]dialog.Given{given("who", answer.Skipped)}, "area", "town"},
		{[]dialog.Given{given("who", answer.Skipped), given("area", "town")}, "tier", "fast"},
		{[]dialog.Given{given("who", answer.Skipped), given("area", answer.Skipped)}, "tier", "standard"},
		{[]dialog.Given{given("who", answer.Skipped), given("area", answer.Skipped), given("tier", answer.Skipped)}, "", ""},
	}
	for _, test := range tests {
		var r dialog.Reply
		c := answer.NewContext(b, "en", at(t, b, "2026-11-10 12:00"), test.given, &r)
		q := c.NextFeeQuestion(b.Service("passport"))
		switch {
		case q == nil && test.ask != "":
			t.Errorf("after %v nothing is asked, want %s", test.given, test.ask)
		case q != nil && q.Name != test.ask:
			t.Errorf("after %v %s is asked, want %q", test.given, q.Name, test.ask)
		case q != nil && !strings.Contains(strings.Join(q.Values, " "), test.value):
			t.Errorf("after %v %s offers %v, want %s among them", test.given, q.Name, q.Values, test.value)
		case q != nil && len(q.Labels) != len(q.Values):
			t.Errorf("after %v %s has %d labels for %d values", test.given, q.Name, len(q.Labels), len(q.Values))
		}
	}
}

func TestFeeTableTellsItsLinesApart(t *testing.T) {
	t.Parallel()
	b := load(t, manyBase(t)...)
	got := aspect(t, b, "2026-11-10", "passport", answer.Fee, given("who", "orphan"))
	says(t, got, []string{"Fee usual 9.00 AZN", "# Fee all", "Village, in 1 day = 10.00 AZN", "in town, in 10 days = 11.00 AZN", "in town, in 1 day = 12.00 AZN"}, "orphan, in t", "  for an orphan")
}

func TestSlotsInWordsNeverPretend(t *testing.T) {
	t.Parallel()
	const ask = "Unknown value 100"
	tests := []struct {
		name, slot, day, want string
	}{
		{"a price", "{cost.standard}", "2026-11-10", "Look: 40.00 AZN."},
		{"a price under an id that came later", "{cost.standard}", "2027-03-01", "Look: 45.50 AZN."},
		{"a part of a price", "{cost.fast.speed}", "2026-11-10", "Look: 60.50 AZN."},
		{"a price nobody knows", "{cost.village}", "2026-11-10", "Look: " + ask + "."},
		{"a price not yet in force", "{cost.standard}", "2019-01-01", "Look: " + ask + "."},
		{"a time limit", "{duration.issue}", "2026-11-10", "Look: 10 working_day."},
		{"a parameter", "{parameter.pension-age}", "2026-11-10", "Look: 780 age."},
		{"a parameter of last year", "{parameter.pension-age}", "2026-01-10", "Look: 774 age."},
		{"a parameter nobody knows", "{parameter.minimum}", "2026-11-10", "Look: " + ask + "."},
		{"a parameter before its first day", "{parameter.minimum}", "2020-01-01", "Look: " + ask + "."},
		{"a telephone", "{phone.150}", "2026-11-10", "Look: 150."},
		{"a day", "{date.2026-11-30}", "2026-11-10", "Look: 2026-11-30."},
		{"names", "{organisation.town} {office.centre} {place.village} {service.pension}", "2026-11-10", "Look: Town Service Centre on Long Street Village Old-age pension."},
		{"a document", "{document.photo}", "2026-11-10", "Look: Photograph."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			b := load(t, edit{"services/passport/en.md", "Every citizen can get one.", "Look: " + test.slot + "."})
			says(t, aspect(t, b, test.day, "passport", answer.Who), []string{test.want + "\n"})
		})
	}
}

func TestADurationNobodyKnowsIsNotZero(t *testing.T) {
	t.Parallel()
	b := load(t,
		edit{"services/passport/service.yaml", "{id: issue, kind: authority, tier: standard, amount: 10, unit: working_day, starts: starts.papers}", `{id: issue, kind: authority, unknown: {why: not written, ask: "150"}}`})
	says(t, aspect(t, b, "2026-11-10", "passport", answer.Overview), []string{"40.00 AZN, Unknown value 150."}, "0 working_day")
	says(t, aspect(t, b, "2026-11-10", "passport", answer.Time), []string{"Unknown Time 150"}, "authority 0")
}

func TestZeroWordsAreSaidOnlyWhereThereIsNothingToPay(t *testing.T) {
	t.Parallel()
	free := load(t)
	says(t, aspect(t, free, "2026-11-10", "birth-certificate", answer.Overview), []string{"The certificate is free."}, "costs")
	dear := load(t, edit{"services/birth-certificate/service.yaml", "amount: 0", "amount: 3"})
	says(t, aspect(t, dear, "2026-11-10", "birth-certificate", answer.Overview), []string{"The certificate costs 3.00 AZN."}, "free")
	says(t, aspect(t, dear, "2026-11-10", "birth-certificate", answer.Fee), []string{"Fee only 3.00 AZN"}, "usual")
}
