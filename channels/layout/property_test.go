package layout

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/plainline/plainline/dialog"
)

// scripted makes a reply of a script: blocks divided by "|", rows by ";", "#" an amount, "@" an address.
func scripted(blocks, ask, options string, end bool) *dialog.Reply {
	r := &dialog.Reply{Lang: "az", End: end, Prompt: dialog.Prompt{Kind: dialog.Choice, Ask: scriptedText(ask)}}
	for i, part := range strings.Split(blocks, "|") {
		lead, rows, _ := strings.Cut(part, ";")
		b := dialog.Block{Kind: dialog.BlockKind(i%6 + 1), Text: scriptedText(lead)}
		if b.Kind == dialog.Link {
			b.URL = "https://asan.gov.az/az/" + strings.ReplaceAll(rows, " ", "-")
		} else if rows != "" {
			for _, row := range strings.Split(rows, ";") {
				label, value, _ := strings.Cut(row, "=")
				b.Rows = append(b.Rows, dialog.Row{Label: scriptedText(label), Value: scriptedText(value)})
			}
		}
		r.Blocks = append(r.Blocks, b)
	}
	for _, o := range strings.Split(options, "|") {
		r.Prompt.Options = append(r.Prompt.Options, dialog.Option{Label: scriptedText(o)})
	}
	return r
}

func scriptedText(s string) dialog.Text {
	if !strings.ContainsAny(s, "#@") {
		return plain(s)
	}
	var parts []any
	for s != "" {
		at := strings.IndexAny(s, "#@")
		if at < 0 {
			parts = append(parts, s)
			break
		}
		parts = append(parts, s[:at])
		if s[at] == '#' {
			parts = append(parts, azn(int64(at)*12_345_50))
		} else {
			parts = append(parts, dialog.Value{Kind: dialog.Address, Text: "Bakı, Zərifə Əliyeva 47, " + s[:at]})
		}
		s = s[at+1:]
	}
	return text(parts...)
}

// checkPages holds the pages of a reply against every promise of the package.
func checkPages(t *testing.T, w *Writer, r *dialog.Reply, f Frame, b Budget) {
	t.Helper()
	pages := Pages(w, r, f, b)
	wide := b
	wide.Septets, wide.Units = 1<<20, 1<<19
	want := newSheet(w, r, f, wide, allPages).rest

	s := newSheet(w, r, f, b, allPages)
	var got strings.Builder
	for i, p := range pages {
		if p.Number != i+1 || p.Of != len(pages) || p.More != (i+1 < len(pages)) {
			t.Fatalf("page %d of %d calls itself %d of %d, more %v", i+1, len(pages), p.Number, p.Of, p.More)
		}
		if !p.Size.Fits() {
			t.Fatalf("page %d is over the budget %+v: %+v\n%q", i+1, b, p.Size, p.Text)
		}
		checkClean(t, p.Text, b)
		if i < 3 || !p.More { // later pages cost the square of their number
			alone := Screen(w, r, f, b, i)
			if alone.Of = p.Of; alone != p {
				t.Fatalf("Screen(%d) = %+v\nPages()[%d] = %+v", i, alone, i, p)
			}
		}
		before := len(s.rest)
		if again := s.next(false); again.Text != p.Text {
			t.Fatalf("page %d is not the same when made again: %q, %q", i+1, p.Text, again.Text)
		}
		got.WriteString(body(t, s, p))
		if p.More {
			if len(s.rest) >= before {
				t.Fatalf("page %d shows nothing", i+1)
			}
			checkBreak(t, s, want, len(want)-len(s.rest))
		}
	}
	if g, w := squeeze(got.String()), squeeze(string(appendShown(nil, want, Budget{}))); g != w {
		t.Fatalf("pages joined = %q\nwant %q", g, w)
	}
	if len(pages) > utf8.RuneCount(want)+1 {
		t.Fatalf("%d pages for %d characters", len(pages), utf8.RuneCount(want))
	}
}

// body takes the tail off a page.
func body(t *testing.T, s *sheet, p Page) string {
	t.Helper()
	tails := []tail{s.more}
	if !p.More {
		tails = s.ends[:s.nEnds]
	}
	for _, c := range tails {
		shown := string(appendShown(nil, c.text, s.b))
		switch {
		case p.Text == shown:
			return ""
		case shown != "" && strings.HasSuffix(p.Text, "\n"+shown):
			return strings.TrimSuffix(p.Text, "\n"+shown)
		}
	}
	return p.Text
}

func checkClean(t *testing.T, text string, b Budget) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Fatalf("not valid UTF-8: %q", text)
	}
	if b.CRLF {
		if strings.Count(text, "\r\n") != strings.Count(text, "\n") {
			t.Fatalf("a bare line break: %q", text)
		}
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	for _, r := range text {
		if r != '\n' && r != 0x200C && r != 0x200D && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == nbsp) {
			t.Fatalf("%U on a page: %q", r, text)
		}
	}
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != line || line == "" && text != "" {
			t.Fatalf("a line with blanks at an end, or none: %q in %q", line, text)
		}
	}
}

