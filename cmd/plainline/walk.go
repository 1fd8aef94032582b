package main

import (
	"fmt"
	"time"

	"github.com/plainline/plainline/eval/walk"
	"github.com/plainline/plainline/knowledge"
)

// walkCommand goes through the whole of a base as a person could.
type walkCommand struct {
	Dir string `arg:"" optional:"" help:"The knowledge base; found as for the other commands where it is not named."`
	On  date   `placeholder:"DATE" help:"The day to walk on, as 2026-01-31. Default: today."`
}

// Help implements kong.HelpProvider.
func (walkCommand) Help() string {
	return `Lint reads the files; walk goes where people can go, in every language and on every size of screen, and tells of dead
ends, screens over their budget, facts without a source and keys that lead astray.

  plainline walk my-base
  plainline walk my-base -on 2027-01-01

Exit code: 0 nothing found, 1 something found, 2 the walk could not begin.`
}

// Run does the work.
func (c walkCommand) Run(h *host) error {
	at, err := openOn(h, c.Dir, c.On)
	if err != nil {
		return err
	}
	r := walk.Walk(at.edition, noon(at.day, at.edition.Base.Zone), walk.Options{})
	for _, f := range r.Findings {
		fmt.Fprintln(h.stdout, f)
	}
	fmt.Fprintf(h.stdout, "%s, %s, %s\n", count(r.States, "place"), count(r.Screens, "screen"), count(len(r.Findings), "finding"))
	if len(r.Findings) > 0 {
		return errFindings
	}
	return nil
}

// noon gives the middle of a day in a time zone.
func noon(day knowledge.Date, zone *time.Location) time.Time {
	year, month, dom := day.Parts()
	return time.Date(year, time.Month(month), dom, 12, 0, 0, 0, zone)
}
