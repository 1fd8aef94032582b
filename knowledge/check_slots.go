package knowledge

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// checkWords checks the slots of all words of a service (nil: of an event or an answer).
func (l *loader) checkWords(words map[Lang]*Words, s *Service) {
	for _, lang := range l.base.Languages {
		w := words[lang]
		if w == nil {
			continue
		}
		for _, t := range []Text{w.Title, w.Short, w.Spoken} {
			l.slots(t, s, lang)
		}
		for _, b := range w.Blocks {
			l.blockSlots(b, s, lang)
		}
	}
}

func (l *loader) blockSlots(b *WordBlock, s *Service, lang Lang) {
	if b == nil {
		return
	}
	for _, t := range b.Text {
		l.slots(t, s, lang)
	}
	for _, item := range b.Items {
		l.slots(item.Text, s, lang)
		l.slots(item.More, s, lang)
	}
	l.blockSlots(b.Zero, s, lang)
}

// slots checks that every slot of a text refers to something.
func (l *loader) slots(t Text, s *Service, lang Lang) {
	for _, p := range t.Parts {
		if !p.Slot {
			continue
		}
		known, ok := l.slotTargets(p, s)
		switch {
		case !ok && p.Kind == "date":
			l.slotError(t, p, "write the day as {date.2026-01-31}")
		case !ok && known == nil:
			l.slotError(t, p, "write one of: cost, duration, document, parameter, phone, organisation, office, place, service, date, a point and an id")
		case !ok:
			l.slotError(t, p, source.DidYouMean(p.Ref, known))
		case p.Form != "" && !l.hasForm(p, lang):
			l.slotError(t, p, "write the form under currency and units of lang/"+string(lang)+".yaml, or leave :"+p.Form+" out")
		}
	}
}

func (l *loader) slotError(t Text, p TextPart, advice string) {
	l.Errorf(l.find(t.Pos, p.String()), source.RuleUnknownSlot, advice, "the slot %s refers to nothing", p)
}

// slotTargets says whether a slot refers to something and, where not, what it could refer to.
func (l *loader) slotTargets(p TextPart, s *Service) (known []string, ok bool) {
	x := &l.base.index
	switch p.Kind {
	case "cost", "duration", "document":
		if s == nil {
			return nil, false
		}
		known = s.slotRefs(p.Kind)
		return known, slices.Contains(known, p.Ref)
	case "parameter":
		known = []string{}
		for _, t := range l.base.Parameters {
			if t.By == "" { // a table has no one value to say
				known = append(known, t.ID)
			}
		}
		return known, slices.Contains(known, p.Ref)
	case "phone":
		return has(x.hotlines, p.Ref)
	case "organisation":
		return has(x.organisations, p.Ref)
	case "office":
		return has(x.offices, p.Ref)
	case "place":
		return has(x.places, p.Ref)
	case "service":
		return has(x.services, ServiceID(p.Ref))
	case "date":
		return nil, ParseDate(p.Ref) != 0
	}
	return nil, false
}

func has[ID ~string, T any](m map[ID]*T, id ID) (known []string, ok bool) {
	if m[id] != nil {
		return nil, true
	}
	return append(keys(m), ""), false
}

// slotRefs gives what slots of a kind may refer to in a service.
func (s *Service) slotRefs(kind string) (refs []string) {
	switch kind {
	case "cost":
		for _, c := range s.Costs {
			refs = append(refs, c.ID)
			for _, p := range c.Parts {
				refs = append(refs, c.ID+"."+p.ID)
			}
		}
	case "duration":
		for _, d := range s.Durations {
			refs = append(refs, d.ID)
		}
	case "document":
		for _, e := range s.Evidence {
			refs = append(append(refs, e.AnyOf...), e.ID)
		}
	}
	return append(refs, "")
}

// hasForm says whether a language has the case form of a slot, by what its value is: of its currency for money, of any unit
// for time, of its dates for a day, and of its numbers for a plain number, which only the ear inflects.
func (l *loader) hasForm(p TextPart, lang Lang) bool {
	words := l.base.Lang[lang]
	if words == nil {
		return true
	}
	kind := p.Kind
	if t := l.base.Parameter(p.Ref); kind == "parameter" && t != nil {
		kind = t.Kind
	}
	switch kind {
	case "cost", "money":
		return words.Currency[l.base.Currency][p.Form] != nil
	case "duration", "age":
		for _, forms := range words.Units {
			if forms[p.Form] != nil {
				return true
			}
		}
	case "date":
		return words.Spoken != nil && words.Spoken.Date[p.Form] != nil
	case "number":
		return words.Spoken != nil && words.Spoken.Numbers.Has(p.Form)
	}
	return false
}

// phraseSlots checks that a phrase uses only the slots that the program fills.
func (l *loader) phraseSlots(t Text, k PhraseKey) {
	for _, p := range t.Parts {
		if p.Slot && (p.Kind != "" || !slices.Contains(k.Slots(), p.Ref)) {
			advice := "the phrase " + k.String() + " has no slots"
			if names := k.Slots(); len(names) > 0 {
				advice = "the slots here are {" + strings.Join(names, "}, {") + "}"
			}
			l.slotError(t, p, advice)
		}
	}
}
