package eligibility_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/dialog/eligibility"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/rule"
)

// largeBase gives a base with so many services, each with a rule of four or five comparisons, on so many facts: half of them
// yes or no, the others lists, numbers and days by turns.
func largeBase(t testing.TB, services, facts int) *knowledge.Base {
	t.Helper()
	files := knowledgetest.Small()
	var list strings.Builder
	for i := range facts {
		kind := "type: yesno"
		switch i % 8 {
		case 1, 3:
			kind = "type: one, values: {a: {en: a}, b: {en: b}, c: {en: c}, d: {en: d}, none: {en: none}}"
		case 5:
			kind = "type: number, max: 60"
		case 7:
			kind = "type: date"
		}
		fmt.Fprintf(&list, "fact-%d: {code: %d, %s, ask: {en: Question %d?}}\n", i, i+1, kind, i)
	}
	files["facts.yaml"] = &fstest.MapFile{Data: []byte(list.String())}
	service, words := string(files["services/pension/service.yaml"].Data), string(files["services/pension/en.md"].Data)
	for i := range services {
		var clauses, items strings.Builder
		for k := range 4 + i%2 {
			f := (i*7 + k*k*11 + k*i/3) % facts
			compare := []string{"yes", "[a, b]", "yes", "[c]"}[f%4]
			compare = "is: " + compare
			switch f % 8 {
			case 5:
				compare = fmt.Sprintf("at_least: %d", 5*(i%12))
			case 7:
				compare = fmt.Sprintf("at_least: %d", 18+5*(i%10))
			case 4, 6:
				compare = "is: no"
			}
			fmt.Fprintf(&clauses, "    - {id: c%d, fact: fact-%d, %s}\n", k, f, compare)
			fmt.Fprintf(&items, "- c%d: words\n", k)
		}
		dir := fmt.Sprintf("services/large-%03d/", i)
		files[dir+"service.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(service, "code: 3", fmt.Sprintf("code: %d", 100+i), 1) + "eligibility:\n  all:\n" + clauses.String())}
		files[dir+"en.md"] = &fstest.MapFile{Data: []byte(words + "\n## eligibility [draft]\n" + items.String())}
	}
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatalf("the large base does not load: %v", findings[0])
	}
	return base
}

func largeDay(t testing.TB) *rule.Day { return rule.New(largeBase(t, 500, 40)).On(20261121) }

func TestEvaluationDoesNotAllocate(t *testing.T) {
	d := largeDay(t)
	a := make(rule.Answers, len(d.Base.Facts))
	a[3], a[8] = rule.Exactly(1), rule.Answer{State: rule.Skipped}
	allocations := testing.AllocsPerRun(10, func() {
		for _, r := range d.Rules {
			d.Truth(r, a)
		}
	})
	if allocations != 0 {
		t.Errorf("evaluating %d rules allocates %.0f times, want none", len(d.Rules), allocations)
	}
}

// The issue asks for under 5 ms on one core; nothing is asserted, because machines differ.
func BenchmarkNext(b *testing.B) {
	d := largeDay(b)
	for _, aim := range []eligibility.Aim{eligibility.Everything, eligibility.FirstFound} {
		goal := eligibility.Of(d.Index, aim)
		for _, known := range []int{0, 5} {
			b.Run(fmt.Sprintf("aim=%d/answers=%d", aim, known), func(b *testing.B) {
				var a rule.Answers
				for range known {
					if q, ok := eligibility.Next(d, goal, a); ok {
						if a == nil {
							a = make(rule.Answers, len(d.Base.Facts))
						}
						a[q.Fact] = q.Forks[len(q.Forks)-1]
					}
				}
				b.ReportAllocs()
				for b.Loop() {
					eligibility.Next(d, goal, a)
				}
			})
		}
	}
}

func BenchmarkTruth(b *testing.B) {
	d := largeDay(b)
	a := make(rule.Answers, len(d.Base.Facts))
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range d.Rules {
			d.Truth(r, a)
		}
	}
}

// Each day the limits are worked out once: ages, dated parameters, chances.
func BenchmarkDay(b *testing.B) {
	x := largeDay(b).Index
	for b.Loop() {
		x.On(20261121)
	}
}