// checkBreak says whether a page may end before the byte at of text: between words, or inside a piece that is itself longer
// than a page.
func checkBreak(t *testing.T, s *sheet, text []byte, at int) {
	t.Helper()
	for deepest := atWords; deepest <= inWords; deepest++ {
		if deepest < inWords && (separator(text[at:], deepest) > 0 || separatorBefore(text[:at], deepest)) {
			return
		}
		from, to := at, at
		for from > 0 && !separatorUpTo(text[:from], deepest) {
			from--
		}
		for to < len(text) && separatorAt(text[to:], deepest) == 0 {
			to++
		}
		if deepest == inWords {
			checkCluster(t, s, text[from:to], at-from)
			return
		}
		if fitsPage(s, text[from:to]) {
			t.Fatalf("a page ends inside %q, at byte %d, which fits a page", text[from:to], at-from)
		}
	}
}

// checkCluster says whether a word is cut between graphemes, or in one that is longer than a page.
func checkCluster(t *testing.T, s *sheet, word []byte, at int) {
	t.Helper()
	for rest, state, done := word, -1, 0; len(rest) > 0; {
		var cluster []byte
		cluster, rest, _, state = uniseg.FirstGraphemeCluster(rest, state)
		if done+len(cluster) > at && done < at && fitsPage(s, cluster) {
			t.Fatalf("the grapheme %q in %q is cut", cluster, word)
		}
		done += len(cluster)
	}
}

// fitsPage says whether a piece fits under the longest tail.
func fitsPage(s *sheet, piece []byte) bool {
	for _, c := range append(s.ends[:s.nEnds:s.nEnds], s.more) {
		p := newPager(s.b, c.gauge)
		if !p.fitsAlone(piece) {
			return false
		}
	}
	return true
}

func separatorBefore(text []byte, at level) bool {
	return len(text) > 0 && separator(text[len(text)-1:], at) > 0 || len(text) > 1 && separator(text[len(text)-2:], at) == 2
}

func separatorUpTo(text []byte, deepest level) bool {
	for at := atWords; at <= min(deepest, inValues); at++ {
		if separatorBefore(text, at) {
			return true
		}
	}
	return false
}

func separatorAt(text []byte, deepest level) int {
	for at := atWords; at <= min(deepest, inValues); at++ {
		if n := separator(text, at); n > 0 {
			return n
		}
	}
	return 0
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// testBudgets are the profiles and some that gateways might think of.
func testBudgets() []Budget {
	return append(Profiles(),
		Budget{Name: "crlf", Septets: 160, Units: 70, Fold: true, CRLF: true, PrefixCounts: true},
		Budget{Name: "small", Septets: 60, Units: 40, Fold: true},
		Budget{Name: "ucs2", Septets: 80, Units: 80},
	)
}

var seeds = []string{
	"", "Salam", "15 yaşı tamam olmuş # hər kəs|Rüsum;10 günə=#;3 günə=#|@|ev;yol|Diqqət!",
	strings.Repeat("şəxsiyyət ", 90), strings.Repeat("ə", 400), strings.Repeat("€[]", 100), strings.Repeat("👩‍👩‍👧‍👦", 40),
	"e" + strings.Repeat("\u0301", 300) + " son", "a\u202Eb\x00\x1f\v\xff\u00A0\u2028 10 000 000 “x” — …", strings.Repeat("न\u094dम\u0938\u094d\u0924\u0947 ", 30),
	strings.Repeat("12 ", 100), "\x1f\x1f|;;=|#@#@;@=@;#=#", strings.Repeat("uzun söz ", 6) + strings.Repeat("x", 200) + " son",
}

func TestPagesOfSeeds(t *testing.T) {
	t.Parallel()
	writers := []*Writer{NewWriter(az()), NewWriter(en()), NewWriter(ru())}
	frames := []Frame{{}, azFrame, {More: "98 далее", Back: "0 назад", Person: "9 человек", SourceLine: plain("Источник: asan.gov.az")}, {More: "m", Back: strings.Repeat("geri ", 6)}}
	for _, b := range testBudgets() {
		for _, w := range writers {
			for _, f := range frames {
				for i, s := range seeds {
					checkPages(t, w, scripted(s, seeds[(i+1)%len(seeds)], seeds[(i+2)%len(seeds)], i%5 == 0), f, b)
				}
			}
		}
	}
}

func FuzzPages(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+3)%len(seeds)], seeds[(i+5)%len(seeds)], "98 ardı", "0 geri", "9 əməkdaş", uint8(i), i%3 == 0)
	}
	writers := []*Writer{NewWriter(az()), NewWriter(ru())}
	budgets := testBudgets()
	f.Fuzz(func(t *testing.T, blocks, ask, options, more, back, person string, which uint8, end bool) {
		frame := Frame{More: more, Back: back, Person: person, SourceLine: plain(ask)}
		checkPages(t, writers[int(which)%2], scripted(blocks, ask, options, end), frame, budgets[int(which)%len(budgets)])
	})
}

func FuzzScreen(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, 160, 80, 1)
	}
	w := NewWriter(az())
	f.Fuzz(func(t *testing.T, script string, septets, units, page int) {
		b := Budget{Septets: septets % 400, Units: units % 400, Fold: true}
		p := Screen(w, scripted(script, script, script, false), azFrame, b, page%1000)
		if !utf8.ValidString(p.Text) {
			t.Errorf("Screen gave text that is not UTF-8: %q", p.Text)
		}
		if b.Septets > 2*prefixLen && b.Units > 2*prefixLen && !p.Size.Fits() {
			t.Errorf("Screen with %+v is over the budget: %+v %q", b, p.Size, p.Text)
		}
	})
}
