package knowledgetest_test

import (
	"runtime"
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestSmallLoads(t *testing.T) {
	t.Parallel()
	base, findings := knowledge.Load(knowledgetest.Small())
	for _, f := range findings {
		t.Errorf("finding: %s", f)
	}
	if base == nil {
		t.Fatal("the small base does not load")
	}
}

func TestGenerateLoads(t *testing.T) {
	t.Parallel()
	base, findings := knowledge.Load(knowledgetest.Generate(20))
	for _, f := range findings {
		t.Errorf("finding: %s", f)
	}
	if base == nil || len(base.Services) != 23 {
		t.Fatal("the generated base does not load, or not with its 20 services and Small's 3")
	}
}

// BenchmarkLoad loads a base of 1,000 services in three languages and says how much memory the base keeps.
func BenchmarkLoad(b *testing.B) {
	files := knowledgetest.Generate(1000)
	before := heap()
	var base *knowledge.Base
	b.ReportAllocs()
	for b.Loop() {
		base, _ = knowledge.Load(files)
	}
	if base == nil {
		b.Fatal("the generated base does not load")
	}
	b.ReportMetric(float64(heap()-before)/1e6, "MB-kept")
	runtime.KeepAlive(base)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
