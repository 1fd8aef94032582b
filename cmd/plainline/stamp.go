package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/plainline/plainline/knowledge/stamp"
)

// stampCommand notes in translations from which revision of the source language they were made.
type stampCommand struct {
	Dir string `arg:"" optional:"" help:"The knowledge base. Default: $PLAINLINE_BASE, else this folder."`
	All bool   `help:"Stamp blocks whose source has changed since, too: you have compared each of them."`
}

// Help implements kong.HelpProvider.
func (stampCommand) Help() string {
	return `After a translation is made, stamp it. When the source language changes later, lint says which blocks are stale.
A block that is stale already is left alone and named, until you have looked at it and say -all.

  plainline stamp my-base
  plainline stamp my-base -all`
}

// Run does the work.
func (c stampCommand) Run(h *host) error {
	from, err := baseFlag{Base: c.Dir}.find(h)
	if err != nil {
		return err
	}
	if from.dir == "" {
		return hint(errors.New("the demonstration inside the program cannot be changed"), "name a folder: plainline stamp DIR")
	}
	if _, err := loadEdition(from, h.today()); err != nil {
		return err
	}
	r, err := stamp.Stamp(from.FS, folder(from.dir), stamp.Options{All: c.All})
	for _, name := range r.Changed {
		fmt.Fprintf(h.stdout, "stamped %s\n", filepath.Join(from.dir, name))
	}
	for _, pos := range r.Stale {
		fmt.Fprintf(h.stdout, "stale   %s\n", filepath.Join(from.dir, pos.String()))
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(h.stdout, "%d files stamped, %d blocks are stale\n", len(r.Changed), len(r.Stale))
	return nil
}

// folder writes the files of a base; each is replaced whole, so that none is ever half written.
type folder string

// WriteFile implements stamp.Writer.
func (f folder) WriteFile(path string, data []byte) error {
	name := filepath.Join(string(f), filepath.FromSlash(path))
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	draft, err := os.CreateTemp(filepath.Dir(name), ".stamp-")
	if err != nil {
		return err
	}
	defer os.Remove(draft.Name())
	_, err = draft.Write(data)
	if err := errors.Join(err, draft.Chmod(info.Mode().Perm()), draft.Close()); err != nil {
		return err
	}
	return os.Rename(draft.Name(), name)
}
