package main

import (
	"fmt"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// shownErrors is how many errors of a base are told by a command that needs a good one; lint tells all.
const shownErrors = 5

// loadEdition reads and checks a base and builds the edition around it.
func loadEdition(from origin) (*channels.Edition, error) {
	base, findings := knowledge.Load(from)
	if base == nil {
		return nil, brokenBase(from, findings)
	}
	return channels.NewEdition(engine.NewEdition(base, understand.NewNames(base))), nil
}

// brokenBase says in one error why a base cannot be used.
func brokenBase(from origin, findings []source.Finding) error {
	var lines []string
	count := 0
	for _, f := range findings {
		if f.Severity != source.Error {
			continue
		}
		if count++; count <= shownErrors {
			lines = append(lines, fmt.Sprintf("%v: %s [%s]", f.Pos, f.Message, f.Rule))
		}
	}
	if more := count - len(lines); more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	err := fmt.Errorf("the base in %v has errors:\n  %s", from, strings.Join(lines, "\n  "))
	return hint(err, "plainline lint %s shows every one and what to write instead", from.dir)
}
