package knowledge

import "golang.org/x/text/feature/plural"

// Phrase gives what the program says under a key. A language that was loaded has all of them.
func (l *Language) Phrase(k PhraseKey) *Phrase {
	if int(k) < len(l.Phrases) {
		return &l.Phrases[k]
	}
	return &Phrase{}
}

// For gives the text of a phrase for a number, by the plural rules of its language.
func (p *Phrase) For(n int64, l *Language) Text {
	if len(p.Plural) == 0 {
		return p.One
	}
	if t, ok := p.Plural[l.PluralCategory(n)]; ok {
		return t
	}
	return p.One
}

// PluralCategory gives the CLDR plural category of a whole number: zero, one, two, few, many or other.
func (l *Language) PluralCategory(n int64) string {
	const enough = 10_000_000 // no rule looks at more digits
	if n < 0 {
		n = -max(n, -1<<62)
	}
	if n >= enough {
		n = n%enough + enough
	}
	return pluralName(plural.Cardinal.MatchPlural(l.tag, int(n), 0, 0, 0, 0))
}

func pluralName(f plural.Form) string {
	switch f {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

func pluralCategories() []string { return []string{"zero", "one", "two", "few", "many", "other"} }

func isPluralCategory(s string) bool {
	switch s {
	case "zero", "one", "two", "few", "many", "other":
		return true
	}
	return false
}
