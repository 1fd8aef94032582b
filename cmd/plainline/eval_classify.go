package main

import (
	"context"
	"io"
	"os"

	"github.com/plainline/plainline/eval/classify"
)

// evalClassifyCommand runs the trained core of the matcher on questions from elsewhere.
type evalClassifyCommand struct {
	Train string `required:"" placeholder:"FILE" help:"Labelled questions to learn from: label, a tab, text."`
	Test  string `placeholder:"FILE" help:"Labelled questions to test with. Default: a fifth of those to learn from, held aside."`
	OOS   string `name:"oos" placeholder:"FILE" help:"Questions that belong to no label; they are never learned from. What stands before the tab is not read."`
	Lang  string `placeholder:"LANG" help:"Their language, for the report."`
	JSON  bool   `help:"Print the report as JSON."`
}

// Help implements kong.HelpProvider.
func (evalClassifyCommand) Help() string {
	return `The files hold a label, a tab and a text in each line. The matcher learns from one file and is asked the other, clean and
with the noise of phones; nothing is tuned on what it is asked.

  plainline eval classify -train train.tsv -test test.tsv
  plainline eval classify -train train.tsv -test test.tsv -oos oos.tsv -lang en -json`
}

// Run does the work.
func (c evalClassifyCommand) Run(ctx context.Context, h *host) error {
	return classify.Run(ctx, h.stdout, classify.Config{
		Train: c.Train, Test: c.Test, OOS: c.OOS, Lang: c.Lang, JSON: c.JSON,
		Now:  h.now,
		Open: func(name string) (io.ReadCloser, error) { return os.Open(name) },
	})
}
