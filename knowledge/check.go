package knowledge

import (
	"fmt"
	"slices"

	"github.com/plainline/plainline/knowledge/source"
)

// check reports what would make the base say something wrong: references to nothing, values that contradict one another.
// What is merely poor is left to package lint.
func (l *loader) check() {
	l.checkBase()
	for _, tag := range l.base.Languages {
		if lang := l.base.Lang[tag]; lang != nil {
			l.checkLanguage(lang)
		}
	}
	for _, s := range l.base.Services {
		l.checkService(s)
	}
	for _, e := range l.base.Events {
		referAll(l, e.Pos, "service", e.Services, l.base.index.services)
		referAll(l, e.Pos, "answer", e.Answers, l.base.index.answers)
		l.checkWords(e.Words, nil)
	}
	for _, a := range l.base.Answers {
		l.oneOf(a.Pos, "kind", a.Kind, "general", "not_covered", "appeal", "complaint", "bribe", "crisis", "privacy", "mobile", "talk")
		referAll(l, a.Pos, "hotline", a.Refer, l.base.index.hotlines)
		l.checkWords(a.Words, nil)
	}
	l.checkMenus()
	l.checkPlaces()
	l.checkOffices()
	l.checkParameters()
	l.checkFacts()
	for _, s := range l.base.Services {
		l.checkRule(s)
	}
}

func (l *loader) checkBase() {
	b, x := l.base, &l.base.index
	if b.Format != 1 {
		l.Errorf(l.find(b.Pos, "format"), source.RuleValue, "write 1", "this program cannot read format %d", b.Format)
	}
	for i, lang := range b.Languages {
		if slices.Contains(b.Languages[:i], lang) {
			l.Errorf(l.find(b.Pos, "languages"), source.RuleDuplicate, "write it once", "the language %q stands there twice", lang)
		}
	}
	l.language(b.Pos, b.SourceLang)
	for from, to := range b.Fallback {
		l.language(b.Pos, append(slices.Clone(to), from)...)
	}
	referAll(l, b.Pos, "organisation", b.Publishers, x.organisations)
	refer(l, b.Pos, "hotline", b.Contact, x.hotlines)
	referAll(l, b.Pos, "hotline", b.Emergency, x.hotlines)
	if b.ReviewMonths < 0 || b.NearDays < 0 {
		l.Errorf(b.Pos, source.RuleValue, "write a number from 1", "review_months or near_days is below nothing")
	}
}

func (l *loader) language(pos source.Pos, tags ...Lang) {
	for _, tag := range tags {
		if !slices.Contains(l.base.Languages, tag) {
			l.Errorf(l.find(pos, string(tag)), source.RuleReference, "add it to languages in base.yaml", "the base has no language %q", tag)
		}
	}
}

func (l *loader) checkMenus() {
	x := &l.base.index
	for _, t := range l.base.Topics {
		referAll(l, t.Pos, "service", t.Services, x.services)
	}
	for _, g := range l.base.OfficeGroups {
		referAll(l, g.Pos, "office", g.Offices, x.offices)
	}
	for _, n := range l.base.Notices {
		referAll(l, n.Pos, "service", n.Services, x.services)
		referAll(l, n.Pos, "office", n.Offices, x.offices)
		if n.From == 0 || n.Until == 0 {
			l.Errorf(n.Pos, source.RuleMissingKey, "write from: and until:, the first and the last day", "a notice has no first or no last day")
		}
		l.span(n.Pos, n.Span)
	}
}

func (l *loader) checkPlaces() {
	places := l.base.index.places
	for _, p := range l.base.Places {
		refer(l, p.Pos, "place", p.Parent, places)
		up := places[p.Parent]
		for range len(l.base.Places) {
			if up == nil || up == p {
				break
			}
			up = places[up.Parent]
		}
		if up == p {
			l.Errorf(p.Pos, source.RuleReference, "change in: of one of them", "the place %q lies in itself", p.ID)
		}
	}
}

