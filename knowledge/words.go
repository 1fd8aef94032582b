package knowledge

import "github.com/plainline/plainline/knowledge/source"

// Lang is a language of the base as a BCP 47 tag: "az", "en", "ru".
type Lang string

// WordsMap is a short text in each language, written in place in a YAML file: {az: …, en: …, ru: …}.
type WordsMap map[Lang]Text

// Words is what one language says of a service, an event or a general answer: one file <lang>.md.
type Words struct {
	source.Pos
	Lang   Lang
	Title  Text     // full name
	Short  Text     // for menus: at most ShortBudget characters
	Spoken Text     // for the ear; Title where the file has none
	Names  []string // other names, for matching
	State  State    // of the header as a block
	Blocks map[string]*WordBlock
}

// ShortBudget is the longest short title, in characters, that leaves room for a key and a tail on a narrow menu line.
const ShortBudget = 24

// WordBlock is one section of a words file: a paragraph (Text), or a list of items under ids, or both.
type WordBlock struct {
	source.Pos
	ID    string
	State State
	Text  []Text // paragraphs
	Items []*WordItem
	// Zero is used instead where the first money value in the block is nothing to pay: section "<id> zero".
	Zero *WordBlock
}

// Item gives the item of an id, or nil.
func (b *WordBlock) Item(id string) *WordItem {
	if b == nil {
		return nil
	}
	for _, it := range b.Items {
		if it.ID == id {
			return it
		}
	}
	return nil
}

// WordItem is one line "- id: words" of a list. A particular question has its question in Text and the answer in More.
type WordItem struct {
	source.Pos
	ID   string
	Text Text
	More Text
}

// State says how far a block of words has come and which revision of the source language it translates.
type State struct {
	Reviewed bool   // else draft
	From     string // hash of the source-language block it was made from; empty in the source language itself
}

// Text is words with slots: literals and references to facts, in order. Plain holds the whole where there is no slot.
type Text struct {
	source.Pos
	Plain string
	Parts []TextPart
}

// Empty says whether there are no words at all.
func (t Text) Empty() bool { return t.Plain == "" && len(t.Parts) == 0 }

// TextPart is a literal or a slot: {cost.standard:dat} has the Kind cost, the Ref standard and the Form dat;
// {amount} in an interface phrase has the Kind "" and the Ref amount.
type TextPart struct {
	Literal string
	Slot    bool
	Kind    string
	Ref     string
	Form    string
}
