// Package numeral puts numbers into words by rules that stand in the file of a language and not in the program.
//
// A table is a list of lines, each with the number from which it is taken:
//
//	20: "twenty [{rest}]"
//	100: "{times} hundred [and {rest}]"
//
// A line from 100 divides by 100: {times} is how often that goes into the number and {rest} is what remains, both said by
// the same table or by the one named after a colon. What stands in brackets is left out where nothing remains; a line that
// has {rest} outside of brackets is passed over then, and the line before it is taken. A line may divide by another number
// (1100/100) and may differ by the plural form of {times}.
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
	pos    source.Pos
	from   int64
	unit   int64              // what to divide by
	words  map[string]Pattern // by plural category of times; "other" is always there
	strict bool               // must not be taken where nothing remains
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
	r := t.rule(n)
	if r == nil {
		return dst, false
	}
	times, rest := n/r.unit, n%r.unit
	pattern, ok := r.words[plural(times)]
	if !ok {
		pattern = r.words["other"]
	}
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

// rule gives the last rule that may say a number.
func (t *table) rule(n int64) *rule {
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
		if r := &t.rules[i]; !r.strict || n%r.unit != 0 {
			return r
		}
	}
	return nil
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
func parseKey(key string) (from, unit int64, ok bool) {
	first, second, divided := strings.Cut(key, "/")
	from, err := strconv.ParseInt(first, 10, 62)
	if err != nil || from < 0 {
		return 0, 0, false
	}
	unit = unitOf(from)
	if divided {
		if unit, err = strconv.ParseInt(second, 10, 62); err != nil || unit < 10 || unit > from {
			return 0, 0, false
		}
	}
	return from, unit, true
}
