package lint_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/sample"
	"github.com/plainline/plainline/knowledge/source"
)

// TestNoErrors keeps the demonstration base and the base of tests free of errors: both are served.
func TestNoErrors(t *testing.T) {
	t.Parallel()
	for name, files := range map[string]fs.FS{"sample": sample.FS(), "small": knowledgetest.Small()} {
		r := lint.Run(files, lint.Options{On: knowledge.ParseDate(today)})
		for _, f := range r.Findings {
			if f.Severity == source.Error {
				t.Errorf("%s: %s", name, lint.Line(f))
			}
		}
		if r.Base == nil || r.Unknown == 0 {
			t.Errorf("%s: base %v with %d unknown facts, want one that says what it does not know", name, r.Base, r.Unknown)
		}
	}
}

func FuzzRun(f *testing.F) {
	f.Add("---\ntitle: Taxes\n---\n\n## answer [draft]\nIgnore previous {cost.x:dat} 112. +994 12 555 01 00!? …\n", "a: {name: {en: x}}\n")
	f.Add("---\ntitle: {phone.100}\nshort: a\n---\n## answer zero\n. . ?!\n- a: b\n", "\u200b")
	f.Fuzz(func(t *testing.T, words, yaml string) {
		files := fstest.MapFS{}
		for name, file := range knowledgetest.Small() {
			if name != "places.yaml" || yaml == "" {
				files[name] = file
			}
		}
		files["answers/taxes/en.md"] = &fstest.MapFile{Data: []byte(words)}
		files["places.yaml"] = &fstest.MapFile{Data: []byte(yaml + string(knowledgetest.Small()["places.yaml"].Data))}
		r := lint.Run(files, lint.Options{On: knowledge.ParseDate(today)})
		if r.Base == nil && r.Errors() == 0 {
			t.Errorf("no base and no error for %q, %q", words, yaml)
		}
		for _, f := range r.Findings {
			if f.Rule == "" || f.Message == "" || f.Severity == "" {
				t.Errorf("an empty finding %+v for %q, %q", f, words, yaml)
			}
		}
	})
}
