package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/lint"
)

// BenchmarkRun lints a thousand services in three languages.
func BenchmarkRun(b *testing.B) {
	files := knowledgetest.Small()
	for i := range 1000 {
		for _, name := range []string{"service.yaml", "en.md", "az.md", "ru.md"} {
			text := string(files["services/passport/"+name].Data)
			text = strings.Replace(text, "code: 1\n", fmt.Sprintf("code: %d\n", 100+i), 1)
			files[fmt.Sprintf("services/passport-%d/%s", i, name)] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	for b.Loop() {
		if r := lint.Run(files, lint.Options{On: knowledge.ParseDate(today)}); r.Base == nil {
			b.Fatal("the base does not load")
		}
	}
}

// BenchmarkQuestions lints ten thousand questions, one in ten of them held aside.
func BenchmarkQuestions(b *testing.B) {
	var text strings.Builder
	for i := range 10_000 {
		id := fmt.Sprint(i)
		if i%10 == 0 {
			id = "eval-" + id
		}
		fmt.Fprintf(&text, "{\"id\": %q, \"text\": \"neçəyədir %d\", \"aspect\": \"fee\", \"origin\": \"real\"}\n", id, i)
	}
	files := knowledgetest.Small()
	files["questions/az.jsonl"] = &fstest.MapFile{Data: []byte(text.String())}
	for b.Loop() {
		if r := lint.Run(files, lint.Options{On: knowledge.ParseDate(today)}); r.Base == nil {
			b.Fatal("the base does not load")
		}
	}
}

// BenchmarkEntitlement lints five hundred rules over forty facts, each with cases.
func BenchmarkEntitlement(b *testing.B) {
	files := knowledgetest.Small()
	var facts strings.Builder
	for i := range 40 {
		fmt.Fprintf(&facts, "fact-%d: {code: %d, type: yesno, ask: {en: Is it so?}}\n", i, i+1)
	}
	files["facts.yaml"] = &fstest.MapFile{Data: []byte(facts.String())}
	for i := range 500 {
		dir := fmt.Sprintf("services/passport-%d/", i)
		rule, words, cases := "eligibility:\n  all:\n", "\n## eligibility [draft]\n", "silent: {on: 2026-11-21, expect: depends}\n"
		for j := range 6 {
			rule += fmt.Sprintf("    - any: [{id: a-%d, fact: fact-%d, is: yes}, {id: b-%d, fact: fact-%d, is: no}]\n", j, (i+7*j)%40, j, (3*i+5*j+1)%40)
			words += fmt.Sprintf("- a-%d: It is so.\n- b-%d: It is not so.\n", j, j)
		}
		text := strings.Replace(string(files["services/passport/service.yaml"].Data), "code: 1\n", fmt.Sprintf("code: %d\n", 100+i), 1)
		files[dir+"service.yaml"] = &fstest.MapFile{Data: []byte(text + rule)}
		files[dir+"en.md"] = &fstest.MapFile{Data: []byte(string(files["services/passport/en.md"].Data) + words)}
		files[dir+"cases.yaml"] = &fstest.MapFile{Data: []byte(cases)}
	}
	for b.Loop() {
		if r := lint.Run(files, lint.Options{On: knowledge.ParseDate(today)}); r.Base == nil {
			b.Fatal("the base does not load")
		}
	}
}
