// Package stamp writes into translations from which revision of the source language each block was made, so that the
// linter can say which translations are stale.
//
// A stamp stands with the state of a block, "## summary [draft, en 3f2a9c1b]", and in the header, "state: draft, en 3f2a9c1b".
// Nothing else in a file is touched, and stamping twice changes nothing. A block whose source has changed since its stamp is
// left alone, because somebody must look at it first: Options.All says that somebody has.
package stamp

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// ErrBroken is returned for a base that does not load: revisions cannot be told then.
var ErrBroken = errors.New("the base does not load")

// Writer is where changed files go. Paths are those of the base, with slashes.
type Writer interface {
	WriteFile(path string, data []byte) error
}

// Options says what to stamp.
type Options struct {
	All bool // stale blocks too: the editor has compared each of them with its source
}

// Result is what stamping did.
type Result struct {
	Changed []string     // paths of the files that were written, sorted
	Stale   []source.Pos // blocks that were left alone because their source has changed
}

// Stamp stamps the translations of a base and writes the files that change.
func Stamp(fsys fs.FS, w Writer, o Options) (Result, error) {
	base, tree, findings := knowledge.Read(fsys)
	if base == nil {
		return Result{}, fmt.Errorf("stamp: %w: %s", ErrBroken, firstError(findings))
	}
	var r Result
	for _, folder := range base.WordFolders() {
		for _, lang := range base.Languages {
			words, original := folder.Words[lang], folder.Words[base.SourceLang]
			if words == nil || lang == base.SourceLang {
				continue
			}
			f := tree.File(words.File)
			data := file{data: f.Data, lang: base.SourceLang, all: o.All}.stamp(words, original, &r)
			if bytes.Equal(data, f.Data) {
				continue
			}
			if err := w.WriteFile(f.Path, data); err != nil {
				return r, fmt.Errorf("stamp %s: %w", f.Path, err)
			}
			r.Changed = append(r.Changed, f.Path)
		}
	}
	slices.Sort(r.Changed)
	return r, nil
}

func firstError(findings []source.Finding) string {
	for _, f := range findings {
		if f.Severity == source.Error {
			return f.String()
		}
	}
	return ""
}

// Stale says whether a stamp tells of another revision than the source block now has. No stamp is not stale.
func Stale(s knowledge.State, now string) bool { return s.From != "" && s.From != now }
