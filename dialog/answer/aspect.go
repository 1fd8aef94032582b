// Package answer turns what the base knows into blocks: one function an aspect of a service, an office, a general answer.
//
// It decides what is said and in which order, never how it looks. Every answer names the source of its facts and the day
// they were checked, says plainly what is unknown, and takes the amounts and limits in force on the day of the question.
package answer

import "github.com/plainline/plainline/knowledge"

// Aspect is one side of a service that people ask about.
type Aspect uint8

// The aspects of a service, in the order in which they are told.
const (
	Overview Aspect = iota
	Documents
	Fee
	Where
	Steps
	Time
	Who
	Result
	Representation
	Law
	Questions
	Appeal
	Complaint
	AspectCount
)

// about holds what belongs to each aspect: its name in spots and lang files, the letter of its code, its menu entry.
var about = [AspectCount]struct {
	name   string
	letter byte
	phrase knowledge.PhraseKey
}{
	Overview:       {"overview", 'O', knowledge.PhraseOverview},
	Documents:      {"documents", 'D', knowledge.PhraseDocuments},
	Fee:            {"fee", 'F', knowledge.PhraseFee},
	Where:          {"where", 'W', knowledge.PhraseWhereWhen},
	Steps:          {"steps", 'S', knowledge.PhraseSteps},
	Time:           {"time", 'T', knowledge.PhraseTime},
	Who:            {"who", 'E', knowledge.PhraseWho},
	Result:         {"result", 'R', knowledge.PhraseResult},
	Representation: {"representation", 'B', knowledge.PhraseRepresentation},
	Law:            {"law", 'L', knowledge.PhraseLaw},
	Questions:      {"questions", 'Q', knowledge.PhraseQuestions},
	Appeal:         {"appeal", 'A', knowledge.PhraseAppeal},
	Complaint:      {"complaint", 'C', knowledge.PhraseComplaint},
}

// String gives the name of the aspect, as in spots ("fee/id-card") and in lang files.
func (a Aspect) String() string { return about[a].name }

// Letter gives the letter that ends the code of an answer: 12F is the fee of the service with the code 12.
func (a Aspect) Letter() byte { return about[a].letter }

// Phrase gives the words of the menu entry.
func (a Aspect) Phrase() knowledge.PhraseKey { return about[a].phrase }

// AspectNamed gives the aspect of a name.
func AspectNamed(name string) (Aspect, bool) {
	for a := range about {
		if about[a].name == name {
			return Aspect(a), true
		}
	}
	return 0, false
}

// AspectLettered gives the aspect of a code letter, in either case.
func AspectLettered(letter byte) (Aspect, bool) {
	for a := range about {
		if about[a].letter == letter&^0x20 {
			return Aspect(a), true
		}
	}
	return 0, false
}
