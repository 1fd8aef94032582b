package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/plainline/plainline/eval/transcript"
	"github.com/plainline/plainline/knowledge/sample"
)

var (
	fenced  = regexp.MustCompile("(?ms)^```(\\w+)\n(.*?)^```")
	pointed = regexp.MustCompile(`\]\(([^)#:]+)\)`)
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestReadmeTalks plays the talk in the README on the demonstration base, word for word.
func TestReadmeTalks(t *testing.T) {
	t.Parallel()
	played := 0
	for _, m := range fenced.FindAllStringSubmatch(readme(t), -1) {
		if m[1] != "transcript" {
			continue
		}
		file := filepath.Join(t.TempDir(), "readme.txtar")
		if err := os.WriteFile(file, []byte("The talk of the README.\n~ on 2026-11-21 12:00\n\n"+m[2]), 0o600); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		failed, err := transcript.Run(t.Context(), &out, sample.FS(), newModelFolder(models(t)), []string{file}, false)
		if err != nil || failed > 0 {
			t.Errorf("the talk of the README differs: %v\n%s", err, &out)
		}
		played++
	}
	if played == 0 {
		t.Error("the README has no talk")
	}
}

// TestReadmeCommands asks every command in the README for its help, with the flags given there.
func TestReadmeCommands(t *testing.T) {
	t.Parallel()
	asked := 0
	for _, m := range fenced.FindAllStringSubmatch(readme(t), -1) {
		if m[1] != "sh" {
			continue
		}
		for line := range strings.Lines(m[2]) {
			args, ok := strings.CutPrefix(strings.TrimSpace(line), "go run ./cmd/plainline ")
			if !ok {
				t.Errorf("%q is no command of plainline", line)
				continue
			}
			var out, errs bytes.Buffer
			code := run(t.Context(), append(strings.Fields(args), "-help"), func(string) string { return "" }, strings.NewReader(""), &out, &errs)
			if code != 0 {
				t.Errorf("plainline %s -help: exit %d, %s", args, code, &errs)
			}
			asked++
		}
	}
	if asked == 0 {
		t.Error("the README has no commands")
	}
}

// TestReadmeLinks checks that what the README points to is there.
func TestReadmeLinks(t *testing.T) {
	t.Parallel()
	for _, m := range pointed.FindAllStringSubmatch(readme(t), -1) {
		if _, err := os.Stat(filepath.Join("../..", m[1])); err != nil {
			t.Errorf("the README points to %s: %v", m[1], err)
		}
	}
}
