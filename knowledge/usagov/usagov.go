// Package usagov turns the published benefits of USA.gov (61 benefits, English and partly Spanish, CC0) into a knowledge base.
//
// Most callers want Import. It reads the folder of the data set (content/ and locales/) and gives the files of a base that
// loads and talks: criteria become facts, benefits services with rules, life events events, agencies organisations. What the
// data set does not say (fees, time limits, papers, appeal) is written as unknown, never made up. What is wrong in the data
// set stays in the base where a base can hold it, so that the linter tells of it; the rest is told as findings of the import.
//
// Reading order: read.go (the data set in memory), criterion.go and condition.go (what rules are made of), write.go and the
// files named after what they write, language.go, fault.go (what the import tells).
package usagov

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// LastDated is the newest day that the data set itself names; it says nowhere when its pages were read.
const LastDated knowledge.Date = 20220504

// ErrBroken is returned for a data set that cannot be read; the findings say where.
var ErrBroken = errors.New("the data set cannot be read")

// Options says how to import.
type Options struct {
	VerifiedOn knowledge.Date // the day on which somebody last read the facts; default LastDated
}

// File is one file of the base.
type File struct {
	Path string
	Data []byte
}

// Result is a base and what was noticed while it was made.
type Result struct {
	Files    []File           // by path
	Findings []source.Finding // in the files of the data set, by place
	Benefits int
	Facts    int
	Events   int
	Agencies int

	Untranslated []string // phrases of the program that have no Spanish words yet and stand in English
}

// Import makes a base from the data set. The same data gives the same files.
func Import(data fs.FS, o Options) (*Result, error) {
	if o.VerifiedOn == 0 {
		o.VerifiedOn = LastDated
	}
	set := read(data)
	r := &Result{}
	if len(set.benefits) == 0 && !set.report.Broken() {
		return nil, fmt.Errorf("%w: there is no benefit in content/benefits", ErrBroken)
	}
	if !set.report.Broken() {
		set.judge()
		w := &writer{set: set, options: o, files: map[string][]byte{}}
		w.write()
		r = &Result{Files: w.sorted(), Benefits: len(set.benefits), Facts: w.facts, Events: len(set.events), Agencies: len(set.agencies), Untranslated: w.untranslated}
	}
	r.Findings = set.report.Findings()
	if set.report.Broken() {
		return r, ErrBroken
	}
	return r, nil
}
