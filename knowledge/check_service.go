package knowledge

import "github.com/plainline/plainline/knowledge/source"

func (l *loader) checkService(s *Service) {
	x := &l.base.index
	refer(l, s.Pos, "organisation", s.Authority, x.organisations)
	referAll(l, s.Pos, "service", s.Bundle, x.services)
	l.checkCosts(s)
	l.checkDurations(s)
	l.checkEvidence(s)
	for _, st := range s.Steps {
		refer(l, st.Pos, "organisation", st.Authority, x.organisations)
		l.label(s, st.Pos, "", st.After)
	}
	for _, c := range s.Channels {
		refer(l, c.Pos, "organisation", c.Organisation, x.organisations)
		referAll(l, c.Pos, "office", c.Offices, x.offices)
		refer(l, c.Pos, "hotline", c.Phone, x.hotlines)
	}
	for _, v := range s.Variants {
		refer(l, v.Pos, "place", v.Area, x.places)
		refer(l, v.Pos, "organisation", v.Authority, x.organisations)
		refer(l, v.Pos, "hotline", v.Phone, x.hotlines)
	}
	if r := s.Representation; r != nil {
		l.oneOf(r.Pos, "kind of representation", r.Allowed, "yes", "no", "proxy", "partly")
		l.present(r.Pos, "allowed or unknown", r.Allowed != "" || r.Unknown != nil)
	}
	for _, r := range []*Remedy{s.Appeal, s.Complaint} {
		if r != nil {
			refer(l, r.Pos, "answer", r.Answer, x.answers)
			l.present(r.Pos, "answer, own or unknown", r.Answer != "" || r.Own || r.Unknown != nil)
		}
	}
	l.checkQuestions(s)
	l.checkIDs(s)
	l.checkWords(s.Words, s)
}

// checkQuestions checks that a question has an answer, unless nobody knows it.
func (l *loader) checkQuestions(s *Service) {
	for _, w := range s.Words {
		for _, q := range s.Questions {
			if item := w.Blocks["questions"].Item(q.ID); q.Unknown == nil && item != nil && item.More.Empty() {
				l.Errorf(item.Pos, source.RuleWords, "write it in the next line, indented by two spaces", "the question %q has no answer", q.ID)
			}
		}
	}
}

// present reports that a fact says nothing at all.
func (l *loader) present(pos source.Pos, keys string, ok bool) {
	if !ok {
		l.Errorf(pos, source.RuleMissingKey, "add "+keys, "there is no %s", keys)
	}
}

func (l *loader) checkCosts(s *Service) {
	type question struct{ who, area, tier string }
	for i, c := range s.Costs {
		l.checkCost(s, c)
		for _, e := range s.Costs[:i] {
			same := question{c.Who, c.Area, c.Tier} == question{e.Who, e.Area, e.Tier}
			switch {
			case same && overlap(c.Span, e.Span):
				l.Errorf(c.Pos, source.RuleOverlap, "end the earlier one with until:, or tell them apart by who, area or tier",
					"the costs %q and %q (line %d) hold for the same case on the same day", c.ID, e.ID, e.Line)
			case !same && c.ID == e.ID:
				l.Errorf(c.Pos, source.RuleDuplicateID, "give it another id", "the cost %q stands in line %d for another case", c.ID, e.Line)
			}
		}
	}
}

func (l *loader) checkCost(s *Service, c *Cost) {
	l.label(s, c.Pos, "who.", c.Who)
	l.label(s, c.Pos, "area.", c.Area)
	l.label(s, c.Pos, "tier.", c.Tier)
	l.label(s, c.Pos, "", c.PerUnit)
	l.label(s, c.Pos, "", c.Caveat)
	for _, id := range append(append([]string{}, c.WaivedFor...), c.PayBy...) {
		l.label(s, c.Pos, "", id)
	}
	for i, p := range c.Parts {
		l.label(s, p.Pos, "part.", p.ID)
		for _, e := range c.Parts[:i] {
			if p.ID == e.ID {
				l.Errorf(p.Pos, source.RuleDuplicateID, "give it another id", "the part %q stands in line %d already", p.ID, e.Line)
			}
		}
	}
	refer(l, c.Pos, "organisation", c.Payee, l.base.index.organisations)
	l.oneOf(c.Pos, "day that fixes the price", c.FixedOn, "application", "decision", "collection")
	l.present(c.Pos, "amount, parts or unknown", c.Amount != nil || len(c.Parts) > 0 || c.Unknown != nil)
	if c.Amount != nil && len(c.Parts) > 0 {
		l.Errorf(c.Pos, source.RuleValue, "leave amount out; it is the sum of the parts", "the cost %q has an amount and parts", c.ID)
	}
	if c.From == 0 {
		l.Errorf(c.Pos, source.RuleUndated, "add from: and the first day of this price", "the cost %q has no first day", c.ID)
	}
	l.span(c.Pos, c.Span)
}

