package voice

import (
	"time"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// Turn is what a caller hears and may do next. Every way to carry a call plays the same Turn.
type Turn struct {
	Lang    knowledge.Lang // of the reply; a prompt may be in another
	Prompts []Prompt       // in their order; any key interrupts them
	Keys    Keys           // what is waited for after the prompts; none where Most is 0
	Phrases []Phrase       // what may be said instead of a key, for a listener
	PutOn   string         // the number of a person to connect the caller with after the prompts; empty for none
	HangUp  bool           // the call ends after the prompts
	Step    int            // number of the next request of this call
	More    bool           // # leads to a further part
}

// Prompt is what is spoken in one go, in one language.
type Prompt struct {
	Lang   knowledge.Lang
	Heard  []layout.Heard
	Rate   int           // in words a minute
	Louder int           // steps over the usual loudness
	Pause  time.Duration // silence afterwards
	Menu   bool          // part of a menu: its question, an option, the key for more
}

// Text gives the prompt as it is spoken, for a voice that reads the whole.
func (p *Prompt) Text() string { return layout.Spoken(p.Heard) }

// Keys says which keys are expected, and how long they are waited for. Other keys are taken too, and answered with what was
// heard.
type Keys struct {
	Allowed string        // as "123567890*#"
	Finish  string        // the key that ends the input; empty where Most ends it
	Most    int           // keys in one input
	First   time.Duration // from the end of the prompts to the first key
	Between time.Duration // from one key to the next
}

// Phrase is what may be said, and what it does. What a listener hears is compared with these and nothing else.
type Phrase struct {
	Words string
	Input dialog.Input
}
