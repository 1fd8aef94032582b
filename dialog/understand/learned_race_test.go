package understand

import (
	"reflect"
	"sync"
	"testing"
)

// TestManyAskTheLearnedAtOnce learns while nobody watches and then lets many ask at once: each gets what one alone gets.
// The race detector watches this test (see .ci/test.sh), which is why it learns from a handful only.
func TestManyAskTheLearnedAtOnce(t *testing.T) {
	b := handfulBase(t)
	m := Learn(b, Options{Cache: &MemoryCache{}})
	var queries []Query
	for _, lang := range b.Languages {
		for _, e := range b.Questions[lang] {
			queries = append(queries, Query{Text: e.Text, Lang: lang}, Query{Text: e.Text, Lang: lang, Service: "passport", Aspect: "fee"})
		}
	}
	if len(queries) == 0 {
		t.Fatal("the small base has no questions")
	}
	alone := make([]Meaning, len(queries))
	for i, q := range queries {
		alone[i] = m.Understand(q)
	}
	var all sync.WaitGroup
	for first := range 16 {
		all.Go(func() {
			for n := range 4 * len(queries) {
				i := (first*7 + n) % len(queries)
				if got := m.Understand(queries[i]); !reflect.DeepEqual(got, alone[i]) {
					t.Errorf("%+v among many: got %+v, want %+v", queries[i], got, alone[i])
					return
				}
			}
		})
	}
	all.Wait()
}
