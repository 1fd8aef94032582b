package questions_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/eval/questions"
	"github.com/plainline/plainline/knowledge"
)

const english = `
{"id": "eval-1", "text": "one", "service": "passport", "origin": "synthetic"}
{"id": "eval-2", "text": "two", "service": "passport", "aspect": "fee", "origin": "synthetic"}
{"id": "eval-3", "text": "three", "aspect": "fee", "origin": "real"}
{"id": "eval-4", "text": "four", "answer": "taxes", "origin": "synthetic"}
{"id": "eval-5", "text": "five", "none": true, "refer": "112", "origin": "synthetic"}
{"id": "eval-6", "text": "six", "none": true, "origin": "synthetic"}
{"id": "eval-7", "text": "seven", "none": true, "origin": "synthetic"}
{"id": "eval-crisis-1", "text": "eight", "answer": "crisis", "origin": "synthetic"}
{"id": "eval-crisis-no-1", "text": "nine", "none": true, "origin": "synthetic"}
{"id": "train-1", "text": "ten", "service": "pension", "origin": "synthetic"}
`

// understood is what a matcher makes of the questions above.
var understood = script{
	"one":             sure(to("service/passport"), 0.9),
	"two":             sure(to("service/passport"), 0.8),                 // beside
	"three @passport": sure(among("time/passport fee/passport"), 0.6),    // within
	"four":            sure(to("service/pension"), 0.7),                  // wrong
	"five":            {Refer: "112"},                                    // refused rightly
	"six":             sure(among("service/pension event/new-baby"), .4), // asked
	"seven":           sure(to("answer/taxes"), 0.5),                     // told that it is not covered
	"eight":           to("answer/crisis"),
	"nine":            to("answer/crisis"),
}

