package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/eval/questions"
	"github.com/plainline/plainline/knowledge"
)

// evalLabelCommand lets an editor say what doubtful questions mean.
type evalLabelCommand struct {
	Dir  string `arg:"" optional:"" name:"base" help:"The knowledge base to write to. Default: $PLAINLINE_BASE, else this folder."`
	Data string `placeholder:"DIR" help:"Where the installation keeps its state, as for serve."`
}

// Help implements kong.HelpProvider.
func (evalLabelCommand) Help() string {
	return `Where the operator keeps doubtful questions (serve -keep-doubtful), they are shown here one by one, those first that
teach most. Say what each means by a number or a label; it is written to questions/LANG.jsonl of the base, to be learned
from. Numbers, addresses and names were taken out before the question was kept; leave out what still says who asked.

  plainline eval label my-base
  plainline eval label my-base -data /var/lib/plainline`
}

// Run does the work.
func (c evalLabelCommand) Run(h *host) error {
	from, err := baseFlag{Base: c.Dir}.find(h)
	if err != nil {
		return err
	}
	if from.dir == "" {
		return hint(errors.New("the demonstration inside the program cannot be changed"), "name a folder: plainline eval label DIR")
	}
	list, err := c.doubtful(h)
	if err != nil {
		return err
	}
	edition, err := learnedEdition(h, from, dataFlag{Data: c.Data}, understand.Limits{})
	if err != nil {
		return err
	}
	pending := questions.Pending(edition.Base, edition.Matcher, list)
	if len(pending) == 0 {
		fmt.Fprintln(h.stdout, "no doubtful question waits for a label")
		return nil
	}
	keeper := exampleKeeper{dir: from.dir, known: edition.Base.Questions}
	labelling := questions.Labelling{Base: edition.Base, In: h.stdin, Out: h.stdout, Keep: keeper.keep}
	n, err := labelling.Run(pending)
	fmt.Fprintf(h.stdout, "%s labelled, %d left\n", count(n, "question"), len(pending)-n)
	return err
}

// doubtful reads what was kept and may still be shown.
func (c evalLabelCommand) doubtful(h *host) ([]questions.Doubtful, error) {
	dir, err := dataFlag{Data: c.Data}.dir(h)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(dir, doubtfulFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, hint(fmt.Errorf("no doubtful questions are kept in %s", dir), "plainline serve -keep-doubtful keeps them; or name the folder with -data")
	} else if err != nil {
		return nil, err
	}
	defer f.Close()
	list, _, err := questions.ReadDoubtful(f)
	now := h.now()
	return slices.DeleteFunc(list, func(d questions.Doubtful) bool { return d.Expired(now) }), err
}

// exampleKeeper appends examples to the questions of a base.
type exampleKeeper struct {
	dir   string
	known map[knowledge.Lang][]*knowledge.Example
}

// keep gives an example its id and writes it behind the others of its language.
func (k exampleKeeper) keep(l knowledge.Lang, e *knowledge.Example) error {
	e.ID = questions.NextID(k.known[l])
	name := filepath.Join(k.dir, "questions", string(l)+".jsonl")
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("keep a label: %w", err)
	}
	var line bytes.Buffer
	if data, err := os.ReadFile(name); err == nil && len(data) > 0 && data[len(data)-1] != '\n' {
		line.WriteByte('\n')
	}
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(e); err != nil {
		return fmt.Errorf("keep a label: %w", err)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return fmt.Errorf("keep a label: %w", err)
	}
	_, err = f.Write(line.Bytes())
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("keep a label: %w", err)
	}
	k.known[l] = append(k.known[l], e)
	return nil
}
