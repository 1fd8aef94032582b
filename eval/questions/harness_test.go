package questions_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// base gives the small base with questions of its own, one JSON object a line.
func base(tb testing.TB, questions map[knowledge.Lang]string) *knowledge.Base {
	tb.Helper()
	files := knowledgetest.Small()
	for l, lines := range questions {
		files["questions/"+string(l)+".jsonl"] = &fstest.MapFile{Data: []byte(lines)}
	}
	b, findings := knowledge.Load(files)
	if b == nil {
		tb.Fatalf("the base does not load: %v", findings)
	}
	return b
}

// script is a matcher that knows some texts by heart, and nothing else.
type script map[string]understand.Meaning

// Understand implements understand.Matcher.
func (s script) Understand(q understand.Query) understand.Meaning {
	if m, ok := s[q.Text+" @"+string(q.Service)]; ok {
		return m
	}
	return s[q.Text]
}

// to leads to one place, without doubt.
func to(spot string) understand.Meaning {
	return understand.Meaning{Targets: []dialog.Spot{dialog.Spot(spot)}}
}

// among asks back.
func among(list string) understand.Meaning {
	m := understand.Meaning{Doubt: true}
	for s := range strings.FieldsSeq(list) {
		m.Targets = append(m.Targets, dialog.Spot(s))
	}
	return m
}

// sure adds how probable the first target is.
func sure(m understand.Meaning, p float64) understand.Meaning {
	for i, t := range m.Targets {
		m.Ranked = append(m.Ranked, understand.Ranked{Target: t, Probability: p / float64(i+1)})
	}
	return m
}
