package telegram

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func edition() *channels.Edition {
	b := knowledgetest.Sample()
	return channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
}

func plain(s string) dialog.Text { return dialog.Text{Plain: s} }

// scripts are texts that are hard to cut: each has letters outside the first plane, or marks that stand on others.
var scripts = []string{"word ", "şəxsiyyət ", "удостоверение ", "بطاقة الهوية ", "पहचान पत्र ", "身分證明", "👨‍👩‍👧‍👦 ", "e\u0301t\u0301e\u0301 ", "𝔘𝔫𝔦 "}

func TestLongRepliesAreCutBetweenBlocks(t *testing.T) {
	t.Parallel()
	e := edition()
	for _, script := range scripts {
		long := strings.TrimSpace(strings.Repeat(script, 900/len(script)))
		endless := strings.TrimSpace(strings.Repeat(script, 12000/len(script)))
		r := dialog.Reply{Lang: "en", Code: "1F", Prompt: dialog.Prompt{Kind: dialog.Choice, Ask: plain("Which?"), Options: []dialog.Option{{ID: "fee/id-card", Label: plain(long)}, {ID: "home", Label: plain("Home")}}}}
		for range 6 {
			r.Blocks = append(r.Blocks, dialog.Block{Kind: dialog.Say, Text: plain(long)})
		}
		r.Blocks = append(r.Blocks,
			dialog.Block{Kind: dialog.Table, Text: plain("Prices"), Rows: []dialog.Row{{Label: plain(long), Value: plain("5")}, {Label: plain(long), Value: plain("6")}}},
			dialog.Block{Kind: dialog.Say, Text: plain(endless)},
			dialog.Block{Kind: dialog.Notice, Text: plain("closed today")})
		messages := lay(e, &r, true)
		var all strings.Builder
		for i, m := range messages {
			if n := units(m.Text); n > most || n == 0 || m.Text != strings.TrimSpace(m.Text) {
				t.Errorf("%q: message %d has %d units: %.60q…", script, i, n, m.Text)
			}
			if last := i == len(messages)-1; last != (len(m.Buttons) > 0) {
				t.Errorf("%q: message %d of %d has %d rows of buttons; they belong under the last", script, i, len(messages), len(m.Buttons))
			}
			checkStyles(t, &m)
			all.WriteString(m.Text + "\n")
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := squeeze(all.String()); strings.Count(got, squeeze(endless)) != 1 || strings.Count(got, squeeze(long)) < 8 || !strings.HasPrefix(got, "Pleasenote:closedtoday") {
			t.Errorf("%q: words were lost, or the notice is not first: %.80q…", script, got)
		}
	}
}

// checkStyles checks that every style is inside the text and cuts no character.
func checkStyles(t *testing.T, m *message) {
	t.Helper()
	text := utf16.Encode([]rune(m.Text))
	for _, s := range m.Styles {
		if s.Offset < 0 || s.Length <= 0 || s.Offset+s.Length > len(text) {
			t.Errorf("a style of %d units at %d is outside of %q", s.Length, s.Offset, m.Text)
			continue
		}
		for _, edge := range []int{s.Offset, s.Offset + s.Length} {
			if edge < len(text) && text[edge] >= 0xDC00 && text[edge] < 0xE000 {
				t.Errorf("a style of %q ends inside a character", m.Text)
			}
		}
	}
}

// What stands in a base may look like markup of any kind; it arrives letter for letter, and what turns texts around does not.
func TestWordsAreNeverMarkup(t *testing.T) {
	t.Parallel()
	e := edition()
	wicked := "*a* _b_ [c](http://d) <b>e</b> &amp; `f` ~g~ ||h||"
	r := dialog.Reply{Lang: "en", Blocks: []dialog.Block{
		{Kind: dialog.Say, Text: plain(wicked)}, {Kind: dialog.Steps, Text: plain(wicked), Rows: []dialog.Row{{Label: plain(wicked)}, {}}},
		{Kind: dialog.Link, Text: plain("More"), URL: "asan.gov.az"}, {Kind: dialog.Place, Text: plain("Office 1"), Rows: []dialog.Row{{Label: plain("Hours"), Value: plain("9 to 18")}}},
		{Kind: dialog.Say, Text: plain(" \u202eabc\x00\x07\xff ")}, {Kind: dialog.Say},
	}}
	m := lay(e, &r, false)
	if len(m) != 1 || strings.Count(m[0].Text, wicked) != 3 || strings.ContainsAny(m[0].Text, "\u202e\x00\x07\ufffd") {
		t.Fatalf("laid out as %+v", m)
	}
	for _, want := range []string{"More: asan.gov.az", "Office 1\nHours: 9 to 18", "abc"} {
		if !strings.Contains(m[0].Text, want) {
			t.Errorf("%q has no %q", m[0].Text, want)
		}
	}
	checkStyles(t, &m[0])
	if len(m[0].Buttons) != 1 || len(m[0].Buttons[0]) != 1 {
		t.Errorf("buttons are %v, want only that for a person", m[0].Buttons)
	}
}

// Every option of every place has a button that Telegram takes and that leads there, or at least has its number.
func TestButtonsFitAndLeadWhereTheySay(t *testing.T) {
	t.Parallel()
	e := edition()
	ids := []string{"home", "fee/id-card", "give/fee.child-passport.who/from-3", "do/erase", "choices/" + strings.Repeat("fee/a|", 30), strings.Repeat("ə", 40)}
	var options []dialog.Option
	for _, id := range ids {
		options = append(options, dialog.Option{ID: id, Label: plain(strings.Repeat("Şəxsiyyət ", 9))})
	}
	r := dialog.Reply{Lang: "en", Blocks: []dialog.Block{{Kind: dialog.Say, Text: plain("x")}}, Prompt: dialog.Prompt{Options: options}}
	m := lay(e, &r, true)
	fresh := dialog.Session{Offered: engine.Offered(options), Trail: []dialog.Spot{"home"}}
	old := dialog.Session{Offered: fresh.Offered + 1, Trail: []dialog.Spot{"home"}}
	for i, id := range ids {
		b := m[0].Buttons[i][0]
		if len(b.Data) > maxData || units(b.Label) > maxLabel+1 || !strings.HasPrefix(b.Label, string(rune('1'+i))+" ") {
			t.Errorf("the button of %q is %q with %q", id, b.Label, b.Data)
		}
		in := pressed(b.Data, &fresh)
		if len(in) != 1 || in[0].Option != id && in[0].Text != string(rune('1'+i)) {
			t.Errorf("the button of %q is read as %+v", id, in)
		}
		if in := pressed(b.Data, &old); in != nil && !lasting(in[0].Option) || in != nil && in[0].Option != id {
			t.Errorf("the old button of %q is read as %+v", id, in)
		}
	}
	if !strings.Contains(m[0].Text, "6 Şəxsiyyət") {
		t.Errorf("labels that no button can show are not in the message: %q", m[0].Text)
	}
}

func TestWaitsGrow(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "500ms", 1: "1s", 4: "8s", 7: "1m0s", 1000: "1m0s"} {
		if got := backoff(n).String(); got != want {
			t.Errorf("after failure %d: %s, want %s", n, got, want)
		}
	}
}
