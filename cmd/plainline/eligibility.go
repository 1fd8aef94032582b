package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/plainline/plainline/eval/eligibility"
)

// eligibilityCommand measures and tries out the rules of a base.
type eligibilityCommand struct {
	Simulate eligibilitySimulateCommand `cmd:"" help:"Count the questions that made-up people are asked."`
	Check    eligibilityCheckCommand    `cmd:"" help:"Decide the rules for people given as lines of JSON."`
}

// eligibilitySimulateCommand counts questions.
type eligibilitySimulateCommand struct {
	Dir       string  `arg:"" optional:"" name:"base" help:"The knowledge base; found as for the other commands where it is not named."`
	People    int     `default:"3000" help:"How many people to make up."`
	Yes       float64 `default:"0.2" help:"How likely the answer to a yes/no question is yes; 0.5 is even."`
	Seed      uint64  `default:"1" help:"The same seed makes the same people."`
	EqualCost bool    `help:"Every question costs the same, none is pinned or sensitive."`
	On        date    `placeholder:"DATE" help:"The day of the question, as 2026-01-31. Default: today."`
	JSON      bool    `help:"Print the report as JSON."`
}

// Help implements kong.HelpProvider.
func (eligibilitySimulateCommand) Help() string {
	return `The same people are asked in three ways: every question; the editor's order without what no longer matters; and as the talk
asks. For each goal (everything, the first entitlement, each life event, one named service) the table says how many
questions it takes, and what comes of questions that are skipped: a decision must never contradict the whole truth.

The people are made up. Little applies to most of them: with a chance of 1 - 2 × yes an answer is "no", or the value none of a
list that has one; else all answers are equally likely. So a yes/no question is answered yes as often as -yes says, and with
-yes 0.5 every answer is as likely as every other.

  plainline eligibility simulate my-base
  plainline eligibility simulate my-base -yes 0.5 -people 500
  plainline eligibility simulate my-base -equal-cost -json

Exit code: 0 good, 1 there are wrong decisions, 2 it could not be simulated.`
}

// Run does the work.
func (c eligibilitySimulateCommand) Run(ctx context.Context, h *host) error {
	if c.People < 1 || c.People > 1e6 || c.Yes < 0 || c.Yes > 1 {
		return hint(errors.New("the model of people makes no sense"), "-people is 1 to 1000000, -yes is 0 to 1")
	}
	at, err := openOn(h, c.Dir, c.On)
	if err != nil {
		return err
	}
	report, err := eligibility.Run(ctx, eligibility.Config{Base: at.edition.Base, On: at.day, People: c.People, Yes: c.Yes, Seed: c.Seed, EqualCost: c.EqualCost,
		Progress: func(what string, done, whole int) {
			fmt.Fprintf(h.stderr, "\r\x1b[K%s: %d of %d", what, done, whole)
		}})
	fmt.Fprint(h.stderr, "\r\x1b[K")
	if errors.Is(err, eligibility.ErrNoRules) {
		return hint(err, "write eligibility: into a service.yaml, as knowledge/FORMAT.md says")
	} else if err != nil {
		return err
	}
	if c.JSON {
		e := json.NewEncoder(h.stdout)
		e.SetIndent("", "  ")
		err = e.Encode(report)
	} else {
		err = report.Text(h.stdout)
	}
	if err == nil && report.Wrong() > 0 {
		return errFindings
	}
	return err
}

// eligibilityCheckCommand decides the rules for people from outside.
type eligibilityCheckCommand struct {
	Dir string `arg:"" optional:"" name:"base" help:"The knowledge base; found as for the other commands where it is not named."`
	On  date   `placeholder:"DATE" help:"The day of the question where a line names none, as 2026-01-31. Default: today."`
}

// Help implements kong.HelpProvider.
func (eligibilityCheckCommand) Help() string {
	return `Reads one JSON object of answers a line, by the ids of the facts, and prints one JSON line a person: the outcome for each
service with a rule (likely, not, depends, check) and the clauses and facts that decide. What is missing or null is not
known. knowledge/FORMAT.md describes both under "Checking rules from outside".

  cat people.jsonl | plainline eligibility check my-base
  plainline eligibility check my-base -on 2027-01-01

Exit code: 0 good, 1 a line could not be read (the others are decided), 2 nothing could be decided.`
}

// Run does the work.
func (c eligibilityCheckCommand) Run(h *host) error {
	at, err := openOn(h, c.Dir, c.On)
	if err != nil {
		return err
	}
	checker := eligibility.NewChecker(at.edition.Base, at.day)
	for _, id := range checker.Reserved() {
		fmt.Fprintf(h.stderr, "plainline: warning: the fact %q cannot be answered here: the key %q means something else; give the fact another id\n", id, id)
	}
	bad := 0
	err = checker.Run(h.stdin, h.stdout, func(e *eligibility.LineError) {
		bad++
		fmt.Fprintf(h.stderr, "plainline: error: %v\n", e)
	})
	if err == nil && bad > 0 {
		return errFindings
	}
	return err
}
