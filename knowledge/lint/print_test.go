package lint_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/source"
)

func printed(t *testing.T, o lint.PrintOptions, findings ...source.Finding) string {
	t.Helper()
	var b strings.Builder
	if err := lint.Print(&b, findings, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPrint(t *testing.T) {
	t.Parallel()
	tree, _ := source.Read(fstest.MapFS{"places.yaml": {Data: []byte("a: b\n\tşəhər: \u202eX\n")}})
	f := source.Finding{Pos: source.Pos{File: "places.yaml", Line: 2, Col: 9}, Severity: source.Error, Rule: "hidden-character", Message: "bad", Advice: "delete it"}
	line := "base/places.yaml:2:9: error: bad; delete it [hidden-character]\n"
	if got := printed(t, lint.PrintOptions{Dir: "base"}, f); got != line {
		t.Errorf("got %q, want %q", got, line)
	}
	want := line + "  \tşəhər: ?X\n  \t       ^\n"
	if got := printed(t, lint.PrintOptions{Dir: "base", Tree: tree}, f); got != want {
		t.Errorf("on a terminal: got\n%q\nwant\n%q", got, want)
	}
	nowhere := source.Finding{Severity: source.Warning, Rule: "unused", Message: "m"}
	if got, want := printed(t, lint.PrintOptions{Tree: tree}, nowhere), "-: warning: m [unused]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPrintJSON(t *testing.T) {
	t.Parallel()
	f := source.Finding{Pos: source.Pos{File: "a.yaml", Line: 1, Col: 2}, Severity: source.Warning, Rule: "gap", Message: `"<ə>"`}
	text := printed(t, lint.PrintOptions{JSON: true}, f, f)
	if strings.Count(text, "\n") != 2 {
		t.Errorf("got %q, want one line each", text)
	}
	var got map[string]any
	if err := json.Unmarshal([]byte(strings.SplitAfter(text, "\n")[0]), &got); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	if got["file"] != "a.yaml" || got["line"] != 1.0 || got["col"] != 2.0 || got["severity"] != "warning" || got["rule"] != "gap" || got["message"] != `"<ə>"` {
		t.Errorf("got %v", got)
	}
}

func TestRunWithoutABase(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"places.yaml": {Data: []byte("# \u200b\n")}}
	r := lint.Run(files, lint.Options{On: knowledge.ParseDate(today)})
	rules := ""
	for _, f := range r.Findings {
		rules += f.Rule + " "
	}
	if r.Base != nil || r.Errors() != 2 || rules != "missing-file hidden-character " {
		t.Errorf("got base %v and %q, want no base, the missing file and the hidden character", r.Base, rules)
	}
}

func TestRunCountsTheUnknown(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	before := lint.Run(files, lint.Options{On: knowledge.ParseDate(today)})
	overlay(files, "answers/taxes/answer.yaml", `unknown: {why: nobody says, ask: "100"}`)
	after := lint.Run(files, lint.Options{On: knowledge.ParseDate(today)})
	if before.Unknown == 0 || after.Unknown != before.Unknown+1 {
		t.Errorf("got %d, then %d with one more", before.Unknown, after.Unknown)
	}
}

func TestExtraRules(t *testing.T) {
	t.Parallel()
	phrases := 0
	extra := lint.Rule{ID: "no-base", Severity: source.Warning, Statement: "There is no base.", Check: func(p *lint.Pass) {
		for _, text := range p.Texts() {
			if text.Role == lint.Phrase && text.Lang == "ru" {
				phrases++
			}
		}
		p.Report(p.Base.Pos, "", "there is one on %s", p.On)
	}}
	r := lint.Run(knowledgetest.Small(), lint.Options{On: knowledge.ParseDate(today), Extra: []lint.Rule{extra}})
	found := false
	for _, f := range r.Findings {
		found = found || lint.Line(f) == "base.yaml:1:1: warning: there is one on 2026-11-21 [no-base]"
	}
	if !found || phrases < knowledge.PhraseCount {
		t.Errorf("the extra rule saw %d phrases and reported: %v; want all of them and its finding", phrases, found)
	}
}
