package dialog

import "github.com/plainline/plainline/knowledge"

// Text is a run of words and typed values. Plain holds the whole where there is no value in it, so that most texts cost
// nothing to make; otherwise Spans holds it.
type Text struct {
	Plain string
	Spans []Span
}

// Empty says whether there is nothing to say.
func (t Text) Empty() bool { return t.Plain == "" && len(t.Spans) == 0 }

// Span is a literal or a value.
type Span struct {
	Literal string
	Value   *Value
}

// Kind says what a Value is. The set is closed: every layout knows how to write and to speak each of them.
type Kind uint8

// The kinds of values.
const (
	Money    Kind = iota + 1 // Number in hundredths, Unit the currency
	Number                   // Number
	Duration                 // Number of Unit: working_day, day, month, year, hour; age: Number in months, written as years and months
	Day                      // Date
	Time                     // Number in minutes after midnight
	Phone                    // Text as dialled
	Address                  // Text
	Document                 // Text
	Office                   // Text
	Name                     // Text: an organisation, a place, a title
)

// Value is a fact inside a text. Ref says which fact of the base it is (service/id-card/cost.standard), so that it can be
// masked, traced and compared across channels; Form is the case form the sentence needs.
type Value struct {
	Kind   Kind
	Ref    string
	Form   string
	Number int64
	Unit   string
	Date   knowledge.Date
	Text   string
}

// ShortForm is the Form of a Day that is to take little room: 21.11.26.
const ShortForm = "short"
