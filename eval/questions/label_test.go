package questions_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/plainline/plainline/eval/questions"
	"github.com/plainline/plainline/knowledge"
)

func TestPendingOrdersByDoubt(t *testing.T) {
	t.Parallel()
	b := base(t, map[knowledge.Lang]string{"en": `{"id": "a", "text": "Known already", "service": "passport", "origin": "real"}`})
	m := script{"sure": sure(to("service/passport"), 0.9), "even": sure(to("service/passport"), 0.52), "unlikely": sure(to("service/passport"), 0.3)}
	var list []questions.Doubtful
	for _, text := range []string{"sure", "unlikely", "known  already", "even", "EVEN", "nothing"} {
		list = append(list, questions.Doubtful{At: noon, Lang: "en", Text: text})
	}
	list = append(list, questions.Doubtful{At: noon, Lang: "fr", Text: "bonjour"})
	list = append(list, questions.Doubtful{At: noon, Lang: "en", Text: "kept", Targets: among("office/centre fee/passport").Targets, Probability: 0.75})
	var got []string
	for _, d := range questions.Pending(b, m, list) {
		got = append(got, fmt.Sprint(d.Text, d.Targets))
	}
	if want := []string{"even[service/passport]", "unlikely[service/passport]", "kept[fee/passport]", "sure[service/passport]", "nothing[]"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLabelling(t *testing.T) {
	t.Parallel()
	b := base(t, nil)
	pending := []questions.Doubtful{
		{Lang: "en", Text: "first", Targets: among("fee/passport answer/taxes").Targets},
		{Lang: "en", Text: "second"},
		{Lang: "az", Text: "üçüncü"},
		{Lang: "en", Text: "fourth\x1b[2J"},
		{Lang: "en", Text: "fifth"},
		{Lang: "en", Text: "never reached"},
	}
	var kept []string
	var out bytes.Buffer
	l := questions.Labelling{Base: b, Out: &out, In: strings.NewReader("1\n9\nno/such\nevent/new-baby\nn\n\nq\n"), Keep: func(l knowledge.Lang, e *knowledge.Example) error {
		e.ID = fmt.Sprint("real-", len(kept)+1)
		kept = append(kept, fmt.Sprintf("%s %s %s: %s %s %s %v", l, e.ID, e.Origin, e.Text, e.Aspect+"/"+string(e.Service), e.Event, e.None))
		return nil
	}}
	n, err := l.Run(pending)
	want := []string{
		"en real-1 real: first fee/passport  false",
		"en real-2 real: second / new-baby false",
		"az real-3 real: üçüncü /  true",
	}
	if err != nil || n != 3 || !slices.Equal(kept, want) {
		t.Errorf("kept %d %q, error %v; want %q", n, kept, err, want)
	}
	for _, s := range []string{"1 of 6, en: first", "1  Passport of a citizen: Fee", "2  ", "nothing was understood", "write a number; a label"} {
		if !strings.Contains(out.String(), s) {
			t.Errorf("the editor does not see %q in\n%s", s, &out)
		}
	}
	if strings.Contains(out.String(), "\x1b") {
		t.Error("the terminal is sent an escape sequence that a person typed")
	}
}

func TestLabel(t *testing.T) {
	t.Parallel()
	b := base(t, nil)
	for text, want := range map[string]*knowledge.Example{
		"service/passport": {Service: "passport"},
		"fee/passport":     {Service: "passport", Aspect: "fee"},
		"hours/passport":   {Service: "passport", Aspect: "hours"},
		"fee":              {Aspect: "fee"},
		"for/fee":          {Aspect: "fee"},
		"offices":          {Aspect: "hours"},
		"answer/taxes":     {Answer: "taxes"},
		"event/new-baby":   {Event: "new-baby"},
		"fee/nothing":      nil,
		"office/centre":    nil,
		"answer/passport":  nil,
		"help":             nil,
		"for/for/for":      nil,
		"":                 nil,
	} {
		got := questions.Label(b, text)
		if (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Errorf("Label(%q) = %+v, want %+v", text, got, want)
		}
	}
}

func TestNextID(t *testing.T) {
	t.Parallel()
	list := []*knowledge.Example{{ID: "fee-9"}, {ID: "real-3"}, {ID: "real-12"}, {ID: "real-x"}, {ID: "eval-real-99"}}
	if got := questions.NextID(list); got != "real-13" {
		t.Errorf("got %q, want real-13", got)
	}
	if e := (&knowledge.Example{ID: questions.NextID(nil)}); e.ID != "real-1" || e.Held() {
		t.Errorf("the first id is %q, held aside: %v", e.ID, e.Held())
	}
}
