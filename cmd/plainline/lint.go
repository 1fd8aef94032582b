package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// lintCommand checks a knowledge base.
type lintCommand struct {
	Dir  string `arg:"" optional:"" help:"The knowledge base; found as for the other commands where it is not named."`
	JSON bool   `help:"One JSON object a line for each finding, for other programs."`
	On   string `placeholder:"DATE" help:"The day to check for, as 2026-01-31. Default: today."`
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
	from, err := baseFlag{Base: c.Dir}.find(h)
	if err != nil {
		return err
	}
	_, tree, findings := knowledge.Read(from)
	errors := 0
	for _, f := range findings {
		if f.Severity == source.Error {
			errors++
		}
		if c.JSON {
			err = json.NewEncoder(h.stdout).Encode(newFindingLine(f, from.dir))
		} else {
			_, err = fmt.Fprint(h.stdout, showFinding(f, tree, from.dir))
		}
		if err != nil {
			return fmt.Errorf("write findings: %w", err)
		}
	}
	if errors > 0 {
		return errFindings
	}
	return nil
}

// findingLine is a finding as -json writes it.
type findingLine struct {
	File     string          `json:"file"`
	Line     int             `json:"line,omitempty"`
	Column   int             `json:"column,omitempty"`
	Severity source.Severity `json:"severity"`
	Rule     string          `json:"rule"`
	Message  string          `json:"message"`
	Advice   string          `json:"advice,omitempty"`
}

func newFindingLine(f source.Finding, dir string) findingLine {
	return findingLine{File: filepath.Join(dir, f.Pos.File), Line: f.Pos.Line, Column: f.Pos.Col,
		Severity: f.Severity, Rule: f.Rule, Message: f.Message, Advice: f.Advice}
}

// showFinding writes a finding for people: the sentence, the line it speaks of, and a mark under the place.
func showFinding(f source.Finding, tree *source.Tree, dir string) string {
	at := f.Pos
	at.File = filepath.Join(dir, at.File)
	var out strings.Builder
	fmt.Fprintf(&out, "%v: %s: %s", at, f.Severity, f.Message)
	if f.Advice != "" {
		fmt.Fprintf(&out, "; %s", f.Advice)
	}
	fmt.Fprintf(&out, " [%s]\n", f.Rule)
	if line := tree.Line(f.Pos); line != "" {
		fmt.Fprintf(&out, "    %s\n    %s^\n", line, pad(line, f.Pos.Col-1))
	}
	return out.String()
}

// pad gives the blanks under the first n characters of a line; a tab stays a tab, so that the mark stands right.
func pad(line string, n int) string {
	var out strings.Builder
	for _, r := range line {
		if n--; n < 0 {
			break
		}
		if r == '\t' {
			out.WriteRune('\t')
		} else {
			out.WriteByte(' ')
		}
	}
	return out.String()
}
