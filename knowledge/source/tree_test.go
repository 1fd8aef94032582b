package source_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge/source"
)

func TestRead(t *testing.T) {
	t.Parallel()
	tree, findings := source.Read(fstest.MapFS{
		"a-b.yaml":    {Data: []byte("x: ə y\nx: yes y\n")},
		"a/b.yaml":    {Data: []byte("x")},
		".git/config": {Data: []byte("x")},
		"bad.md":      {Data: []byte("ab\nc\xff")},
		"large.yaml":  {Data: bytes.Repeat([]byte("#"), source.MaxFile+1)},
		"sound.jsonl": {Data: []byte("\xff")},
		"long.jsonl":  {Data: bytes.Repeat([]byte("#"), source.MaxFile+1)},
		"vast.jsonl":  {Data: bytes.Repeat([]byte("#"), source.MaxLines+1)},
	})
	var paths []string
	for _, f := range tree.Files {
		paths = append(paths, f.Path)
	}
	if got := strings.Join(paths, " "); got != "a-b.yaml a/b.yaml long.jsonl sound.jsonl" {
		t.Errorf("got files %s", got)
	}
	want := "[bad.md:2:2: the file is not UTF-8 text; save the file as UTF-8 [bad-file] large.yaml: the file cannot be read: it is larger than 1 MiB [bad-file] vast.jsonl: the file cannot be read: it is larger than 8 MiB [bad-file]]"
	if got := fmt.Sprint(findings); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	at := source.Pos{File: "a-b.yaml", Line: 1, Col: 1}
	if got := tree.Locate(at, "y"); got.Col != 6 {
		t.Errorf("got %s, want the y in the first line", got)
	}
	if got := tree.Locate(source.Pos{File: "a-b.yaml", Line: 2, Col: 1}, "y"); got.Col != 8 {
		t.Errorf("got %s, want the word y, not the y of yes", got)
	}
	if got := tree.Locate(at, "absent"); got != at {
		t.Errorf("got %s, want the place to look from", got)
	}
	if got := tree.Line(at); got != "x: ə y" {
		t.Errorf("got line %q", got)
	}
}
