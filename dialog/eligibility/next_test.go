package eligibility_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/dialog/eligibility"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/rule"
)

// talk is a check on the way: rules, and what was answered.
type talk struct {
	*rule.Day
	answers rule.Answers
}

// newTalk gives a base with these facts and, for its three services, these rules; an empty rule is none.
func newTalk(t *testing.T, facts string, rules ...string) *talk {
	t.Helper()
	files := knowledgetest.Small()
	files["facts.yaml"] = &fstest.MapFile{Data: []byte(facts)}
	files["parameters.yaml"].Data = append(files["parameters.yaml"].Data, `
need-line:
  kind: money
  by: size
  sources: {law: {cite: law.example, verified_on: 2026-01-10}}
  values: [{rows: [200, 300, 400], extra: 50, from: 2026-01-01, source: law}]
`...)
	if !strings.Contains(facts, "\nsize:") {
		files["facts.yaml"].Data = append(files["facts.yaml"].Data, "size: {code: 99, type: number, min: 1, ask: {en: x}}\n"...)
	}
	for i, text := range rules {
		dir := "services/" + []string{"birth-certificate", "passport", "pension"}[i] + "/"
		if text != "" {
			files[dir+"service.yaml"].Data = append(files[dir+"service.yaml"].Data, "eligibility:\n  all: ["+text+"]\n"...)
			files[dir+"en.md"].Data = append(files[dir+"en.md"].Data, "\n## eligibility [draft]\n- a: A.\n- b: B.\n- c: C.\n- d: D.\n"...)
		}
	}
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatalf("the base does not load: %v", findings)
	}
	return &talk{rule.New(base).On(20261121), make(rule.Answers, len(base.Facts))}
}

func (k *talk) next(aim eligibility.Aim) (fact string, q eligibility.Question) {
	q, ok := eligibility.Next(k.Day, eligibility.Of(k.Index, aim), k.answers)
	if !ok {
		return "", q
	}
	return k.Base.Facts[q.Fact].ID, q
}

func (k *talk) answer(fact string, a rule.Answer) { k.answers[k.Position(fact)] = a }

// order answers every question as given, else with the last answer that makes a difference, and lists what was asked.
func (k *talk) order(aim eligibility.Aim, given map[string]rule.Answer) string {
	var asked []string
	for range 50 {
		fact, q := k.next(aim)
		if fact == "" {
			return strings.Join(asked, " ")
		}
		asked = append(asked, fact)
		a, ok := given[fact]
		if !ok {
			a = q.Forks[len(q.Forks)-1]
		}
		k.answer(fact, a)
	}
	return strings.Join(asked, " ") + " …"
}

const yesNos = `
one: {code: 1, type: yesno, ask: {en: x}}
two: {code: 2, type: yesno, ask: {en: x}}
three: {code: 3, type: yesno, ask: {en: x}}
pinned: {code: 4, type: yesno, first: true, ask: {en: x}}
shy: {code: 5, type: yesno, sensitive: true, ask: {en: x}}
dear: {code: 6, type: yesno, cost: 30, ask: {en: x}}
child: {code: 7, type: yesno, only_if: {fact: three, is: yes}, ask: {en: x}}
`

