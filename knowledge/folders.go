package knowledge

import (
	"cmp"
	"slices"
)

// WordFolder is a folder that holds words in several languages: of a service, a life event or a general answer.
type WordFolder struct {
	Dir     string   // services/id-card
	Service *Service // whose words these are; nil for events and answers
	Words   map[Lang]*Words
}

// WordFolders gives all folders with words: services, then life events, then answers.
func (b *Base) WordFolders() []WordFolder {
	folders := make([]WordFolder, 0, len(b.Services)+len(b.Events)+len(b.Answers))
	for _, s := range b.Services {
		folders = append(folders, WordFolder{"services/" + string(s.ID), s, s.Words})
	}
	for _, e := range b.Events {
		folders = append(folders, WordFolder{"events/" + e.ID, nil, e.Words})
	}
	for _, a := range b.Answers {
		folders = append(folders, WordFolder{"answers/" + a.ID, nil, a.Words})
	}
	return folders
}

// AllBlocks gives the blocks of a words file in the order of the file, each followed by its zero variant.
func (w *Words) AllBlocks() []*WordBlock {
	blocks := make([]*WordBlock, 0, len(w.Blocks)+1)
	for _, b := range w.Blocks {
		blocks = append(blocks, b)
		if b.Zero != nil {
			blocks = append(blocks, b.Zero)
		}
	}
	slices.SortFunc(blocks, func(a, b *WordBlock) int { return cmp.Compare(a.Line, b.Line) })
	return blocks
}
