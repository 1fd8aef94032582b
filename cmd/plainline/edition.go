package main

import (
	"fmt"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/source"
)

// shownErrors is how many errors of a base are told by a command that needs a good one; lint tells all.
const shownErrors = 5

// loadEdition reads and checks a base and builds an edition around it that understands names only (see withLearning). The
// demonstration inside the program is only read: it was checked before the program was built.
func loadEdition(from origin, on knowledge.Date) (*channels.Edition, error) {
	var base *knowledge.Base
	var findings []source.Finding
	if from.dir == "" {
		base, findings = knowledge.Load(from)
	} else {
		report := lintBase(from, on)
		base, findings = report.Base, report.Findings
		if report.Errors() > 0 {
			base = nil
		}
	}
	if base == nil {
		return nil, brokenBase(from, findings)
	}
	return channels.NewEdition(engine.NewEdition(base, understand.Doubting{Matcher: understand.NewNames(base)})), nil
}

// opened is a base that is good, as of a day.
type opened struct {
	from    origin
	day     knowledge.Date
	edition *channels.Edition
}

// openOn finds a base as findOn does, and loads it.
func openOn(h *host, dir string, on date) (o opened, err error) {
	if o.from, o.day, err = findOn(h, dir, on); err == nil {
		o.edition, err = loadEdition(o.from, o.day)
	}
	return o, err
}

// lintBase applies every rule, those of the channels included: only they know what fits a screen.
func lintBase(from origin, on knowledge.Date) lint.Report {
	return lint.Run(from, lint.Options{On: on, Extra: append(ussd.LintRules(), voice.LintRules()...)})
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
	err := fmt.Errorf("%v has errors:\n  %s", from, strings.Join(lines, "\n  "))
	return hint(err, "%s shows every one and what to write instead", strings.TrimSpace("plainline lint "+from.dir))
}