func run(t *testing.T, b *knowledge.Base, m understand.Matcher) *questions.Report {
	t.Helper()
	r, err := questions.Run(context.Background(), questions.Config{Base: b, Matcher: m, Spellings: []questions.Spelling{questions.Written}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRunCountsWhatBecameOfEachQuestion(t *testing.T) {
	t.Parallel()
	r := run(t, base(t, map[knowledge.Lang]string{"en": english}), understood)
	if len(r.Groups) != 1 || r.Service != "passport" {
		t.Fatalf("groups %v of a talk about %q, want one about the passport", r.Groups, r.Service)
	}
	g, c := r.Groups[0], r.Crisis[0]
	for _, want := range []struct {
		what    string
		got     questions.Share
		yes, of int
	}{
		{"right at first", g.Right, 2, 5},
		{"within the menu", g.Menu, 3, 5},
		{"beside", g.Beside, 1, 5},
		{"wrong overall", g.Wrong, 2, 9},
		{"asked astray", g.Astray, 0, 5},
		{"refused wrongly", g.Refused, 0, 5},
		{"refused rightly", g.Rightly, 2, 4},
		{"look-alikes asked", g.Asked, 1, 4},
		{"look-alikes told", g.Told, 1, 4},
		{"sent on rightly", g.Refer, 1, 1},
		{"met in distress", c.Recall, 1, 1},
		{"false alarms", c.Alarms, 1, 1},
		{"others taken for distress", c.Others, 0, 7},
	} {
		if want.got.Yes != want.yes || want.got.Of != want.of {
			t.Errorf("%s: got %d of %d, want %d of %d", want.what, want.got.Yes, want.got.Of, want.yes, want.of)
		}
	}
	if g.Synthetic != 8 || g.InScope != 5 || g.LookAlikes != 4 {
		t.Errorf("got %d synthetic, %d in scope, %d look-alikes; want 8, 5, 4", g.Synthetic, g.InScope, g.LookAlikes)
	}
}

func TestRiskGoesDownWithTheThreshold(t *testing.T) {
	t.Parallel()
	r := run(t, base(t, map[knowledge.Lang]string{"en": english}), understood)
	got := map[float64]string{}
	for _, x := range r.Risk {
		got[x.Threshold] = fmt.Sprintf("%d/%d %d/%d %d/%d", x.Coverage.Yes, x.Coverage.Of, x.Risk.Yes, x.Risk.Of, x.Told.Yes, x.Told.Of)
	}
	for threshold, want := range map[float64]string{ // answered of those in scope, wrong of what is answered, look-alikes told
		0.4:  "5/5 6/8 3/4",
		0.7:  "4/5 3/5 1/4",
		0.99: "1/5 1/2 1/4",
	} {
		if got[threshold] != want {
			t.Errorf("at %v: got %q, want %q", threshold, got[threshold], want)
		}
	}
	plain := run(t, base(t, map[knowledge.Lang]string{"en": english}), script{"one": to("service/passport")})
	if len(plain.Risk) != 0 {
		t.Errorf("a matcher without probabilities has a table of risk: %v", plain.Risk)
	}
}

func TestConfusionsNameAnExampleAndNoWords(t *testing.T) {
	t.Parallel()
	r := run(t, base(t, map[knowledge.Lang]string{"en": english}), understood)
	var pairs []string
	for _, c := range r.Confusions {
		pairs = append(pairs, fmt.Sprintf("%d %s > %s (%s %s)", c.Count, c.Wanted, c.Got, c.Lang, c.Example))
	}
	want := []string{
		"1 answer/taxes > service/pension (en eval-4)",
		"1 fee/passport > service/passport (en eval-2)",
		"1 none > answer/crisis (en eval-crisis-no-1)",
	}
	if !slices.Equal(pairs, want) {
		t.Errorf("got %q, want %q", pairs, want)
	}
	var text bytes.Buffer
	if err := r.Text(&text); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"three", "seven", "eight"} {
		if strings.Contains(text.String(), word) {
			t.Errorf("the report holds the words of a question, %q:\n%s", word, &text)
		}
	}
}

func TestAnswersShortOfExamples(t *testing.T) {
	t.Parallel()
	var lines strings.Builder
	for i := range 12 {
		fmt.Fprintf(&lines, `{"id": "p-%d", "text": "p %d", "service": "passport", "aspect": "fee", "origin": "synthetic"}`+"\n", i, i)
		if i < 7 {
			fmt.Fprintf(&lines, `{"id": "t-%d", "text": "t %d", "answer": "taxes", "origin": "synthetic"}`+"\n", i, i)
		}
		fmt.Fprintf(&lines, `{"id": "eval-%d", "text": "e %d", "service": "pension", "origin": "synthetic"}`+"\n", i, i)
	}
	r := run(t, base(t, map[knowledge.Lang]string{"en": lines.String()}), script{})
	got := map[string]string{}
	for _, s := range r.Short {
		if s.Lang == "en" {
			got[s.What] = fmt.Sprintf("%s %d", s.Level, s.Examples)
		}
	}
	for what, want := range map[string]string{"service/passport": "", "aspect/fee": "", "answer/taxes": "note 7", "service/pension": "warning 0"} {
		if got[what] != want {
			t.Errorf("%s: got %q, want %q", what, got[what], want)
		}
	}
}

func TestALanguageThatIsFarBehindFails(t *testing.T) {
	t.Parallel()
	line := `{"id": "eval-1", "text": "%s", "service": "passport", "origin": "synthetic"}`
	b := base(t, map[knowledge.Lang]string{"en": fmt.Sprintf(line, "one"), "az": fmt.Sprintf(line, "bir")})
	r := run(t, b, script{"one": to("service/passport")})
	if len(r.Gaps) != 1 || r.Gaps[0].Lang != "az" || r.Gaps[0].Best != "en" || len(r.Failures()) != 1 {
		t.Errorf("gaps %+v, failures %q; want az behind en, and one failure", r.Gaps, r.Failures())
	}
	r = run(t, b, script{"one": to("service/passport"), "bir": to("service/passport")})
	if len(r.Gaps) != 0 || len(r.Failures()) != 0 {
		t.Errorf("both languages are understood, got gaps %+v, failures %q", r.Gaps, r.Failures())
	}
}

func TestNothingHeldAside(t *testing.T) {
	t.Parallel()
	_, err := questions.Run(context.Background(), questions.Config{Base: base(t, nil), Matcher: script{}})
	if !errors.Is(err, questions.ErrNoQuestions) {
		t.Errorf("got %v, want %v", err, questions.ErrNoQuestions)
	}
}

func TestWanted(t *testing.T) {
	t.Parallel()
	b := base(t, nil)
	for _, c := range []struct {
		label knowledge.Example
		want  string
	}{
		{knowledge.Example{Service: "passport"}, "service/passport"},
		{knowledge.Example{Service: "passport", Aspect: "overview"}, "service/passport"},
		{knowledge.Example{Service: "passport", Aspect: "hours"}, "where/passport"},
		{knowledge.Example{Service: "passport", Aspect: "bribe"}, "answer/bribe"},
		{knowledge.Example{Aspect: "bribe"}, "answer/bribe"},
		{knowledge.Example{Aspect: "fee"}, "fee/pension"},
		{knowledge.Example{Aspect: "hours"}, "offices answer/opening-hours where/pension"},
		{knowledge.Example{Answer: "taxes"}, "answer/taxes"},
		{knowledge.Example{Answer: "opening-hours"}, "answer/opening-hours offices"},
		{knowledge.Example{Event: "new-baby"}, "event/new-baby"},
		{knowledge.Example{None: true}, ""},
	} {
		var got []string
		for _, s := range questions.Wanted(b, &c.label, "pension") {
			got = append(got, string(s))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: got %q, want %q", c.label, got, c.want)
		}
	}
}

func TestACommandIsNoAnswer(t *testing.T) {
	t.Parallel()
	r := run(t, base(t, map[knowledge.Lang]string{"en": english}), script{"one": {Command: dialog.Stop}, "six": {Command: dialog.Home}})
	if g := r.Groups[0]; g.Wrong.Yes != 2 || g.Told.Yes != 1 {
		t.Errorf("a command taken for two questions: got %d wrong, %d look-alikes told; want 2, 1", g.Wrong.Yes, g.Told.Yes)
	}
}
