package rule_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/rule"
)

const missingFacts = `
married: {code: 1, type: yesno, ask: {en: Married?}}
wedding: {code: 2, type: date, ask: {en: Wedding?}, only_if: {fact: married, is: "yes"}}
children: {code: 3, type: number, max: 9, ask: {en: Children?}, only_if: {fact: married, is: "yes"}}
people: {code: 4, type: number, min: 1, ask: {en: People?}}
income: {code: 5, type: money, ask: {en: Income?}}
needs: {code: 6, type: several, values: {sight: {en: s}, walking: {en: w}}, ask: {en: Needs?}}
`

const missingParameters = `
need:
  kind: money
  by: people
  sources: {law: {cite: law.example, verified_on: 2026-01-10}}
  values:
    - {rows: [300, 550], extra: 200, from: 2026-01-01, source: law}
lost:
  kind: money
  sources: {law: {cite: law.example, verified_on: 2026-01-10}}
  values:
    - {unknown: {why: nobody found it, ask: "100"}, from: 2026-01-01}
`

// oneRule gives the rule of the pension, decided by these clauses.
func oneRule(t *testing.T, clauses, words string) (*rule.Day, *rule.Rule) {
	t.Helper()
	files := knowledgetest.Small()
	files["facts.yaml"] = &fstest.MapFile{Data: []byte(missingFacts)}
	files["parameters.yaml"].Data = append(files["parameters.yaml"].Data, missingParameters...)
	dir := "services/pension/"
	files[dir+"service.yaml"].Data = append(files[dir+"service.yaml"].Data, "\neligibility: {all: ["+clauses+"]}\n"...)
	files[dir+"en.md"].Data = append(files[dir+"en.md"].Data, "\n## eligibility [draft]\n"+words...)
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatalf("the rule does not load: %v", findings)
	}
	x := rule.New(base)
	return x.On(20261121), x.Of("pension")
}

const (
	weddingAndChildren = "{id: new, fact: wedding, within: 90 days}, {id: many, fact: children, at_least: 3}"
	poor               = "{id: poor, fact: income, below: parameter.need}"
)

// What an open outcome hangs on is told by the fact to ask, or by what the person could not say: that nobody knows a limit
// is said only where nobody does.
func TestMissingNamesFactsAndNotLimits(t *testing.T) {
	t.Parallel()
	skipped := rule.Answer{State: rule.Skipped}
	for _, test := range []struct {
		name    string
		clauses string
		words   string
		answers rule.Answers
		want    []string
	}{
		{"two follow-ups of one question", weddingAndChildren, "- new: n\n- many: m\n", nil, []string{"married"}},
		{"a guard that was skipped", weddingAndChildren, "- new: n\n- many: m\n", rule.Answers{skipped}, []string{"married"}},
		{"a size that was skipped", poor, "- poor: p\n", rule.Answers{3: skipped, 4: rule.Exactly(400_00)}, []string{"people"}},
		{"an income that was skipped", poor, "- poor: p\n", rule.Answers{3: rule.Exactly(2), 4: skipped}, []string{"income"}},
		{"a limit that nobody knows", "{id: poor, fact: income, below: parameter.lost}", "- poor: p\n", nil, []string{"poor"}},
		{"a part of an answer", "{id: ill, fact: needs, has_any: [walking]}", "- ill: i\n", rule.Answers{5: {State: rule.Given, Lo: 1, Final: true}}, []string{"needs"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			d, r := oneRule(t, test.clauses, test.words)
			v := d.Judge(r, test.answers)
			if got := v.Reasons(d.Index); v.Outcome != knowledge.Depends || !slices.Equal(got, test.want) {
				t.Errorf("it is %s on %q, want depends on %q", v.Outcome, got, test.want)
			}
		})
	}
}

// A question is open only as long as some answer to it may decide more.
func TestOpenHasAFactOnlyWhereAnAnswerHelps(t *testing.T) {
	t.Parallel()
	skipped := rule.Answer{State: rule.Skipped}
	d, r := oneRule(t, poor, "- poor: p\n")
	for _, test := range []struct {
		name    string
		answers rule.Answers
		want    []int32
	}{
		{"nothing is known", nil, []int32{4, 3}},
		{"no income was said", rule.Answers{4: skipped}, nil},
		{"no size was said", rule.Answers{3: skipped}, []int32{4}},
		{"no size, and an income that no limit cuts", rule.Answers{3: skipped, 4: rule.Between(0, 299_99)}, nil},
		{"no size, and an income that limits cut", rule.Answers{3: skipped, 4: rule.Between(0, 400_00)}, []int32{4}},
		{"no more can be said of the income", rule.Answers{3: skipped, 4: {State: rule.Given, Hi: 400_00, Final: true}}, nil},
	} {
		var got []int32
		d.Open(r, test.answers, func(f int32) { got = append(got, f) })
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: facts %v are open, want %v", test.name, got, test.want)
		}
	}
}

// An answer from elsewhere, as of another base, never reaches beyond the fact.
func TestAnswersStayWithinTheFact(t *testing.T) {
	t.Parallel()
	d, _ := oneRule(t, poor, "- poor: p\n")
	f := func(id string) *knowledge.Fact { return d.Base.Fact(id) }
	for _, test := range []struct {
		fact      string
		got, want rule.Answer
	}{
		{"married", rule.Exactly(7), rule.Answer{}},
		{"married", rule.Between(-9, 9), rule.Between(0, 1)},
		{"children", rule.Between(-1<<63, 1<<63-1), rule.Between(0, 9)},
		{"children", rule.Between(5, 3), rule.Answer{}},
		{"needs", rule.Answer{State: rule.Given, Lo: -1, Hi: -1}, rule.Answer{State: rule.Given, Lo: 3}},
		{"needs", rule.Answer{State: rule.Skipped}, rule.Answer{State: rule.Skipped}},
	} {
		if got := test.got.Within(f(test.fact)); got != test.want {
			t.Errorf("%s: %+v becomes %+v, want %+v", test.fact, test.got, got, test.want)
		}
	}
}
