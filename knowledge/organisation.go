package knowledge

import "github.com/plainline/plainline/knowledge/source"

// Organisation is a public organisation (CPSV-AP PublicOrganisation), named by its file under organisations/.
type Organisation struct {
	source.Pos `yaml:",pos"`
	ID         string     `yaml:"-"`
	Kind       string     `yaml:"kind"` // one_stop_shop | authority | integrity | ombudsman | emergency | helpline
	Name       WordsMap   `yaml:"name,required"`
	Short      WordsMap   `yaml:"short,required"` // at most 16 characters a language
	Names      []string   `yaml:"names"`          // what people call it, any language, for matching
	Website    string     `yaml:"website"`
	Sources    []*Source  `yaml:"sources"`
	SourceRef  string     `yaml:"source"`
	Source     *Source    `yaml:"-"`
	Hotlines   []*Hotline `yaml:"hotlines"`
}

// Hotline is a telephone number that people may be sent to. ID is unique in the base, mostly the number itself.
type Hotline struct {
	source.Pos    `yaml:",pos"`
	ID            string        `yaml:"id,required"`
	Organisation  *Organisation `yaml:"-"`
	Number        string        `yaml:"number"`     // "108", or international: "+994…"
	ShortCode     bool          `yaml:"short_code"` // not an international number; its charge must be said
	Press         string        `yaml:"press"`      // keys to press after the answer
	For           WordsMap      `yaml:"for"`        // what it is for
	Charge        string        `yaml:"charge"`     // free | normal | phrase of its own later
	ChargeUnknown *Unknown      `yaml:"charge_unknown"`
	Hours         string        `yaml:"hours"` // id of an Hours, "always"
	HoursUnknown  *Unknown      `yaml:"hours_unknown"`
	Outside       WordsMap      `yaml:"outside"` // what to do outside the hours
	FromAbroad    string        `yaml:"from_abroad"`
	NumberUnknown *Unknown      `yaml:"number_unknown"`
	SourceRef     string        `yaml:"source"`
	Source        *Source       `yaml:"-"`
}
