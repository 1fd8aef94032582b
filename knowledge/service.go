package knowledge

import "github.com/plainline/plainline/knowledge/source"

// ServiceID names a service by its folder under services/, for example "id-card".
type ServiceID string

// Service is a public service (CPSV-AP PublicService): facts without words, each with its source and dates.
type Service struct {
	source.Pos `yaml:",pos"`
	ID         ServiceID `yaml:"-"`
	Code       int       `yaml:"code,required"`      // permanent, unique, quoted to a call centre; never used again for another service
	Authority  string    `yaml:"authority,required"` // id of the Organisation that decides (CPSV-AP hasCompetentAuthority)
	Sensitive  bool      `yaml:"sensitive"`          // never named on the screen that resumes a dropped talk
	Demo       bool      `yaml:"-"`

	Sources []*Source `yaml:"sources"`
	// Source is the source of what has none of its own: summary, who, result.
	SourceRef string  `yaml:"source,required"`
	Source    *Source `yaml:"-"`

	Costs          []*Cost         `yaml:"costs"`
	CostsUnknown   *Unknown        `yaml:"costs_unknown"`
	Durations      []*Duration     `yaml:"durations"`
	TimeUnknown    *Unknown        `yaml:"time_unknown"` // no legal time limit of the authority is known
	Evidence       []*Evidence     `yaml:"evidence"`
	PapersUnknown  *Unknown        `yaml:"evidence_unknown"`
	Steps          []*Step         `yaml:"steps"`
	Channels       []*Channel      `yaml:"channels"`
	Output         *Output         `yaml:"output"`
	Legal          []*Legal        `yaml:"legal"`
	Representation *Representation `yaml:"representation"`
	Appeal         *Remedy         `yaml:"appeal"`
	Complaint      *Remedy         `yaml:"complaint"`
	Urgent         *Statement      `yaml:"urgent"` // words in block urgent
	Bundle         []ServiceID     `yaml:"bundle"` // services usually needed together
	Variants       []*Variant      `yaml:"variants"`
	Questions      []*Question     `yaml:"questions"`
	Eligibility    *Eligibility    `yaml:"eligibility"`
	Cases          []*Case         `yaml:"-"` // cases.yaml

	Words map[Lang]*Words `yaml:"-"`
}

// Statement is something true whose words stand in a block of the same name, with where it was read.
type Statement struct {
	source.Pos `yaml:",pos"`
	SourceRef  string   `yaml:"source"`
	Source     *Source  `yaml:"-"`
	Unknown    *Unknown `yaml:"unknown"`
}

// Cost is one line of the fees (CPSV-AP Cost). Who, Area and Tier are the three questions that may lead to it, in this order;
// empty means "whoever", "anywhere", "the only speed". Their labels are items of the words' block labels, as who.adult.
type Cost struct {
	source.Pos `yaml:",pos"`
	ID         string           `yaml:"id,required"`
	Who        string           `yaml:"who"`
	Area       string           `yaml:"area"`
	Tier       string           `yaml:"tier"`
	Usual      bool             `yaml:"usual"` // the price most people pay; told first
	Amount     *Amount          `yaml:"amount"`
	Parts      []*Part          `yaml:"parts"`
	Unknown    *Unknown         `yaml:"unknown"`
	PerUnit    string           `yaml:"per"`      // label id under labels, as per.page
	WaivedFor  []string         `yaml:"waivers"`  // label ids, as waiver.official-error
	Payee      string           `yaml:"payee"`    // id of an Organisation
	PayBy      []string         `yaml:"pay_by"`   // label ids, as pay.bank-desk
	FixedOn    string           `yaml:"fixed_on"` // application (default), decision, collection: the day whose price counts
	SourceRef  string           `yaml:"source"`   //
	Source     *Source          `yaml:"-"`        //
	Caveat     string           `yaml:"caveat"`   // label id of a sentence said with the amount, as caveat.old
	Span       `yaml:",inline"` // from is mandatory
}

// Part is one of several amounts paid together, as state duty and service fee. Its label is part.<id>.
type Part struct {
	source.Pos `yaml:",pos"`
	ID         string `yaml:"id,required"`
	Amount     Amount `yaml:"amount,required"`
}

// Total gives the amount, or the sum of the parts; ok is false where it is unknown.
func (c *Cost) Total() (total Amount, ok bool) {
	if c.Amount != nil {
		return *c.Amount, true
	}
	for _, p := range c.Parts {
		total += p.Amount
	}
	return total, len(c.Parts) > 0
}

