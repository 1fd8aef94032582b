package knowledge_test

import (
	"testing"

	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestSame(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Sample()
	for _, c := range []struct {
		lang         string
		typed, label string
		want         bool
	}{
		{"az", "niye", "Niyə", true},
		{"az", "NİYƏ?", "Niyə", true},
		{"az", "shexsiyyet vesiqesi", "Şəxsiyyət vəsiqəsi", true},
		{"az", "niyəsi", "Niyə", false},
		{"az", "ne", "Niyə", false},
		{"ru", "pochemu", "Почему", true},
		{"en", "WHY", "Why?", true},
		{"en", "", "", false},
		{"en", "?", "!", false},
		{"en", "\xff", "", false},
	} {
		for tag, l := range b.Lang {
			if string(tag) == c.lang && l.Same(c.typed, c.label) != c.want {
				t.Errorf("%s: Same(%q, %q) = %t, want %t", c.lang, c.typed, c.label, !c.want, c.want)
			}
		}
	}
}
