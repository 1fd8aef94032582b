// Command check reads a base and prints what keeps it from loading: go run ./knowledge/knowledgetest/check DIR.
package main

import (
	"fmt"
	"os"

	"github.com/plainline/plainline/knowledge"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: check DIR")
		os.Exit(2)
	}
	base, findings := knowledge.Load(os.DirFS(os.Args[1]))
	for _, f := range findings {
		fmt.Println(f)
	}
	if base == nil {
		os.Exit(1)
	}
	fmt.Printf("%d services, %d offices, revision %s\n", len(base.Services), len(base.Offices), base.Revision)
}
