package transcript

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// edits are changes to the files of a base: the path and the whole new text.
type edits map[string][]byte

// replace edits one file; the words to replace must stand in it exactly once.
func (e edits) replace(base fs.FS, h happening) error {
	text, ok := e[h.path]
	if !ok {
		var err error
		if text, err = fs.ReadFile(base, h.path); err != nil {
			return fmt.Errorf("edit the base: %w", err)
		}
	}
	if n := bytes.Count(text, []byte(h.from)); n != 1 {
		return fmt.Errorf("edit the base: %s holds %q %d times, not once", h.path, h.from, n)
	}
	e[h.path] = bytes.Replace(text, []byte(h.from), []byte(h.to), 1)
	return nil
}

// over gives the base with the edits.
func (e edits) over(base fs.FS) (fs.FS, error) {
	if len(e) == 0 {
		return base, nil
	}
	all := maps.Clone(e)
	err := fs.WalkDir(base, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || all[path] != nil {
			return err
		}
		all[path], err = fs.ReadFile(base, path)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("copy the base: %w", err)
	}
	return archive(all)
}

// archive makes a file system of files in memory.
func archive(files edits) (fs.FS, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, path := range slices.Sorted(maps.Keys(files)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: path, Method: zip.Store})
		if err != nil {
			return nil, fmt.Errorf("copy the base: %w", err)
		}
		if _, err := w.Write(files[path]); err != nil {
			return nil, fmt.Errorf("copy the base: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("copy the base: %w", err)
	}
	return zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
}

// edition loads a base and makes an edition of it that has learned from the base's questions. What was learned is kept for
// the next edition, as most stories that change the base leave its questions alone.
func edition(base fs.FS, models understand.Cache) (*channels.Edition, error) {
	b, findings := knowledge.Load(base)
	if b == nil {
		var broken []string
		for _, f := range findings {
			if f.Severity == source.Error {
				broken = append(broken, f.String())
			}
		}
		return nil, fmt.Errorf("load the base: %s", strings.Join(broken, "; "))
	}
	return channels.NewEdition(engine.NewEdition(b, understand.Learn(b, understand.Options{Cache: models}))), nil
}
