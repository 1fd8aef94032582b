package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/sample"
)

// baseFlag is the flag of every command that needs a knowledge base.
type baseFlag struct {
	Base string `placeholder:"DIR" help:"The knowledge base. Default: $PLAINLINE_BASE, else this folder if base.yaml is in it, else the demonstration inside the program."`
}

// origin is where a base comes from.
type origin struct {
	fs.FS
	dir string // "" for the demonstration inside the program
}

func (o origin) String() string {
	if o.dir == "" {
		return "the demonstration base inside the program"
	}
	return o.dir
}

// find gives the base to use: the one named, the one of PLAINLINE_BASE, the one around us, else the demonstration.
func (f baseFlag) find(h *host) (origin, error) {
	dir := f.Base
	if dir == "" {
		dir = h.getenv("PLAINLINE_BASE")
	}
	if dir == "" {
		if _, err := os.Stat("base.yaml"); err != nil {
			return origin{FS: sample.FS()}, nil
		}
		dir = "."
	}
	return openBase(dir)
}

// findOn gives the base of a command that looks at it as of a day, and the day.
func findOn(h *host, dir string, on date) (from origin, day knowledge.Date, err error) {
	if from, err = (baseFlag{Base: dir}).find(h); err == nil {
		day, err = on.day(h)
	}
	return from, day, err
}

func openBase(dir string) (origin, error) {
	const advice = "plainline sample DIR writes a base to begin with"
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return origin{}, hint(fmt.Errorf("there is no knowledge base %s", dir), advice)
	case err != nil:
		return origin{}, fmt.Errorf("open base: %w", err)
	case !info.IsDir():
		return origin{}, hint(fmt.Errorf("%s is a file; a knowledge base is a folder", dir), "name the folder in which base.yaml stands")
	}
	switch _, err := os.Stat(filepath.Join(dir, "base.yaml")); {
	case errors.Is(err, fs.ErrNotExist):
		return origin{}, hint(fmt.Errorf("there is no base.yaml in %s", dir), advice)
	case err != nil:
		return origin{}, fmt.Errorf("open base: %w", err)
	}
	return origin{FS: os.DirFS(dir), dir: dir}, nil
}
