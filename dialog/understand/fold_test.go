package understand

import (
	"reflect"
	"strings"
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestWordsAreFolded(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Load()
	tests := []struct {
		lang knowledge.Lang
		text string
		want string
	}{
		{"az", "Şəxsiyyət VƏSİQƏSİ", "sexsiyyet vesiqesi"},
		{"az", "İiIı", "iiii"},
		{"az", "wesiqe", "vesiqe"},
		{"en", "  What's the FEE, please?!  ", "what s the fee please"},
		{"en", "driving-license 2026", "driving licence 2026"},
		{"ru", "Ёлка ёж", "елка еж"},
		{"en", "\xff\x00", ""},
	}
	for _, test := range tests {
		got := strings.Join(newFolder(b.Lang[test.lang]).words(test.text), " ")
		if got != test.want {
			t.Errorf("%q in %s is %q, want %q", test.text, test.lang, got, test.want)
		}
	}
}

func TestAlike(t *testing.T) {
	t.Parallel()
	tests := []struct {
		said, name string
		want       bool
	}{
		{"passport", "passport", true}, {"pasport", "passport", true}, {"passprot", "passport", true}, {"passports", "passport", true},
		{"паспорта", "паспорт", true}, {"пенсию", "пенсия", true}, {"удостоверения", "удостоверение", true},
		{"vesiqesinin", "vesiqesi", true}, {"a", "a", true},
		{"passport", "pension", false}, {"visa", "vase", false}, {"cat", "car", false}, {"birth", "berth", true}, {"", "", true}, {"", "passport", false},
		{"home", "hometown", true}, {"law", "lawn", false},
	}
	for _, test := range tests {
		if got := alike(test.said, test.name); (got > 0) != test.want || got > 1 {
			t.Errorf("%q said for %q is alike by %.2f, want alike: %v", test.said, test.name, got, test.want)
		}
	}
}

func TestStartIsTwoLetters(t *testing.T) {
	t.Parallel()
	got := []string{start(""), start("a"), start("ab"), start("abc"), start("ёлка")}
	if want := []string{"", "a", "ab", "ab", "ёл"}; !reflect.DeepEqual(got, want) {
		t.Errorf("the buckets are %q, want %q", got, want)
	}
}
