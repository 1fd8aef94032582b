package dialog

import "github.com/plainline/plainline/knowledge"

// Reply is what the program means to say: blocks in order, at most one Prompt, and where the facts come from. It holds no layout.
type Reply struct {
	Lang   knowledge.Lang
	Blocks []Block
	Prompt Prompt
	Code   string // short code of the answer to quote to a call centre ("12F"); empty for menus
	Source Source // empty for menus
	End    bool   // the talk ends with this
}

// Source is where the facts of a reply come from and when they were last checked.
type Source struct {
	Cite       string
	Detail     string
	VerifiedOn knowledge.Date
	PastReview bool
}

// BlockKind says what a Block is; the set is closed.
type BlockKind uint8

// The kinds of blocks.
const (
	Say    BlockKind = iota + 1 // Text: one thought
	Steps                       // Text: a lead (may be empty); Rows: ordered, Label only
	Table                       // Text: a lead; Rows: Label and Value
	Place                       // Text: the name of the office; Rows: address, hours, telephone
	Link                        // Text: what it is; URL, in a form that can be spoken or typed
	Notice                      // Text: a warning, a disruption, a correction; first on the screen
)

// Block is one piece of a reply.
type Block struct {
	Kind BlockKind
	Text Text
	Rows []Row
	URL  string
}

// Row is a line of a block.
type Row struct {
	Label Text
	Value Text
}

// PromptKind says what is expected next.
type PromptKind uint8

// The kinds of prompts.
const (
	Nothing PromptKind = iota // nothing more, or anything
	Choice                    // one of Options; free text works too unless Strict
)

// Prompt is what is expected of the person next.
type Prompt struct {
	Kind    PromptKind
	Ask     Text // the question over the options; may be empty
	Options []Option
}

// Option is one choice. ID is stable and says where it leads ("fee/id-card"); its key is its position, see OptionKey.
type Option struct {
	ID    string
	Label Text
}

// OptionKey gives the number that chooses the i-th option (from 0): 1 to 8, then 10, 11, …, because 9 is always a person.
func OptionKey(i int) int {
	if i < 8 {
		return i + 1
	}
	return i + 2
}

// OptionIndex is the inverse of OptionKey; it gives -1 where no option can have the key.
func OptionIndex(key int) int {
	switch {
	case key >= 1 && key <= 8:
		return key - 1
	case key >= 10:
		return key - 2
	}
	return -1
}
