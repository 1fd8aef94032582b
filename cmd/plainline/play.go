package main

import (
	"context"
	"fmt"

	"github.com/plainline/plainline/eval/transcript"
)

// playCommand plays conversations that must stay true.
type playCommand struct {
	baseFlag `embed:""`
	Data     string   `placeholder:"DIR" help:"Where trained models are kept, as for serve; nowhere, where no home directory is known."`
	Paths    []string `arg:"" optional:"" name:"path" help:"Files, or folders of *.txtar files. Default: the transcripts of the base."`
	Update   bool     `help:"Write what is said now into the files; then read the difference as a person would hear it."`
}

// Help implements kong.HelpProvider.
func (playCommand) Help() string {
	return `A transcript is a text file: a paragraph that says what is true, then a talk for each channel and language.

  plainline play                            those of the base
  plainline play my-base/transcripts -base my-base
  plainline play passport.txtar -update

Lines begin with > for the person, < for the answer, <+ for a further page, ~ for what happens, # for a note.

Exit code: 0 all true, 1 something is said otherwise, 2 they could not be played.`
}

// Run does the work.
func (c playCommand) Run(ctx context.Context, h *host) error {
	from, err := c.find(h)
	if err != nil {
		return err
	}
	if _, err := loadEdition(from, h.today()); err != nil { // says more about a broken base than the player does
		return err
	}
	models, err := dataFlag{Data: c.Data}.models(h)
	if err != nil && c.Data != "" {
		return err // without a folder what is learned is kept for as long as the stories play
	}
	failed, err := transcript.Run(ctx, h.stdout, from.FS, models, c.Paths, c.Update)
	if err != nil {
		return err
	}
	if failed > 0 {
		fmt.Fprintf(h.stdout, "%d told otherwise\n", failed)
		return errFindings
	}
	return nil
}
