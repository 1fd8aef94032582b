// Package understand finds out what a person means by what was typed or said: which command, or which service and which
// aspect, in which language. It is honest about doubt: it answers, asks back with at most four choices, or says that it
// does not know.
//
// Everything behind the Matcher seam may change; the engine sees only a Meaning.
//
// In reading order: understand.go has what is asked and answered. names.go knows the base's own names: code.go its short
// codes, fold.go how words are compared, lexicon.go the words of a language, reading.go, ranking.go and tally.go what they
// make of a question. learned.go adds what was learned: teach.go and cache.go make the models, witness.go is what they and the names
// say of a question, candidate.go where it may lead, ranker.go how probable each place is, decide.go what is said then;
// practice.go and trust.go learn how far all this may be trusted. ellipsis.go fills up what leans on the talk; narrow.go, age.go
// and second.go find what else the words hold.
// language.go tells the language of a text from language_texts.go and language_script.go. doubting.go asks back, always.
package understand

import (
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// Query is what was said and what is known of the talk: its language, and the service it is about, if any.
type Query struct {
	Text    string
	Lang    knowledge.Lang
	Service knowledge.ServiceID
	Aspect  string // of the service that is on the screen, as fee; "" for none
}

// Meaning is what was understood: a command, or places in the dialog. One target is an answer, two to four are a question
// back, none is "I don't know".
type Meaning struct {
	Command dialog.Command
	Targets []dialog.Spot
	Doubt   bool           // even a single target is to be asked about
	Lang    knowledge.Lang // of the words that matched; "" where any language would do

	Switch   knowledge.Lang // the words are surely in this language, which is not the talk's: to be offered; "" for none
	Second   dialog.Spot    // a second question in the same words, to be offered after the first; "" for none
	Given    []dialog.Given // values that the words gave, as who=adult, so that nothing asks for them again; "" takes one back
	Refer    string         // hotline of who does what the base does not cover; "" where nobody is known
	Ranked   []Ranked       // what was thought of, best first; for reports, not for people
	Evidence string         // the closest known question

	whole   bool // a name was said in full, and hardly anything else but words for an aspect
	certain bool // the base's own words were said and nothing else: nothing learned is asked
}

// Ranked is a place that the words may mean, and how probable that is.
type Ranked struct {
	Target      dialog.Spot
	Probability float64
}

// Matcher understands a query. It is pure and safe for any number of callers.
type Matcher interface {
	Understand(q Query) Meaning
}

// MaxChoices is how many choices a question back may have (WCAG-based requirement A11Y-19).
const MaxChoices = 4
