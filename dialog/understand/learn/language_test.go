package learn_test

import (
	"fmt"
	"testing"

	"github.com/plainline/plainline/dialog/understand/learn"
)

func lines() map[string][]string {
	return map[string][]string{
		"az": {"şəxsiyyət vəsiqəsi necə alınır", "pasport üçün hansı sənədlər lazımdır", "pensiya yaşı neçədir",
			"uşağın doğum haqqında şəhadətnaməsi", "xidmət mərkəzi saat neçədə açılır", "rüsum nə qədərdir"},
		"en": {"how do I get an identity card", "which documents are needed for a passport", "what is the pension age",
			"the birth certificate of my child", "when does the service centre open", "how much is the fee"},
		"ru": {"как получить удостоверение личности", "какие документы нужны для паспорта", "какой пенсионный возраст",
			"свидетельство о рождении ребёнка", "когда открывается центр услуг", "сколько стоит пошлина"},
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	l := learn.TrainLanguage(lines())
	b, _ := l.MarshalBinary()
	var back learn.Language
	if err := back.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ text, want string }{
		{"sexsiyyet vesiqesi", "az"}, {"neçədir", "az"}, {"what is the fee", "en"}, {"сколько", "ru"}, {"", ""}, {"1234", ""}, {"你好", ""},
	}
	for _, tt := range tests {
		g, _ := l.Guess(tt.text)
		if len(g) == 0 != (tt.want == "") || len(g) > 0 && g[0].Lang != tt.want {
			t.Errorf("Guess(%q) = %v, want %q first", tt.text, g, tt.want)
		}
		if again, _ := back.Guess(tt.text); fmt.Sprint(again) != fmt.Sprint(g) {
			t.Errorf("Guess(%q) of the stored classifier = %v, want %v", tt.text, again, g)
		}
	}
	if g, _ := new(learn.Language).Guess("hello"); g != nil {
		t.Errorf("a classifier that learned nothing says %v", g)
	}
}
