package lint

import (
	"regexp"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// phoneInWords finds numbers that are written out: they cannot be dialled with one press, nor changed in one place.
func phoneInWords() Rule {
	return Rule{
		ID: "phone-in-words", Severity: source.Error,
		Statement: "Words name a telephone number by its slot.",
		Check: func(p *Pass) {
			long := regexp.MustCompile(`(?:\+|\(|\b)[0-9](?:[ ()-]{0,2}[0-9]){6,14}\b`)
			short := p.shortCodes()
			for _, t := range p.Texts() {
				s := literals(t.Text, "{}")
				for _, number := range append(long.FindAllString(s, -1), short.FindAllString(s, -1)...) {
					number = strings.TrimSpace(number)
					p.Report(p.Find(t.Pos, number), "write {phone."+p.hotlineOf(number)+"}", "the number %q stands in words", number)
				}
			}
		},
	}
}

// shortCodes matches the short codes of the base.
func (p *Pass) shortCodes() *regexp.Regexp {
	numbers := []string{"no-such-number"}
	for _, o := range p.Base.Organisations {
		for _, h := range o.Hotlines {
			if h.ShortCode && len(h.Number) >= 3 {
				numbers = append(numbers, regexp.QuoteMeta(h.Number))
			}
		}
	}
	return regexp.MustCompile(`\b(?:` + strings.Join(numbers, "|") + `)\b`)
}

func (p *Pass) hotlineOf(number string) string {
	for _, o := range p.Base.Organisations {
		for _, h := range o.Hotlines {
			if h.Number == number || strings.ReplaceAll(number, " ", "") == h.Number {
				return h.ID
			}
		}
	}
	return "…"
}
