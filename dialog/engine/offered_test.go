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

// Without its marks "1-2" is "12": where marks are all that tells options apart, they are needed.
func TestMarksThatTellOptionsApartAreNeeded(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	f := files["topics.yaml"]
	f.Data = []byte(`topics:
  - {id: papers, title: {en: "Form 1-2", az: Sənədlər}, services: [passport]}
  - {id: money, title: {en: "Form 12", az: Pul}, services: [pension]}
  - {id: other, title: {en: "Form 3-4", az: Başqa}, services: [pension]}
`)
	e := edition(t, files)
	for text, want := range map[string]string{
		"form 1-2": "topic/papers", "form 12": "topic/money", "form 34": "topic/other", "Form 3 4?": "topic/other", "form 1.2": "unknown", "form1 2": "unknown",
	} {
		k := at(t, e, "home", "topics")
		k.say(text)
		if got := string(k.s.Here()); got != want {
			t.Errorf("%q leads to %q, want %q", text, k.s.Trail, want)
		}
	}
}
