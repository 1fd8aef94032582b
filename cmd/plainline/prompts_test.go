package main

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels/voice/speech"
)

// TestPromptsAreTaken writes a recording sheet, "records" two lines of it and takes them in.
func TestPromptsAreTaken(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	base, rec, sheet := filepath.Join(dir, "base"), filepath.Join(dir, "rec"), filepath.Join(dir, "sheet.csv")
	plainline := func(wantCode int, args ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		if code := run(t.Context(), args, os.Getenv, strings.NewReader(""), &out, &errs); code != wantCode {
			t.Fatalf("plainline %v: exit code %d, want %d\n%s%s", args, code, wantCode, &out, &errs)
		}
		return out.String()
	}
	plainline(0, "sample", base)
	plainline(0, "prompts", base, "-sheet", sheet)
	ids := sheetIDs(t, sheet, "en")
	if err := os.Mkdir(rec, 0o700); err != nil {
		t.Fatal(err)
	}
	write := func(id string, seconds float64) {
		s := make(speech.Sound, int(seconds*speech.Rate))
		for i := range s {
			s[i] = int16(5000 * math.Sin(float64(i)/4))
		}
		if err := os.WriteFile(filepath.Join(rec, id+".wav"), speech.EncodeWave(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(ids["twenty"], 0.5)
	write(ids["manat"], 0.5)
	write(ids["forty"], 30)
	write("0123456789ab", 1)
	out := plainline(1, "prompts", base, "-take", rec)
	for _, want := range []string{"2 recordings taken, 2 refused", `"forty`, "it lasts 30.0 s", "the base says nothing under this id"} {
		if !strings.Contains(out, want) {
			t.Errorf("taken with\n%s\nwant %q", out, want)
		}
	}
	if err := os.Rename(filepath.Join(rec, "0123456789ab.wav"), filepath.Join(base, "prompts", "en", "0123456789ab.wav")); err != nil {
		t.Fatal(err)
	}
	out = plainline(0, "prompts", base)
	for _, want := range []string{"en: 2 of ", "recorded, 1 stale", "stale   en 0123456789ab", "az: 0 of "} {
		if !strings.Contains(out, want) {
			t.Errorf("told\n%s\nwant %q", out, want)
		}
	}
	plainline(2, "prompts", base, "-take", filepath.Join(dir, "nowhere"))
}

// sheetIDs gives the ids of a sheet by words, in one language.
func sheetIDs(t *testing.T, name, lang string) map[string]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{}
	for _, line := range lines[1:] {
		if line[1] == lang {
			ids[strings.Trim(line[2], ".,")] = line[0]
		}
	}
	return ids
}
