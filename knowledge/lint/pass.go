package lint

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
	"github.com/plainline/plainline/knowledge/source"
)

// Rule is one thing that editors are told about.
type Rule struct {
	ID        string
	Severity  source.Severity
	Statement string      // the rule in one sentence
	Files     bool        // looks at the files only and so can speak of a base that does not load
	Check     func(*Pass) // nil for rules of loading
}

// Pass is what a rule looks at and reports to.
type Pass struct {
	Base *knowledge.Base // nil for rules on files, where the base does not load
	Tree *source.Tree
	On   knowledge.Date

	texts  []Text
	rules  *rule.Index // who is entitled, nil where there is no base
	rule   Rule
	report *source.Report
}

// Texts gives all words of the base that people read or hear.
func (p *Pass) Texts() []Text { return p.texts }

// Find gives the place of a word at or after a place.
func (p *Pass) Find(from source.Pos, word string) source.Pos { return p.Tree.Locate(from, word) }

// findSign gives the place of a sign at or after a place, be it part of a word or not.
func (p *Pass) findSign(from source.Pos, sign string) source.Pos {
	const enough = 40 // lines; no paragraph is longer
	for at := from; at.Line < from.Line+enough; at.Line, at.Col = at.Line+1, 1 {
		line := []rune(p.Tree.Line(at))
		if at.Col-1 > len(line) {
			continue
		}
		before, _, found := strings.Cut(string(line[at.Col-1:]), sign)
		if found {
			at.Col += utf8.RuneCountInString(before)
			return at
		}
	}
	return from
}

// Report adds a finding of the rule. The format says what is wrong and quotes it.
func (p *Pass) Report(pos source.Pos, advice, format string, args ...any) {
	p.report.Add(source.Finding{Pos: pos, Severity: p.rule.Severity, Rule: p.rule.ID, Message: fmt.Sprintf(format, args...), Advice: advice})
}
