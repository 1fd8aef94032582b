package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/plainline/plainline/eval/questions"
	"github.com/plainline/plainline/knowledge"
)

// evalCommand measures how well questions are understood, and makes it better.
type evalCommand struct {
	Report   evalReportCommand   `cmd:"" default:"withargs" help:"Ask every question that the base holds aside, and report (the default)."`
	Classify evalClassifyCommand `cmd:"" help:"Run the same matcher on any labelled questions, to compare it with other systems."`
	Label    evalLabelCommand    `cmd:"" help:"Say what the doubtful questions of real talks mean."`
}

// evalReportCommand asks every question that a base holds aside.
type evalReportCommand struct {
	Dir      string   `arg:"" optional:"" name:"base" help:"The knowledge base; found as for the other commands where it is not named."`
	JSON     bool     `help:"Print the report as JSON."`
	Save     string   `placeholder:"FILE" help:"Store the run, as JSON."`
	Compare  string   `placeholder:"FILE" help:"Compare with a stored run; fail where it was better, beyond its interval."`
	Lang     []string `placeholder:"LANG" help:"Only these languages."`
	Spelling []string `placeholder:"SPELLING" help:"Only these spellings: written, bare (without diacritics), nine-key, noisy."`
	Data     string   `placeholder:"DIR" help:"Where trained models are kept, as for serve."`
	Service  string   `placeholder:"ID" help:"What a talk is about where a question names no service. Default: passport, else the first."`

	limitFlags `embed:""`
}

// Help implements kong.HelpProvider.
func (evalReportCommand) Help() string {
	return `A base holds questions aside that nobody may learn from: those in questions/LANG.jsonl whose id begins with eval-. This
command asks them all, as they are written and as phones spell them, and says how many were right at first, within the
menu, wrong or refused; what is confused with what; and which answers need more examples. No words are printed, only ids.
The table of risk and coverage says what each limit for answering would bring: try one here with -answer-from, then give it
to serve.

  plainline eval my-base
  plainline eval my-base -save run.json
  plainline eval my-base -compare run.json
  plainline eval my-base -lang az -spelling nine-key -json
  plainline eval my-base -answer-from 0.9

Exit code: 0 good, 1 a language is more than 5 points behind the best, or worse than the stored run beyond its 95 %
interval; 2 it could not be measured.`
}

// Run does the work.
func (c evalReportCommand) Run(ctx context.Context, h *host) error {
	before, err := c.stored()
	if err != nil {
		return err
	}
	from, err := baseFlag{Base: c.Dir}.find(h)
	if err != nil {
		return err
	}
	limits, err := c.limits(h)
	if err != nil {
		return err
	}
	edition, err := learnedEdition(h, from, dataFlag{Data: c.Data}, limits)
	if err != nil {
		return err
	}
	config := questions.Config{Base: edition.Base, Matcher: edition.Matcher, Service: knowledge.ServiceID(c.Service)}
	if err := c.narrow(&config); err != nil {
		return err
	}
	report, err := questions.Run(ctx, config)
	if errors.Is(err, questions.ErrNoQuestions) {
		return hint(err, "write questions as people ask them into questions/LANG.jsonl, a line each")
	} else if err != nil {
		return err
	}
	if err := c.save(report); err != nil {
		return err
	}
	return c.tell(h.stdout, report, before)
}

// stored reads the run to compare with, before the long work begins.
func (c evalReportCommand) stored() (*questions.Report, error) {
	if c.Compare == "" {
		return nil, nil
	}
	f, err := os.Open(c.Compare)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, hint(fmt.Errorf("there is no stored run %s", c.Compare), "plainline eval -save %s stores one", c.Compare)
	} else if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := questions.Load(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Compare, err)
	}
	return r, nil
}

// narrow takes what was asked for of the languages, spellings and services that there are.
func (c evalReportCommand) narrow(config *questions.Config) error {
	b := config.Base
	for _, l := range c.Lang {
		if b.Lang[knowledge.Lang(l)] == nil {
			return hint(fmt.Errorf("the base has no language %q", l), "it has %v", b.Languages)
		}
		config.Langs = append(config.Langs, knowledge.Lang(l))
	}
	for _, s := range c.Spelling {
		if !slices.Contains(questions.Spellings(), questions.Spelling(s)) {
			return hint(fmt.Errorf("there is no spelling %q", s), "there are %v", questions.Spellings())
		}
		config.Spellings = append(config.Spellings, questions.Spelling(s))
	}
	if config.Service != "" && b.Service(config.Service) == nil {
		return hint(fmt.Errorf("the base has no service %q", c.Service), "name the folder of a service")
	}
	return nil
}

func (c evalReportCommand) save(r *questions.Report) error {
	if c.Save == "" {
		return nil
	}
	f, err := os.Create(c.Save)
	if err != nil {
		return err
	}
	return errors.Join(r.Save(f), f.Close())
}

// tell prints the report and why it fails, if it does.
func (c evalReportCommand) tell(w io.Writer, r, before *questions.Report) error {
	var compared questions.Comparison
	if before != nil {
		compared = r.Compare(before)
	}
	failures := slices.Concat(r.Failures(), compared.Failures)
	var err error
	if c.JSON {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(struct {
			*questions.Report
			Failures []string `json:"failures,omitempty"`
			Notes    []string `json:"notes,omitempty"`
		}{r, failures, compared.Notes})
	} else if err = r.Text(w); err == nil {
		_, err = io.WriteString(w, verdict(failures, compared.Notes))
	}
	if err == nil && len(failures) > 0 {
		return errFindings
	}
	return err
}

func verdict(failures, notes []string) string {
	var b strings.Builder
	for _, n := range notes {
		fmt.Fprintf(&b, "\nnote: %s", n)
	}
	for _, f := range failures {
		fmt.Fprintf(&b, "\nfails: %s", f)
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	return b.String()
}
