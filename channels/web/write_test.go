package web

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
)

// A label stands before its value on the page as it does in a simulation, and a sign of its own is the only one.
func TestLabelsAreWrittenAsSimulated(t *testing.T) {
	t.Parallel()
	plain := func(s string) dialog.Text { return dialog.Text{Plain: s} }
	w := writer{layout.NewWriter(nil)}
	rows := []dialog.Row{{Label: plain("Lost it?"), Value: plain("come")}, {Label: plain("Bring:"), Value: plain("photos")}, {Label: plain("Open"), Value: plain("nine")}, {Label: plain("Alone?")}}
	p := page{Reply: reply{Notices: [][]piece{{{Text: "closed"}}}}, Words: words{Notice: "Note: "}}
	for _, b := range []dialog.Block{{Kind: dialog.Steps, Rows: rows}, {Kind: dialog.Link, Text: plain("More?"), URL: "town.example"}, {Kind: dialog.Link, Text: plain("More"), URL: "town.example"}} {
		p.Reply.Blocks = append(p.Reply.Blocks, w.block(&b))
	}
	var made strings.Builder
	if err := newPages()["chat.html"].Execute(&made, &p); err != nil {
		t.Fatal(err)
	}
	shown := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(made.String(), "")) + "\n" + p.text()
	for _, want := range []string{"Note: closed", "Lost it? come", "Bring: photos", "Open: nine", "More? town.example", "More: town.example"} {
		if n := strings.Count(shown, want); n != 2 {
			t.Errorf("%q is %d times in page and simulation, want 2:\n%s", want, n, shown)
		}
	}
}
