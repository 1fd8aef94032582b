package knowledge

import (
	"time"

	"github.com/plainline/plainline/knowledge/source"
)

// Office is a place people go to, named by its file under offices/.
type Office struct {
	source.Pos     `yaml:",pos"`
	ID             string    `yaml:"-"`
	Code           int       `yaml:"code,required"` // permanent, unique among offices
	Organisation   string    `yaml:"organisation,required"`
	Name           WordsMap  `yaml:"name,required"`
	Short          WordsMap  `yaml:"short,required"`
	Names          []string  `yaml:"names"`          // spellings people type
	Place          string    `yaml:"place,required"` // id in places.yaml
	Address        WordsMap  `yaml:"address"`
	AddressUnknown *Unknown  `yaml:"address_unknown"`
	Landmark       WordsMap  `yaml:"landmark"`
	HoursRef       string    `yaml:"hours,required"` // id under offices/hours/
	Hours          *Hours    `yaml:"-"`
	Phone          string    `yaml:"phone"` // id of a Hotline
	StaffLanguages []Lang    `yaml:"staff_languages"`
	Accessibility  WordsMap  `yaml:"accessibility"` // step-free access, sign language, hearing loop
	AccessUnknown  *Unknown  `yaml:"accessibility_unknown"`
	Visits         []*Visit  `yaml:"visits"` // of a mobile office
	Sources        []*Source `yaml:"sources"`
	SourceRef      string    `yaml:"source,required"`
	Source         *Source   `yaml:"-"`
}

// Visit is a stop of a mobile office: where, which day, between which times.
type Visit struct {
	source.Pos `yaml:",pos"`
	Place      string   `yaml:"place,required"`
	On         Date     `yaml:"on,required"`
	Open       Clock    `yaml:"open,required"`
	Close      Clock    `yaml:"close,required"`
	Landmark   WordsMap `yaml:"landmark"`
}

// Hours is a weekly timetable that offices and hotlines share, named by its file under offices/hours/.
type Hours struct {
	source.Pos `yaml:",pos"`
	ID         string      `yaml:"-"`
	Weekly     []*HoursRow `yaml:"weekly,required"`
	Seasonal   []*HoursRow `yaml:"seasonal"` // win over weekly on the days of their span
	Calendar   string      `yaml:"holidays"` // id under offices/holidays/; empty: open on holidays too
	Holidays   *Holidays   `yaml:"-"`
	Services   []*HoursRow `yaml:"services"` // earlier ends for single services
	Sources    []*Source   `yaml:"sources"`
	SourceRef  string      `yaml:"source,required"`
	Source     *Source     `yaml:"-"`
}

// HoursRow gives the hours of some days of the week. Close is when the door shuts, LastPapers when the last papers are taken.
type HoursRow struct {
	source.Pos `yaml:",pos"`
	Days       Weekdays  `yaml:"days,required"` // "mon-fri", "sat", "mon-wed,fri"
	Open       Clock     `yaml:"open"`
	Close      Clock     `yaml:"close"`
	LastPapers Clock     `yaml:"last_papers"`
	Closed     bool      `yaml:"closed"`
	Unknown    *Unknown  `yaml:"unknown"`
	Service    ServiceID `yaml:"service"`
	Span       `yaml:",inline"`
}

// Weekdays is a set of days of the week; bit n is time.Weekday n (Sunday is 0).
type Weekdays uint8

// Has says whether a day is in the set.
func (w Weekdays) Has(d time.Weekday) bool { return w&(1<<d) != 0 }

// Holidays is a calendar of days off, named by its file under offices/holidays/.
type Holidays struct {
	source.Pos `yaml:",pos"`
	ID         string     `yaml:"-"`
	KnownUntil Date       `yaml:"known_until,required"` // after this day nobody has decided yet
	Days       []*Holiday `yaml:"days,required"`
	Sources    []*Source  `yaml:"sources"`
	SourceRef  string     `yaml:"source,required"`
	Source     *Source    `yaml:"-"`
	Note       WordsMap   `yaml:"note"`
}

// Holiday is a day, or a row of days, on which offices are closed.
type Holiday struct {
	source.Pos `yaml:",pos"`
	On         Date     `yaml:"on,required"`
	Until      Date     `yaml:"until"` // last day, where it is a row of days
	Name       WordsMap `yaml:"name,required"`
	Kind       string   `yaml:"kind"` // holiday | compensating | mourning
	SourceRef  string   `yaml:"source"`
	Source     *Source  `yaml:"-"`
}

// Place is a country, region or district of places.yaml; Parent is empty for a country.
type Place struct {
	source.Pos `yaml:",pos"`
	ID         string   `yaml:",key"`
	Parent     string   `yaml:"in"`
	Name       WordsMap `yaml:"name,required"`
	Names      []string `yaml:"names"` // spellings people type
}
