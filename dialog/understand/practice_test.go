package understand

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
)

// Every question is asked once by models that did not learn it, and stands with the others of its run.
func TestPracticeLeavesRunsOut(t *testing.T) {
	t.Parallel()
	var all []*knowledge.Example
	for range 40 {
		all = append(all, &knowledge.Example{Service: "a"}, &knowledge.Example{None: true})
	}
	asks := map[*knowledge.Example]int{}
	for part := range parts {
		known, asked := split(all, part)
		if len(known)+len(asked) != len(all) {
			t.Fatalf("part %d: %d known and %d asked of %d", part, len(known), len(asked), len(all))
		}
		for _, e := range asked {
			asks[e]++
			if at := indexOf(all, e); at < part*20 || at >= (part+1)*20 {
				t.Errorf("question %d is asked in part %d, want it with its neighbours", at, part)
			}
		}
	}
	for e, n := range asks {
		if n != 1 || len(asks) != len(all) {
			t.Fatalf("question %d is asked %d times, %d of %d are asked at all", indexOf(all, e), n, len(asks), len(all))
		}
	}
}

func indexOf(all []*knowledge.Example, e *knowledge.Example) int {
	for i := range all {
		if all[i] == e {
			return i
		}
	}
	return -1
}

func TestLessonsAreBalanced(t *testing.T) {
	t.Parallel()
	lessons := drill(10)
	lessons = append(lessons, drill(2)[0], drill(2)[0])
	lost := drill(1)[0]
	lost.lost, lost.weight = true, 7
	lessons = append(lessons, lost)
	balance(lessons)
	var by [kinds]float64
	for _, l := range lessons[:12] {
		by[l.list[l.right].kind] += l.weight
	}
	if got := by[ofNone] / 12; got < noneShare-1e-9 || got > noneShare+1e-9 {
		t.Errorf("what is not covered weighs %v of all, want %v", got, noneShare)
	}
	if got := lessons[12].weight; got != 7 {
		t.Errorf("a question that leads nowhere was weighed anew: %v", got)
	}
}
