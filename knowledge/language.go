package knowledge

import (
	"golang.org/x/text/language"

	"github.com/plainline/plainline/knowledge/source"
)

// Language is what the program says and how it writes values in one language: lang/<lang>.yaml.
type Language struct {
	source.Pos    `yaml:",pos"`
	Tag           Lang                `yaml:"-"`
	Name          string              `yaml:"name,required"`       // in itself: Azərbaycanca
	Latin         string              `yaml:"latin"`               // in basic Latin letters, for a screen in another alphabet
	Status        string              `yaml:"status"`              // draft | reviewed
	Alphabet      string              `yaml:"alphabet,required"`   // the letters of the language, both cases
	Decimal       string              `yaml:"decimal,required"`    // decimal sign
	Months        []string            `yaml:"months,required"`     // twelve, as used in a date
	Weekdays      []string            `yaml:"weekdays,required"`   // seven, Monday first
	DateForm      string              `yaml:"date,required"`       // "{d} {month} {y}"
	DateShort     string              `yaml:"date_short,required"` // "{dd}.{mm}.{yy}"
	Currency      map[string]Forms    `yaml:"currency,required"`   // AZN: forms of the unit word
	Units         map[string]Forms    `yaml:"units,required"`      // working_day, day, month, year, hour
	Free          map[string]string   `yaml:"free,required"`       // by case form: what to say for nothing to pay; key nom mandatory
	Fold          []Pair              `yaml:"fold"`                // reviewed: letter → GSM-7 letters, for screens
	FoldByDefault bool                `yaml:"fold_by_default"`     // fold on screens that cannot show the letters cheaply
	Typed         []Pair              `yaml:"typed"`               // spellings people use when typing, brought to one form for matching
	Commands      map[string][]string `yaml:"commands,required"`   // repeat, back, home, help, person, language, shorter, stop, more: words people say
	AspectWords   map[string][]string `yaml:"aspects,required"`    // documents, fee, …: words that name the aspect in a question
	Stop          []string            `yaml:"stopwords"`           // words that say nothing about the service
	Joins         []string            `yaml:"joins"`               // words between two questions: and
	Now           []string            `yaml:"now"`                 // words that ask what is open at this moment: today, which offices
	Abbreviations map[string]string   `yaml:"abbreviations"`       // for the ear
	Spoken        *Spoken             `yaml:"spoken"`              // numbers, dates and times in words; nil: they keep their digits
	Labels        map[string]Text     `yaml:"labels"`              // labels that every service may use: part.duty, pay.bank-desk, starts.application
	RawPhrases    map[string]Phrase   `yaml:"phrases,required"`
	Phrases       []Phrase            `yaml:"-"` // by PhraseKey

	tag language.Tag // of Tag, for plural rules
}

// Pair replaces From by To.
type Pair struct {
	From string `yaml:",key"`
	To   string `yaml:",value"`
}

// Forms are the forms of a unit word: case form → CLDR plural category → word. The case "nom" is mandatory.
type Forms map[string]map[string]string

// Phrase is what the program itself says: one Text, or one for each CLDR plural category where a number decides.
type Phrase struct {
	source.Pos
	One    Text
	Plural map[string]Text
}
