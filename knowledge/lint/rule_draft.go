package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

func draft() Rule {
	return Rule{
		ID: "draft", Severity: source.Warning,
		Statement: "In a base that is not a demonstration all words are reviewed.",
		Check: func(p *Pass) {
			if p.Base.Demonstration {
				return
			}
			for _, folder := range p.Base.WordFolders() {
				for _, lang := range p.Base.Languages {
					if w := folder.Words[lang]; w != nil {
						p.drafts(w)
					}
				}
			}
			for _, lang := range p.Base.Languages {
				if l := p.Base.Lang[lang]; l.Status != "reviewed" {
					p.Report(p.Find(l.Pos, "status:"), "have a native speaker read it, then write status: reviewed", "the phrases in %s are a draft", lang)
				}
			}
		},
	}
}

func (p *Pass) drafts(w *knowledge.Words) {
	blocks, n := w.AllBlocks(), 0
	for _, b := range blocks {
		if !b.State.Reviewed {
			n++
		}
	}
	if n > 0 || !w.State.Reviewed {
		p.Report(w.Pos, "have a native speaker read them, then write reviewed for draft", "%d of %d sections are drafts", n, len(blocks))
	}
}
