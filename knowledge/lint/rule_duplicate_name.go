package lint

import (
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

func duplicateName() Rule {
	return Rule{
		ID: "duplicate-name", Severity: source.Warning,
		Statement: "No two services have the same name in a language.",
		Check: func(p *Pass) {
			for _, lang := range p.Base.Languages {
				first := map[string]*knowledge.Service{}
				for _, s := range p.Base.Services {
					if w := s.Words[lang]; w != nil {
						p.serviceNames(s, w, first)
					}
				}
			}
		},
	}
}

func (p *Pass) serviceNames(s *knowledge.Service, w *knowledge.Words, first map[string]*knowledge.Service) {
	own := map[string]bool{}
	for _, name := range append([]string{w.Title.String(), w.Short.String(), w.Spoken.String()}, w.Names...) {
		key := strings.ToLower(strings.Join(strings.Fields(name), " "))
		if own[key] {
			continue
		}
		own[key] = true
		if other := first[key]; other != nil {
			p.Report(p.Find(w.Pos, name), "choose a name that tells them apart", "the service %q is called %q too (%s)", other.ID, name, other.Words[w.Lang].Pos)
			continue
		}
		first[key] = s
	}
}
