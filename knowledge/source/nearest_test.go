package source_test

import (
	"strings"
	"testing"

	"github.com/plainline/plainline/knowledge/source"
)

func TestNearest(t *testing.T) {
	t.Parallel()
	words := []string{"currency", "languages", "title", "until"}
	tests := []struct{ word, want string }{
		{"curency", "currency"}, {"untli", "until"}, {"Title", "title"}, {"language", "languages"}, {"xyz", ""}, {"", ""},
	}
	for _, test := range tests {
		if got := source.Nearest(test.word, words); got != test.want {
			t.Errorf("Nearest(%q) = %q, want %q", test.word, got, test.want)
		}
	}
	if got := source.DidYouMean("xyz", words); got != "write one of: currency, languages, title, until" {
		t.Errorf("got %q", got)
	}
}

func TestSlips(t *testing.T) {
	t.Parallel()
	tests := []struct {
		a, b  string
		slips int
	}{
		{"", "", 0}, {"a", "", 1}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"abc", "acb", 1}, {"abc", "ab", 1}, {"abc", "xabc", 1},
		{"abcd", "badc", 2}, {"kitten", "sitting", 3}, {"мама", "папа", 2},
		{strings.Repeat("a", 40), strings.Repeat("a", 39) + "b", 1}, {strings.Repeat("ab", 20), strings.Repeat("ab", 18) + "ba", 2},
	}
	for _, test := range tests {
		for limit := range 5 {
			for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
				if got := source.Slips([]rune(pair[0]), []rune(pair[1]), limit); min(got, limit) != min(test.slips, limit) {
					t.Errorf("%q and %q are %d slips apart, counted up to %d, want %d", pair[0], pair[1], got, limit, test.slips)
				}
			}
		}
	}
}
