package knowledge

import (
	"slices"

	"github.com/plainline/plainline/knowledge/source"
)

// index puts everything under its id and reports ids and codes that are bad or there twice.
func (l *loader) index() {
	b, x := l.base, &l.base.index
	x.services = byID(l, "service", b.Services, func(s *Service) (ServiceID, source.Pos) { return s.ID, s.Pos })
	x.organisations = byID(l, "organisation", b.Organisations, func(o *Organisation) (string, source.Pos) { return o.ID, o.Pos })
	x.offices = byID(l, "office", b.Offices, func(o *Office) (string, source.Pos) { return o.ID, o.Pos })
	x.hours = byID(l, "timetable", b.HoursList, func(h *Hours) (string, source.Pos) { return h.ID, h.Pos })
	x.holidays = byID(l, "calendar", b.HolidayLists, func(h *Holidays) (string, source.Pos) { return h.ID, h.Pos })
	x.places = byID(l, "place", b.Places, func(p *Place) (string, source.Pos) { return p.ID, p.Pos })
	x.topics = byID(l, "topic", b.Topics, func(t *Topic) (string, source.Pos) { return t.ID, t.Pos })
	x.groups = byID(l, "group of offices", b.OfficeGroups, func(g *OfficeGroup) (string, source.Pos) { return g.ID, g.Pos })
	x.events = byID(l, "life event", b.Events, func(e *Event) (string, source.Pos) { return e.ID, e.Pos })
	x.answers = byID(l, "answer", b.Answers, func(a *Answer) (string, source.Pos) { return a.ID, a.Pos })
	x.notices = byID(l, "notice", b.Notices, func(n *Notice) (string, source.Pos) { return n.ID, n.Pos })
	x.parameters = byID(l, "parameter", b.Parameters, func(p *Parameter) (string, source.Pos) { return p.ID, p.Pos })
	x.facts = byID(l, "fact", b.Facts, func(f *Fact) (string, source.Pos) { return f.ID, f.Pos })
	x.factCodes = byCode(l, "fact", b.Facts, func(f *Fact) (int, source.Pos) { return f.Code, f.Pos })
	var lines []*Hotline
	for _, o := range b.Organisations {
		for _, h := range o.Hotlines {
			h.Organisation = o
			lines = append(lines, h)
		}
	}
	x.hotlines = byID(l, "hotline", lines, func(h *Hotline) (string, source.Pos) { return h.ID, h.Pos })
	x.serviceCodes = byCode(l, "service", b.Services, func(s *Service) (int, source.Pos) { return s.Code, s.Pos })
	byCode(l, "office", b.Offices, func(o *Office) (int, source.Pos) { return o.Code, o.Pos })
	byCode(l, "answer", b.Answers, func(a *Answer) (int, source.Pos) { return a.Code, a.Pos })
	coded := slices.DeleteFunc(slices.Clone(b.Events), func(e *Event) bool { return e.Code == 0 })
	byCode(l, "event", coded, func(e *Event) (int, source.Pos) { return e.Code, e.Pos })
	byCode(l, "notice", b.Notices, func(n *Notice) (int, source.Pos) { return n.Code, n.Pos })
}

// byID puts things under their ids.
func byID[T any, ID ~string](l *loader, what string, things []*T, id func(*T) (ID, source.Pos)) map[ID]*T {
	m := make(map[ID]*T, len(things))
	for _, t := range things {
		key, pos := id(t)
		if key == "" {
			continue // told by the decoder
		}
		if !isID(string(key)) {
			l.Errorf(l.find(pos, string(key)), source.RuleID, "use a-z, 0-9 and hyphens", "%q is not an id", key)
		}
		if first := m[key]; first != nil {
			_, at := id(first)
			l.Errorf(pos, source.RuleDuplicateID, "give it another id", "the %s %q stands at %s already", what, key, at)
			continue
		}
		m[key] = t
	}
	return m
}

// byCode puts things under their permanent codes.
func byCode[T any](l *loader, what string, things []*T, code func(*T) (int, source.Pos)) map[int]*T {
	m := make(map[int]*T, len(things))
	for _, t := range things {
		n, pos := code(t)
		if n <= 0 {
			at := pos // of a code that is missing
			if n < 0 {
				at = l.find(pos, "code:")
			}
			l.Errorf(at, source.RuleValue, "give it the next free number from 1", "%d is no code", n)
			continue
		}
		if first := m[n]; first != nil {
			_, at := code(first)
			l.Errorf(l.find(pos, "code:"), source.RuleDuplicateID, "give it the next free number", "the code %d belongs to the %s at %s already", n, what, at)
			continue
		}
		m[n] = t
	}
	return m
}

// isID says whether a text is made of a-z, 0-9 and hyphens.
func isID(s string) bool {
	for _, c := range []byte(s) {
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-') {
			return false
		}
	}
	return s != ""
}

// isLabelID says whether a text is an id, or two of them with a point between: tier.days-10.
func isLabelID(s string) bool { return isSlotWord(s) }

// keys gives the keys of an index as texts, for advice.
func keys[ID ~string, T any](m map[ID]T) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, string(k))
	}
	return out
}

// unknown reports an id that nothing has, where it stands at or after pos.
func (l *loader) unknown(pos source.Pos, what, id string, known []string) {
	l.Errorf(l.find(pos, id), source.RuleReference, source.DidYouMean(id, known), "there is no %s %q", what, id)
}

// refer checks that an id is one of an index; the empty id refers to nothing and is fine.
func refer[ID ~string, T any](l *loader, pos source.Pos, what string, id ID, m map[ID]*T) {
	if id != "" && m[id] == nil {
		l.unknown(pos, what, string(id), keys(m))
	}
}

// referAll checks a list of ids.
func referAll[ID ~string, T any](l *loader, pos source.Pos, what string, ids []ID, m map[ID]*T) {
	for _, id := range ids {
		if id == "" {
			l.Errorf(pos, source.RuleReference, "write an id", "an id is empty")
		}
		refer(l, pos, what, id, m)
	}
}
