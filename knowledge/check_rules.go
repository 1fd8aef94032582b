package knowledge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

var factTypes = []string{string(YesNoFact), string(OneFact), string(SeveralFact), string(NumberFact), string(MoneyFact), string(AgeFact), string(DateFact), string(PlaceFact)}

// maxFactCode keeps the codes of facts short in a session.
const maxFactCode = 9999

func (l *loader) checkFacts() {
	for _, f := range l.base.Facts {
		l.oneOf(f.Pos, "type of fact", string(f.Type), factTypes...)
		if f.Code > maxFactCode {
			l.Errorf(l.find(f.Pos, "code:"), source.RuleValue, "write the next free number", "the code %d is above %d", f.Code, maxFactCode)
		}
		l.checkFactValues(f)
		if err := f.prepare(l.base); err != nil {
			l.badValue(f.Pos, err)
		} else {
			l.checkDomain(f)
		}
		if f.Type == PlaceFact && len(f.Places) == 1 {
			l.Errorf(l.find(f.Pos, "in:"), source.RuleValue, "name a place that others lie in", "there is nothing to choose from in %q", f.In)
		}
		for _, w := range []WordsMap{f.Ask, f.Short, f.Why} {
			for lang, t := range w {
				l.slots(t, nil, lang)
			}
		}
	}
	for _, f := range l.base.Facts {
		l.checkClauses([]*Clause{f.OnlyIf}, false)
		if l.guards(f, f, len(l.base.Facts)) {
			l.Errorf(f.Pos, source.RuleReference, "change only_if of one of them", "the fact %q is asked only if it is known itself", f.ID)
		}
	}
}

// checkDomain checks the least and the greatest answer to a fact.
func (l *loader) checkDomain(f *Fact) {
	switch listed := f.Closed() || f.Type == SeveralFact; {
	case listed && f.Min+f.Max != "":
		l.Errorf(f.Pos, source.RuleUnknownKey, "leave min and max out", "a fact of type %s has no least and no greatest answer", f.Type)
	case f.Lowest > f.Highest:
		l.Errorf(f.Pos, source.RuleValue, "write the lesser one as min", "the least answer %s is above the greatest, %s", f.Min, f.Max)
	case f.Type != PlaceFact && f.In != "":
		l.Errorf(f.Pos, source.RuleUnknownKey, "leave in out, or write type: place", "a fact of type %s lies in no place", f.Type)
	}
}

func (l *loader) checkFactValues(f *Fact) {
	chosen := f.Type == OneFact || f.Type == SeveralFact
	switch {
	case chosen && (len(f.Values) < 2 || len(f.Values) > MaxValues):
		l.Errorf(f.Pos, source.RuleValue, "write 2 to 48 under values:", "the fact %q has %d answers to choose from", f.ID, len(f.Values))
	case !chosen && len(f.Values) > 0:
		l.Errorf(f.Pos, source.RuleValue, "leave values out, or write type: one", "a fact of type %s has no list of values", f.Type)
	case f.Type == PlaceFact && f.In == "":
		l.Errorf(f.Pos, source.RuleMissingKey, "add in: and the id of the place whose parts are the answers", "the key %q is missing", "in")
	}
	if f.Type == PlaceFact {
		refer(l, f.Pos, "place", f.In, l.base.index.places)
	}
	for i, v := range f.Values {
		if !isID(v.ID) {
			l.Errorf(v.Pos, source.RuleID, "use a-z, 0-9 and hyphens", "%q is not an id", v.ID)
		}
		for _, e := range f.Values[:i] {
			if e.ID == v.ID {
				l.Errorf(v.Pos, source.RuleDuplicateID, "give it another id", "the value %q stands in line %d already", v.ID, e.Line)
			}
		}
		for lang, t := range v.Words {
			l.slots(t, nil, lang)
		}
	}
}

// guards says whether the guard of a fact leads back to it, by the facts compared or by those that a table goes by.
func (l *loader) guards(f, at *Fact, depth int) (loop bool) {
	if depth == 0 || at == nil {
		return false
	}
	at.OnlyIf.Each(func(c *Clause) {
		for _, g := range l.base.FactsOf(c) {
			loop = loop || g == f || l.guards(f, g, depth-1)
		}
	})
	return loop
}

func (l *loader) badValue(pos source.Pos, err error) {
	advice := ""
	if b, ok := err.(*source.BadValue); ok {
		advice = b.Advice
	}
	l.Errorf(pos, source.RuleValue, advice, "%s", err.Error())
}

