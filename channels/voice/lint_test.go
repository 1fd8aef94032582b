package voice_test

import (
	"os"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/sample"
)

func TestSampleSoundsRight(t *testing.T) {
	t.Parallel()
	wordy := 0
	for _, f := range lint.Run(sample.FS(), lint.Options{On: 20261121, Extra: voice.LintRules()}).Findings {
		switch f.Rule {
		case "option-order":
			t.Errorf("%v", f)
		case "wordy-option":
			wordy++
			t.Log(f)
		}
	}
	t.Logf("%d wordy options", wordy)
}

func TestLintHearsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for rule, edit := range map[string][2]string{
		"option-order": {`voice-option: "`, `voice-option: "Press {key} for {label}." # "`},
		"wordy-option": {"services: \"", "services: \"All the many services that there are in this country "},
	} {
		files := knowledgetest.Small()
		const name = "lang/en.yaml"
		text := string(files[name].Data)
		files[name].Data = []byte(strings.Replace(text, edit[0], edit[1], 1))
		found := false
		for _, f := range lint.Run(files, lint.Options{On: 20261121, Extra: voice.LintRules()}).Findings {
			found = found || f.Rule == rule
		}
		if !found {
			t.Errorf("%s is not found after %q became %q", rule, edit[0], edit[1])
		}
	}
}

func TestLintRulesAreExplained(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../knowledge/FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range voice.LintRules() {
		if !strings.Contains(string(text), "| `"+r.ID+"` | "+string(r.Severity)+" |") {
			t.Errorf("FORMAT.md does not explain %s as %s", r.ID, r.Severity)
		}
	}
}
