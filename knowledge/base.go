package knowledge

import (
	"time"

	"github.com/plainline/plainline/knowledge/source"
)

// Base is a knowledge base in memory. It is immutable after Load and safe for any number of readers.
type Base struct {
	source.Pos    `yaml:",pos"`
	Format        int             `yaml:"format,required"` // 1
	Title         WordsMap        `yaml:"title,required"`
	Publishers    []string        `yaml:"publishers,required"` // ids of Organisations
	Languages     []Lang          `yaml:"languages,required"`  // the first is spoken first
	SourceLang    Lang            `yaml:"source_language,required"`
	Fallback      map[Lang][]Lang `yaml:"fallback"` // which language to take where words are missing; the person is told
	Currency      string          `yaml:"currency,required"`
	TimeZone      string          `yaml:"time_zone,required"`
	Contact       string          `yaml:"contact,required"` // id of the Hotline for everything else
	Emergency     []string        `yaml:"emergency"`        // ids of Hotlines
	Licence       string          `yaml:"licence"`
	Demonstration bool            `yaml:"demonstration"` // said in every channel's first notice
	ReviewMonths  int             `yaml:"review_months"` // default 24: how long after verified_on an answer is fresh
	NearDays      int             `yaml:"near_days"`     // default 30: a change this near is mentioned

	Revision      string              `yaml:"-"` // hash of all files, 12 hexadecimal digits
	Zone          *time.Location      `yaml:"-"`
	Lang          map[Lang]*Language  `yaml:"-"`
	Services      []*Service          `yaml:"-"` // by id
	Organisations []*Organisation     `yaml:"-"`
	Offices       []*Office           `yaml:"-"`
	HoursList     []*Hours            `yaml:"-"`
	HolidayLists  []*Holidays         `yaml:"-"`
	Places        []*Place            `yaml:"-"`
	Topics        []*Topic            `yaml:"-"`
	OfficeGroups  []*OfficeGroup      `yaml:"-"`
	Events        []*Event            `yaml:"-"` // in the order of topics.yaml, events:
	Answers       []*Answer           `yaml:"-"`
	Notices       []*Notice           `yaml:"-"`
	Parameters    []*Parameter        `yaml:"-"`
	Facts         []*Fact             `yaml:"-"` // in the order of facts.yaml
	Questions     map[Lang][]*Example `yaml:"-"` // as people ask, labelled; see Example.Held

	index index
}

// index finds things by id; built once by Load.
type index struct {
	services      map[ServiceID]*Service
	serviceCodes  map[int]*Service
	organisations map[string]*Organisation
	hotlines      map[string]*Hotline
	offices       map[string]*Office
	hours         map[string]*Hours
	holidays      map[string]*Holidays
	places        map[string]*Place
	topics        map[string]*Topic
	groups        map[string]*OfficeGroup
	events        map[string]*Event
	answers       map[string]*Answer
	notices       map[string]*Notice
	parameters    map[string]*Parameter
	facts         map[string]*Fact
	factCodes     map[int]*Fact
}

// Service gives the service of an id, or nil.
func (b *Base) Service(id ServiceID) *Service { return b.index.services[id] }

// ServiceByCode gives the service of a permanent code, or nil.
func (b *Base) ServiceByCode(code int) *Service { return b.index.serviceCodes[code] }

// Organisation gives the organisation of an id, or nil.
func (b *Base) Organisation(id string) *Organisation { return b.index.organisations[id] }

// Hotline gives the hotline of an id, or nil.
func (b *Base) Hotline(id string) *Hotline { return b.index.hotlines[id] }

// Office gives the office of an id, or nil.
func (b *Base) Office(id string) *Office { return b.index.offices[id] }

// Hours gives the timetable of an id, or nil.
func (b *Base) Hours(id string) *Hours { return b.index.hours[id] }

// Place gives the place of an id, or nil.
func (b *Base) Place(id string) *Place { return b.index.places[id] }

// Topic gives the topic of an id, or nil.
func (b *Base) Topic(id string) *Topic { return b.index.topics[id] }

// OfficeGroup gives the group of offices of an id, or nil.
func (b *Base) OfficeGroup(id string) *OfficeGroup { return b.index.groups[id] }

// Event gives the life event of an id, or nil.
func (b *Base) Event(id string) *Event { return b.index.events[id] }

// Answer gives the general answer of an id, or nil.
func (b *Base) Answer(id string) *Answer { return b.index.answers[id] }

// Notice gives the notice of an id, or nil.
func (b *Base) Notice(id string) *Notice { return b.index.notices[id] }

// Parameter gives the parameter of an id, or nil.
func (b *Base) Parameter(id string) *Parameter { return b.index.parameters[id] }

// Fact gives the fact of an id, or nil.
func (b *Base) Fact(id string) *Fact { return b.index.facts[id] }

// FactByCode gives the fact of a permanent code, or nil.
func (b *Base) FactByCode(code int) *Fact { return b.index.factCodes[code] }

// AnswerOfKind gives the first general answer of a kind, or nil.
func (b *Base) AnswerOfKind(kind string) *Answer {
	for _, a := range b.Answers {
		if a.Kind == kind {
			return a
		}
	}
	return nil
}
