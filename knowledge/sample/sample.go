// Package sample is the demonstration base, in the program itself: what plainline answers from before it is given a base
// of its own. The folders beside this file are written as knowledge/FORMAT.md says.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml answers events lang notices offices organisations questions services transcripts
var files embed.FS

// FS gives the files of the demonstration base.
func FS() fs.FS { return files }
