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