// checkRule checks the rule of a service, its words and its cases.
func (l *loader) checkRule(s *Service) {
	e := s.Eligibility
	if e == nil {
		if len(s.Cases) > 0 {
			l.Errorf(s.Cases[0].Pos, source.RuleReference, "add eligibility: to service.yaml", "the service %q has cases but no rule", s.ID)
		}
		return
	}
	l.present(e.Pos, "all, any or check_yourself", len(e.All)+len(e.Any)+len(e.Check) > 0)
	l.span(e.Pos, e.Valid)
	l.checkClauses(e.All, true)
	l.checkClauses(e.Any, true)
	ids := map[string]source.Pos{}
	l.ruleID(ids, e.Check)
	e.Each(func(c *Clause) { l.clauseID(ids, c) })
	for id, pos := range ids {
		l.reason(s, id, pos)
	}
	for _, c := range s.Cases {
		l.checkCase(s, c)
	}
}

func (l *loader) ruleID(ids map[string]source.Pos, checks []*Check) {
	for _, c := range checks {
		l.clauseID(ids, &Clause{Pos: c.Pos, ID: c.ID})
	}
}

func (l *loader) clauseID(ids map[string]source.Pos, c *Clause) {
	if c.ID == "" {
		return
	}
	if first, twice := ids[c.ID]; twice {
		l.Errorf(c.Pos, source.RuleDuplicateID, "give it another id", "the clause %q stands in line %d already", c.ID, first.Line)
	}
	if !isID(c.ID) {
		l.Errorf(c.Pos, source.RuleID, "use a-z, 0-9 and hyphens", "%q is not an id", c.ID)
	}
	ids[c.ID] = c.Pos
}

// reason checks that a clause has its words in the source language; what other languages lack is left to lint.
func (l *loader) reason(s *Service, id string, pos source.Pos) {
	w := s.Words[l.base.SourceLang]
	if w != nil && w.Blocks["eligibility"].Item(id) == nil {
		l.Errorf(pos, source.RuleLabel, "add it to the section eligibility of "+w.File, "the clause %q has no words", id)
	}
}

// checkClauses checks clauses and all in them; those of a rule (not of a guard) have ids.
func (l *loader) checkClauses(list []*Clause, named bool) {
	for _, c := range list {
		c.Each(func(c *Clause) {
			shapes := 0
			for _, has := range []bool{len(c.All) > 0, len(c.Any) > 0, c.Not != nil, c.Fact != ""} {
				if has {
					shapes++
				}
			}
			if shapes != 1 {
				says := "nothing"
				if shapes > 1 {
					says = fmt.Sprintf("%d things at once", shapes)
				}
				l.Errorf(c.Pos, source.RuleValue, "write one of all:, any:, not: and fact:", "a clause says %s", says)
				return
			}
			if c.Fact != "" {
				l.checkComparison(c, named)
			} else if c.compares() != "" {
				l.Errorf(c.Pos, source.RuleMissingKey, "add fact: …", "there is %s: but no fact to compare", c.compares())
			}
		})
	}
}

func (l *loader) checkComparison(c *Clause, named bool) {
	f := l.base.index.facts[c.Fact]
	if f == nil {
		l.unknown(c.Pos, "fact", c.Fact, keys(l.base.index.facts))
		return
	}
	if named && c.ID == "" {
		l.Errorf(c.Pos, source.RuleMissingKey, "add id: …, permanent and with words in the section eligibility", "the key %q is missing", "id")
	}
	keys := strings.Fields(c.compares())
	allowed := comparisons(f.Type)
	if len(keys) == 0 {
		l.Errorf(c.Pos, source.RuleMissingKey, "add one of "+strings.Join(allowed, ", "), "the clause compares %q with nothing", c.Fact)
	}
	for _, k := range keys {
		if !slices.Contains(allowed, k) {
			l.Errorf(l.find(c.Pos, k+":"), source.RuleUnknownKey, source.DidYouMean(k, allowed), "%s: means nothing for %q, which is of type %s", k, c.Fact, f.Type)
			return
		}
	}
	if len(keys) > 1 && slices.Concat(c.Is, c.HasAny, c.HasAll, c.HasNone) != nil {
		l.Errorf(c.Pos, source.RuleValue, "write a clause for each, with its own id", "the clause compares %q in several ways: %s", c.Fact, strings.Join(keys, ", "))
	}
	for _, t := range slices.Concat(c.Is, c.HasAny, c.HasAll, c.HasNone) {
		if _, err := f.Read(t); err != nil {
			l.badValue(l.find(c.Pos, t), err)
		}
	}
	for _, limit := range []string{c.AtLeast, c.AtMost, c.Above, c.Below} {
		l.checkLimit(c, f, limit)
	}
	if all := l.base.FactsOf(c); len(all) > 2 {
		l.Errorf(c.Pos, source.RuleValue, "write a clause for each, with its own id", "the limits of %q go by different facts: %s, %s", c.Fact, all[1].ID, all[2].ID)
	}
	l.span(c.Pos, Span{From: c.From, Until: c.Until})
}

