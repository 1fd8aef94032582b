package layout

import (
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
)

func say(t dialog.Text) *dialog.Reply {
	return &dialog.Reply{Blocks: []dialog.Block{{Kind: dialog.Say, Text: t}}}
}

// A text may fit under "98" and not under the way back: then there is another page, never a page without its tail.
func TestLastPageKeepsItsTail(t *testing.T) {
	t.Parallel()
	w := NewWriter(en())
	f := Frame{More: "98", Back: "0 back to the menu before this"}
	for n := 20; n < 60; n++ {
		r := say(plain(strings.TrimSpace(strings.Repeat("abc ", n))))
		pages := Pages(w, r, f, USSD160())
		for i, p := range pages {
			want := "\n98"
			if i == len(pages)-1 {
				want = "\n" + f.Back
			}
			if !strings.HasSuffix(p.Text, want) {
				t.Errorf("%d words: page %d of %d = %q, want it to end with %q", n, i+1, len(pages), p.Text, want)
			}
		}
		checkPages(t, w, r, f, USSD160())
	}
}

func TestTails(t *testing.T) {
	t.Parallel()
	w := NewWriter(en())
	long := plain(strings.TrimSpace(strings.Repeat("abc ", 60)))
	tests := []struct {
		name        string
		f           Frame
		end         bool
		first, last string
	}{
		{"two parts", Frame{More: "98 more", Back: "0 back", Person: "9 person"}, false, "abc\n98 more 0 back", "abc\n0 back 9 person"},
		{"only what is needed more", Frame{More: "98 further pages", Back: "0 back", Person: "9 operators"}, false, "abc\n98 further pages", "abc\n0 back"},
		{"nowhere to go back to", Frame{More: "98 more", Person: "9 person"}, false, "abc\n98 more", "abc\n9 person"},
		{"the talk ends", Frame{More: "98 more", Back: "0 back", Person: "9 person"}, true, "abc\n98 more 0 back", "abc"},
		{"none", Frame{}, false, "abc", "abc"},
		{"foreign line breaks", Frame{More: " 98\u2028more\n", Back: "0\nback\u2028"}, false, "abc\n98 more 0 back", "abc\n0 back"},
	}
	for _, test := range tests {
		r := say(long)
		r.End = test.end
		pages := Pages(w, r, test.f, USSD160())
		first, last := pages[0].Text, pages[len(pages)-1].Text
		if !strings.HasSuffix(first, test.first) || !strings.HasSuffix(last, test.last) {
			t.Errorf("%s: pages end %q and %q, want %q and %q", test.name, first, last, test.first, test.last)
		}
	}
}

func TestWholes(t *testing.T) {
	t.Parallel()
	w := NewWriter(az())
	address := dialog.Value{Kind: dialog.Address, Text: "Bakı şəhəri, Nəsimi rayonu, Zərifə Əliyeva 47"}
	for n := range 60 {
		lead := strings.Repeat("x", n) + " "
		for _, whole := range []struct {
			t    dialog.Text
			want string
		}{
			{text(lead, azn(1_234_567_50)), "1 234 567,50 manat"},
			{text(lead, address), "Baki seheri, Nesimi rayonu, Zerife Eliyeva 47"},
			{plain(lead + "12 345 678"), "12 345 678"},
			{text(lead, dialog.Value{Kind: dialog.Day, Date: 20261121}), "21 noyabr 2026"},
		} {
			b := Budget{Septets: 70, Units: 40, Fold: true}
			all := ""
			for _, p := range Pages(w, say(whole.t), Frame{More: "98 ardı"}, b) {
				all += p.Text + "\x00"
			}
			if !strings.Contains(all, whole.want) {
				t.Errorf("after %d letters %q is cut: %q", n, whole.want, all)
			}
		}
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()
	w := NewWriter(en())
	r := &dialog.Reply{Prompt: dialog.Prompt{Ask: plain("Which office?")}}
	for range 12 {
		r.Prompt.Options = append(r.Prompt.Options, dialog.Option{Label: plain("ASAN\u2028centre\nnear you")})
	}
	var lines []string
	for _, p := range Pages(w, r, Frame{More: "98 more"}, USSD140()) {
		for line := range strings.SplitSeq(p.Text, "\n") {
			if line != "98 more" {
				lines = append(lines, line)
			}
		}
	}
	want := "Which office?"
	for _, key := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "10", "11", "12", "13"} {
		want += "|" + key + " ASAN centre near you"
	}
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("options = %q\nwant %q", got, want)
	}
}

// A question never stands at the end of a page without its first option.
func TestQuestionStaysWithFirstOption(t *testing.T) {
	t.Parallel()
	w := NewWriter(en())
	for n := 1; n < 200; n++ {
		r := say(plain(strings.TrimSpace(strings.Repeat("ab ", n))))
		r.Prompt = dialog.Prompt{Ask: plain("What next?"), Options: []dialog.Option{{Label: plain("Go on")}, {Label: plain("Stop")}}}
		found := false
		for _, p := range Pages(w, r, Frame{More: "98 more"}, USSD160()) {
			found = found || strings.Contains(p.Text, "What next?\n1 Go on")
		}
		if !found {
			t.Errorf("after %d words the question stands alone: %+v", n, Pages(w, r, Frame{More: "98 more"}, USSD160()))
		}
	}
}

func TestPageOutOfRange(t *testing.T) {
	t.Parallel()
	w, r := NewWriter(az()), idCard()
	pages := Pages(w, r, azFrame, USSD160())
	for page, want := range map[int]Page{-1: pages[0], 0: pages[0], 99: pages[len(pages)-1], 1 << 40: pages[len(pages)-1]} {
		if got := Screen(w, r, azFrame, USSD160(), page); got.Text != want.Text {
			t.Errorf("Screen(%d) = %q, want %q", page, got.Text, want.Text)
		}
	}
	if p := Screen(w, &dialog.Reply{}, Frame{}, USSD160(), 0); p.Text != "" || p.Of != 1 {
		t.Errorf("an empty reply = %+v, want one empty page", p)
	}
}

func TestCRLF(t *testing.T) {
	t.Parallel()
	b := USSD160()
	b.CRLF = true
	p := Screen(NewWriter(az()), idCard(), azFrame, b, 0)
	if want := "\r\n98 ardi 0 geri"; !strings.HasSuffix(p.Text, want) {
		t.Errorf("page = %q, want it to end with %q", p.Text, want)
	}
}

func TestShown(t *testing.T) {
	t.Parallel()
	w := NewWriter(az())
	in := text(" Qiyməti – ", azn(500), ".\n")
	for _, test := range []struct {
		b    Budget
		want string
	}{{USSD160(), "Qiymeti - 5 manat."}, {USSD160().Exact(), "Qiyməti - 5 manat."}} {
		if got := w.Shown(in, test.b); got != test.want {
			t.Errorf("Shown(%s) = %q, want %q", test.b.Name, got, test.want)
		}
	}
}
