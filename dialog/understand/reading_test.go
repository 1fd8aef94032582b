package understand

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/sample"
)

func TestDayOfTheWeek(t *testing.T) {
	t.Parallel()
	b, findings := knowledge.Load(sample.FS())
	if b == nil {
		t.Fatalf("the sample does not load: %v", findings)
	}
	n := NewNames(b)
	tests := []struct {
		lang knowledge.Lang
		text string
		want bool
	}{
		{"en", "are you open on Sundays?", true},
		{"en", "open on mon", false},
		{"en", "open today?", false},
		{"az", "şənbə günü açıqsız?", true},
		{"az", "bazar gunu isleyirsiz", true},
		{"az", "bu gun isleyirsiz", false},
		{"ru", "вы работаете в воскресенье?", true},
		{"ru", "а в субботу до скольки", true},
		{"ru", "сегодня открыто", false},
	}
	for _, tt := range tests {
		if got := n.lexiconOf(tt.lang).read(tt.text).day; got != tt.want {
			t.Errorf("%s: %q names a day of the week: %v, want %v", tt.lang, tt.text, got, tt.want)
		}
	}
}
