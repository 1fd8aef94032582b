package knowledge_test

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestSame(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Sample()
	for _, c := range []struct {
		lang         knowledge.Lang
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
		l := b.Lang[c.lang]
		if l == nil {
			t.Fatalf("the demonstration has no language %q", c.lang)
		}
		if l.Same(c.typed, c.label) != c.want {
			t.Errorf("%s: Same(%q, %q) = %t, want %t", c.lang, c.typed, c.label, !c.want, c.want)
		}
	}
}
