package main

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/session"
)

func TestReloadKeepsAGoodBase(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, old, new, log string }{
		{"a note", "format: 1", "format: 1\n# a note", "the base was reloaded"},
		{"an unknown key", "format: 1", "format: 1\nnonsense: yes", "nonsense"},
		{"not a base at all", "format: 1", "\t%", "the base was not reloaded"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r, log := newReloader(t)
			before := r.desk.Edition()
			name := filepath.Join(r.from.dir, "base.yaml")
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(strings.Replace(string(data), c.old, c.new, 1)), 0o644); err != nil {
				t.Fatal(err)
			}
			r.reload()
			if !strings.Contains(log.String(), c.log) {
				t.Errorf("log = %s\nwant %q in it", log, c.log)
			}
			if kept, good := r.desk.Edition() == before, c.name == "a note"; kept == good {
				t.Errorf("the old edition was kept: %v; want %v", kept, !good)
			}
		})
	}
}

func newReloader(t *testing.T) (*reloader, *strings.Builder) {
	t.Helper()
	dir := t.TempDir()
	if err := writeBase(dir); err != nil {
		t.Fatal(err)
	}
	from, err := openBase(dir)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	edition, err := loadEdition(from, 20261120)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	log := slog.New(slog.NewTextHandler(&out, nil))
	desk := channels.NewDesk(edition, session.NewMemory(1), func() time.Time { return now }, log)
	return &reloader{desk: desk, from: from, log: log}, &out
}
