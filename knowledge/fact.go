package knowledge

import "github.com/plainline/plainline/knowledge/source"

// Fact is something that a person may be asked, so that rules can decide (CCCEV InformationConcept): facts.yaml, in the
// order in which editors would ask. Types says what the answers are.
type Fact struct {
	source.Pos `yaml:",pos"`
	ID         string       `yaml:",key"`
	Code       int          `yaml:"code,required"` // permanent and unique: sessions keep answers under it
	Type       FactType     `yaml:"type,required"`
	Values     []*FactValue `yaml:"values"`       // of one and several: at most 48, in the order shown
	In         string       `yaml:"in"`           // of place: id of the Place whose parts are the answers
	Min        string       `yaml:"min"`          // of number, money, age, date: the least answer that makes sense; default 0, or 1880
	Max        string       `yaml:"max"`          // and the greatest; default 130 years, 2200, or more than anybody has
	Ask        WordsMap     `yaml:"ask,required"` // the question
	Short      WordsMap     `yaml:"short"`        // for the summary of answers; default: the question
	Why        WordsMap     `yaml:"why"`          // why it is asked, beside how many services it decides
	OnlyIf     *Clause      `yaml:"only_if"`      // the guard: asked only where this is met; elsewhere the fact does not apply
	Sensitive  bool         `yaml:"sensitive"`    // asked last, never shown after a dropped talk
	First      bool         `yaml:"first"`        // pinned: asked before all others
	Cost       int          `yaml:"cost"`         // how hard the question is, in tenths; default by type, see FactType.Cost
	Lowest     int64        `yaml:"-"`            // the least answer as a number
	Highest    int64        `yaml:"-"`            // the greatest
	Places     []*Place     `yaml:"-"`            // of place: In and all that lies in it, each before its parts
	index      map[string]int
}

// FactValue is one of the answers to a Fact.
type FactValue struct {
	source.Pos `yaml:",pos"`
	ID         string   `yaml:",key"`
	Words      WordsMap `yaml:",value"`
}

// FactType says what the answers to a fact are, and how rules see them as numbers.
type FactType string

// The types of facts. Every answer but several is a number or a span of numbers: the position in Values, of hundredths,
// of months, of days, of the place in Places.
const (
	YesNoFact   FactType = "yesno"   // no is 0, yes is 1
	OneFact     FactType = "one"     // one of Values, by position
	SeveralFact FactType = "several" // any number of Values, a bit for each
	NumberFact  FactType = "number"  // a whole number
	MoneyFact   FactType = "money"   // in hundredths of the base's currency
	AgeFact     FactType = "age"     // in months
	DateFact    FactType = "date"    // in days, see Date.DayNumber
	PlaceFact   FactType = "place"   // position in Places
)

// MaxValues is how many answers a fact may have to choose from: a set of them fits in a word.
const MaxValues = 48

// Tenths gives the cost of asking in tenths of a plain choice: the editor's, or 10 for a choice, 15 for a number, 20 for a
// date or a place.
func (f *Fact) Tenths() int {
	switch {
	case f.Cost > 0:
		return f.Cost
	case f.Type == NumberFact || f.Type == MoneyFact || f.Type == AgeFact || f.Type == SeveralFact:
		return 15
	case f.Type == DateFact || f.Type == PlaceFact:
		return 20
	}
	return 10
}

// Value gives the position of an answer by its id: no and yes, an id of Values, or of a place.
func (f *Fact) Value(id string) (n int, ok bool) {
	n, ok = f.index[id]
	return n, ok
}

// ValueIDs lists the ids of the answers by position.
func (f *Fact) ValueIDs() []string {
	switch f.Type {
	case YesNoFact:
		return []string{"no", "yes"}
	case PlaceFact:
		ids := make([]string, len(f.Places))
		for i, p := range f.Places {
			ids[i] = p.ID
		}
		return ids
	}
	ids := make([]string, len(f.Values))
	for i, v := range f.Values {
		ids[i] = v.ID
	}
	return ids
}

// Label gives what the question is called in a summary.
func (f *Fact) Label() WordsMap {
	if len(f.Short) > 0 {
		return f.Short
	}
	return f.Ask
}

// Closed says whether the answers are a list to choose from, one of them.
func (f *Fact) Closed() bool { return f.Type == YesNoFact || f.Type == OneFact || f.Type == PlaceFact }
