package source

import (
	"cmp"
	"fmt"
	"slices"
)

// Report collects findings. The zero Report is ready for use.
type Report struct {
	findings []Finding
	broken   bool
}

// Errorf adds an Error. The format says what is wrong and quotes it.
func (r *Report) Errorf(pos Pos, rule, advice, format string, args ...any) {
	r.Add(Finding{Pos: pos, Severity: Error, Rule: rule, Message: fmt.Sprintf(format, args...), Advice: advice})
}

// Add adds findings as they are.
func (r *Report) Add(findings ...Finding) {
	for _, f := range findings {
		r.broken = r.broken || f.Severity == Error
		r.findings = append(r.findings, f)
	}
}

// Broken says whether there is an Error among the findings.
func (r *Report) Broken() bool { return r.broken }

// Findings gives all findings, sorted by place, each once.
func (r *Report) Findings() []Finding {
	Sort(r.findings)
	r.findings = slices.Compact(r.findings)
	return r.findings
}

// Sort puts findings in the order of their files, lines and columns.
func Sort(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
}

// String writes the finding in one line, as an editor program understands it.
func (f Finding) String() string {
	s := fmt.Sprintf("%s: %s", f.Pos, f.Message)
	if f.Advice != "" {
		s += "; " + f.Advice
	}
	return s + " [" + f.Rule + "]"
}
