package lint

import (
	"maps"
	"slices"

	"github.com/plainline/plainline/knowledge"
)

// Role says what a text is for.
type Role string

// The roles of texts.
const (
	Title  Role = "title"  // title, short title or spoken title of a words file
	Prose  Role = "prose"  // paragraphs
	Item   Role = "item"   // an item of a list
	Asked  Role = "asked"  // a particular question, as people ask it
	Label  Role = "label"  // words of a label
	Short  Role = "short"  // written in place in a YAML file
	Phrase Role = "phrase" // said by the program itself
)

// Text is some words of the base with where they belong.
type Text struct {
	knowledge.Text
	Lang    knowledge.Lang
	Role    Role
	Section string             // of a words file: summary, documents …
	Service *knowledge.Service // whose words these are, or nil
}

func collectTexts(b *knowledge.Base) []Text {
	var c collector
	for _, folder := range b.WordFolders() {
		for _, lang := range b.Languages {
			if w := folder.Words[lang]; w != nil {
				c.words(w, folder.Service)
			}
		}
	}
	eachFact(b, func(f fact) {
		f.shortTexts(func(_ string, m knowledge.WordsMap) {
			for _, lang := range b.Languages {
				c.add(m[lang], lang, Short, nil)
			}
		})
	})
	for _, lang := range b.Languages {
		c.language(b.Lang[lang])
	}
	return c
}

type collector []Text

func (c *collector) add(t knowledge.Text, lang knowledge.Lang, role Role, s *knowledge.Service) {
	if !t.Empty() {
		*c = append(*c, Text{Text: t, Lang: lang, Role: role, Service: s})
	}
}

func (c *collector) words(w *knowledge.Words, s *knowledge.Service) {
	c.add(w.Title, w.Lang, Title, s)
	if w.Short.Pos != w.Title.Pos {
		c.add(w.Short, w.Lang, Title, s)
	}
	if w.Spoken.Pos != w.Title.Pos {
		c.add(w.Spoken, w.Lang, Title, s)
	}
	for _, b := range w.AllBlocks() {
		role, first := itemRole(b.ID), len(*c)
		for _, t := range b.Text {
			c.add(t, w.Lang, Prose, s)
		}
		for _, item := range b.Items {
			c.add(item.Text, w.Lang, role, s)
			c.add(item.More, w.Lang, Prose, s)
		}
		for i := first; i < len(*c); i++ {
			(*c)[i].Section = b.ID
		}
	}
}

func itemRole(section string) Role {
	switch section {
	case "labels":
		return Label
	case "questions":
		return Asked
	}
	return Item
}

func (c *collector) language(l *knowledge.Language) {
	for _, id := range slices.Sorted(maps.Keys(l.Labels)) {
		c.add(l.Labels[id], l.Tag, Label, nil)
	}
	for i := range l.Phrases {
		p := &l.Phrases[i]
		if len(p.Plural) == 0 {
			c.add(p.One, l.Tag, Phrase, nil)
		}
		for _, category := range slices.Sorted(maps.Keys(p.Plural)) {
			c.add(p.Plural[category], l.Tag, Phrase, nil)
		}
	}
}

// literals gives the words of a text without its slots, each slot replaced by one sign.
func literals(t knowledge.Text, slot string) string {
	if len(t.Parts) == 0 {
		return t.Plain
	}
	s := ""
	for _, p := range t.Parts {
		if p.Slot {
			s += slot
		} else {
			s += p.Literal
		}
	}
	return s
}