func TestOrder(t *testing.T) {
	t.Parallel()
	const yes, skip = 1, -1
	for _, test := range []struct {
		name  string
		aim   eligibility.Aim
		rules []string
		given map[string]int64
		want  string
	}{
		{"no rule, no question", eligibility.Everything, nil, nil, ""},
		{"one no decides all of it", eligibility.Everything, []string{"{id: a, fact: one, is: yes}, {id: b, fact: two, is: yes}"}, nil, "one"},
		{"a tie goes to the editor's order", eligibility.Everything, []string{"{id: b, fact: two, is: yes}, {id: a, fact: one, is: yes}"}, map[string]int64{"one": yes}, "one two"},
		{"what decides most comes first", eligibility.Everything,
			[]string{"{id: a, fact: one, is: yes}, {id: b, fact: two, is: yes}", "{id: b, fact: two, is: yes}", "{id: b, fact: two, is: yes}, {id: c, fact: three, is: yes}"}, nil, "two"},
		{"a dear question comes later", eligibility.Everything, []string{"{id: d, fact: dear, is: yes}", "{id: a, fact: one, is: yes}"}, nil, "one dear"},
		{"a pinned fact comes first", eligibility.Everything, []string{"{id: a, fact: one, is: yes}, {id: b, fact: pinned, is: yes}", "{id: a, fact: one, is: yes}"}, map[string]int64{"one": yes, "pinned": yes}, "pinned one"},
		{"a sensitive fact comes last", eligibility.Everything, []string{"{id: a, fact: shy, is: yes}", "{id: a, fact: shy, is: yes}", "{id: a, fact: one, is: yes}"}, nil, "one shy"},
		{"a sensitive fact that no longer matters is not asked", eligibility.Everything, []string{"{id: a, fact: shy, is: yes}, {id: b, fact: one, is: yes}"}, nil, "one"},
		{"the guard comes before the follow-up", eligibility.Everything, []string{"{id: a, fact: child, is: yes}"}, map[string]int64{"three": yes, "child": yes}, "three child"},
		{"a follow-up that does not apply is not asked", eligibility.Everything, []string{"{id: a, fact: child, is: yes}"}, nil, "three"},
		{"a skipped guard leaves the follow-up out", eligibility.Everything, []string{"{id: a, fact: child, is: yes}"}, map[string]int64{"three": skip}, "three"},
		{"what is skipped is not asked again", eligibility.Everything, []string{"{id: a, fact: one, is: yes}, {id: b, fact: two, is: yes}"}, map[string]int64{"one": skip, "two": yes}, "one two"},
		{"the first entitlement ends it", eligibility.FirstFound, []string{"{id: a, fact: one, is: yes}", "{id: b, fact: two, is: yes}"}, map[string]int64{"one": yes}, "one"},
		{"else the search goes on", eligibility.FirstFound, []string{"{id: a, fact: one, is: yes}", "{id: b, fact: two, is: yes}"}, nil, "one two"},
		{"the shortest way to an entitlement comes first", eligibility.FirstFound,
			[]string{"{id: a, fact: one, is: yes}, {id: b, fact: two, is: yes}", "{id: c, fact: three, is: yes}"}, map[string]int64{"three": yes}, "three"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			k, given := newTalk(t, yesNos, test.rules...), map[string]rule.Answer{}
			for id, n := range test.given {
				if given[id] = rule.Exactly(n); n == skip {
					given[id] = rule.Answer{State: rule.Skipped}
				}
			}
			if got := k.order(test.aim, given); got != test.want {
				t.Errorf("asked %q, want %q", got, test.want)
			}
		})
	}
}

func TestQuestionSaysWhatItDecides(t *testing.T) {
	t.Parallel()
	k := newTalk(t, yesNos, "{id: a, fact: one, is: yes}", "{id: a, fact: one, is: yes}, {id: b, fact: two, is: yes}", "{id: b, fact: two, is: yes}, {id: c, fact: one, is: no}")
	if fact, q := k.next(eligibility.Everything); fact != "one" || q.Decides != 3 || len(q.Forks) != 2 || q.Forks[0] != rule.Exactly(1) {
		t.Errorf("got %s, %+v; want one, which three rules hang on, yes first", fact, q)
	}
}

// TestNarrowing asks again for what was answered coarsely, but only where it decides.
func TestNarrowing(t *testing.T) {
	t.Parallel()
	k := newTalk(t, "\nborn: {code: 1, type: date, ask: {en: x}}\n", "{id: a, fact: born, at_least: 65y}")
	k.answer("born", rule.Between(day(1961, 1, 1), day(1961, 12, 31)))
	fact, q := k.next(eligibility.Everything)
	edge := day(1961, 11, 21)
	if fact != "born" || len(q.Forks) != 2 || q.Forks[0] != rule.Between(day(1961, 1, 1), edge) || q.Forks[1] != rule.Between(edge+1, day(1961, 12, 31)) {
		t.Fatalf("after a year got %q, %+v; want the days to the 65th birthday and the rest of the year", fact, q)
	}
	k.answer("born", q.Forks[0])
	if fact, _ := k.next(eligibility.Everything); fact != "" || k.Truth(k.Rules[0], k.answers) != rule.Yes {
		t.Errorf("asked %q after the narrow answer, want the rule met", fact)
	}
	k.answer("born", rule.Between(day(1950, 1, 1), day(1950, 12, 31)))
	if fact, _ := k.next(eligibility.Everything); fact != "" {
		t.Errorf("asked %q where the year decides, want no question", fact)
	}
}

