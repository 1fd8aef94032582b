package learn_test

import (
	"testing"
	"unicode/utf8"

	"github.com/plainline/plainline/dialog/understand/learn"
)

func TestFold(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{"", ""},
		{"  Hello,   WORLD! ", "hello world"},
		{"İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul"},
		{"Şəxsiyyət vəsiqəsi necə alınır?", "sexsiyyet vesiqesi nece alinir"},
		{"ŞƏXSİYYƏT VƏSİQƏSİ", "sexsiyyet vesiqesi"},
		{"Ёлка и ещё йод", "елка и еще иод"},
		{"Straße, Øre, Łódź, Æon", "strasse ore lodz aeon"},
		{"don't don’t dont", "dont dont dont"},
		{"ａｂｃ １２３", "abc 123"},
		{"Άθως", "αθωσ"},
		{"हिन्दी में", "हिन्दी में"},
		{"مُحَمَّد إلى", "محمد الي"},
		{"١٢٣ ۴۵", "123 45"},
		{"a\u0301e\u0301", "ae"},
		{"12F/34-b", "12f 34 b"},
		{"\xff\xfea", "a"},
		{"\xf2Ӥ", "и"},
	}
	for _, tt := range tests {
		if got := learn.Fold(tt.text); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Şəxsiyyət vəsiqəsi, don't")
	f.Add("İ\u0307 हिन्दी ﷺ\u00ad\xff")
	f.Fuzz(func(t *testing.T, text string) {
		got := learn.Fold(text)
		if !utf8.ValidString(got) || utf8.RuneCountInString(got) > 1100 {
			t.Errorf("Fold(%q) = %q, want valid UTF-8 of bounded length", text, got)
		}
		if len(text) < 500 && learn.Fold(got) != got {
			t.Errorf("Fold(%q) = %q, folded again %q", text, got, learn.Fold(got))
		}
	})
}
