package sms_test

import (
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/channels/sms"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

var noon = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

var sample = sync.OnceValue(func() *channels.Edition {
	b := knowledgetest.Sample()
	return channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
})

// answer gives what is promised of a place.
func answer(e *channels.Edition, lang knowledge.Lang, spot dialog.Spot) (channels.Promised, dialog.Reply) {
	s := dialog.Session{Lang: lang, Trail: []dialog.Spot{"home", spot}, Flags: dialog.Texts}
	return channels.Promised{Effect: dialog.Effect{Kind: dialog.TextMe, Spot: spot}, Edition: e}, engine.Answer(e.Edition, &s, noon)
}

// parts says how many parts a text has on the air (3GPP TS 23.038 and 23.040).
func parts(text string) int {
	single, each := 160, 153
	size := layout.Measure(text, layout.Budget{Septets: 1 << 20, Units: 1 << 20})
	if size.Alphabet == layout.UCS2 {
		single, each = 70, 67
	}
	if size.Units <= single {
		return 1
	}
	return (size.Units + each - 1) / each
}

func TestEveryAnswerFitsThreeParts(t *testing.T) {
	t.Parallel()
	e := sample()
	count := map[int]int{}
	short := 0
	for _, lang := range e.Base.Languages {
		more := string(e.Writer(lang).AppendText(nil, e.MoreLine(lang)))
		for _, s := range e.Base.Services {
			for _, kind := range []string{"overview", "documents", "fee", "where", "steps", "time", "result", "law", "representation", "appeal", "complaint"} {
				_, r := answer(e, lang, dialog.Spot(kind+"/"+string(s.ID)))
				text := sms.Text(e, &r)
				n := parts(text)
				count[n]++
				if n > sms.Parts || !utf8.ValidString(text) || strings.TrimSpace(text) != text {
					t.Errorf("%s/%s in %s takes %d parts: %q", kind, s.ID, lang, n, text)
				}
				if !strings.Contains(text, r.Code) {
					t.Errorf("%s/%s in %s has no code %s: %q", kind, s.ID, lang, r.Code, text)
				}
				if strings.Contains(text, e.Writer(lang).Shown(e.MoreLine(lang), layout.USSD160())) {
					short++
				}
			}
		}
		if !strings.Contains(more, "108") {
			t.Errorf("%s: %q names no number", lang, more)
		}
	}
	t.Logf("parts: %v; %d do not hold the whole answer", count, short)
}

func TestAnSMSIsReadAlone(t *testing.T) {
	t.Parallel()
	e := sample()
	_, r := answer(e, "en", "fee/id-card")
	got := sms.Text(e, &r)
	for _, want := range []string{"ID card", "manat", r.Code} {
		if !strings.Contains(got, want) {
			t.Errorf("%q has no %q", got, want)
		}
	}
	if strings.Contains(got, "1 ") && strings.Contains(got, "98") {
		t.Errorf("%q has keys, and nothing can be pressed", got)
	}
	t.Log(got)
}

func TestALongAnswerIsCutAtALine(t *testing.T) {
	t.Parallel()
	e := sample()
	line := strings.Repeat("words of this line ", 4)
	r := dialog.Reply{Lang: "en", Code: "12F", Source: dialog.Source{Cite: "law.example", VerifiedOn: knowledge.DateOf(noon)}}
	for range 3 {
		rows := make([]dialog.Row, 4)
		for i := range rows {
			rows[i].Label.Plain = line + "end."
		}
		r.Blocks = append(r.Blocks, dialog.Block{Kind: dialog.Steps, Text: dialog.Text{Plain: "Lead"}, Rows: rows})
	}
	got := sms.Text(e, &r)
	lines := strings.Split(got, "\n")
	if parts(got) > sms.Parts || len(lines) < 3 || !strings.Contains(lines[len(lines)-1], "12F") || !strings.Contains(lines[len(lines)-2], "108") {
		t.Fatalf("%d parts, want at most three that end with the number and the source:\n%s", parts(got), got)
	}
	for _, l := range lines[:len(lines)-2] {
		if l != "Lead" && !strings.HasSuffix(l, "end.") {
			t.Errorf("the line %q is cut", l)
		}
	}
	r.Blocks = []dialog.Block{{Kind: dialog.Say, Text: dialog.Text{Plain: strings.Repeat("word ", 300)}}}
	if got = sms.Text(e, &r); parts(got) > sms.Parts || !strings.Contains(got, "108") || !strings.Contains(got, "12F") {
		t.Errorf("one long thought takes %d parts: %q", parts(got), got)
	}
}

func FuzzText(f *testing.F) {
	f.Add("One thought.", "A label", uint8(3))
	f.Add(strings.Repeat("ə", 500), "", uint8(0))
	f.Add(strings.Repeat("слово ", 100), "x", uint8(40))
	e := sample()
	f.Fuzz(func(t *testing.T, say, label string, rows uint8) {
		r := dialog.Reply{Lang: "ru", Code: "12F", Blocks: []dialog.Block{{Kind: dialog.Say, Text: dialog.Text{Plain: say}}, {Kind: dialog.Table}, {Kind: dialog.Notice, Text: dialog.Text{Plain: label}}}}
		for range rows {
			r.Blocks[1].Rows = append(r.Blocks[1].Rows, dialog.Row{Label: dialog.Text{Plain: label}, Value: dialog.Text{Plain: say}})
		}
		if got := sms.Text(e, &r); parts(got) > sms.Parts || !strings.Contains(got, "12F") {
			t.Errorf("%d parts: %q", parts(got), got)
		}
	})
}
