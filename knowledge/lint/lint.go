// Package lint reads a knowledge base and tells editors what is wrong or weak in it, with the place, the rule and what to
// write instead.
//
// Run is what most callers want. Its findings begin with those of package knowledge, which keep a base from loading; the
// rules here look at a base that loads. Each rule stands in a file of its own, rule_<name>.go, and has an entry in
// knowledge/FORMAT.md. Rules that need to know a medium come from outside, in Options.Extra.
//
// Reading order: lint.go, rules.go (the list), pass.go (what a rule is given), facts.go and text.go (walking through a base),
// search.go (trying out who is entitled), then the rules; print.go shows findings.
package lint

import (
	"io/fs"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
	"github.com/plainline/plainline/knowledge/source"
)

// Options says how to look at a base.
type Options struct {
	On    knowledge.Date // the day on which reviews and values are judged; mandatory
	Extra []Rule         // further rules
}

// Report is what there is to say about a base.
type Report struct {
	Findings []source.Finding // by file, line, column and rule
	Unknown  int              // how many facts are written as unknown
	Base     *knowledge.Base  // nil where an error keeps it from loading
	Tree     *source.Tree     // the files, for showing the lines of findings
}

// Run reads a base and applies all rules to it. Without a base only the findings of loading are given.
func Run(fsys fs.FS, o Options) Report {
	base, tree, findings := knowledge.Read(fsys)
	var all source.Report
	all.Add(findings...)
	r := Report{Base: base, Tree: tree}
	p := &Pass{Base: base, Tree: tree, On: o.On, report: &all}
	if base != nil {
		p.texts = collectTexts(base)
		p.rules = rule.New(base)
		r.Unknown = countUnknown(base)
	}
	for _, r := range append(Rules(), o.Extra...) {
		if r.Check != nil && (base != nil || r.Files) {
			p.rule = r
			r.Check(p)
		}
	}
	r.Findings = all.Findings()
	return r
}

// Errors counts the findings that are errors.
func (r Report) Errors() int {
	n := 0
	for _, f := range r.Findings {
		if f.Severity == source.Error {
			n++
		}
	}
	return n
}

func countUnknown(b *knowledge.Base) int {
	n := 0
	eachFact(b, func(f fact) {
		if _, ok := f.item.(*knowledge.Unknown); ok {
			n++
		}
	})
	return n
}
