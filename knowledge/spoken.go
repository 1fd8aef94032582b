package knowledge

import (
	"slices"

	"github.com/plainline/plainline/knowledge/numeral"
	"github.com/plainline/plainline/knowledge/source"
)

// Spoken is how a language says values: the key spoken in lang/<lang>.yaml. A language without it is spoken with digits.
type Spoken struct {
	source.Pos `yaml:",pos"`
	Numbers    numeral.System             `yaml:"numbers,required"`
	Genders    map[string]string          `yaml:"genders"`           // of units and currencies: f makes nom.f of nom
	Cents      map[string]Forms           `yaml:"cents,required"`    // AZN: forms of the word for a hundredth
	Date       map[string]numeral.Pattern `yaml:"date,required"`     // by case form: "{d:ordinal} {month} {y}"
	Time       map[string]SpokenTime      `yaml:"time,required"`     // by case form; from and until are the ends of opening hours
	DayParts   map[Clock]string           `yaml:"day_parts"`         // from a time of day on: in the morning
	Moments    map[Clock]string           `yaml:"moments"`           // times that have a name: midnight
	Weekdays   SpokenWeekdays             `yaml:"weekdays,required"` // the ends of a row of days
	Range      numeral.Pattern            `yaml:"range"`             // of numbers, 15-17: "from {from} to {to}"
	Or         string                     `yaml:"or,required"`       // before the last of a list: 10 days / 3 days
	Minus      string                     `yaml:"minus,required"`
	Plus       string                     `yaml:"plus,required"` // before the country of a telephone number
}

// SpokenTime is how a time of day is said, with the slots {h}, {h12}, {m}, {hours}, {minutes} and {part}.
type SpokenTime struct {
	Hour    numeral.Pattern `yaml:"hour,required"`    // 9:00
	Few     numeral.Pattern `yaml:"few"`              // 9:05; like minutes where it is left out
	Minutes numeral.Pattern `yaml:"minutes,required"` // 9:30
}

// SpokenWeekdays are the ends of a row of days, Monday first: from Monday, to Friday.
type SpokenWeekdays struct {
	From  []string `yaml:"from,required"`
	Until []string `yaml:"until,required"`
}

// The slots of what is said of dates, times and ranges.
var (
	dateSlots  = []string{"d", "month", "y", "weekday"}
	timeSlots  = []string{"h", "h12", "m", "hours", "minutes", "part"}
	rangeSlots = []string{"from", "to"}
)

// checkSpoken checks that a language can say every number, date, time and amount.
func (l *loader) checkSpoken(lang *Language) {
	s := lang.Spoken
	if s == nil || s.Numbers.Empty() {
		return
	}
	for _, name := range s.Numbers.Names() {
		if n, pos, gap := s.Numbers.Gap(name, lang.PluralCategory); gap {
			l.Errorf(pos, source.RuleMissingKey, "add the lines that are missing", "the numbers %q have no words for %d", name, n)
		}
	}
	if !s.Numbers.Has(numeral.Nominative) {
		l.Errorf(s.Pos, source.RuleMissingKey, "add nom: … under numbers", "the numbers %q are missing", numeral.Nominative)
	}
	l.forms(lang, "cents", s.Cents, l.base.Currency)
	l.spokenNominative(lang, "date", s.Date["nom"] != nil)
	l.spokenNominative(lang, "time", s.Time["nom"].Hour != nil)
	for _, p := range s.Date {
		l.spokenSlots(s, p, dateSlots)
	}
	for _, t := range s.Time {
		for _, p := range []numeral.Pattern{t.Hour, t.Few, t.Minutes} {
			l.spokenSlots(s, p, timeSlots)
			l.spokenUnits(lang, p)
		}
	}
	l.spokenSlots(s, s.Range, rangeSlots)
	l.spokenEnds(s)
	l.count(lang, "from", len(s.Weekdays.From), 7)
	l.count(lang, "until", len(s.Weekdays.Until), 7)
}

func (l *loader) spokenNominative(lang *Language, key string, there bool) {
	if !there {
		l.Errorf(l.find(lang.Spoken.Pos, key+":"), source.RuleMissingKey, "add nom: …", "%s has no form nom", key)
	}
}

// spokenSlots checks that a pattern names only slots and tables that there are.
func (l *loader) spokenSlots(s *Spoken, p numeral.Pattern, slots []string) {
	for _, part := range p {
		if part.Slot == "" {
			continue
		}
		pos := l.find(s.Pos, "{"+part.Slot)
		if !slices.Contains(slots, part.Slot) {
			l.Errorf(pos, source.RuleUnknownSlot, source.DidYouMean(part.Slot, slots), "the slot {%s} means nothing here", part.Slot)
		}
		if part.Form != "" && part.Slot != "hours" && part.Slot != "minutes" && !s.Numbers.Has(part.Form) {
			l.Errorf(pos, source.RuleReference, source.DidYouMean(part.Form, s.Numbers.Names()), "there is no table of numbers %q", part.Form)
		}
	}
}

// spokenEnds checks that a range, where a language says one, says both of its ends: "from fifteen" is not 15-17.
func (l *loader) spokenEnds(s *Spoken) {
	if len(s.Range) == 0 {
		return
	}
	for _, end := range rangeSlots {
		if !slices.ContainsFunc(s.Range, func(p numeral.Part) bool { return p.Slot == end }) {
			l.Errorf(l.find(s.Pos, "range:"), source.RuleMissingKey, "write both {from} and {to}", "range does not say {%s}", end)
		}
	}
}

// spokenUnits checks that there are words for hours and minutes where a pattern counts them.
func (l *loader) spokenUnits(lang *Language, p numeral.Pattern) {
	for _, part := range p {
		if part.Slot == "minutes" {
			l.forms(lang, "units", lang.Units, "minute")
		}
	}
}
