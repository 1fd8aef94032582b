package knowledge_test

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestPhraseNames(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for k, name := range knowledge.PhraseNames {
		if name == "" || seen[name] {
			t.Errorf("phrase %d after %q has no name of its own: %q", k, knowledge.PhraseNames[max(0, k-1)], name)
		}
		seen[name] = true
	}
	for name, k := range map[string]knowledge.PhraseKey{
		"fee-usual": knowledge.PhraseFeeUsual, "notice-word": knowledge.PhraseNotice1, "tail-person": knowledge.PhraseTailPerson,
	} {
		if k.String() != name {
			t.Errorf("got %q, want %q", k, name)
		}
	}
}

// The comments in phrases.go are where a reader looks up the slots of a phrase.
func TestPhraseSlotsAreThoseOfTheComments(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("phrases.go")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^\tPhrase\w+.*`)
	slot := regexp.MustCompile(`\{(\w+)\}`)
	for k, text := range line.FindAllString(string(file), -1) {
		var want []string
		for _, m := range slot.FindAllStringSubmatch(text, -1) {
			want = append(want, m[1])
		}
		if got := knowledge.PhraseKey(k).Slots(); !slices.Equal(got, want) {
			t.Errorf("%s has the slots %v, want %v as in %q", knowledge.PhraseKey(k), got, want, text)
		}
	}
}

func TestPhraseForNumber(t *testing.T) {
	t.Parallel()
	base := knowledgetest.Load()
	tests := []struct {
		lang knowledge.Lang
		n    int64
		want string
	}{
		{"en", 1, "Open list {n} one"},
		{"en", 2, "Open list {n} other"},
		{"ru", 1, "ru Open list {n} one"},
		{"ru", 3, "ru Open list {n} few"},
		{"ru", 11, "ru Open list {n} many"},
		{"ru", 10_000_000_021, "ru Open list {n} one"},
		{"ru", -2, "ru Open list {n} few"},
		{"az", 0, "az Open list {n} other"},
	}
	for _, test := range tests {
		l := base.Lang[test.lang]
		if got := l.Phrase(knowledge.PhraseOpenList).For(test.n, l).String(); got != test.want {
			t.Errorf("%d in %s: got %q, want %q", test.n, test.lang, got, test.want)
		}
	}
	if got := base.Lang["en"].Phrase(knowledge.PhraseHome).For(5, base.Lang["en"]).Plain; got != "Home" {
		t.Errorf("a phrase without number is %q, want Home", got)
	}
}

func TestPhraseAllocatesNothing(t *testing.T) {
	base := knowledgetest.Load()
	ru := base.Lang["ru"]
	n := int64(0)
	if got := testing.AllocsPerRun(100, func() { n++; ru.Phrase(knowledge.PhraseOpenList).For(n, ru) }); got != 0 {
		t.Errorf("choosing a plural form allocates %v times, want 0", got)
	}
}
