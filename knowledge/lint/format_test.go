package lint_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/source"
	"github.com/plainline/plainline/knowledge/stamp"
)

// example is a fenced piece of FORMAT.md: ```yaml services/x/service.yaml wrong.
type example struct {
	section string // the last heading
	above   string // the last line before it
	line    int
	kind    string
	file    string
	verdict string // wrong, right or nothing
	text    string
}

// examples reads FORMAT.md. Each piece must name its file, but for plain text.
func examples(t *testing.T) (list []example, sections []string) {
	t.Helper()
	data, err := os.ReadFile("../FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	section, above, open := "", "", (*example)(nil)
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		info, isFence := strings.CutPrefix(strings.TrimRight(line, "\n"), "```")
		switch {
		case isFence && open == nil:
			words := append(strings.Fields(info), "", "", "")
			open = &example{section: section, above: above, line: n, kind: words[0], file: words[1], verdict: words[2]}
		case isFence:
			list, open = append(list, *open), nil
		case open != nil:
			open.text += line
		case strings.TrimSpace(line) != "":
			above = strings.TrimSpace(line)
		}
		if strings.HasPrefix(line, "##") && open == nil {
			section = strings.TrimSpace(strings.TrimLeft(line, "#"))
			sections = append(sections, section)
		}
	}
	if open != nil {
		t.Errorf("FORMAT.md:%d: the example is not closed", open.line)
	}
	for _, e := range list {
		if e.kind != "text" && e.above != e.caption() && e.section != e.file {
			t.Errorf("FORMAT.md:%d: above the example stands %q, want %q", e.line, e.above, e.caption())
		}
	}
	return list, sections
}

// caption is what readers see above the example, who do not see what stands behind the fence.
func (e example) caption() string {
	switch e.verdict {
	case "wrong":
		return "Wrong, in `" + e.file + "`:"
	case "right":
		return "Right, in `" + e.file + "`:"
	}
	return "`" + e.file + "`:"
}

// TestFormat lays all examples of the format together over the small base: they make a base without errors.
func TestFormat(t *testing.T) {
	t.Parallel()
	files, n := knowledgetest.Small(), 0
	list, _ := examples(t)
	for _, e := range list {
		switch {
		case e.verdict != "":
		case e.kind == "text":
		case e.file == "":
			t.Errorf("FORMAT.md:%d: the example does not name its file", e.line)
		default:
			n++
			overlay(files, e.file, e.text)
		}
	}
	for _, line := range newFindings(files, today, func(f source.Finding) bool { return f.Severity == source.Error }) {
		t.Errorf("the examples of the format: %s", line)
	}
	if n < 15 {
		t.Errorf("found %d examples, want all of the format", n)
	}
}

// TestFormatOfRules runs the examples of each rule: what is called wrong breaks the rule, what is called right keeps it and
// makes no other error.
func TestFormatOfRules(t *testing.T) {
	t.Parallel()
	list, sections := examples(t)
	for _, rule := range lint.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			if !slices.Contains(sections, rule.ID) {
				t.Fatalf("FORMAT.md has no section ### %s", rule.ID)
			}
			if got := verdict(list, rule.ID, "wrong", func(f source.Finding) bool { return f.Rule == rule.ID }); len(got) == 0 {
				t.Errorf("the wrong lines do not break the rule")
			}
			bad := func(f source.Finding) bool { return f.Rule == rule.ID || f.Severity == source.Error }
			if rule.ID == "draft" { // the words of the small base are drafts
				bad = func(f source.Finding) bool { return f.Rule == rule.ID && f.Pos.File == "answers/taxes/en.md" }
			}
			if rule.ID == "few-questions" { // the example shows one service
				bad = func(f source.Finding) bool { return f.Rule == rule.ID && strings.Contains(f.Message, "passport") }
			}
			if got := verdict(list, rule.ID, "right", bad); len(got) > 0 {
				t.Errorf("the right lines are told of:\n%s", strings.Join(got, "\n"))
			}
		})
	}
}

// verdict gives what is said of the examples of a rule that are called so.
func verdict(list []example, rule, word string, want func(source.Finding) bool) []string {
	files := knowledgetest.Small()
	for _, e := range list {
		if e.section == rule && e.verdict == word {
			text := strings.ReplaceAll(e.text, "�", "\xe9")
			overlay(files, e.file, strings.ReplaceAll(text, "5e0c4b7d", taxesHash()))
		}
	}
	return newFindings(files, today, want)
}

// taxesHash is the revision of the section that an example translates. It follows the small base.
func taxesHash() string {
	return stamp.BlockHash(knowledgetest.Load().Answer("taxes").Words["en"].Blocks["answer"])
}

// TestRulesOfLoading checks that the list has every rule of loading.
func TestRulesOfLoading(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../source/rules.go")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`= "([a-z-]+)"`).FindAllStringSubmatch(string(data), -1)
	for _, m := range found {
		if !slices.ContainsFunc(lint.Rules(), func(r lint.Rule) bool { return r.ID == m[1] }) {
			t.Errorf("the rule %q of loading is not in the list", m[1])
		}
	}
	if len(found) < 10 {
		t.Errorf("found %d rules of loading, want all", len(found))
	}
}
