package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/source"
)

// lintCommand checks a knowledge base.
type lintCommand struct {
	Dir  string `arg:"" optional:"" help:"The knowledge base; found as for the other commands where it is not named."`
	JSON bool   `help:"One JSON object a line for each finding, for other programs."`
	On   date   `placeholder:"DATE" help:"The day to check for, as 2026-01-31. Default: today."`
}

// Help implements kong.HelpProvider.
func (lintCommand) Help() string {
	return `Every finding says where it is, what is wrong, and what to write instead; the word in brackets is explained in
knowledge/FORMAT.md. Errors keep a base from being served; warnings do not. Nothing is changed.

  plainline lint my-base
  plainline lint my-base -on 2027-01-01     what will be out of date by then
  plainline lint my-base -json | jq .rule

Exit code: 0 no errors, 1 errors, 2 the check could not run.`
}

// Run does the work.
func (c lintCommand) Run(h *host) error {
	from, day, err := findOn(h, c.Dir, c.On)
	if err != nil {
		return err
	}
	report := lintBase(from, day)
	findings, tree := named(report, from.dir)
	if err := lint.Print(h.stdout, findings, lint.PrintOptions{JSON: c.JSON, Tree: tree}); err != nil {
		return err
	}
	if !c.JSON {
		fmt.Fprintln(h.stdout, summary(report))
	}
	if report.Errors() > 0 {
		return errFindings
	}
	return nil
}

// named gives findings and files under the names by which whoever called can open them.
func named(r lint.Report, dir string) ([]source.Finding, *source.Tree) {
	findings := slices.Clone(r.Findings)
	for i := range findings {
		findings[i].Pos.File = filepath.Join(dir, findings[i].Pos.File)
	}
	tree := &source.Tree{Revision: r.Tree.Revision}
	for _, f := range r.Tree.Files {
		tree.Files = append(tree.Files, &source.File{Path: filepath.Join(dir, f.Path), Data: f.Data})
	}
	return findings, tree
}

func summary(r lint.Report) string {
	errors := r.Errors()
	line := fmt.Sprintf("%s, %s", count(errors, "error"), count(len(r.Findings)-errors, "warning"))
	if b := r.Base; b != nil {
		line += fmt.Sprintf("; %s in %s, %s not known", count(len(b.Services), "service"), count(len(b.Languages), "language"), count(r.Unknown, "fact"))
	}
	return line
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// date is a day given on the command line; empty is today.
type date string

func (d date) day(h *host) (knowledge.Date, error) {
	if d == "" {
		return h.today(), nil
	}
	day := knowledge.ParseDate(string(d))
	if day == 0 {
		return 0, hint(fmt.Errorf("%q is no day", string(d)), "write it as 2026-01-31")
	}
	return day, nil
}