// TestSeveral goes on with a list until it decides.
func TestSeveral(t *testing.T) {
	t.Parallel()
	const needs = "\nneeds: {code: 1, type: several, values: {heat: {en: x}, food: {en: x}, rent: {en: x}}, ask: {en: x}}\n"
	k := newTalk(t, needs, "{id: a, fact: needs, has_all: [heat, food]}")
	_, q := k.next(eligibility.Everything)
	if len(q.Forks) != 4 {
		t.Fatalf("got %+v, want three values and that none applies", q.Forks)
	}
	k.answer("needs", q.Forks[0])
	fact, q := k.next(eligibility.Everything)
	if fact != "needs" || len(q.Forks) != 3 {
		t.Fatalf("after heating got %q, %+v; want the other two values and that no more applies", fact, q.Forks)
	}
	k.answer("needs", q.Forks[0])
	if fact, _ := k.next(eligibility.Everything); fact != "" || k.Truth(k.Rules[0], k.answers) != rule.Yes {
		t.Errorf("asked %q, want the rule met without a word on the rent", fact)
	}
	k.answer("needs", q.Forks[len(q.Forks)-1])
	if fact, _ := k.next(eligibility.Everything); fact != "" || k.Truth(k.Rules[0], k.answers) != rule.No {
		t.Errorf("asked %q, want the rule not met after no more", fact)
	}
}

// TestTable asks for the size of a household in single numbers, also behind the rows of the table.
func TestTable(t *testing.T) {
	t.Parallel()
	const facts = "\nsize: {code: 1, type: number, min: 1, ask: {en: x}}\nincome: {code: 2, type: money, ask: {en: x}}\n"
	k := newTalk(t, facts, "{id: a, fact: income, at_most: parameter.need-line}")
	k.answer("income", rule.Exactly(610_00))
	fact, q := k.next(eligibility.Everything)
	if fact != "size" || len(q.Forks) < 4 || q.Forks[0] != rule.Exactly(1) || q.Forks[2] != rule.Exactly(3) {
		t.Fatalf("got %q, %+v; want single sizes first", fact, q.Forks)
	}
	// Each answer "more" leads on: 8 people may have 650, 7 only 600.
	if got := k.order(eligibility.Everything, nil); !strings.HasPrefix(got, "size size") {
		t.Errorf("asked %q, want the size in finer steps", got)
	}
	k.answer("size", rule.Exactly(8))
	if fact, _ := k.next(eligibility.Everything); fact != "" || k.Truth(k.Rules[0], k.answers) != rule.Yes {
		t.Errorf("asked %q for a household of eight, want the rule met", fact)
	}
}

// TestNothingIsAskedTwice goes through the sample: an answer always leads on.
func TestNothingIsAskedTwice(t *testing.T) {
	t.Parallel()
	base := knowledgetest.Sample()
	x := rule.New(base)
	d := x.On(20261121)
	for _, pick := range []func(n int) int{func(int) int { return 0 }, func(n int) int { return n - 1 }, func(n int) int { return n / 2 }} {
		answers := make(rule.Answers, len(base.Facts))
		seen := map[string]bool{}
		for range 200 {
			q, ok := eligibility.Next(d, eligibility.Of(x, eligibility.Everything), answers)
			if !ok {
				break
			}
			a := q.Forks[pick(len(q.Forks))]
			key := base.Facts[q.Fact].ID
			if answers[q.Fact] == a {
				t.Fatalf("%s: the answer %+v changes nothing, so it would be asked for ever", key, a)
			}
			if f := base.Facts[q.Fact]; seen[key] && (f.Type == knowledge.YesNoFact || f.Type == knowledge.OneFact) {
				t.Errorf("%s is asked twice", key)
			}
			seen[key], answers[q.Fact] = true, a
		}
	}
}
