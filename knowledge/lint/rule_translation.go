package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
	"github.com/plainline/plainline/knowledge/stamp"
)

// The four rules of translations. They compare each words file with that of the source language, block by block, and name
// the places of both.

func missingTranslation() Rule {
	return Rule{
		ID: "missing-translation", Severity: source.Warning,
		Statement: "What the source language says, every other language says too.",
		Check: func(p *Pass) {
			p.eachTranslation(func(t translation) {
				if t.words == nil {
					p.Report(t.original.Pos, "write "+t.dir+"/"+string(t.lang)+".md", "the folder %s has no words in %s", t.dir, t.lang)
					return
				}
				for _, b := range t.original.AllBlocks() {
					if b.ID != "labels" && block(t.words, b.ID) == nil {
						p.Report(t.words.Pos, "translate it from there", "the section %q of %s is missing in %s", b.ID, b.Pos, t.lang)
					}
				}
			})
			eachFact(p.Base, func(f fact) {
				f.shortTexts(func(key string, m knowledge.WordsMap) { p.missingShort(key, m) })
			})
		},
	}
}

func (p *Pass) missingShort(key string, m knowledge.WordsMap) {
	for _, lang := range p.Base.Languages {
		if _, ok := m[lang]; !ok {
			p.Report(m[p.Base.SourceLang].Pos, "add "+string(lang)+": …", "the %s has no words in %s", key, lang)
		}
	}
}

func extraTranslation() Rule {
	return Rule{
		ID: "extra-translation", Severity: source.Error,
		Statement: "No translation says what the source language does not say.",
		Check: func(p *Pass) {
			p.eachTranslation(func(t translation) {
				if t.words == nil {
					return
				}
				for _, b := range t.words.AllBlocks() {
					if b.ID != "labels" && block(t.original, b.ID) == nil {
						p.Report(b.Pos, "write it there first, or take it out here", "the section %q is not in %s", b.ID, t.original.File)
					}
				}
			})
		},
	}
}

func staleTranslation() Rule {
	return Rule{
		ID: "stale-translation", Severity: source.Warning,
		Statement: "A translation is looked at again when its source changes.",
		Check: func(p *Pass) {
			p.eachTranslation(func(t translation) {
				if t.words == nil {
					return
				}
				const advice = "compare the two, then run plainline stamp -all"
				if stamp.Stale(t.words.State, stamp.HeaderHash(t.original)) {
					p.Report(p.Find(t.words.Pos, "state:"), advice, "the title was translated from an older revision of %s", t.original.Title.Pos)
				}
				for _, b := range t.words.AllBlocks() {
					from := block(t.original, b.ID)
					if from != nil && stamp.Stale(b.State, stamp.BlockHash(from)) {
						p.Report(b.Pos, advice, "the section %q was translated from an older revision of %s", b.ID, from.Pos)
					}
				}
			})
		},
	}
}

func unstampedTranslation() Rule {
	return Rule{
		ID: "unstamped-translation", Severity: source.Warning,
		Statement: "A translation records which revision of the source language it was made from.",
		Check: func(p *Pass) {
			p.eachTranslation(func(t translation) {
				if t.words == nil {
					return
				}
				n, first := 0, t.words.Pos
				for _, b := range t.words.AllBlocks() {
					if b.State.From == "" && block(t.original, b.ID) != nil {
						if n++; n == 1 {
							first = b.Pos
						}
					}
				}
				switch {
				case t.words.State.From == "":
					p.Report(first, advice(t), "the title and %d of %d sections are not stamped with what they were translated from", n, len(t.words.Blocks))
				case n > 0:
					p.Report(first, advice(t), "%d of %d sections are not stamped with what they were translated from", n, len(t.words.Blocks))
				}
			})
		},
	}
}

func advice(t translation) string {
	return "compare with " + t.original.File + " and run plainline stamp"
}

// translation is the words of a folder in a language that is not the source language; words is nil where there are none.
type translation struct {
	dir             string
	lang            knowledge.Lang
	words, original *knowledge.Words
}

func (p *Pass) eachTranslation(visit func(translation)) {
	for _, folder := range p.Base.WordFolders() {
		for _, lang := range p.Base.Languages {
			if lang != p.Base.SourceLang {
				visit(translation{folder.Dir, lang, folder.Words[lang], folder.Words[p.Base.SourceLang]})
			}
		}
	}
}

// block gives the block of an id, which may be that of a zero variant.
func block(w *knowledge.Words, id string) *knowledge.WordBlock { return stamp.Find(w, id) }
