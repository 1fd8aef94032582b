package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// documented is a line that shows a command; a comment stands after three blanks, a pipe leads to other programs.
var documented = regexp.MustCompile(`(?m)^[ \t]*(?:\$ )?(?:[a-z0-9' \\$=\x60-]+ \| )?(?:go run \./cmd/)?plainline( [^|#\n]*?)?(?:   .*| \|.*| #.*)?$`)

// TestDocumentedCommandsExist reads every command in help and in our documents as the program would.
func TestDocumentedCommandsExist(t *testing.T) {
	t.Parallel()
	found := 0
	for where, text := range documents(t) {
		for _, m := range documented.FindAllStringSubmatch(text, -1) {
			for part := range strings.SplitSeq(m[1], "&& plainline") {
				args := strings.Fields(strings.TrimSuffix(strings.TrimSpace(part), "&"))
				if len(args) == 0 {
					continue
				}
				found++
				if _, err := parseOnly(t, args); err != nil {
					t.Errorf("%s: plainline %s: %v", where, strings.Join(args, " "), err)
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d commands found in help and documents: is the pattern still right?", found)
	}
}

func parseOnly(t *testing.T, args []string) (*kong.Context, error) {
	t.Helper()
	var line commands
	h := &host{stdout: io.Discard, stderr: io.Discard}
	parser, err := h.parser(&line, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	return parser.Parse(twoDashes(args))
}

// documents gives the help of every command and every Markdown file of ours.
func documents(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{"help": description}
	for _, c := range []kong.HelpProvider{serveCommand{}, chatCommand{}, lintCommand{}, playCommand{}, walkCommand{}, evalReportCommand{}, evalClassifyCommand{}, evalLabelCommand{}, stampCommand{}, sampleCommand{}} {
		all["help"] += "\n" + c.Help()
	}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git"):
			return fs.SkipDir
		case filepath.Ext(name) != ".md" || strings.Contains(name, "sample"):
			return nil
		}
		data, err := os.ReadFile(name)
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
