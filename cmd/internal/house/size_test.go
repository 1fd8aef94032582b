package house

import (
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The longest file and function that a reader can hold in mind. Most are far shorter.
const (
	maxFile     = 600
	maxFunction = 80
)

func TestFilesAndFunctionsAreShort(t *testing.T) {
	t.Parallel()
	for _, u := range units(t) {
		if u.test {
			continue
		}
		for i, f := range u.files {
			if n := u.fset.File(f.Pos()).LineCount(); n > maxFile && !ast.IsGenerated(f) {
				t.Errorf("%s has %d lines, more than %d: which second idea is in it?", u.paths[i], n, maxFile)
			}
		}
		inspect(u, func(n ast.Node) {
			f, ok := n.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				return
			}
			if lines := u.fset.Position(f.End()).Line - u.fset.Position(f.Pos()).Line + 1; lines > maxFunction {
				t.Errorf("%s: %s has %d lines, more than %d", u.at(f), f.Name.Name, lines, maxFunction)
			}
		})
	}
}

// strangers are words that belong to one machine or one hour and not to the project.
var strangers = []*regexp.Regexp{
	regexp.MustCompile(`(^|[\s"'=(:])/(work|root)` + `/[a-z]`),
	regexp.MustCompile(`\bTODO\b[^(]*$` + `|\bFIX` + `ME\b|\bXX` + `X\b`),
}

// texts are the kinds of files whose words are ours.
var texts = []string{".go", ".md", ".yaml", ".yml", ".txtar", ".txt", ".sh", ".js", ".mjs", ".css", ".html", ".conf", ".json", ""}

func TestNoFileSpeaksOfThisMachine(t *testing.T) {
	t.Parallel()
	err := walk(func(p string, _ fs.DirEntry) error {
		if !slices.Contains(texts, filepath.Ext(p)) || strings.Contains(p, "/testdata/fuzz/") || strings.HasPrefix(p, ".") && p != ".ci/run" {
			return nil
		}
		data, err := os.ReadFile(filepath.Join(root, p))
		if err != nil {
			return err
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			n++
			for _, s := range strangers {
				if found := s.FindString(line); found != "" {
					t.Errorf("%s:%d: %q belongs to one machine or one hour, not to the project", p, n, strings.TrimSpace(found))
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
