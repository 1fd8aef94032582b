package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/rogpeppe/go-internal/testscript"
)

// TestEligibilityScripts runs what imports rules, measures them and decides by them. $DATA is a data set of four benefits, made
// up in the layout of the published one; a small base without rules is in the folder base.
func TestEligibilityScripts(t *testing.T) {
	data, err := filepath.Abs("../../knowledge/usagov/testdata/set")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "eligibility"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("DATA", data)
			return writeBase(filepath.Join(env.WorkDir, "base"))
		},
		RequireExplicitExec: true,
	})
}

func TestHelpOnEligibilityShowsCommandsThatExist(t *testing.T) {
	t.Parallel()
	for _, c := range []kong.HelpProvider{importUSAGovCommand{}, eligibilitySimulateCommand{}, eligibilityCheckCommand{}} {
		for _, m := range documented.FindAllStringSubmatch(c.Help(), -1) {
			args := strings.Fields(m[1])
			if _, err := parseOnly(t, args); err != nil {
				t.Errorf("plainline %s: %v", strings.Join(args, " "), err)
			}
		}
	}
}
