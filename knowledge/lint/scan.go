package lint

import (
	"path"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// eachLine visits the lines of the files whose words people read or hear: all YAML and words files, and approved wordings.
// A README beside base.yaml is not one of them.
func (p *Pass) eachLine(visit func(pos source.Pos, line string)) {
	for _, f := range p.Tree.Files {
		if !spoken(f.Path) {
			continue
		}
		n := 0
		for line := range strings.Lines(string(f.Data)) {
			n++
			visit(source.Pos{File: f.Path, Line: n, Col: 1}, strings.TrimRight(line, "\r\n"))
		}
	}
}

func spoken(file string) bool {
	switch path.Ext(file) {
	case ".yaml":
		return true
	case ".md":
		return strings.Contains(file, "/")
	case ".jsonl":
		return strings.HasPrefix(file, "wordings/")
	}
	return false
}
