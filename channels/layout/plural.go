package layout

import (
	"math"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/plainline/plainline/knowledge"
)

// category is a CLDR plural category.
type category uint8

const (
	categoryOther category = iota
	categoryZero
	categoryOne
	categoryTwo
	categoryFew
	categoryMany
	categories
)

var categoryNames = [categories]string{"other", "zero", "one", "two", "few", "many"}

// pluralTable is how many categories are worked out beforehand; larger numbers are rare in public services.
const pluralTable = 200

// plurals gives the category of a whole number in one language.
type plurals struct {
	tag   language.Tag
	table [pluralTable]category
}

func newPlurals(lang knowledge.Lang) plurals {
	p := plurals{tag: language.Make(string(lang))}
	for n := range p.table {
		p.table[n] = matchPlural(p.tag, n)
	}
	return p
}

func (p *plurals) of(n int64) category {
	if n < 0 {
		n = -max(n, -math.MaxInt64)
	}
	if n >= 0 && n < pluralTable {
		return p.table[n]
	}
	// The rules look at the last six digits, and at whether there are more.
	const million = 1_000_000
	if n = n % million; n >= 0 && n < pluralTable {
		n += million
	}
	return matchPlural(p.tag, int(n))
}

// name gives the name of the category of a number.
func (p *plurals) name(n int64) string { return categoryNames[p.of(n)] }

func matchPlural(tag language.Tag, n int) category {
	switch plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0) {
	case plural.Zero:
		return categoryZero
	case plural.One:
		return categoryOne
	case plural.Two:
		return categoryTwo
	case plural.Few:
		return categoryFew
	case plural.Many:
		return categoryMany
	}
	return categoryOther
}

// nominative is the case form that every unit has.
const nominative = "nom"

// nouns are the unit words of one language with every gap filled beforehand.
type nouns map[string][]noun

// noun is a unit word in one case form. The first noun of a unit is the nominative.
type noun struct {
	form  string
	words [categories]string
}

func newNouns(units map[string]knowledge.Forms) nouns {
	all := nouns{}
	for unit, forms := range units {
		nom := newNoun(nominative, forms[nominative], noun{words: [categories]string{unit, unit, unit, unit, unit, unit}})
		list := []noun{nom}
		for form, words := range forms {
			if form != nominative {
				list = append(list, newNoun(form, words, nom))
			}
		}
		all[unit] = list
	}
	return all
}

// newNoun fills the gaps of a form from its own "other", then from another noun.
func newNoun(form string, words map[string]string, gaps noun) noun {
	n := noun{form: form}
	for c, name := range categoryNames {
		switch {
		case words[name] != "":
			n.words[c] = words[name]
		case words["other"] != "":
			n.words[c] = words["other"]
		default:
			n.words[c] = gaps.words[c]
		}
	}
	return n
}

// word gives the word of a unit; a unit nobody declared is its own word.
func (n nouns) word(unit, form string, c category) string {
	list := n[unit]
	if len(list) == 0 {
		return unit
	}
	for i := range list {
		if list[i].form == form {
			return list[i].words[c]
		}
	}
	return list[0].words[c]
}
