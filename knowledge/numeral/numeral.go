// Package numeral puts numbers into words by rules that stand in the file of a language and not in the program.
//
// A table is a list of lines, each with the number from which it is taken:
//
//	20: "twenty [{rest}]"
//	100: "{times} hundred [and {rest}]"
//
// A line from 100 divides by 100: {times} is how often that goes into the number and {rest} is what remains, both said by
// the same table or by the one named after a colon. What stands in brackets is left out where nothing remains. A line is
// passed over, and the one before it tried, where it has {rest} outside of brackets and nothing remains, or where it would
// leave a part of the number unsaid. A line may divide by another number (1100/100) and may differ by the plural form of
// {times}.
//
// The package knows no language. Plural rules come from the caller.
package numeral

import (
	"slices"
	"strconv"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// Nominative is the table that every language has.
const Nominative = "nom"

// System holds the tables of a language by name: "nom", "gen", "nom.f", "ordinal".
type System struct {
	tables map[string]*table
}

// table is a list of rules in ascending order.
type table struct {
	pos   source.Pos
	like  string
	rules []rule
}

// rule says numbers from a number on.
type rule struct {
	pos   source.Pos
	from  int64
	unit  int64              // what to divide by
	own   bool               // the unit stands in the file
	words map[string]Pattern // by plural category of times; "other" is always there
}

// pattern gives the words for a number, and whether they say the whole of it and not only a part.
func (r *rule) pattern(n int64, plural func(int64) string) (Pattern, bool) {
	times, rest := n/r.unit, n%r.unit
	p, ok := r.words[plural(times)]
	if !ok {
		p = r.words["other"]
	}
	switch {
	case !p.has("times") && times != r.from/r.unit,
		!p.has("rest") && rest != r.from%r.unit,
		p.strict() && rest == 0,
		!r.own && r.unit < 1000 && times > 9: // thirty-ty is no number
		return nil, false
	}
	return p, true
}

// Empty says whether there are no tables.
func (s *System) Empty() bool { return len(s.tables) == 0 }

// Has says whether there is a table of a name.
func (s *System) Has(name string) bool { return s.tables[name] != nil }

// Names gives the names of the tables in order.
func (s *System) Names() []string {
	names := make([]string, 0, len(s.tables))
	for name := range s.tables {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Pick gives the name of the table for a case form and a gender: the most exact one there is.
func (s *System) Pick(form, gender string) string {
	if form == "" {
		form = Nominative
	}
	for _, name := range []string{form + "." + gender, form, Nominative + "." + gender} {
		if s.tables[name] != nil {
			return name
		}
	}
	return Nominative
}

// A number of any size needs less than this; rules that make more of it are wrong.
const (
	deepest = 24 // how far rules may lead to others
	longest = 64 // words of a number
)

// Append adds the words of a number, one for each literal of a rule, and says whether the table has words for it. plural
// names the CLDR category of a number.
func (s *System) Append(dst []string, name string, n int64, plural func(int64) string) ([]string, bool) {
	return s.append(dst, name, n, plural, deepest)
}

func (s *System) append(dst []string, name string, n int64, plural func(int64) string, depth int) (words []string, ok bool) {
	t := s.tables[name]
	if t == nil || depth == 0 || n < 0 || len(dst) > longest {
		return dst, false
	}
	r, pattern := t.rule(n, plural)
	if r == nil {
		return dst, false
	}
	times, rest := n/r.unit, n%r.unit
	ok = true
	for _, p := range pattern {
		if p.Optional && rest == 0 {
			continue
		}
		next := name
		if p.Form != "" {
			next = p.Form
		}
		switch p.Slot {
		case "":
			dst = append(dst, p.Literal)
			continue
		case "times":
			dst, ok = s.append(dst, next, times, plural, depth-1)
		case "rest":
			dst, ok = s.append(dst, next, rest, plural, depth-1)
		}
		if !ok {
			return dst, false
		}
	}
	return dst, true
}

// rule gives the last rule that can say a number, with its words.
func (t *table) rule(n int64, plural func(int64) string) (*rule, Pattern) {
	i, found := slices.BinarySearchFunc(t.rules, n, func(r rule, n int64) int {
		switch {
		case r.from < n:
			return -1
		case r.from > n:
			return 1
		}
		return 0
	})
	if !found {
		i--
	}
	for ; i >= 0; i-- {
		if p, ok := t.rules[i].pattern(n, plural); ok {
			return &t.rules[i], p
		}
	}
	return nil, nil
}

// Words gives every word of a table once, in the order of the file.
func (s *System) Words(name string) (words []string) {
	t := s.tables[name]
	if t == nil {
		return nil
	}
	for i := range t.rules {
		for _, category := range Categories {
			for _, p := range t.rules[i].words[category] {
				if p.Slot == "" && !slices.Contains(words, p.Literal) {
					words = append(words, p.Literal)
				}
			}
		}
	}
	return words
}

// Categories are the names of the plural categories of the Unicode CLDR.
var Categories = [...]string{"zero", "one", "two", "few", "many", "other"}

// unitOf gives what a rule divides by where it does not say so: the highest power of ten in it.
func unitOf(from int64) int64 {
	unit := int64(1)
	for from >= 10 {
		from /= 10
		unit *= 10
	}
	return unit
}

// parseKey reads 20 or 1100/100.
func parseKey(key string) (r rule, ok bool) {
	first, second, own := strings.Cut(key, "/")
	from, err := strconv.ParseInt(first, 10, 62)
	if err != nil || from < 0 {
		return r, false
	}
	unit := unitOf(from)
	if own {
		if unit, err = strconv.ParseInt(second, 10, 62); err != nil || unit < 10 || unit > from {
			return r, false
		}
	}
	return rule{from: from, unit: unit, own: own}, true
}
