package main

import (
	"fmt"
	"os"

	"github.com/plainline/plainline/knowledge/sample"
)

// sampleCommand writes the demonstration base out.
type sampleCommand struct {
	Dir string `arg:"" help:"A new or empty folder."`
}

// Help implements kong.HelpProvider.
func (sampleCommand) Help() string {
	return `The base is a folder of text files about public services in Azerbaijan. Change them, check them, serve them:

  plainline sample my-base
  plainline lint my-base
  plainline serve -base my-base

It is marked "demonstration: true" in base.yaml. Take that line out when the facts are yours: until then gateways are
answered only with -demo.`
}

// Run does the work.
func (c sampleCommand) Run(h *host) error {
	entries, err := os.ReadDir(c.Dir)
	switch {
	case err == nil && len(entries) > 0:
		return hint(fmt.Errorf("%s is not empty", c.Dir), "name a new folder; nothing was written")
	case err != nil && !os.IsNotExist(err):
		return fmt.Errorf("look into %s: %w", c.Dir, err)
	}
	if err := os.MkdirAll(c.Dir, 0o755); err != nil {
		return fmt.Errorf("make %s: %w", c.Dir, err)
	}
	if err := os.CopyFS(c.Dir, sample.FS()); err != nil {
		return fmt.Errorf("write the demonstration base: %w", err)
	}
	fmt.Fprintf(h.stdout, "The demonstration base is in %s. Check it with: plainline lint %[1]s\n", c.Dir)
	return nil
}
