package walk_test

import (
	"io/fs"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/eval/walk"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/sample"
)

func editionOf(t *testing.T, files fs.FS) *channels.Edition {
	t.Helper()
	b, findings := knowledge.Load(files)
	if b == nil {
		t.Fatalf("load: %v", findings)
	}
	return channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
}

func TestBases(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		files fs.FS
		least int // states
	}{
		{"sample", sample.FS(), 500},
		{"small", knowledgetest.Small(), 60},
		{"generated", knowledgetest.Generate(50), 500},
	}
	days := []time.Time{
		time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC),   // a Saturday
		time.Date(2026, 11, 9, 8, 0, 0, 0, time.UTC),    // a day off
		time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC),   // a Monday
		time.Date(2026, 12, 31, 20, 30, 0, 0, time.UTC), // the new year begins in Baku
		time.Date(2029, 6, 1, 8, 0, 0, 0, time.UTC),     // when much is past its review
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			e := editionOf(t, tt.files)
			for i, day := range days {
				if i > 0 && (testing.Short() || tt.name == "generated") {
					break // its days are alike
				}
				r := walk.Walk(e, day, walk.Options{})
				if r.States < tt.least {
					t.Errorf("on %s: only %d states were reached, want %d or more", day.Format(time.DateOnly), r.States, tt.least)
				}
				t.Logf("on %s: %d states, %d screens", day.Format(time.DateOnly), r.States, r.Screens)
				tell(t, r.Findings)
			}
		})
	}
}

// tell reports findings, the first of each kind in full.
func tell(t *testing.T, findings []walk.Finding) {
	t.Helper()
	const most = 12
	count := map[string]int{}
	for _, f := range findings {
		if count[f.Rule]++; count[f.Rule] <= most {
			t.Error(f)
		}
	}
	for rule, n := range count {
		if n > most {
			t.Errorf("and %d more of %s", n-most, rule)
		}
	}
}

// A walk that is cut short says so.
func TestBoundIsTold(t *testing.T) {
	t.Parallel()
	r := walk.Walk(editionOf(t, knowledgetest.Small()), time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC), walk.Options{Most: 3})
	for _, f := range r.Findings {
		if f.Rule == "bounded" {
			return
		}
	}
	t.Errorf("got %v, want a finding of bounded", r.Findings)
}
