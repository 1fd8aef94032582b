//go:build !nolingua

package main

import (
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/dialog/understand/lingua"
	"github.com/plainline/plainline/knowledge"
)

// newDetector loads the second opinion on the languages of a base. It takes a second or two and must be done before the
// program says that it is ready. A base with fewer than two languages that the models know goes without.
func newDetector(b *knowledge.Base) understand.Detector {
	d, err := lingua.New(b.Languages, lingua.High)
	if err != nil {
		return nil
	}
	return d
}
