package usagov

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// criterion is something that the data set asks: a fact.
type criterion struct {
	source.Pos
	key    string
	id     string // of the fact
	code   int
	kind   knowledge.FactType // "" for a type that no fact has
	raw    string             // the type as the data set calls it
	values []*choice
	used   int // benefits that hang on it
}

// nothing is the value that lists are given, by which a person says that none of the others applies. A list of the data set
// can only be left empty, and who does so may not have read it.
const nothing = "none"

// choice is one of the values of a criterion.
type choice struct {
	id  string
	key string // of its text
}

// addCriterion adds a row of criteria.csv. Criteria are counted, so that the fact of a row keeps its code.
func (s *dataSet) addCriterion(pos source.Pos, row []string) {
	c := &criterion{Pos: pos, key: row[0], id: slug(row[0]), code: len(s.criteria) + 1, raw: row[2]}
	switch row[2] {
	case "boolean":
		c.kind = knowledge.YesNoFact
	case "date":
		c.kind = knowledge.DateFact
	case "select", "radio":
		c.kind = knowledge.OneFact
		for _, key := range strings.FieldsFunc(row[3], func(r rune) bool { return r == ';' || r == ' ' }) {
			c.values = append(c.values, &choice{id: slug(s.text(english, key)), key: key})
		}
		if slices.Equal(c.ids(), []string{"yes", "no"}) {
			c.kind = knowledge.YesNoFact
		}
	}
	if s.byKey[c.key] != nil {
		s.report.Errorf(pos, "duplicate-id", "", "the criterion %q stands there twice", c.key)
		return
	}
	s.criteria = append(s.criteria, c)
	s.byKey[c.key] = c
}

// ticked says whether a criterion is a box to tick: nobody can say no to it.
func (c *criterion) ticked() bool { return c.raw == "boolean" }

// birth says whether a criterion asks for the day somebody was born: limits on it are ages.
func (c *criterion) birth() bool { return strings.Contains(c.key, "birth") }

// ids gives the ids of all values.
func (c *criterion) ids() []string {
	var ids []string
	for _, v := range c.values {
		ids = append(ids, v.id)
	}
	return ids
}

// slug makes an id of a key or of a text: small letters, digits and single hyphens.
func slug(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// clean puts a text on one line and writes the signs of printers as a keyboard does: telephones pay dearly for the others.
func clean(text string) string {
	signs := strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "…", "...", "\u00a0", " ", "\u200b", "")
	return strings.TrimLeft(strings.Join(strings.Fields(signs.Replace(text)), " "), "-# ")
}
