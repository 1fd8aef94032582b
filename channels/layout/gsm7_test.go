package layout

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

func TestSeptets(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		n    int
		ok   bool
	}{
		{"", 0, true}, {"Salam", 5, true}, {"öÖüÜÇ", 5, true}, {"ΔΦΓΛΩΠΨΣΘΞ", 10, true},
		{`^{}\[~]|€`, 18, true}, {"\f", 2, true}, {"a\nb\r", 4, true},
		{"ə", 0, false}, {"ç", 0, false}, {"`", 0, false}, {"\u00A0", 0, false}, {"\x1b", 0, false}, {"Привет", 0, false}, {"😀", 0, false}, {"\xff", 0, false},
	}
	for _, test := range tests {
		if n, ok := septetsOf(test.text); n != test.n || ok != test.ok {
			t.Errorf("septetsOf(%q) = %d, %v, want %d, %v", test.text, n, ok, test.n, test.ok)
		}
	}
}

func TestMeasure(t *testing.T) {
	t.Parallel()
	prefixed := USSD160()
	prefixed.PrefixCounts = true
	tests := []struct {
		text string
		b    Budget
		want Size
	}{
		{"", USSD160(), Size{GSM7, 0, 0, 160}},
		{strings.Repeat("a", 182), USSD182(), Size{GSM7, 182, 160, 182}},
		{strings.Repeat("a", 160), USSD160(), Size{GSM7, 160, 140, 160}},
		{strings.Repeat("ə", 80), USSD160(), Size{UCS2, 80, 160, 80}},
		{"€", USSD160(), Size{GSM7, 2, 2, 160}},
		{"ə€😀", USSD140(), Size{UCS2, 4, 8, 70}},
		{"ab", prefixed, Size{GSM7, 6, 6, 160}},
		{"ə", prefixed, Size{UCS2, 5, 10, 80}},
	}
	for _, test := range tests {
		if got := Measure(test.text, test.b); got != test.want {
			t.Errorf("Measure(%q, %s) = %+v, want %+v", test.text, test.b.Name, got, test.want)
		}
	}
}

func TestLookup(t *testing.T) {
	t.Parallel()
	for _, b := range Profiles() {
		if got, ok := Lookup(b.Name); !ok || got != b {
			t.Errorf("Lookup(%q) = %+v, %v", b.Name, got, ok)
		}
	}
	if got, ok := Lookup(""); !ok || got.Name != ProfileUSSD160 {
		t.Errorf("Lookup of no name = %+v, %v, want the default", got, ok)
	}
	if got, ok := Lookup("telegraph"); ok {
		t.Errorf("Lookup(telegraph) = %+v, want none", got)
	}
}

// septetsOf counts the septets of a text in the GSM 7-bit default alphabet with its extension table; ok is false where
// the alphabet lacks a character.
func septetsOf(text string) (n int, ok bool) {
	for _, r := range text {
		cost := septets(r)
		if cost == 0 {
			return 0, false
		}
		n += cost
	}
	return n, true
}

// perlSeptets prints, for each character of the alphabets of Europe and the signs after them that Perl's own table has, its code and its length in septets.
// With LEAVE_SRC and a croaking check, a character without a code is simply not printed.
const perlSeptets = `
use strict; use Encode;
my $gsm = find_encoding("gsm0338") or die "no gsm0338";
for my $code (0 .. 0x24FF) {
	my $char = chr $code;
	my $octets = eval { $gsm->encode($char, Encode::FB_CROAK | Encode::LEAVE_SRC) };
	print "$code ", length($octets), "\n" if defined $octets && length $octets;
}`

func TestSeptetsAgainstPerl(t *testing.T) {
	t.Parallel()
	perl, err := exec.LookPath("perl")
	if err != nil {
		t.Skip("SKIPPED: no perl here, the GSM 7-bit table is not compared with a foreign one")
	}
	out, err := exec.Command(perl, "-e", perlSeptets).Output()
	if err != nil {
		t.Skipf("SKIPPED: perl has no Encode::GSM0338, the GSM 7-bit table is not compared with a foreign one: %v", err)
	}
	theirs := map[rune]int{}
	for line := range strings.Lines(string(out)) {
		code, n, _ := strings.Cut(strings.TrimSpace(line), " ")
		r, err1 := strconv.Atoi(code)
		cost, err2 := strconv.Atoi(n)
		if err1 != nil || err2 != nil {
			t.Fatalf("perl printed %q", line)
		}
		theirs[rune(r)] = cost
	}
	if len(theirs) < 100 {
		t.Fatalf("perl knows %d characters only", len(theirs))
	}
	for r := rune(0); r <= 0x24FF; r++ {
		if got, want := septets(r), theirs[r]; got != want && r != 0x1B {
			t.Errorf("septets(%U %q) = %d, perl says %d", r, r, got, want)
		}
	}
}
