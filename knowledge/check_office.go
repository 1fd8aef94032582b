package knowledge

import "github.com/plainline/plainline/knowledge/source"

// checkOffices resolves the hours of offices and hotlines and checks what else they refer to.
func (l *loader) checkOffices() {
	x := &l.base.index
	for _, o := range l.base.Offices {
		refer(l, o.Pos, "organisation", o.Organisation, x.organisations)
		refer(l, o.Pos, "place", o.Place, x.places)
		refer(l, o.Pos, "timetable", o.HoursRef, x.hours)
		refer(l, o.Pos, "hotline", o.Phone, x.hotlines)
		o.Hours = x.hours[o.HoursRef]
		for _, v := range o.Visits {
			refer(l, v.Pos, "place", v.Place, x.places)
			l.opens(v.Pos, v.Open, v.Close)
		}
	}
	for _, h := range l.base.HoursList {
		l.checkHours(h)
	}
	for _, h := range l.base.HolidayLists {
		for _, d := range h.Days {
			l.span(d.Pos, Span{From: d.On, Until: d.Until})
			l.oneOf(d.Pos, "kind of day off", d.Kind, "holiday", "compensating", "mourning")
		}
	}
	for _, o := range l.base.Organisations {
		l.oneOf(o.Pos, "kind of organisation", o.Kind, "one_stop_shop", "authority", "integrity", "ombudsman", "emergency", "helpline")
		for _, h := range o.Hotlines {
			l.checkHotline(h)
		}
	}
}

func (l *loader) checkHours(h *Hours) {
	x := &l.base.index
	refer(l, h.Pos, "calendar", h.Calendar, x.holidays)
	h.Holidays = x.holidays[h.Calendar]
	if h.ID == "always" {
		l.Errorf(h.Pos, source.RuleID, "choose another name", "always means day and night and cannot name a timetable")
	}
	for _, rows := range [][]*HoursRow{h.Weekly, h.Seasonal, h.Services} {
		for _, r := range rows {
			refer(l, r.Pos, "service", r.Service, x.services)
			l.span(r.Pos, r.Span)
		}
	}
	for _, r := range h.Seasonal {
		l.present(r.Pos, "from and until", r.From != 0 && r.Until != 0)
	}
	for _, r := range h.Services {
		l.present(r.Pos, "service", r.Service != "")
	}
	for _, rows := range [][]*HoursRow{h.Weekly, h.Seasonal} {
		for _, r := range rows {
			if !r.Closed && r.Unknown == nil {
				l.opens(r.Pos, r.Open, r.Close)
			}
		}
	}
}

func (l *loader) opens(pos source.Pos, open, closes Clock) {
	if closes <= open {
		l.Errorf(pos, source.RuleValue, "write open: 09:00, close: 18:00; divide a night at 24:00", "it closes at %s and opens at %s", closes, open)
	}
}

func (l *loader) checkHotline(h *Hotline) {
	if h.Hours != "always" {
		refer(l, h.Pos, "timetable", h.Hours, l.base.index.hours)
	}
	l.oneOf(h.Pos, "charge", h.Charge, "free", "normal")
	l.present(h.Pos, "number or number_unknown", h.Number != "" || h.NumberUnknown != nil)
}
