package answer

import (
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// DoorState says whether a door is open on a day, as far as anybody knows.
type DoorState uint8

// The states of a door.
const (
	DoorUnknown DoorState = iota // the hours of that day are not known
	DoorOpen
	DoorClosed  // a day or a time at which it is regularly closed
	DoorHoliday // closed because of a day off
)

// Door is what is known of a timetable on one day.
type Door struct {
	State   DoorState
	Open    knowledge.Clock
	Close   knowledge.Clock
	Papers  knowledge.Clock // until when papers are taken; 0 where nothing is said
	Holiday *knowledge.Holiday
	Ask     string // hotline to ask where the state is unknown
}

// OnDay reads a timetable for one day. A service with earlier ends shortens the day.
func OnDay(h *knowledge.Hours, day knowledge.Date, service knowledge.ServiceID) Door {
	if hol := holidayOn(h.Holidays, day); hol != nil {
		return Door{State: DoorHoliday, Holiday: hol}
	}
	row := rowOn(h.Seasonal, day, true)
	if row == nil {
		row = rowOn(h.Weekly, day, false)
	}
	switch {
	case row == nil || row.Closed:
		return Door{State: DoorClosed}
	case row.Unknown != nil:
		return Door{State: DoorUnknown, Ask: row.Unknown.Ask}
	}
	d := Door{State: DoorOpen, Open: row.Open, Close: row.Close, Papers: row.LastPapers}
	if s := serviceRow(h.Services, day, service); s != nil && s.Close != 0 && s.Close < d.Close && (d.Papers == 0 || s.Close < d.Papers) {
		d.Papers = s.Close
	}
	return d
}

func rowOn(rows []*knowledge.HoursRow, day knowledge.Date, spanned bool) *knowledge.HoursRow {
	for _, r := range rows {
		if r.Days.Has(day.Weekday()) && (!spanned || r.Holds(day)) {
			return r
		}
	}
	return nil
}

func serviceRow(rows []*knowledge.HoursRow, day knowledge.Date, service knowledge.ServiceID) *knowledge.HoursRow {
	for _, r := range rows {
		if service != "" && r.Service == service && r.Days.Has(day.Weekday()) && r.Holds(day) {
			return r
		}
	}
	return nil
}

func holidayOn(h *knowledge.Holidays, day knowledge.Date) *knowledge.Holiday {
	if h == nil {
		return nil
	}
	for _, d := range h.Days {
		if day == d.On || day > d.On && day <= d.Until {
			return d
		}
	}
	return nil
}

// clockNow gives the time of day of the question.
func (c *Context) clockNow() knowledge.Clock {
	return knowledge.Clock(c.Now.Hour()*60 + c.Now.Minute())
}

// IsOpen says whether a door is open at the moment of the question.
func (c *Context) IsOpen(h *knowledge.Hours) DoorState {
	d := OnDay(h, c.Today, "")
	if d.State == DoorOpen && (c.clockNow() < d.Open || c.clockNow() >= d.Close) {
		return DoorClosed
	}
	return d.State
}

// StateNow says whether a door is open now, until when, or when it opens next.
func (c *Context) StateNow(h *knowledge.Hours, service knowledge.ServiceID) dialog.Text {
	c.use(h.Source)
	d := OnDay(h, c.Today, service)
	now := c.clockNow()
	switch {
	case d.State == DoorUnknown:
		return c.Phrase(knowledge.PhraseHoursUnknown, c.phoneArg(d.Ask))
	case d.State == DoorOpen && now >= d.Open && now < d.Close:
		t := c.Phrase(knowledge.PhraseOpenNow, timeArg("time", d.Close))
		if d.Papers != 0 {
			t = join(" ", t, c.Phrase(knowledge.PhraseLastPapers, timeArg("time", d.Papers)))
		}
		if h.Holidays != nil && c.Today > h.Holidays.KnownUntil {
			t = join(" ", t, c.Phrase(knowledge.PhraseHolidayUnknown))
		}
		return t
	case d.State == DoorHoliday:
		name := d.Holiday.Name.In(c.Base, c.Lang())
		return join(" ", c.Phrase(knowledge.PhraseClosedHoliday, textArg("label", c.Words(name, nil))), c.opensNext(h))
	}
	return join(" ", c.Phrase(knowledge.PhraseClosedNow), c.opensNext(h))
}

// lookAhead is how many days are searched for the next opening.
const lookAhead = 14

// opensNext says when the door opens next, or that nobody knows.
func (c *Context) opensNext(h *knowledge.Hours) dialog.Text {
	for n := 0; n <= lookAhead; n++ {
		day := c.Today.AddDays(n)
		if h.Holidays != nil && day > h.Holidays.KnownUntil {
			return c.Phrase(knowledge.PhraseHolidayUnknown)
		}
		d := OnDay(h, day, "")
		switch {
		case d.State == DoorUnknown:
			return dialog.Text{} // the next opening may be on that day or not
		case d.State == DoorOpen && (n > 0 || c.clockNow() < d.Open):
			return c.Phrase(knowledge.PhraseOpensAt, textArg("day", c.dayName(day, n)), timeArg("time", d.Open))
		}
	}
	return dialog.Text{}
}

func (c *Context) dayName(day knowledge.Date, ahead int) dialog.Text {
	switch ahead {
	case 0:
		return c.Phrase(knowledge.PhraseToday)
	case 1:
		return c.Phrase(knowledge.PhraseTomorrow)
	}
	return plain(c.weekday(day.Weekday()))
}

// weekday names a day of the week; lang files begin with Monday.
func (c *Context) weekday(d time.Weekday) string { return c.L.Weekdays[(int(d)+6)%7] }

// week writes the hours of a week of this season: days with the same hours together.
func (c *Context) week(h *knowledge.Hours) dialog.Text {
	texts := make([]dialog.Text, 0, len(h.Weekly)+len(h.Seasonal))
	var told knowledge.Weekdays
	for _, r := range h.Seasonal {
		if days := r.Days &^ told; days != 0 && r.Holds(c.Today) {
			texts = append(texts, c.weekRow(r, days))
			told |= days
		}
	}
	for _, r := range h.Weekly {
		if days := r.Days &^ told; days != 0 {
			texts = append(texts, c.weekRow(r, days))
		}
	}
	return join("; ", texts...)
}

func (c *Context) weekRow(r *knowledge.HoursRow, on knowledge.Weekdays) dialog.Text {
	days := plain(c.dayRange(on))
	switch {
	case r.Unknown != nil:
		return join(" ", days, c.Phrase(knowledge.PhraseUnknownValue, c.phoneArg(r.Unknown.Ask)))
	case r.Closed:
		return join(" ", days, c.Phrase(knowledge.PhraseClosed))
	}
	from, to := dialog.Value{Kind: dialog.Time, Number: int64(r.Open)}, dialog.Value{Kind: dialog.Time, Number: int64(r.Close)}
	return join(" ", days, dialog.Text{Spans: []dialog.Span{{Value: &from}, {Literal: "-"}, {Value: &to}}})
}

// dayRange writes a set of days as "Monday-Friday", or one by one.
func (c *Context) dayRange(days knowledge.Weekdays) string {
	var out string
	for i := 0; i < 7; {
		if !days.Has(time.Weekday((i + 1) % 7)) {
			i++
			continue
		}
		j := i
		for j+1 < 7 && days.Has(time.Weekday((j+2)%7)) {
			j++
		}
		if out != "" {
			out += ", "
		}
		out += c.L.Weekdays[i]
		if j > i {
			out += "-" + c.L.Weekdays[j]
		}
		i = j + 1
	}
	return out
}
