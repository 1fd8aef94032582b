package layout

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
)

func TestFold(t *testing.T) {
	t.Parallel()
	uz := &knowledge.Language{FoldByDefault: true, Fold: []knowledge.Pair{{From: "g", To: "g"}, {From: "gʻ", To: "g'"}, {From: "щ", To: "shch"}, {From: "№", To: "raqam"}}}
	tests := []struct {
		name, in, want string
		f              *folder
	}{
		{"letters of the table", "Şəxsiyyət, İçərişəhər ğı", "Sexsiyyet, Iceriseher gi", NewWriter(az()).letters},
		{"letters left alone", "Şəxsiyyət – “ASAN”", `Şəxsiyyət - "ASAN"`, NewWriter(az()).signs},
		{"kept letters", "öÖüÜÇ", "öÖüÜÇ", NewWriter(az()).letters},
		{"typography", "’…—№₼•`«»", `'...-NoAZN-'""`, NewWriter(en()).signs},
		{"the language's own sign", "№ 5", "N 5", NewWriter(ru()).signs},
		{"longest rule first", "gʻisht, щ, №5", "g'isht, shch, raqam5", NewWriter(uz).letters},
		{"nothing but cleaning", "“ə”…", "“ə”…", NewWriter(az()).exact},
		{"blanks", "  a \t b\r\n\n c\u2003d  ", "a b\nc d ", NewWriter(nil).signs},
		{"numbers", "10 000 000 və 5  6 a 7", "10_000_000 və 5_6 a 7", NewWriter(nil).signs},
		{"glue from the author", "a\u00A0b \u202F c\u00A0 d", "a_b c_d", NewWriter(nil).signs},
		{"controls and forged glue", "a\x00b\x1fc\vd\x7f\u0085e", "abc d\ne", NewWriter(nil).signs},
		{"direction and invisible", "a\u202Eb\u2066c\uFEFFd\u200Be\u00ADf\U000E0041", "abcdef", NewWriter(nil).signs},
		{"joiners where they shape", "a\u200Db می\u200Cخواهم", "ab می\u200Cخواهم", NewWriter(nil).signs},
		{"broken bytes", "a\xffb\xc9", "a?b?", NewWriter(nil).signs},
		{"no break at the start", "\u00A0a", "a", NewWriter(nil).signs},
	}
	for _, test := range tests {
		got := string(test.f.append(nil, []byte(test.in)))
		shown := ""
		for _, r := range got {
			if r == nbsp {
				r = '_'
			}
			shown += string(r)
		}
		if shown != test.want {
			t.Errorf("%s: fold(%q) = %q, want %q", test.name, test.in, shown, test.want)
		}
	}
}

func TestFoldIsIdempotent(t *testing.T) {
	t.Parallel()
	f := NewWriter(az()).letters
	for _, s := range seeds {
		once := f.append(nil, []byte(s))
		if twice := f.append(nil, once); string(twice) != string(once) {
			t.Errorf("fold(%q) = %q, again %q", s, once, twice)
		}
	}
}
