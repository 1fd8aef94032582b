package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// missingWords wants words for every fact. In the source language whole sections must be there; in a translation a section
// that is there must be whole, for a list that lacks one document misleads.
func missingWords() Rule {
	return Rule{
		ID: "missing-words", Severity: source.Error,
		Statement: "Every fact has its words: the sections of the source language are all there, and no list lacks an item.",
		Check: func(p *Pass) {
			for _, s := range p.Base.Services {
				for _, lang := range p.Base.Languages {
					if w := s.Words[lang]; w != nil {
						p.serviceWords(s, w)
					}
				}
			}
			for _, e := range p.Base.Events {
				p.wantSection(e.Words[p.Base.SourceLang], "summary", e.Pos)
			}
			for _, a := range p.Base.Answers {
				p.wantSection(a.Words[p.Base.SourceLang], "answer", a.Pos)
			}
		},
	}
}

func (p *Pass) serviceWords(s *knowledge.Service, w *knowledge.Words) {
	if w.Lang == p.Base.SourceLang {
		for _, need := range neededSections(s) {
			p.wantSection(w, need.id, need.pos)
		}
	}
	for _, id := range []string{"documents", "steps", "where", "law", "questions"} {
		block := w.Blocks[id]
		if block == nil {
			continue
		}
		for _, item := range itemsOf(s, id) {
			if block.Item(item.id) == nil {
				p.Report(block.Pos, "add - "+item.id+": … to the section", "the section %q has no words for %q of %s", id, item.id, item.pos)
			}
		}
	}
}

func (p *Pass) wantSection(w *knowledge.Words, id string, because source.Pos) {
	if w.Blocks[id] == nil {
		p.Report(w.Pos, "add ## "+id+" [draft] and the words", "the section %q is missing; %s needs it", id, because)
	}
}

// need is an id that must have words, and the fact that it belongs to.
type need struct {
	id  string
	pos source.Pos
}

// neededSections gives the sections that a service must have, by the table in FORMAT.md.
func neededSections(s *knowledge.Service) []need {
	needs := []need{{"summary", s.Pos}, {"who", s.Pos}}
	for _, id := range []string{"documents", "steps", "where", "law", "questions"} {
		if items := itemsOf(s, id); len(items) > 0 {
			needs = append(needs, need{id, items[0].pos})
		}
	}
	if s.Output != nil {
		needs = append(needs, need{"result", s.Output.Pos})
	}
	if r := s.Representation; r != nil && r.Unknown == nil {
		needs = append(needs, need{"by-another", r.Pos})
	}
	if s.Appeal != nil && s.Appeal.Own {
		needs = append(needs, need{"appeal", s.Appeal.Pos})
	}
	if s.Complaint != nil && s.Complaint.Own {
		needs = append(needs, need{"complaint", s.Complaint.Pos})
	}
	if s.Urgent != nil && s.Urgent.Unknown == nil {
		needs = append(needs, need{"urgent", s.Urgent.Pos})
	}
	return needs
}

// itemsOf gives the ids that a section of a service must have words for.
func itemsOf(s *knowledge.Service, section string) (items []need) {
	switch section {
	case "documents":
		for _, e := range s.Evidence {
			for _, id := range append(e.AnyOf[:len(e.AnyOf):len(e.AnyOf)], e.ID) {
				if id != "" && (id != e.ID || len(e.AnyOf) == 0) {
					items = append(items, need{id, e.Pos})
				}
			}
		}
	case "steps":
		for _, x := range s.Steps {
			items = append(items, need{x.ID, x.Pos})
		}
	case "where":
		for _, x := range s.Channels {
			items = append(items, need{x.ID, x.Pos})
		}
	case "law":
		for _, x := range s.Legal {
			items = append(items, need{x.ID, x.Pos})
		}
	case "questions":
		for _, x := range s.Questions {
			items = append(items, need{x.ID, x.Pos})
		}
	case "eligibility":
		items = reasonsOf(s.Eligibility)
	}
	return items
}
