package layout

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var azFrame = Frame{More: "98 ardı", Back: "0 geri", Person: "9 əməkdaş"}

// idCard is a typical answer: a paragraph with values, a table, a source and four options.
func idCard() *dialog.Reply {
	return &dialog.Reply{
		Lang: "az", Code: "1",
		Blocks: []dialog.Block{
			{Kind: dialog.Say, Text: text("15 yaşı tamam olmuş hər bir vətəndaşa şəxsiyyət vəsiqəsi lazımdır. Adi qiyməti ", azn(500), ", müddəti ", duration(10, "working_day"), "dür.")},
			{Kind: dialog.Table, Text: plain("Rüsum:"), Rows: []dialog.Row{
				{Label: plain("10 günə"), Value: text(azn(500))},
				{Label: plain("3 günə"), Value: text(azn(2500))},
				{Label: plain("1 günə"), Value: text(azn(3500))},
			}},
			{Kind: dialog.Notice, Text: plain("Sabah “ASAN xidmət” bağlıdır.")},
		},
		Prompt: dialog.Prompt{Kind: dialog.Choice, Ask: plain("Daha nə lazımdır?"), Options: []dialog.Option{
			{ID: "documents/id-card", Label: plain("Sənədlər")}, {ID: "fee/id-card", Label: plain("Rüsum")},
			{ID: "time/id-card", Label: plain("Müddət")}, {ID: "where/id-card", Label: plain("Hara müraciət etmək")},
		}},
	}
}

// feeEn and feeRu are the same answer in two more languages.
func feeEn() *dialog.Reply {
	return &dialog.Reply{
		Lang: "en",
		Blocks: []dialog.Block{
			{Kind: dialog.Say, Text: text("An identity card costs ", azn(500), " and takes ", duration(10, "working_day"), ". You can have it sooner.")},
			{Kind: dialog.Steps, Text: plain("What to do:"), Rows: []dialog.Row{
				{Label: plain("Pay at a bank, a post office or online")}, {Label: plain("Visit any ASAN centre with your birth certificate and your parents’ cards")},
			}},
			{Kind: dialog.Place, Text: plain("ASAN centre No 1"), Rows: []dialog.Row{
				{Label: plain("Address"), Value: text(dialog.Value{Kind: dialog.Address, Text: "Baku, Zarifa Aliyeva street 47"})},
				{Label: plain("Hours"), Value: text("Mon–Sat ", dialog.Value{Kind: dialog.Time, Number: 540}, "–", dialog.Value{Kind: dialog.Time, Number: 1080})},
				{Label: plain("Phone"), Value: text(dialog.Value{Kind: dialog.Phone, Text: "012 465 90 90"})},
			}},
			{Kind: dialog.Link, Text: plain("Book a time"), URL: "https://asan.gov.az/en/online-queue"},
		},
		Prompt: dialog.Prompt{Kind: dialog.Choice, Ask: plain("What else?"), Options: []dialog.Option{
			{Label: plain("Documents")}, {Label: plain("How long it takes")}, {Label: plain("Where to apply")}, {Label: plain("Can somebody else apply for me")}, {Label: plain("Appeal")},
		}},
	}
}

func feeRu() *dialog.Reply {
	return &dialog.Reply{
		Lang: "ru",
		Blocks: []dialog.Block{
			{Kind: dialog.Notice, Text: plain("Центр № 2 закрыт до понедельника.")},
			{Kind: dialog.Say, Text: text("Удостоверение личности стоит ", azn(500), ", срок ", duration(10, "day"), ". Пенсионный возраст — ", duration(786, "age"), ".")},
		},
		Prompt: dialog.Prompt{Kind: dialog.Choice, Options: []dialog.Option{{Label: plain("Документы")}, {Label: plain("Куда обратиться")}}},
	}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	source := func(f Frame, s string) Frame {
		f.SourceLine = plain(s)
		return f
	}
	tests := []struct {
		name  string
		w     *Writer
		r     *dialog.Reply
		f     Frame
		short string // the profile
	}{
		{"az-folded-160", NewWriter(az()), idCard(), source(azFrame, "Mənbə: bpqmi.gov.az, 15.08.22"), ProfileUSSD160},
		{"az-exact-80", NewWriter(az()), idCard(), source(azFrame, "Mənbə: bpqmi.gov.az, 15.08.22"), ProfileUSSD160Exact},
		{"az-exact-70", NewWriter(az()), idCard(), source(azFrame, "Mənbə: bpqmi.gov.az, 15.08.22"), ProfileUSSD140Exact},
		{"en-182", NewWriter(en()), feeEn(), Frame{More: "98 more", Back: "0 back", Person: "9 person"}, ProfileUSSD182},
		{"ru-70", NewWriter(ru()), feeRu(), source(Frame{More: "98 далее", Back: "0 назад", Person: "9 человек"}, "По данным asan.gov.az на 01.11.26"), ProfileUSSD140},
	}
	for _, test := range tests {
		b, ok := Lookup(test.short)
		if !ok {
			t.Fatalf("%s: no profile %q", test.name, test.short)
		}
		checkPages(t, test.w, test.r, test.f, b)
		var got strings.Builder
		for _, p := range Pages(test.w, test.r, test.f, b) {
			fmt.Fprintf(&got, "== page %d of %d: %d of %d in %s\n%s\n", p.Number, p.Of, p.Size.Units, p.Size.Limit, p.Size.Alphabet, p.Text)
		}
		fmt.Fprintf(&got, "== plain\n%s\n", Plain(test.w, test.r, test.f))
		golden(t, filepath.Join("testdata", test.name+".txt"), got.String())
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
	}
}

func BenchmarkScreen(b *testing.B) {
	w, r := NewWriter(az()), idCard()
	f := azFrame
	f.SourceLine = plain("Mənbə: bpqmi.gov.az, 15.08.22")
	for _, budget := range []Budget{USSD160(), USSD160().Exact()} {
		b.Run(budget.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Screen(w, r, f, budget, 0)
			}
		})
	}
}
