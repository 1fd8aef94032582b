package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheSmallProgram builds without the models of languages and looks that none is left.
func TestTheSmallProgram(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it builds the program, which takes a while")
	}
	const most = 56 << 20 // the demonstration base with its questions and SQLite are in it
	deps, err := exec.Command("go", "list", "-deps", "-tags", "nolingua", ".").CombinedOutput()
	if err != nil || strings.Contains(string(deps), "lingua-go") {
		t.Errorf("the small program imports lingua-go, or its imports cannot be listed: %v\n%.400s", err, deps)
	}
	binary := filepath.Join(t.TempDir(), "plainline")
	if said, err := exec.Command("go", "build", "-buildvcs=false", "-tags", "nolingua", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build -tags nolingua: %v\n%s", err, said)
	}
	info, err := os.Stat(binary)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > most {
		t.Errorf("the small program has %d bytes, want at most %d", info.Size(), most)
	}
}
