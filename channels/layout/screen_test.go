package layout

import (
	"testing"

	"github.com/plainline/plainline/dialog"
)

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

func TestPrint(t *testing.T) {
	w, r := NewWriter(az()), idCard()
	f := azFrame
	f.SourceLine = plain("Mənbə: bpqmi.gov.az, 15.08.22")
	for _, budget := range []Budget{USSD160(), USSD160().Exact()} {
		for _, p := range Pages(w, r, f, budget) {
			t.Logf("%d/%d %v %+v\n%s", p.Number, p.Of, p.More, p.Size, p.Text)
		}
	}
	t.Log(Plain(w, r, f))
}
