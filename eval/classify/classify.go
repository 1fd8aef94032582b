// Package classify measures the matcher's trained core on any labelled questions, so that it can be compared with other
// systems on their own sets. Most callers want Run, which reads tab-separated files and prints a report.
//
// What is measured is one configuration: nothing is chosen by looking at the test file, and no out-of-scope question is
// ever learned from.
package classify

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// Config says what to measure.
type Config struct {
	Train string // a file of label<TAB>text
	Test  string // another; if empty, a fifth of Train is held aside
	OOS   string // questions that belong to no label; may be empty
	Lang  string // named in the report; the matcher treats all languages alike
	JSON  bool   // print JSON instead of text

	Now      func() time.Time                         // the clock for training and queries
	Progress func(done, total int)                    // called while training; may be nil
	Open     func(name string) (io.ReadCloser, error) // opens the files
}

// Run trains on one file, tests on another and prints the report.
func Run(ctx context.Context, w io.Writer, c Config) error {
	if c.Train == "" {
		return errors.New("classify: no training file")
	}
	if c.Now == nil || c.Open == nil {
		return errors.New("classify: no clock or no way to open files")
	}
	sets, err := load(c)
	if err != nil {
		return err
	}
	r, err := Measure(ctx, sets, c)
	if err != nil {
		return err
	}
	if c.JSON {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	_, err = io.WriteString(w, r.String())
	return err
}

// Sets are labelled questions to learn from and to test with, and questions that belong to no label.
type Sets struct {
	Train, Test, OOS []Question
}

func load(c Config) (s Sets, err error) {
	if s.Train, err = open(c, c.Train); err != nil {
		return s, err
	}
	if c.Test == "" {
		s.Train, s.Test = HoldAside(s.Train, 5)
	} else if s.Test, err = open(c, c.Test); err != nil {
		return s, err
	}
	if c.OOS != "" {
		if s.OOS, err = open(c, c.OOS); err != nil {
			return s, err
		}
	}
	if len(s.Train) == 0 || len(s.Test) == 0 {
		return s, fmt.Errorf("classify: %s: too few questions to learn from and test with", c.Train)
	}
	return s, nil
}

func open(c Config, name string) ([]Question, error) {
	f, err := c.Open(name)
	if err != nil {
		return nil, fmt.Errorf("classify: %w", err)
	}
	defer f.Close()
	q, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("classify: %s:%w", name, err)
	}
	return q, nil
}
