package lint_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/source"
)

var update = flag.Bool("update", false, "rewrite the findings in testdata")

const today = "2026-11-21"

// TestRules runs testdata/<rule>.txtar for every rule. A fixture opens with the rule in words. Its files are laid over the
// small base; "remove" lists files to take out first, "on" is the day, "only" lists files to look at; "findings" is what the rule then says that it does
// not say of the small base alone.
func TestRules(t *testing.T) {
	t.Parallel()
	for _, rule := range lint.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			name := filepath.Join("testdata", rule.ID+".txtar")
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatalf("every rule needs a fixture: %v", err)
			}
			if got := strings.TrimSpace(string(archive.Comment)); got != rule.Statement {
				t.Errorf("the fixture opens with %q, want the rule: %q", got, rule.Statement)
			}
			got := strings.Join(fixtureFindings(archive, rule.ID), "\n") + "\n"
			want := &archive.Files[len(archive.Files)-1]
			if want.Name != "findings" {
				t.Fatalf("the last part of %s is %s, want findings", name, want.Name)
			}
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got != string(want.Data) || len(got) < 2 {
				t.Errorf("%s gives\n%s\nwant\n%s", name, got, want.Data)
			}
		})
	}
}

func fixtureFindings(archive *txtar.Archive, rule string) []string {
	files, on, only := knowledgetest.Small(), today, []string(nil)
	for _, f := range archive.Files {
		switch f.Name {
		case "findings":
		case "on":
			on = strings.TrimSpace(string(f.Data))
		case "only":
			only = strings.Fields(string(f.Data))
		case "remove":
			for _, name := range strings.Fields(string(f.Data)) {
				delete(files, name)
			}
		default:
			overlay(files, f.Name, string(f.Data))
		}
	}
	return newFindings(files, on, func(f source.Finding) bool {
		return f.Rule == rule && (only == nil || slices.Contains(only, f.Pos.File))
	})
}

// newFindings gives what is said of a base and not of the small one.
func newFindings(files fstest.MapFS, on string, want func(source.Finding) bool) (lines []string) {
	o := lint.Options{On: knowledge.ParseDate(on)}
	usual := ofSmall()
	for _, f := range lint.Run(files, o).Findings {
		line := lint.Line(f)
		f.Pos.Line, f.Pos.Col = 0, 0
		if !usual[lint.Line(f)] && want(f) {
			lines = append(lines, line)
		}
	}
	return lines
}

// ofSmall gives what is said of the small base, without lines and columns, which move.
var ofSmall = sync.OnceValue(func() map[string]bool {
	usual := map[string]bool{}
	for _, f := range lint.Run(knowledgetest.Small(), lint.Options{On: knowledge.ParseDate(today)}).Findings {
		f.Pos.Line, f.Pos.Col = 0, 0
		usual[lint.Line(f)] = true
	}
	return usual
})

// TestRulesAreTold checks that the list of rules is fit for reading.
func TestRulesAreTold(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, r := range lint.Rules() {
		if seen[r.ID] || r.ID == "" {
			t.Errorf("the id %q stands twice or is empty", r.ID)
		}
		seen[r.ID] = true
		if !strings.HasSuffix(r.Statement, ".") || r.Severity != source.Error && r.Severity != source.Warning {
			t.Errorf("rule %s: severity %q, statement %q; want a sentence", r.ID, r.Severity, r.Statement)
		}
	}
}
