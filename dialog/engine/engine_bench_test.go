package engine_test

import (
	"testing"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// keys is a talk of a usual kind: English, services, by topic, documents, the passport of a child, its fee for a child of
// five, the way to complain, back, home.
var keys = []string{"2", "1", "1", "1", "2", "2", "3", "1", "1"}

func sampleEdition(tb testing.TB) *engine.Edition {
	tb.Helper()
	b := knowledgetest.Sample()
	return engine.NewEdition(b, understand.NewNames(b))
}

var noon = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

func BenchmarkTurn(b *testing.B) {
	e := sampleEdition(b)
	b.ReportAllocs()
	for b.Loop() {
		var s dialog.Session
		engine.Turn(e, &s, dialog.Input{Kind: dialog.Opened}, noon)
		for _, k := range keys {
			engine.Turn(e, &s, dialog.Input{Kind: dialog.Said, Text: k}, noon)
		}
	}
}

// TestTurnAllocations holds Step and Show together to the budget of 60 allocations a turn.
func TestTurnAllocations(t *testing.T) {
	e := sampleEdition(t)
	turns := float64(len(keys) + 1)
	got := testing.AllocsPerRun(50, func() {
		var s dialog.Session
		engine.Turn(e, &s, dialog.Input{Kind: dialog.Opened}, noon)
		for _, k := range keys {
			engine.Turn(e, &s, dialog.Input{Kind: dialog.Said, Text: k}, noon)
		}
	}) / turns
	if got > 60 {
		t.Errorf("a turn of a usual talk takes %.1f allocations, want at most 60", got)
	}
	t.Logf("%.1f allocations a turn", got)
}
