package engine_test

import (
	"testing"

	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// An option is chosen in its own words, as people type them: without the marks of their letters, or in Latin letters.
func TestOptionsAreTypedWithoutMarks(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Sample()
	e := engine.NewEdition(b, understand.NewNames(b))
	for _, c := range []struct{ lang, text string }{
		{"az", "Niyə"}, {"az", "niyə"}, {"az", "niye"}, {"az", "NİYƏ?"}, {"az", "Niye ?"}, {"ru", "зачем"}, {"ru", "Zachem?"}, {"en", "why"},
	} {
		k := at(t, e, "home", "check", "check/all")
		k.s.Lang = knowledge.Lang(c.lang)
		k.say(c.text)
		if k.s.Here() != "why/all" {
			t.Errorf("%s: %q leads to %q, want why/all", c.lang, c.text, k.s.Trail)
		}
	}
}
