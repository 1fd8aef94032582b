package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// phoneInWords finds numbers that are written out: they cannot be dialled with one press, nor changed in one place. A short
// code may be a number of something else: of an article of law, or of manats.
func phoneInWords() Rule {
	return Rule{
		ID: "phone-in-words", Severity: source.Error,
		Statement: "Words name a telephone number by its slot.",
		Check: func(p *Pass) {
			long := regexp.MustCompile(`(?:\+|\(|\b)[0-9](?:[ ()-]{0,2}[0-9]){6,14}\b`)
			short := p.shortCodes()
			for _, t := range p.Texts() {
				s := literals(t.Text, "{}")
				if !strings.ContainsAny(s, "0123456789") {
					continue
				}
				for _, at := range long.FindAllStringIndex(s, -1) {
					p.phone(t, strings.TrimSpace(s[at[0]:at[1]]))
				}
				for _, at := range short.FindAllStringIndex(s, -1) {
					if t.Section != "law" && !p.counts(s[:at[0]], s[at[1]:], t.Lang) {
						p.phone(t, s[at[0]:at[1]])
					}
				}
			}
		},
	}
}

func (p *Pass) phone(t Text, number string) {
	p.Report(p.Find(t.Pos, number), "write {phone."+p.hotlineOf(number)+"}", "the number %q stands in words", number)
}

// counts says whether a number between two pieces of text counts something, or numbers an article.
func (p *Pass) counts(before, after string, lang knowledge.Lang) bool {
	last, next := lastWord(before), firstWord(after)
	if slices.Contains([]string{"article", "articles", "law", "decree", "no", "статья", "статьи", "статье", "закон", "указ", "maddə", "maddəsi", "qanun"}, last) {
		return true
	}
	l := p.Base.Lang[lang]
	words := append(wordsOf(l.Currency[p.Base.Currency]), p.Base.Currency, "maddə", "maddəsi", "saylı")
	for _, forms := range l.Units {
		words = append(words, wordsOf(forms)...)
	}
	return slices.ContainsFunc(words, func(w string) bool { return next != "" && strings.EqualFold(firstWord(w), next) })
}

func firstWord(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), notLetter)
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

func lastWord(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), notLetter)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

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
