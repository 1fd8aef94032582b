package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/source"
)

// TestNothingIsClaimedUnseen looks at rules of which a search cannot see every answer: it must not call them constant, and it
// must come to an end.
func TestNothingIsClaimedUnseen(t *testing.T) {
	t.Parallel()
	many, words := "", "## eligibility [draft]\n- a: A.\n- b: B.\n"
	var pairs, others []string
	for i := range 20 {
		many += fmt.Sprintf("f%d: {code: %d, type: yesno, ask: {en: x}}\ng%d: {code: %d, type: yesno, ask: {en: x}}\n", i, 2*i+1, i, 2*i+2)
		pairs = append(pairs, fmt.Sprintf("{any: [{id: a%d, fact: f%d, is: yes}, {id: b%d, fact: g%d, is: yes}]}", i, i, i, i))
		others = append(others, fmt.Sprintf("{any: [{id: c%d, fact: f%d, is: yes}, {id: d%d, fact: g%d, is: yes}]}", i, i, i, i))
		words += fmt.Sprintf("- a%d: A.\n- b%d: B.\n- c%d: C.\n- d%d: D.\n", i, i, i, i)
	}
	contradiction := "    - all: [" + strings.Join(pairs, ", ") + "]\n    - not: {all: [" + strings.Join(others, ", ") + "]}\n"
	for _, test := range []struct{ name, facts, parameters, rule string }{
		{"a table that goes on by steps", "size: {code: 1, type: number, min: 1, ask: {en: x}}\nincome: {code: 2, type: money, ask: {en: x}}\n",
			"most: {kind: money, by: size, sources: {law: {cite: x, verified_on: 2026-01-10}}, values: [{rows: [200, 300], extra: 50, from: 2026-01-01, source: law}]}\n",
			"    - {id: a, fact: income, at_most: parameter.most}\n    - {id: b, fact: income, above: 1000}\n"},
		{"a limit that nobody knows", "income: {code: 2, type: money, ask: {en: x}}\n", "",
			"    - {id: a, fact: income, at_most: parameter.minimum}\n    - {id: b, fact: income, above: 1000}\n"},
		{"a day without a least one", "born: {code: 1, type: date, ask: {en: x}}\n", "",
			"    - {id: a, fact: born, at_least: 65y}\n"},
		{"a place and its parts", "home: {code: 1, type: place, in: land, ask: {en: x}}\n", "",
			"    - {id: a, fact: home, is: capital}\n"},
		{"a rule of forty facts", many, "", contradiction},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			files := knowledgetest.Small()
			files["facts.yaml"] = &fstest.MapFile{Data: []byte(test.facts)}
			overlay(files, "parameters.yaml", test.parameters)
			overlay(files, "services/pension/service.yaml", "eligibility:\n  all:\n"+test.rule)
			overlay(files, "services/pension/en.md", words)
			for _, line := range newFindings(files, today, func(f source.Finding) bool {
				return f.Rule == "constant-rule" || f.Rule == "constant-clause" || f.Severity == source.Error
			}) {
				t.Error(line)
			}
		})
	}
}
