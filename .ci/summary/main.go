// Command summary reads what "go test -json" writes. It prints what failed, with everything those tests said, and at the end
// a line for each package; with a file name as argument it writes there which tests left themselves out, and why.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
)

// event is a line of "go test -json" (go doc test2json).
type event struct {
	Action     string
	Package    string
	ImportPath string // of a build
	Test       string
	Output     string
	Elapsed    float64
}

func main() {
	said := map[string]*strings.Builder{} // by package and test
	var skipped []string
	failed, passed := 0, 0
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Println(lines.Text()) // what is no event is from the go command itself
			continue
		}
		key := e.Package + e.ImportPath + " " + e.Test
		if said[key] == nil {
			said[key] = new(strings.Builder)
		}
		switch e.Action {
		case "output", "build-output":
			said[key].WriteString(e.Output)
		case "fail", "build-fail":
			failed++
			fmt.Printf("--- %s\n%s", strings.TrimSpace(key), said[key])
		case "pass":
			if e.Test != "" {
				passed++
			}
		case "skip":
			if e.Test != "" {
				skipped = append(skipped, e.Test+"|"+reason(said[key].String()))
			}
		}
	}
	fmt.Printf("%d tests passed, %d left out, %d failures\n", passed, len(skipped), failed)
	if len(os.Args) > 1 {
		slices.Sort(skipped)
		if err := os.WriteFile(os.Args[1], []byte(strings.Join(skipped, "\n")+"\n"), 0o644); err != nil {
			fmt.Println(err)
			failed++
		}
	}
	if failed > 0 || lines.Err() != nil {
		os.Exit(1)
	}
}

// reason gives what a test said when it left itself out, without the place in the code.
func reason(said string) string {
	for line := range strings.Lines(said) {
		line = strings.TrimSpace(line)
		if file, words, ok := strings.Cut(line, ": "); ok && strings.Contains(file, ".go:") {
			return words
		}
	}
	return "it does not say why"
}