// checkLimit checks a limit: a value of the fact's type (for a day: an age), or a parameter of that kind.
func (l *loader) checkLimit(c *Clause, f *Fact, limit string) {
	kind := f.LimitKind()
	id, isParameter := strings.CutPrefix(limit, "parameter.")
	switch p := l.base.index.parameters[id]; {
	case limit == "":
	case !isParameter:
		if _, err := (&Fact{Type: kind}).Read(limit); err != nil {
			l.badValue(l.find(c.Pos, limit), err)
		}
	case p == nil:
		l.unknown(c.Pos, "parameter", id, keys(l.base.index.parameters))
	case p.Kind != string(kind):
		l.Errorf(l.find(c.Pos, limit), source.RuleValue, "compare values of one kind", "the parameter %q is %s, but %q is compared by %s", id, p.Kind, c.Fact, kind)
	}
}

// LimitKind says of which type the limits of a comparison are: for a day it is the age.
func (f *Fact) LimitKind() FactType {
	if f.Type == DateFact {
		return AgeFact
	}
	return f.Type
}

// comparisons lists the keys that compare a fact of a type.
func comparisons(t FactType) []string {
	switch t {
	case SeveralFact:
		return []string{"has_any", "has_all", "has_none"}
	case NumberFact:
		return []string{"is", "at_least", "at_most", "above", "below"}
	case MoneyFact, AgeFact:
		return []string{"at_least", "at_most", "above", "below"}
	case DateFact:
		return []string{"at_least", "at_most", "above", "below", "from", "until", "within", "ahead"}
	}
	return []string{"is"}
}

// compares lists the keys with which a clause compares.
func (c *Clause) compares() string {
	var keys []string
	for _, k := range []struct {
		key string
		has bool
	}{
		{"is", c.Is != nil}, {"has_any", c.HasAny != nil}, {"has_all", c.HasAll != nil}, {"has_none", c.HasNone != nil},
		{"at_least", c.AtLeast != ""}, {"at_most", c.AtMost != ""}, {"above", c.Above != ""}, {"below", c.Below != ""},
		{"from", c.From != 0}, {"until", c.Until != 0}, {"within", c.Past != nil}, {"ahead", c.Ahead != nil},
	} {
		if k.has {
			keys = append(keys, k.key)
		}
	}
	return strings.Join(keys, " ")
}

func (l *loader) checkCase(s *Service, c *Case) {
	l.oneOf(l.find(c.Pos, "expect:"), "outcome", string(c.Expect), string(Likely), string(Not), string(Depends), string(Self))
	for id, terms := range c.Answers {
		f := l.base.index.facts[id]
		if f == nil {
			l.unknown(c.Pos, "fact", id, keys(l.base.index.facts))
			continue
		}
		l.checkCaseAnswer(l.find(c.Pos, id), f, terms)
	}
	for _, id := range c.Because {
		if s.Eligibility.Clause(id) == nil && l.base.index.facts[id] == nil && id != "valid" {
			l.Errorf(l.find(c.Pos, id), source.RuleReference, "write ids of clauses or of facts", "there is no clause or fact %q", id)
		}
	}
}

// checkCaseAnswer checks one answer of a case.
func (l *loader) checkCaseAnswer(pos source.Pos, f *Fact, terms Terms) {
	if f.Type == SeveralFact {
		if _, err := f.ReadSet(terms); err != nil {
			l.badValue(pos, err)
		}
		return
	}
	if len(terms) != 1 {
		l.Errorf(pos, source.RuleValue, "write one", "%q has %d answers", f.ID, len(terms))
		return
	}
	switch n, err := f.Read(terms[0]); {
	case err != nil:
		l.badValue(pos, err)
	case n < f.Lowest || n > f.Highest:
		l.Errorf(pos, source.RuleValue, "see min and max in facts.yaml", "nobody answers %s to %q", terms[0], f.ID)
	}
}
