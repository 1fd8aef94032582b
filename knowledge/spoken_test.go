package knowledge_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/sample"
)

// speaking gives the small base with the spoken English of the demonstration.
func speaking(t *testing.T) fstest.MapFS {
	t.Helper()
	data, err := fs.ReadFile(sample.FS(), "lang/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, spoken, _ := strings.Cut(string(data), "\nspoken:\n")
	spoken, _, ok := strings.Cut(spoken, "\nlabels:\n")
	if !ok {
		t.Fatal("the demonstration does not say how English is spoken")
	}
	files := knowledgetest.Small()
	f := files["lang/en.yaml"]
	f.Data = append([]byte("spoken:\n"+spoken+"\n"), f.Data...)
	return files
}

func TestSpokenIsComplete(t *testing.T) {
	t.Parallel()
	if b, findings := knowledge.Load(speaking(t)); b == nil || b.Lang["en"].Spoken == nil {
		t.Fatalf("it does not load: %v", findings)
	}
	tests := []struct{ old, new, want string }{
		{"      7: seven\n", "", `the numbers "nom" have no words for 7; add the lines that are missing [missing-key]`},
		{`      100: "{times} hundred [and {rest}]"` + "\n", "", `the numbers "nom" have no words for 100`},
		{"    nom:\n      0: zero", "    gen:\n      0: zero", `cannot be like "nom"`},
		{"AZN:\n      nom: {one: qepik", "EUR:\n      nom: {one: cent", `the unit "AZN" has no word; add AZN: {nom: {other: …}} [missing-key]`},
		{"    nom: \"the {d:ordinal}", "    gen: \"the {d:ordinal}", "date has no form nom; add nom: … [missing-key]"},
		{"{d:ordinal}", "{day:ordinal}", "the slot {day} means nothing here; did you mean d? [unknown-slot]"},
		{"{d:ordinal}", "{d:ordinals}", `there is no table of numbers "ordinals"; did you mean ordinal? [unknown-reference]`},
		{`hour: "{h12} {part}"`, `hour: "{minutes} {part}"`, `the unit "minute" has no word`},
		{"from: [Monday, ", "from: [", "there are 6 from; write 7 [bad-value]"},
		{"  or: or\n", "", `the key "or" is missing`},
		{"  minus: minus\n", "", `the key "minus" is missing`},
		{"day_parts: {00:00:", "day_parts: {0:", `"0" is not a time of day`},
	}
	for _, test := range tests {
		files := speaking(t)
		f := files["lang/en.yaml"]
		changed := strings.Replace(string(f.Data), test.old, test.new, 1)
		if changed == string(f.Data) {
			t.Errorf("there is no %q to change", test.old)
			continue
		}
		f.Data = []byte(changed)
		_, findings := knowledge.Load(files)
		if got := fmt.Sprint(findings); !strings.Contains(got, test.want) {
			t.Errorf("%q for %q:\n got %.600s\nwant %s", test.new, test.old, got, test.want)
		}
	}
}
