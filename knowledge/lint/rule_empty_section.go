package lint

import "github.com/plainline/plainline/knowledge/source"

func emptySection() Rule {
	return Rule{
		ID: "empty-section", Severity: source.Error,
		Statement: "A section has words under its heading.",
		Check: func(p *Pass) {
			for _, folder := range p.Base.WordFolders() {
				for _, w := range folder.Words {
					for _, b := range w.AllBlocks() {
						if len(b.Text) == 0 && len(b.Items) == 0 {
							p.Report(b.Pos, "write them, or leave the heading out", "the section %q has no words", b.ID)
						}
					}
				}
			}
		},
	}
}
