package lingua_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/dialog/understand/lingua"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

var high = sync.OnceValues(func() (*lingua.Detector, error) {
	return lingua.New([]knowledge.Lang{"az", "en", "ru"}, lingua.High)
})

func TestDetect(t *testing.T) {
	t.Parallel()
	d, err := high()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		text string
		want knowledge.Lang
	}{
		{"Şəxsiyyət vəsiqəsini necə almaq olar?", "az"},
		{"How do I get an identity card?", "en"},
		{"Как получить удостоверение личности?", "ru"},
		{"", ""},
		{"12345", ""},
		{strings.Repeat("how do I get a passport ", 1000), "en"},
		{strings.Repeat("ə", 5000), "az"},
		{"\xff\xfe", ""},
	}
	for _, test := range tests {
		got, sure := d.Detect(test.text)
		if got != test.want || sure < 0 || sure > 1 || (got == "") != (sure == 0) {
			t.Errorf("%.40q: got %q, sure %v; want %q", test.text, got, sure, test.want)
		}
	}
}

// The library adds in no fixed order; a talk that is played again must still take the same way.
func TestDetectIsTheSameEveryTime(t *testing.T) {
	t.Parallel()
	d, err := high()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"vesiqe ucun", "pasport", "kak poluchit pasport", "sexsiyyet vesiqesi ve passport fee"} {
		lang, sure := d.Detect(text)
		for range 100 {
			if l, s := d.Detect(text); l != lang || s != sure {
				t.Fatalf("%q: got %s %v, then %s %v", text, lang, sure, l, s)
			}
		}
	}
}

func TestLanguagesThatCannotBeToldApart(t *testing.T) {
	t.Parallel()
	for _, langs := range [][]knowledge.Lang{nil, {"en"}, {"en", "xx"}, {"en", "en-GB"}, {"", "-"}} {
		if d, err := lingua.New(langs, lingua.Low); err == nil {
			t.Errorf("%v: got %v, want an error", langs, d)
		}
	}
	d, err := lingua.New([]knowledge.Lang{"en-GB", "az-Latn-AZ", "xx"}, lingua.Low)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := d.Detect("how much does the passport cost"); got != "en-GB" {
		t.Errorf("got %q, want the tag that was given, en-GB", got)
	}
}

// TestWhatTheSecondOpinionIsWorth prints how often the language is right without and with it, on texts that have nothing
// to do with a base: on a base of thirty services it adds little, on one that has just begun it carries much.
func TestWhatTheSecondOpinionIsWorth(t *testing.T) {
	t.Parallel()
	d, err := high()
	if err != nil {
		t.Fatal(err)
	}
	full := knowledgetest.Sample()
	for name, b := range map[string]*knowledge.Base{"the sample base": full, "a base of a few texts": knowledgetest.Load()} {
		without, with := understand.NewLanguages(b, nil, nil), understand.NewLanguages(b, d, nil)
		for _, lang := range []knowledge.Lang{"az", "en", "ru"} {
			texts := massive(t, lang)
			a, z := right(without, lang, texts), right(with, lang, texts)
			t.Logf("%s, %s, four words or more, folded: %.1f %% without, %.1f %% with", name, lang, a, z)
			if z < a-0.2 {
				t.Errorf("%s, %s: the second opinion makes it worse: %.1f %%, %.1f %% without", name, lang, z, a)
			}
		}
	}
}

func right(j *understand.Languages, lang knowledge.Lang, texts []string) float64 {
	n, ok := 0, 0
	for _, text := range texts {
		if folded := learn.Fold(text); strings.Count(folded, " ") >= 3 {
			n++
			if j.Judge(folded, "").Lang == lang {
				ok++
			}
		}
	}
	return 100 * float64(ok) / float64(max(n, 1))
}

func massive(t *testing.T, lang knowledge.Lang) []string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "data", "questions", "massive_"+string(lang), "val.tsv"))
	if err != nil {
		t.Skipf("SKIPPED: the MASSIVE texts are not here: %v", err)
	}
	defer f.Close()
	var texts []string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		_, text, _ := strings.Cut(lines.Text(), "\t")
		texts = append(texts, text)
	}
	return texts
}

func BenchmarkDetect(b *testing.B) {
	d, err := high()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		d.Detect("sexsiyyet vesiqesi almaq ucun ne lazimdir")
	}
}
