package ussd_test

import (
	"os"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/sample"
	"github.com/plainline/plainline/knowledge/source"
)

func TestSampleFitsEveryScreen(t *testing.T) {
	t.Parallel()
	r := lint.Run(sample.FS(), lint.Options{On: 20261121, Extra: ussd.LintRules()})
	for _, f := range r.Findings {
		switch f.Rule {
		case "unfit-screen", "long-start":
			t.Errorf("%v", f)
		case "long-answer":
			t.Log(f)
		}
	}
}

func TestLongOptionFitsNoScreen(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	const name = "topics.yaml"
	text := string(files[name].Data)
	from := strings.Index(text, "{en: ")
	to := from + strings.IndexAny(text[from:], ",}")
	if from < 0 || to <= from {
		t.Fatalf("%s has no title to lengthen:\n%s", name, text)
	}
	files[name].Data = []byte(text[:from] + "{en: " + strings.Repeat("long name ", 20) + text[to:])
	r := lint.Run(files, lint.Options{On: 20261121, Extra: ussd.LintRules()})
	for _, f := range r.Findings {
		if f.Rule == "unfit-screen" && f.Severity == source.Error {
			return
		}
	}
	t.Errorf("a title of 200 letters: got %v, want a finding of unfit-screen", r.Findings)
}

// TestLintRulesAreExplained holds that an editor finds every rule of the screen in FORMAT.md.
func TestLintRulesAreExplained(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../knowledge/FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range ussd.LintRules() {
		if !strings.Contains(string(text), "| `"+r.ID+"` | "+string(r.Severity)+" |") {
			t.Errorf("FORMAT.md does not explain %s as %s", r.ID, r.Severity)
		}
	}
}
