package spoken_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/eval/spoken"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// TestDocumentsAreXML has xmllint, of another house, read the document of every turn of the demonstration base, in every
// language, as each gateway gets it.
func TestDocumentsAreXML(t *testing.T) {
	t.Parallel()
	tool, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("SKIPPED: no xmllint; install the package libxml2-utils")
	}
	e := edition(knowledgetest.Sample())
	v := voice.New(channels.NewDesk(e, nil, time.Now, nil), &channels.Secret{1}, voice.Options{})
	dir, names := t.TempDir(), []string{}
	for _, turn := range spoken.Turns(e, noon) {
		documents, err := v.Documents(&turn.Turn)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range documents {
			name := strconv.Itoa(len(names)) + ".xml"
			if err := os.WriteFile(filepath.Join(dir, name), d, 0o600); err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
	}
	for at := 0; at < len(names); at += 5000 {
		lint := exec.CommandContext(t.Context(), tool, append([]string{"--noout"}, names[at:min(at+5000, len(names))]...)...)
		lint.Dir = dir
		if out, err := lint.CombinedOutput(); err != nil {
			t.Errorf("xmllint: %v\n%.2000s", err, out)
		}
	}
	broken := exec.CommandContext(t.Context(), tool, "--noout", "-")
	broken.Stdin = strings.NewReader("<Response><Say>a & b</Say></Response>")
	var exit *exec.ExitError
	if _, err := broken.Output(); !errors.As(err, &exit) {
		t.Errorf("xmllint accepts a broken document: %v", err)
	}
	t.Logf("%d documents", len(names))
}
