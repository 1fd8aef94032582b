package answer

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// Office tells whether an office is open, its hours, where it is and how to get in.
func (c *Context) Office(o *knowledge.Office, service knowledge.ServiceID) {
	if c.Mute {
		return
	}
	c.use(o.Source)
	c.PlaceNotices(o.ID)
	rows := append(make([]dialog.Row, 0, 6), dialog.Row{Label: c.StateNow(o.Hours, service)})
	row := func(label knowledge.PhraseKey, value dialog.Text) {
		if !value.Empty() {
			rows = append(rows, dialog.Row{Label: c.Phrase(label), Value: value})
		}
	}
	row(knowledge.PhraseHours, c.week(o.Hours))
	row(knowledge.PhraseAddress, c.place(o.Address, o.AddressUnknown))
	row(knowledge.PhraseLandmark, c.Words(o.Landmark.In(c.Base, c.Lang()), nil))
	row(knowledge.PhraseAccess, c.place(o.Accessibility, o.AccessUnknown))
	if o.Phone != "" {
		v := c.phone(o.Phone)
		row(knowledge.PhrasePhone, dialog.Text{Spans: []dialog.Span{{Value: &v}}})
	}
	name := dialog.Value{Kind: dialog.Office, Ref: "office." + o.ID, Text: o.Name.In(c.Base, c.Lang()).Plain}
	c.block(dialog.Block{Kind: dialog.Place, Text: dialog.Text{Spans: []dialog.Span{{Value: &name}}}, Rows: rows})
	c.visits(o)
	c.holidayNote(o.Hours)
	c.finish("K" + strconv.Itoa(o.Code))
}

// place writes an address or says who knows it.
func (c *Context) place(words knowledge.WordsMap, u *knowledge.Unknown) dialog.Text {
	if t := words.In(c.Base, c.Lang()); !t.Empty() {
		return c.Words(t, nil)
	}
	if u != nil {
		return c.Phrase(knowledge.PhraseUnknownValue, c.phoneArg(u.Ask))
	}
	return dialog.Text{}
}

// visits tells the coming visits of a mobile office, the next three.
func (c *Context) visits(o *knowledge.Office) {
	var coming []*knowledge.Visit
	for _, v := range o.Visits {
		if v.On > c.Today || v.On == c.Today && v.Close > c.clockNow() {
			coming = append(coming, v)
		}
	}
	slices.SortStableFunc(coming, func(a, b *knowledge.Visit) int { return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Open, b.Open)) })
	for _, v := range coming[:min(len(coming), 3)] {
		c.Say(join(" ", c.Phrase(knowledge.PhraseVisit, dateArg("date", v.On), timeArg("time", v.Open), timeArg("until", v.Close)),
			c.placeName(v.Place), c.Words(v.Landmark.In(c.Base, c.Lang()), nil)))
	}
}

func (c *Context) placeName(id string) dialog.Text {
	if p := c.Base.Place(id); p != nil {
		return plain(p.Name.In(c.Base, c.Lang()).Plain)
	}
	return dialog.Text{}
}

// holidayNote says what the calendar itself wants said.
func (c *Context) holidayNote(h *knowledge.Hours) {
	if h.Holidays != nil {
		if t := h.Holidays.Note.In(c.Base, c.Lang()); !t.Empty() {
			c.Say(c.Words(t, nil))
		}
	}
}

// Offices tells how many offices are open now, and of how many nobody knows.
func (c *Context) Offices() {
	if c.Mute {
		return
	}
	c.PlaceNotices("")
	open, unknown, ask := 0, 0, c.Base.Contact
	var holiday *knowledge.Holiday
	for _, o := range c.Base.Offices {
		c.use(o.Hours.Source)
		switch c.IsOpen(o.Hours) {
		case DoorOpen:
			open++
		case DoorUnknown:
			unknown++
			ask = OnDay(o.Hours, c.Today, "").Ask
		case DoorHoliday:
			holiday = OnDay(o.Hours, c.Today, "").Holiday
		}
	}
	if holiday != nil {
		c.Say(c.Phrase(knowledge.PhraseClosedHoliday, textArg("label", c.Words(holiday.Name.In(c.Base, c.Lang()), nil))))
	}
	c.Say(c.Plural(knowledge.PhraseOpenList, int64(open)))
	if unknown > 0 {
		c.Say(c.Plural(knowledge.PhraseUnknownList, int64(unknown), c.phoneArg(ask)))
	}
	c.finish("K0")
}

// OfficeShort names an office for a menu, with a word on whether it is open.
func (c *Context) OfficeShort(o *knowledge.Office) dialog.Text {
	return c.Words(o.Short.In(c.Base, c.Lang()), nil)
}
