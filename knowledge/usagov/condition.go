package usagov

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// condition is one thing that a benefit wants: a clause. All conditions of a benefit must be met.
type condition struct {
	source.Pos
	criterion *criterion
	label     string       // key of words of its own, or ""
	yes       bool         // of yes or no
	values    []*choice    // of a list: any of these
	limits    []limit      // of a day: all of these
	accepted  int          // values that the data set accepts
	strange   *source.Node // a value that the criterion does not have
	said      string       // that value, in English
}

// limit is a key of a comparison with its value.
type limit struct{ key, value string }

// conditions reads what a benefit wants.
func (s *dataSet) conditions(b *benefit) {
	for _, n := range items(b.root.Get("eligibility")) {
		key := n.Get("criteriaKey")
		if key == nil {
			s.report.Errorf(n.Pos, "missing-key", "add criteriaKey:", "a condition names no criterion")
			continue
		}
		c := s.byKey[key.Text]
		if c == nil {
			s.report.Errorf(key.Pos, "unknown-criterion", "add it to content/criteria.csv", "there is no criterion %q", key.Text)
			continue
		}
		cond := &condition{Pos: n.Pos, criterion: c}
		if label := n.Get("label"); label != nil {
			cond.label = label.Text
		}
		for _, v := range items(n.Get("acceptableValues")) {
			s.accept(cond, v)
		}
		if cond.accepted == 0 || c.kind == "" || c.kind == knowledge.OneFact && len(cond.values) == 0 {
			s.report.Errorf(n.Pos, "unknown-value", "correct acceptableValues", "the condition on %q can never be met and cannot be written as a rule", c.key)
			continue
		}
		c.used++
		b.conditions = append(b.conditions, cond)
	}
}

// accept reads one acceptable value: true, the key of a value's text, or a comparison of days.
func (s *dataSet) accept(c *condition, n *source.Node) {
	text, isKey := s.texts[english][n.Text]
	if !isKey {
		text = n.Text
	}
	text = clean(text)
	c.accepted++
	switch c.criterion.kind {
	case knowledge.YesNoFact:
		c.yes = text == "true" || text == "yes"
		if !c.yes && (text != "no" || c.criterion.ticked()) {
			s.report.Errorf(n.Pos, "unknown-value", "write true", "%q is no answer to %s", text, c.criterion.key)
		}
	case knowledge.OneFact:
		i := slices.IndexFunc(c.criterion.values, func(v *choice) bool { return s.text(english, v.key) == text })
		if i < 0 {
			c.strange, c.said = n, text
			s.warn(n.Pos, "unknown-value", "the criterion has: "+strings.Join(c.criterion.ids(), ", "),
				"%q is no answer to %s, so nobody can meet the condition by it; the rule is written without it", text, c.criterion.key)
			return
		}
		c.values = append(c.values, c.criterion.values[i])
	case knowledge.DateFact:
		l, err := compareDays(text, c.criterion.birth())
		if err != nil {
			s.report.Errorf(n.Pos, "unknown-value", "write >18years or <01-31-1978", "%s", err)
			return
		}
		c.limits = append(c.limits, l)
	}
}

// compareDays reads a comparison such as >18years, <2years or >01-20-2020. ">18years" is read as "at least 18 years ago",
// because the labels of the data set all say so.
func compareDays(text string, birth bool) (limit, error) {
	if len(text) < 2 || !strings.ContainsRune("<>=", rune(text[0])) {
		return limit{}, fmt.Errorf("%q is no comparison of days", text)
	}
	less, rest := text[0] == '<', strings.TrimSpace(text[1:])
	if t, err := time.Parse("01-02-2006", rest); err == nil {
		day := knowledge.DateOf(t)
		switch text[0] {
		case '<':
			return limit{"until", day.AddDays(-1).String()}, nil
		case '>':
			return limit{"from", day.AddDays(1).String()}, nil
		}
	}
	digits := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	if digits < 1 || text[0] == '=' {
		return limit{}, fmt.Errorf("%q is no comparison of days", text)
	}
	n, err := strconv.Atoi(rest[:digits])
	unit := strings.TrimSuffix(rest[digits:], "s")
	age := map[string]string{"year": rest[:digits], "month": fmt.Sprintf("%dy%dm", n/12, n%12)}[unit]
	switch {
	case err != nil || n > 200 && unit == "year" || unit != "year" && unit != "month" && unit != "day":
		return limit{}, fmt.Errorf("%q is no length of time", rest)
	case less && !birth:
		return limit{"within", fmt.Sprintf("%d %ss", n, unit)}, nil
	case age == "":
		return limit{}, fmt.Errorf("%q cannot be written as an age", rest)
	case less:
		return limit{"below", age}, nil
	}
	return limit{"at_least", age}, nil
}

// words gives what a condition asks, in words: its own, or the label of the criterion and the values that will do.
func (s *dataSet) words(lang knowledge.Lang, c *condition) string {
	if own := s.text(lang, c.label); own != "" {
		return own
	}
	label := s.text(lang, "criteria."+c.criterion.key+".label")
	if c.criterion.kind != knowledge.OneFact || label == "" {
		return label
	}
	var values []string
	for _, v := range c.values {
		values = append(values, s.text(lang, v.key))
	}
	or := map[knowledge.Lang]string{english: " or ", spanish: " o "}[lang]
	list := values[len(values)-1]
	if n := len(values); n > 1 {
		list = strings.Join(values[:n-1], ", ") + or + list
	}
	return strings.TrimRight(label, ": ") + ": " + list
}

// rule gives the clause without its id: is: [married, widowed].
func (c *condition) rule() string {
	switch c.criterion.kind {
	case knowledge.YesNoFact:
		if !c.yes {
			return "is: no"
		}
		return "is: yes"
	case knowledge.OneFact:
		var ids []string
		for _, v := range c.values {
			ids = append(ids, v.id)
		}
		return "is: [" + strings.Join(ids, ", ") + "]"
	}
	var keys []string
	for _, l := range c.limits {
		keys = append(keys, l.key+": "+quote(l.value))
	}
	return strings.Join(keys, ", ")
}
