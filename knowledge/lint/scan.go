package lint

import (
	"path"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// eachLine visits the lines of the files that editors write and that the base is made of.
func (p *Pass) eachLine(visit func(pos source.Pos, line string)) {
	for _, f := range p.Tree.Files {
		if ext := path.Ext(f.Path); ext != ".yaml" && ext != ".md" || !strings.Contains(f.Path, "/") && ext == ".md" {
			continue
		}
		n := 0
		for line := range strings.Lines(string(f.Data)) {
			n++
			visit(source.Pos{File: f.Path, Line: n, Col: 1}, strings.TrimRight(line, "\r\n"))
		}
	}
}
