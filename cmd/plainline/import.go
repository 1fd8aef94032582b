package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
	"github.com/plainline/plainline/knowledge/stamp"
	"github.com/plainline/plainline/knowledge/usagov"
)

// importCommand makes a base from data that others published.
type importCommand struct {
	USAGov importUSAGovCommand `cmd:"" name:"usagov" help:"The benefits that USA.gov published: rules, life events, English and Spanish."`
}

// importUSAGovCommand makes a base from the benefits of USA.gov.
type importUSAGovCommand struct {
	Data       string `arg:"" name:"data" help:"The folder of the data set: content and locales stand in it."`
	Out        string `arg:"" name:"out" help:"A new or empty folder for the base."`
	Force      bool   `help:"Write into a folder that is not empty; files of the same name are written over."`
	VerifiedOn date   `placeholder:"DATE" help:"The day on which somebody last read the facts. Default: 2022-05-04, the newest day in the data set."`
	Quiet      bool   `help:"Say how many faults the data has, not each of them."`
}

// Help implements kong.HelpProvider.
func (importUSAGovCommand) Help() string {
	return `Criteria become facts, benefits become services with rules, life events and agencies what they are. What the data does
not say (fees, time limits, papers, appeal) is written as unknown. Faults of the data are told with file and line; those that
a base can hold stay in it, and plainline lint tells of them.

  plainline import usagov usagov-benefits my-base
  plainline lint my-base
  plainline eligibility simulate my-base
  plainline chat -base my-base

Exit code: 0 written, 2 the data could not be read or the folder is not empty.`
}

// Run does the work.
func (c importUSAGovCommand) Run(h *host) error {
	if err := vacant(c.Out, c.Force); err != nil {
		return err
	}
	o := usagov.Options{}
	if c.VerifiedOn != "" {
		var err error
		if o.VerifiedOn, err = c.VerifiedOn.day(h); err != nil {
			return err
		}
	}
	r, err := usagov.Import(os.DirFS(c.Data), o)
	if r != nil {
		c.tell(h, r.Findings)
	}
	if err != nil {
		return hint(fmt.Errorf("import %s: %w", c.Data, err), "name the folder in which content and locales stand; nothing was written")
	}
	for _, f := range r.Files {
		name := filepath.Join(c.Out, filepath.FromSlash(f.Path))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, f.Data, 0o644)); err != nil {
			return fmt.Errorf("write the base: %w", err)
		}
	}
	// The translations were published beside the English texts, so they belong to this revision of them.
	if _, err := stamp.Stamp(os.DirFS(c.Out), folder(c.Out), stamp.Options{}); err != nil && !errors.Is(err, stamp.ErrBroken) {
		return fmt.Errorf("write the base: %w", err)
	}
	if n := len(r.Untranslated); n > 0 {
		fmt.Fprintf(h.stderr, "note: %s of the program stand in English in lang/es.yaml: %s\n", count(n, "phrase"), strings.Join(r.Untranslated, ", "))
	}
	fmt.Fprintf(h.stdout, "%s with rules, %s, %s, %s are in %s (%s; %s in the data). Check it with: plainline lint %s\n",
		count(r.Benefits, "service"), count(r.Facts, "fact"), count(r.Events, "life event"), agencies(r.Agencies), c.Out,
		count(len(r.Files), "file"), count(len(r.Findings), "fault"), c.Out)
	return nil
}

// tell prints what is wrong in the data.
func (c importUSAGovCommand) tell(h *host, findings []source.Finding) {
	if c.Quiet {
		return
	}
	for _, f := range findings {
		f.Pos.File = filepath.Join(c.Data, f.Pos.File)
		fmt.Fprintln(h.stderr, f)
	}
}

// vacant says whether a folder may be written into: it is not there, or empty, or force is used.
func vacant(dir string, force bool) error {
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0 && !force:
		return hint(fmt.Errorf("%s is not empty", dir), "name a new folder, or write over it with -force; nothing was written")
	case err != nil && !os.IsNotExist(err):
		return fmt.Errorf("look into %s: %w", dir, err)
	}
	return nil
}

func agencies(n int) string {
	if n == 1 {
		return "1 agency"
	}
	return fmt.Sprintf("%d agencies", n)
}
