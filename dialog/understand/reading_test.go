package understand

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestNow(t *testing.T) {
	t.Parallel()
	n := NewNames(knowledgetest.Sample())
	tests := []struct {
		lang knowledge.Lang
		text string
		want bool
	}{
		{"en", "are you open on Sundays?", false},
		{"en", "is there a lunch break", false},
		{"en", "open today?", true},
		{"en", "which offices are open", true},
		{"az", "şənbə günü açıqsız?", false},
		{"az", "bu gun isleyirsiz", true},
		{"az", "indi hansı mərkəz açıqdır", true},
		{"ru", "вы работаете в воскресенье?", false},
		{"ru", "есть обеденный перерыв?", false},
		{"ru", "сегодня открыто", true},
	}
	for _, tt := range tests {
		if got := n.lexiconOf(tt.lang).read(tt.text).now; got != tt.want {
			t.Errorf("%s: %q is about this moment: %v, want %v", tt.lang, tt.text, got, tt.want)
		}
	}
}
