package channeltest

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/session"
)

// arrives asks for answers of every kind and reads them to their end.
func (c Candidate) arrives(t *testing.T) {
	k := c.open(t, base(t), session.NewMemory(0))
	did(t, k, "reader", channels.Action{Dial: true})
	did(t, k, "reader", channels.Action{Input: "1"}) // English
	long := c.whole(t, k, "longtext")
	at := 0
	for i := range longWords {
		n := strings.Index(long[at:], word(i))
		if n < 0 {
			t.Fatalf("the word %d of %d is lost, or stands before another; around it: %.200q", i, longWords, long[max(0, at-40):])
		}
		at += n
	}
	if n := strings.Count(long, word(longWords/2)); n != 1 {
		t.Errorf("a word in the middle of a long text arrives %d times", n)
	}
	all := c.whole(t, k, "scripttext")
	for _, w := range scripts {
		if !strings.Contains(all, w) && (!c.Plain || !slices.ContainsFunc([]rune(w), latin)) {
			t.Errorf("%q (%+q) does not arrive whole in\n%s", w, w, all)
		}
	}
	labelled := strings.Join(strings.Fields(c.whole(t, k, "labeltext")), " ")
	for _, want := range labels {
		if want += "20"; !strings.Contains(labelled, want) {
			t.Errorf("%q does not arrive in %q", want, labelled)
		}
	}
	for _, question := range []string{"passport documents", "passport fee", "passport steps", "passport where", "offices", "taxes", "9"} {
		if text := c.whole(t, k, question); strings.TrimSpace(text) == "" {
			t.Errorf("%q is answered with silence", question)
		}
	}
}

// noMore is how the small base says that a text has come to its end.
const noMore = "No more"

// latin says whether an alphabet of seven bits may bring a letter to another.
func latin(r rune) bool { return r < 0x600 && r > 0x7f }

// whole says something and reads the answer to its end.
func (c Candidate) whole(t *testing.T, k Taker, text string) string {
	t.Helper()
	var out strings.Builder
	shown := did(t, k, "reader", channels.Action{Input: text})
	for range 400 {
		for _, part := range append([]string{shown.Text}, shown.Further...) {
			if !utf8.ValidString(part) || strings.ContainsRune(part, utf8.RuneError) {
				t.Errorf("%q is answered with broken text: %q", text, part)
			}
			out.WriteString(part + "\n")
		}
		if k.More == "" {
			return out.String()
		}
		next := did(t, k, "reader", channels.Action{Input: k.More})
		if next.Text == shown.Text || strings.Contains(next.Text, noMore) {
			return out.String()
		}
		shown = next
	}
	t.Errorf("%q has no end", text)
	return out.String()
}
