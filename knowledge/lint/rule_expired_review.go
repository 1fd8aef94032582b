package lint

import (
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

func expiredReview() Rule {
	return Rule{
		ID: "expired-review", Severity: source.Warning,
		Statement: "A source is read again before its review day.",
		Check: func(p *Pass) {
			eachFact(p.Base, func(f fact) {
				if s, ok := f.item.(*knowledge.Source); ok && s.PastReview(p.On) {
					p.Report(s.Pos, "read it again and change verified_on", "the source %q was to be read again by %s", s.ID, s.ReviewBy)
				}
			})
		},
	}
}