// Duration is a time limit: of the authority (how long it may take), of the person (until when to apply), or of what is given (validity).
type Duration struct {
	source.Pos `yaml:",pos"`
	ID         string   `yaml:"id,required"`
	Kind       string   `yaml:"kind,required"` // authority | person | validity
	Tier       string   `yaml:"tier"`          // belongs to the costs of this tier
	Amount     int      `yaml:"amount"`
	Unit       string   `yaml:"unit"` // working_day | day | month | year | hour
	Unlimited  bool     `yaml:"unlimited"`
	Starts     string   `yaml:"starts"`  // label id, as starts.application
	IfLate     string   `yaml:"if_late"` // label id, as late.fine
	Unknown    *Unknown `yaml:"unknown"`
	SourceRef  string   `yaml:"source"`
	Source     *Source  `yaml:"-"`
	Span       `yaml:",inline"`
}

// Evidence is one thing to bring (CPSV-AP Evidence). The words' block documents has an item for ID, or for each of AnyOf.
type Evidence struct {
	source.Pos `yaml:",pos"`
	ID         string   `yaml:"id"`
	AnyOf      []string `yaml:"any_of"` // one of these is enough
	When       string   `yaml:"when"`   // label id, as when.no-residence: only then
	Form       string   `yaml:"form"`   // original | copy | certified_copy | electronic
	Copies     int      `yaml:"copies"`
	MaxAge     string   `yaml:"max_age"` // label id, as max-age.six-months
	Instead    string   `yaml:"instead"` // label id: what to do without it
	Unknown    *Unknown `yaml:"unknown"`
	SourceRef  string   `yaml:"source"`
	Source     *Source  `yaml:"-"`
}

// Step is one thing the person does, in order. The words' block steps has an item for ID.
type Step struct {
	source.Pos `yaml:",pos"`
	ID         string  `yaml:"id,required"`
	Authority  string  `yaml:"authority"` // where it is not the service's own
	After      string  `yaml:"after"`     // label id, as after.month
	Booking    string  `yaml:"booking"`   // web address
	URL        string  `yaml:"url"`
	SourceRef  string  `yaml:"source"`
	Source     *Source `yaml:"-"`
}

// Channel is a way to the service (CPSV-AP Channel): the offices of an organisation, a web address, or a telephone.
type Channel struct {
	source.Pos   `yaml:",pos"`
	ID           string   `yaml:"id,required"`  // item of the words' block where
	Organisation string   `yaml:"organisation"` // its offices serve this
	Offices      []string `yaml:"offices"`      // only these offices
	URL          string   `yaml:"url"`
	Phone        string   `yaml:"phone"` // id of a Hotline
	SourceRef    string   `yaml:"source"`
	Source       *Source  `yaml:"-"`
}

// Output is what the person gets (CPSV-AP Output). Words: block result.
type Output struct {
	source.Pos `yaml:",pos"`
	ID         string  `yaml:"id,required"`
	SourceRef  string  `yaml:"source"`
	Source     *Source `yaml:"-"`
}

// Legal is a law the service rests on (CPSV-AP LegalResource). Words: item of block law.
type Legal struct {
	source.Pos `yaml:",pos"`
	ID         string  `yaml:"id,required"`
	URL        string  `yaml:"url"`
	SourceRef  string  `yaml:"source"`
	Source     *Source `yaml:"-"`
}

// Representation says whether somebody else may act for the person. Words: block by-another.
type Representation struct {
	source.Pos `yaml:",pos"`
	Allowed    string   `yaml:"allowed"` // yes | no | proxy (notarised power of attorney) | partly
	Unknown    *Unknown `yaml:"unknown"`
	SourceRef  string   `yaml:"source"`
	Source     *Source  `yaml:"-"`
}

// Remedy is a way to appeal or to complain: a general answer, words of the service's own (block appeal or complaint) before it, or both.
type Remedy struct {
	source.Pos `yaml:",pos"`
	Answer     string   `yaml:"answer"` // id under answers/
	Own        bool     `yaml:"own"`    // the service's words have a block of their own
	Unknown    *Unknown `yaml:"unknown"`
	SourceRef  string   `yaml:"source"`
	Source     *Source  `yaml:"-"`
}

// Variant changes who decides in an area.
type Variant struct {
	source.Pos `yaml:",pos"`
	Area       string `yaml:"area,required"` // id of a Place
	Authority  string `yaml:"authority"`
	Phone      string `yaml:"phone"`
}

// Question is a particular question about the service. Words: item of block questions, "id: question? answer".
type Question struct {
	source.Pos `yaml:",pos"`
	ID         string   `yaml:"id,required"`
	Unknown    *Unknown `yaml:"unknown"`
	SourceRef  string   `yaml:"source"`
	Source     *Source  `yaml:"-"`
}
