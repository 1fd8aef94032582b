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
		{`range: "{from} to {to}"`, `range: "from {from}"`, "range does not say {to}; write both {from} and {to} [missing-key]"},
		{`range: "{from} to {to}"`, `range: "up to {to}"`, "range does not say {from}; write both {from} and {to} [missing-key]"},
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

// A table of numbers is a form of plain numbers only: it excuses no missing form of an amount or of a time.
func TestFormsAreThoseOfTheKind(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind, slot string
		want       bool
	}{
		{"money", "{parameter.minimum}", true},
		{"money", "{parameter.minimum:nom}", true},
		{"money", "{parameter.minimum:ordinal}", false},
		{"number", "{parameter.minimum:ordinal}", true},
		{"number", "{parameter.minimum:ordinals}", false},
		{"money", "{parameter.pension-age:ordinal}", false},
		{"money", "{parameter.pension-age:nom}", true},
	} {
		files := speaking(t)
		for file, change := range map[string][2]string{
			"parameters.yaml":        {"minimum:\n  kind: money", "minimum:\n  kind: " + c.kind},
			"services/pension/en.md": {"At least {parameter.minimum}", "At least " + c.slot},
		} {
			if !strings.Contains(string(files[file].Data), change[0]) {
				t.Fatalf("%s does not hold %q", file, change[0])
			}
			files[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[file].Data), change[0], change[1], 1))}
		}
		if b, findings := knowledge.Load(files); (b != nil) != c.want {
			t.Errorf("%s as %s: loads = %t, want %t: %v", c.slot, c.kind, b != nil, c.want, findings)
		}
	}
}
