package lint

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// factInWords finds amounts of money, and time limits of the same service, that are written out. Labels may name a speed.
func factInWords() Rule {
	return Rule{
		ID: "fact-in-words", Severity: source.Warning,
		Statement: "Words name an amount or a time limit by its slot.",
		Check: func(p *Pass) {
			money, units := map[knowledge.Lang]*regexp.Regexp{}, map[string]*regexp.Regexp{}
			for _, tag := range p.Base.Languages {
				l := p.Base.Lang[tag]
				money[tag] = afterNumber(append(wordsOf(l.Currency[p.Base.Currency]), p.Base.Currency))
				for unit, forms := range l.Units {
					units[string(tag)+unit] = afterNumber(wordsOf(forms))
				}
			}
			for _, t := range p.Texts() {
				s := literals(t.Text, "{}")
				if !strings.ContainsAny(s, "0123456789") || t.Role == Phrase {
					continue
				}
				for _, m := range numbers(money[t.Lang], s) {
					p.Report(p.Find(t.Pos, m[0]), "write a slot such as {cost."+costOf(t.Service)+"} or {parameter.…}", "the amount %q stands in words", m[0])
				}
				p.limitInWords(t, s, units)
			}
		},
	}
}

func costOf(s *knowledge.Service) string {
	if s == nil || len(s.Costs) == 0 {
		return "standard"
	}
	return s.Costs[0].ID
}

func (p *Pass) limitInWords(t Text, s string, units map[string]*regexp.Regexp) {
	if t.Service == nil || t.Role == Label || t.Role == Asked {
		return
	}
	told := map[string]bool{}
	for _, d := range t.Service.Durations {
		if d.Unit == "" || d.Amount == 0 {
			continue
		}
		for _, m := range numbers(units[string(t.Lang)+d.Unit], s) {
			if m[1] == strconv.Itoa(d.Amount) && !told[m[0]] {
				told[m[0]] = true
				p.Report(p.Find(t.Pos, m[0]), fmt.Sprintf("write {duration.%s}", d.ID), "the time limit %q stands in words", m[0])
			}
		}
	}
}

func wordsOf(forms knowledge.Forms) (words []string) {
	for _, categories := range forms {
		for _, w := range categories {
			words = append(words, w)
		}
	}
	return words
}

// numbers gives what matches, each as the whole and the number in it.
func numbers(re *regexp.Regexp, s string) (found [][]string) {
	for _, m := range re.FindAllStringSubmatch(s, -1) {
		m[0] = strings.TrimRightFunc(m[0], func(r rune) bool { return !unicode.IsLetter(r) })
		found = append(found, m)
	}
	return found
}

// afterNumber matches a number with one of some words behind it.
func afterNumber(words []string) *regexp.Regexp {
	quoted := []string{}
	for _, w := range words {
		if w != "" {
			quoted = append(quoted, regexp.QuoteMeta(w))
		}
	}
	if len(quoted) == 0 {
		quoted = []string{"no-such-word"}
	}
	return regexp.MustCompile(`(?i)\b([0-9]+(?:[.,][0-9]+)?)[ \x{a0}-]?(?:` + strings.Join(quoted, "|") + `)(?:\pL{0,3})(?:\PL|$)`)
}