func (l *loader) checkDurations(s *Service) {
	for i, d := range s.Durations {
		l.oneOf(d.Pos, "kind of time limit", d.Kind, "authority", "person", "validity")
		l.oneOf(d.Pos, "unit", d.Unit, "working_day", "day", "month", "year", "hour")
		l.label(s, d.Pos, "tier.", d.Tier)
		l.label(s, d.Pos, "", d.Starts)
		l.label(s, d.Pos, "", d.IfLate)
		l.present(d.Pos, "amount, unlimited or unknown", d.Amount > 0 || d.Unlimited || d.Unknown != nil)
		if d.Amount > 0 && d.Unit == "" {
			l.Errorf(d.Pos, source.RuleMissingKey, "add unit: day", "the key %q is missing", "unit")
		}
		l.span(d.Pos, d.Span)
		for _, e := range s.Durations[:i] {
			if d.ID == e.ID && overlap(d.Span, e.Span) {
				l.Errorf(d.Pos, source.RuleDuplicateID, "give it another id", "the time limit %q stands in line %d already", d.ID, e.Line)
			}
		}
	}
}

func (l *loader) checkEvidence(s *Service) {
	for _, e := range s.Evidence {
		l.oneOf(e.Pos, "form", e.Form, "original", "copy", "certified_copy", "electronic")
		l.label(s, e.Pos, "", e.When)
		l.label(s, e.Pos, "", e.MaxAge)
		l.label(s, e.Pos, "", e.Instead)
		l.present(e.Pos, "id, any_of or unknown", e.ID != "" || len(e.AnyOf) > 0 || e.Unknown != nil)
	}
}

// label checks that a label has words in every language in which the service has any.
func (l *loader) label(s *Service, pos source.Pos, kind, id string) {
	if id == "" {
		return
	}
	for _, lang := range l.base.Languages {
		if s.Words[lang] == nil || l.base.Lang[lang] == nil {
			continue
		}
		if _, ok := l.base.LabelText(s, lang, kind+id); !ok {
			l.Errorf(l.find(pos, id), source.RuleLabel, "add it to the section labels of "+s.Words[lang].File,
				"the label %q has no words in %s", kind+id, lang)
		}
	}
}

// checkIDs checks the ids of the facts that are written as lists.
func (l *loader) checkIDs(s *Service) {
	listIDs(l, "cost", s.Costs, true, func(c *Cost) (string, source.Pos) { return c.ID, c.Pos })
	listIDs(l, "time limit", s.Durations, true, func(d *Duration) (string, source.Pos) { return d.ID, d.Pos })
	listIDs(l, "step", s.Steps, false, func(st *Step) (string, source.Pos) { return st.ID, st.Pos })
	listIDs(l, "channel", s.Channels, false, func(c *Channel) (string, source.Pos) { return c.ID, c.Pos })
	listIDs(l, "legal basis", s.Legal, false, func(x *Legal) (string, source.Pos) { return x.ID, x.Pos })
	listIDs(l, "question", s.Questions, false, func(q *Question) (string, source.Pos) { return q.ID, q.Pos })
	listIDs(l, "document", s.Evidence, true, func(e *Evidence) (string, source.Pos) { return e.ID, e.Pos })
}

// listIDs checks ids of one list of a service; dated says that one id may stand for several spans of time.
func listIDs[T any](l *loader, what string, items []*T, dated bool, id func(*T) (string, source.Pos)) {
	for i, item := range items {
		key, pos := id(item)
		if key != "" && !isID(key) {
			l.Errorf(l.find(pos, key), source.RuleID, "use a-z, 0-9 and hyphens", "%q is not an id", key)
		}
		for _, e := range items[:i] {
			if earlier, at := id(e); !dated && key == earlier && key != "" {
				l.Errorf(pos, source.RuleDuplicateID, "give it another id", "the %s %q stands in line %d already", what, key, at.Line)
			}
		}
	}
}
