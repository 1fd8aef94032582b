package numeral_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/plainline/plainline/knowledge/numeral"
	"github.com/plainline/plainline/knowledge/source"
)

// english is a small system with every device of the notation.
const english = `
nom:
  0: zero
  1: one
  2: two
  3: three
  4: four
  5: five
  6: six
  7: seven
  8: eight
  9: nine
  10: ten
  11: eleven
  12: "teen {rest}"
  20: "{times}-ty [{rest}]"
  100: "{times} hundred [and {rest}]"
  1000: {one: "a thousand [{rest}]", other: "{times} thousands [{rest}]"}
year:
  like: nom
  1100/100: "{times} hundred"
  1101/100: "{times} {rest}"
last:
  like: nom
  1: first
  10: tenth
  20: "{times:nom}-tieth"
  21: "{times:nom}-ty {rest}"
`

func read(text string) (numeral.System, []source.Finding) {
	var s numeral.System
	d := source.NewDecoder()
	if n := source.ParseYAML("n.yaml", []byte(text), &d.Report); n != nil {
		s.DecodeNode(n, d)
	}
	return s, d.Findings()
}

func plural(n int64) string {
	if n == 1 {
		return "one"
	}
	return "other"
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	s, findings := read(english)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	tests := []struct {
		table string
		n     int64
		want  string
	}{
		{"nom", 0, "zero"}, {"nom", 9, "nine"}, {"nom", 11, "eleven"}, {"nom", 15, "teen|five"}, {"nom", 20, "two|-ty"},
		{"nom", 47, "four|-ty|seven"}, {"nom", 100, "one|hundred"}, {"nom", 305, "three|hundred|and|five"}, {"nom", 1000, "a thousand"},
		{"nom", 4020, "four|thousands|two|-ty"}, {"nom", 1_000_000, "a thousand|thousands"},
		{"year", 1100, "eleven|hundred"}, {"year", 1947, "teen|nine|four|-ty|seven"}, {"year", 1900, "teen|nine|hundred"}, {"year", 7, "seven"},
		{"last", 1, "first"}, {"last", 30, "three|-tieth"}, {"last", 31, "three|-ty|first"}, {"last", 121, "first|hundred|and|two|-ty|first"},
	}
	for _, test := range tests {
		words, ok := s.Append(nil, test.table, test.n, plural)
		if got := strings.Join(words, "|"); got != test.want || !ok {
			t.Errorf("%s %d is %q, %v; want %q", test.table, test.n, got, ok, test.want)
		}
	}
	for _, name := range s.Names() {
		if n, _, gap := s.Gap(name, plural); gap {
			t.Errorf("%s has no words for %d", name, n)
		}
	}
	if _, ok := s.Append(nil, "nom", -1, plural); ok {
		t.Error("a number below nothing has words")
	}
	if got := s.Pick("last", "f"); got != "last" || s.Pick("gen", "f") != "nom" {
		t.Errorf("picked %q and %q", got, s.Pick("gen", "f"))
	}
}

func TestMistakesInNumbers(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{"x", "the tables of numbers are not there"},
		{"nom: x", "a text stands where lines of numbers belong"},
		{"nom: {twenty: x}", `"twenty" is no number`},
		{"nom: {20/7: x}", `"20/7" is no number`},
		{"nom: {20: '{tims} x'}", "the slot {tims} means nothing here"},
		{"nom: {20: '{times:gen}'}", `there is no table of numbers "gen"`},
		{"nom: {20: '{times'}", "is no slot"},
		{"nom: {20: 'a [{rest}'}", "the bracket is not closed"},
		{"nom: {20: 'a ]'}", `the sign "]" has no partner`},
		{"nom: {5: 'a {rest}'}", "a line below 10 has nothing to divide"},
		{"nom: {20: {some: a, other: b}}", `"some" is no plural category`},
		{"nom: {20: {one: a}}", "the plural category other is missing"},
		{"nom: {like: gen, 1: one}", `the table "nom" cannot be like "gen"`},
		{"nom: {like: gen}\ngen: {like: nom}", `cannot be like`},
	}
	for _, test := range tests {
		_, findings := read(test.text)
		if got := fmt.Sprint(findings); !strings.Contains(got, test.want) {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestGap(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int64{
		"nom: {0: a, 1: b, 3: d}": 2, "nom: {1: a}": 0, strings.Replace(english, "  100: ", "  300: ", 1): 100,
		strings.Replace(english, "  7: seven\n", "", 1): 7, strings.Replace(english, "[and {rest}]", "", 1): 101,
	} {
		s, _ := read(text)
		if n, _, found := s.Gap("nom", plural); !found || n != want {
			t.Errorf("%.40s…: the first number without words is %d, %v; want %d", text, n, found, want)
		}
	}
}

func FuzzNumbers(f *testing.F) {
	f.Add(english, int64(1947))
	f.Add("nom: {0: a, 10: '{times}{times}{rest}{rest}'}", int64(1)<<60)
	f.Add("nom: {10/10: '{times:b}'}\nb: {like: nom}", int64(99))
	f.Fuzz(func(t *testing.T, text string, n int64) {
		s, _ := read(text)
		for _, name := range s.Names() {
			if words, _ := s.Append(nil, name, n, plural); len(words) > 200 {
				t.Errorf("%d has %d words", n, len(words))
			}
		}
	})
}
