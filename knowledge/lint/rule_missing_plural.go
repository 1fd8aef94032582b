package lint

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// missingPlural asks the Unicode CLDR, as x/text has it, which plural categories a language needs. No rule is written here.
func missingPlural() Rule {
	return Rule{
		ID: "missing-plural", Severity: source.Error,
		Statement: "A unit, a currency and a phrase with a number have a word for every plural category of the language.",
		Check: func(p *Pass) {
			for _, tag := range p.Base.Languages {
				p.plurals(p.Base.Lang[tag])
			}
		},
	}
}

func (p *Pass) plurals(l *knowledge.Language) {
	whole, all := categories(l.Tag)
	p.pluralForms(l, "currency", l.Currency, all)
	p.pluralForms(l, "units", l.Units, whole)
	if l.Spoken != nil {
		p.pluralForms(l, "cents", l.Spoken.Cents, whole)
	}
	for name, phrase := range l.RawPhrases {
		if len(phrase.Plural) > 0 {
			p.lacking(phrase.Pos, "the phrase "+name, whole, func(c string) bool { _, ok := phrase.Plural[c]; return ok })
		}
	}
}

func (p *Pass) pluralForms(l *knowledge.Language, key string, units map[string]knowledge.Forms, need []string) {
	for _, unit := range slices.Sorted(maps.Keys(units)) {
		pos := p.Find(p.Find(l.Pos, key+":"), unit+":")
		for _, form := range slices.Sorted(maps.Keys(units[unit])) {
			words := units[unit][form]
			p.lacking(pos, "the form "+form+" of "+unit, need, func(c string) bool { return words[c] != "" })
		}
	}
}

func (p *Pass) lacking(pos source.Pos, what string, need []string, has func(string) bool) {
	var lack []string
	for _, c := range need {
		if !has(c) {
			lack = append(lack, c)
		}
	}
	if len(lack) > 0 {
		p.Report(pos, "add "+strings.Join(lack, ": …, ")+": …", "%s lacks words for the plural: %s", what, strings.Join(lack, ", "))
	}
}

// categories gives the plural categories that a language needs for whole numbers, and for all numbers with two decimals.
func categories(tag knowledge.Lang) (whole, all []string) {
	t, err := language.Parse(string(tag))
	if err != nil {
		return nil, nil // told by loading
	}
	found := map[plural.Form]bool{plural.Other: true}
	for n := range 1001 {
		found[plural.Cardinal.MatchPlural(t, n, 0, 0, 0, 0)] = true
	}
	found[plural.Cardinal.MatchPlural(t, 1_000_000, 0, 0, 0, 0)] = true
	whole = names(found)
	for n := range 111 {
		for f := 1; f < 100; f++ {
			v, w, fr := 2, 2, f
			if f%10 == 0 {
				w = 1
			}
			found[plural.Cardinal.MatchPlural(t, n, v, w, fr, f)] = true
		}
	}
	return whole, names(found)
}

func names(found map[plural.Form]bool) (list []string) {
	for _, c := range []struct {
		form plural.Form
		name string
	}{{plural.Zero, "zero"}, {plural.One, "one"}, {plural.Two, "two"}, {plural.Few, "few"}, {plural.Many, "many"}, {plural.Other, "other"}} {
		if found[c.form] {
			list = append(list, c.name)
		}
	}
	return list
}
