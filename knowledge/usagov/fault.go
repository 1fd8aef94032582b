package usagov

import (
	"fmt"
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// warn tells of something that is wrong in the data set and does not keep it from being imported.
func (s *dataSet) warn(pos source.Pos, rule, advice, format string, args ...any) {
	s.report.Add(source.Finding{Pos: pos, Severity: source.Warning, Rule: rule, Message: fmt.Sprintf(format, args...), Advice: advice})
}

// judge reads the rules and tells what is wrong with them in the data set.
func (s *dataSet) judge() {
	same := map[string]*benefit{}
	for _, b := range s.benefits {
		s.conditions(b)
		s.missingTexts(b)
		s.labels(b)
		rule := ruleText(b)
		if first := same[rule]; first != nil {
			s.warn(b.Pos, "same-rules", "say what tells them apart", "everybody who may get %q may get %q too, and the other way round: their rules are the same", b.name, first.name)
		} else {
			same[rule] = b
		}
	}
	for _, b := range s.benefits {
		s.unlisted(b)
	}
	for _, c := range s.criteria {
		s.unused(c)
		if c.kind == knowledge.OneFact {
			s.warn(c.Pos, "no-way-to-say-no", "imported with the value "+nothing, "%q can be left empty, but nobody can say that none of its values applies", c.key)
		}
		if c.ticked() {
			s.warn(c.Pos, "no-way-to-say-no", "imported as a question with yes and no", "%q can be ticked, but nobody can say no: a person who does not tick it may not have read it", c.key)
		}
	}
}

// ruleText writes a rule so that two that want the same are the same.
func ruleText(b *benefit) string {
	var clauses []string
	for _, c := range b.conditions {
		clauses = append(clauses, c.criterion.id+" "+c.rule())
	}
	slices.Sort(clauses)
	return strings.Join(clauses, "\n")
}

// unused tells of a criterion on which no benefit hangs.
func (s *dataSet) unused(c *criterion) {
	if c.used > 0 {
		return
	}
	advice := "leave it out"
	if !s.listed(c) {
		advice = "no life event asks it either, so it is not imported"
	} else if c.kind == "" {
		advice = fmt.Sprintf("there is no fact of type %q, so it is not imported", c.raw)
	}
	s.warn(c.Pos, "unused-criterion", advice, "no benefit hangs on %q", c.key)
}

// listed says whether the page of some life event asks a criterion.
func (s *dataSet) listed(c *criterion) bool {
	return slices.ContainsFunc(s.events, func(e *event) bool { return e.criteria[c.key] })
}

// unlisted tells of criteria that a benefit needs and the page of its life event does not ask.
func (s *dataSet) unlisted(b *benefit) {
	for _, n := range items(b.root.Get("lifeEvents")) {
		i := slices.IndexFunc(s.events, func(e *event) bool { return e.name == n.Text })
		if i < 0 {
			s.warn(n.Pos, "unknown-event", "correct it", "there is no life event %q", n.Text)
			continue
		}
		var missing []string
		for _, c := range b.conditions {
			if !s.events[i].criteria[c.criterion.key] && !slices.Contains(missing, c.criterion.key) {
				missing = append(missing, c.criterion.key)
			}
		}
		if len(missing) > 0 {
			s.warn(n.Pos, "unlisted-criterion", "add it to the page of the life event", "the page of %q never asks %s, so %q stays undecided there", n.Text, strings.Join(missing, ", "), b.name)
		}
	}
}

// missingTexts tells of a page whose words are missing or were never written.
func (s *dataSet) missingTexts(b *benefit) {
	for _, key := range []string{"title", "headline", "summary"} {
		n := b.root.Get(key)
		switch {
		case n == nil:
		case s.text(english, n.Text) == "":
			s.warn(n.Pos, "missing-text", "write it", "the %s has no English text", key)
		case strings.Contains(strings.ToLower(s.text(english, n.Text)), "text here"):
			s.warn(n.Pos, "missing-text", "write it", "the %s is %q", key, s.text(english, n.Text))
		}
	}
	for _, n := range items(b.root.Get("tags")) {
		if s.typeOf(n.Text) == nil {
			s.warn(n.Pos, "unknown-type", "add it to content/types", "there is no type %q, so no menu leads from it to the benefit", n.Text)
		}
	}
}

// typeOf gives the type that a tag names, or nil.
func (s *dataSet) typeOf(tag string) *page {
	for _, t := range s.types {
		if slug(tag) == t.name {
			return t
		}
	}
	return nil
}

// labels tells of words that promise another age than the rule has.
func (s *dataSet) labels(b *benefit) {
	for _, c := range b.conditions {
		words := s.text(english, c.label)
		for _, l := range c.limits {
			if l.key == "below" && strings.Contains(words, " to "+l.value+" years") {
				s.warn(c.Pos, "label-and-rule", "write one more year", "the label says %q, but the rule leaves out those of %s", words, l.value)
			}
		}
	}
}
