package knowledge

import (
	"path"

	"github.com/plainline/plainline/knowledge/source"
)

// attachCases reads the cases of each service that has some.
func (l *loader) attachCases() {
	for _, s := range l.base.Services {
		dir := path.Join("services", string(s.ID))
		if f := l.cases[dir]; f != nil {
			l.decode(f, &s.Cases)
			delete(l.cases, dir)
		}
	}
	for _, f := range l.cases {
		l.Errorf(source.Pos{File: f.Path}, source.RuleFileMissing, "write the service beside it", "the cases belong to no service")
	}
}