func (l *loader) checkParameters() {
	for _, p := range l.base.Parameters {
		l.oneOf(p.Pos, "kind", p.Kind, "money", "number", "age")
		refer(l, p.Pos, "fact", p.By, l.base.index.facts)
		if f := l.base.index.facts[p.By]; f != nil && f.Type != NumberFact {
			l.Errorf(l.find(p.Pos, "by:"), source.RuleValue, "name one of type number, as the size of a household", "the fact %q is of type %s", p.By, f.Type)
		}
		for i, v := range p.Values {
			l.checkParameterValue(p, v)
			for _, earlier := range p.Values[:i] {
				if overlap(v.Span, earlier.Span) {
					l.Errorf(v.Pos, source.RuleOverlap, "end the earlier one with until:", "this value and the one in line %d hold on the same day", earlier.Line)
				}
			}
		}
	}
}

func (l *loader) checkParameterValue(p *Parameter, v *ParameterValue) {
	switch {
	case v.Unknown != nil:
	case p.By != "" && len(v.Rows) == 0:
		l.Errorf(v.Pos, source.RuleMissingKey, "add rows: [for 1, for 2, …]", "a value of a table has no rows")
	case p.By == "" && len(v.Rows) > 0:
		l.Errorf(v.Pos, source.RuleMissingKey, "add by: and the fact of type number that counts the rows", "a value has rows, and nothing says what they go by")
	case p.By == "" && v.Value.Raw == "":
		l.Errorf(v.Pos, source.RuleMissingKey, "add value: or unknown:", "a value has neither value nor unknown")
	case v.Source == nil && v.SourceRef == "":
		l.Errorf(v.Pos, source.RuleMissingKey, "add source: …", "the key %q is missing", "source")
	default:
		l.readQuantities(p, v)
	}
	if v.From == 0 {
		l.Errorf(v.Pos, source.RuleUndated, "add from: and the first day", "a value has no first day")
	}
	l.span(v.Pos, v.Span)
}

func (l *loader) readQuantities(p *Parameter, v *ParameterValue) {
	all := []*Quantity{&v.Value, &v.Extra}
	for i := range v.Rows {
		all = append(all, &v.Rows[i])
	}
	for _, q := range all {
		if q.Raw == "" {
			continue
		}
		if err := q.read(p.Kind); err != nil {
			l.Errorf(v.Pos, source.RuleValue, "", "%s", err.Error())
		}
	}
}

// oneOf checks a word that must be one of a few; the empty word is told by the decoder where it matters.
func (l *loader) oneOf(pos source.Pos, key, word string, words ...string) {
	if word != "" && !slices.Contains(words, word) {
		l.Errorf(l.find(pos, word), source.RuleValue, source.DidYouMean(word, words), "%q is no %s", word, key)
	}
}

func (l *loader) span(pos source.Pos, s Span) {
	if s.Until != 0 && s.Until < s.From {
		l.Errorf(pos, source.RuleValue, "write the earlier day as from", "it ends on %s, before its first day %s", s.Until, s.From)
	}
}

func overlap(a, b Span) bool {
	return (a.Until == 0 || b.From <= a.Until) && (b.Until == 0 || a.From <= b.Until)
}

// checkLanguage checks what a language says in every base.
func (l *loader) checkLanguage(lang *Language) {
	for k := range lang.Phrases {
		p := &lang.Phrases[k]
		l.phraseSlots(p.One, PhraseKey(k))
		for _, t := range p.Plural {
			l.phraseSlots(t, PhraseKey(k))
		}
	}
	for _, t := range lang.Labels {
		l.slots(t, nil, lang.Tag)
	}
	l.count(lang, "months", len(lang.Months), 12)
	l.count(lang, "weekdays", len(lang.Weekdays), 7)
	l.forms(lang, "currency", lang.Currency, l.base.Currency)
	l.forms(lang, "units", lang.Units, "working_day", "day", "month", "year", "hour")
	if lang.Free["nom"] == "" {
		l.Errorf(l.find(lang.Pos, "free:"), source.RuleMissingKey, "add nom: …", "the case form nom is missing")
	}
	l.checkSpoken(lang)
}

func (l *loader) count(lang *Language, key string, got, want int) {
	if got != want && got > 0 {
		l.Errorf(l.find(lang.Pos, key+":"), source.RuleValue, fmt.Sprintf("write %d", want), "there are %d %s", got, key)
	}
}

func (l *loader) forms(lang *Language, key string, m map[string]Forms, units ...string) {
	for _, unit := range units {
		if m != nil && unit != "" && m[unit]["nom"]["other"] == "" {
			l.Errorf(l.find(lang.Pos, key+":"), source.RuleMissingKey, "add "+unit+": {nom: {other: …}}", "the unit %q has no word", unit)
		}
	}
}
