package lint

import (
	"unicode/utf8"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// Budgets of what stands in a menu line or in the name of a sender, in characters.
const (
	noticeBudget       = 60
	organisationBudget = 16
)

func longTitle() Rule {
	return Rule{
		ID: "long-title", Severity: source.Error,
		Statement: "What stands in a menu is short: 24 characters, 60 for a notice, 16 for an organisation.",
		Check: func(p *Pass) {
			for _, folder := range p.Base.WordFolders() {
				for _, lang := range p.Base.Languages {
					if w := folder.Words[lang]; w != nil {
						p.budget(w.Short, knowledge.ShortBudget, "add or shorten short: in the header")
					}
				}
			}
			eachFact(p.Base, func(f fact) {
				f.shortTexts(func(key string, m knowledge.WordsMap) {
					if budget := shortBudget(f.item, key); budget > 0 {
						for _, t := range m {
							p.budget(t, budget, "shorten it")
						}
					}
				})
			})
		},
	}
}

func shortBudget(item any, key string) int {
	switch item.(type) {
	case *knowledge.Notice:
		if key == "short" {
			return noticeBudget
		}
	case *knowledge.Organisation:
		if key == "short" {
			return organisationBudget
		}
	case *knowledge.Office:
		if key == "short" {
			return knowledge.ShortBudget
		}
	case *knowledge.Topic, *knowledge.OfficeGroup:
		return knowledge.ShortBudget
	}
	return 0
}

func (p *Pass) budget(t knowledge.Text, budget int, advice string) {
	if n := utf8.RuneCountInString(literals(t, "")); n > budget {
		p.Report(t.Pos, advice, "%q has %d characters, at most %d fit a menu", t.String(), n, budget)
	}
}
