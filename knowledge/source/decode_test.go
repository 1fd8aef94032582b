package source_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/plainline/plainline/knowledge/source"
)

type even int

func (e *even) DecodeText(s string) error {
	if _, err := fmt.Sscan(s, (*int)(e)); err != nil || *e%2 != 0 {
		return &source.BadValue{Message: s + " is not even", Advice: "write 2"}
	}
	return nil
}

type odd struct{}

func (*odd) DecodeText(string) error { return errors.New("never") }

type span struct {
	From  string `yaml:"from"`
	Until string `yaml:"until"`
}

type keyed struct {
	source.Pos `yaml:",pos"`
	ID         string `yaml:",key"`
	Title      string `yaml:"title,required"`
}

type pair struct {
	From string `yaml:",key"`
	To   string `yaml:",value"`
}

type record struct {
	source.Pos `yaml:",pos"`
	Name       string              `yaml:"name,required"`
	Count      int                 `yaml:"count"`
	Big        bool                `yaml:"big"`
	Even       *even               `yaml:"even"`
	Odd        *odd                `yaml:"odd"`
	Tags       []string            `yaml:"tags"`
	Items      []*keyed            `yaml:"items"`
	Pairs      []pair              `yaml:"pairs"`
	Words      map[string][]string `yaml:"words"`
	Hidden     string              `yaml:"-"`
	Span       span                `yaml:",inline"`
}

func decode(text string) (record, []source.Finding) {
	d := source.NewDecoder()
	var r record
	d.Decode(source.ParseYAML("f.yaml", []byte(text), &d.Report), &r)
	return r, d.Findings()
}

func TestDecode(t *testing.T) {
	t.Parallel()
	r, findings := decode(`# a comment
name: no
count: 08
big: true
even: 4
tags: [2026-01-01, "null", 'it''s', 1e3]
items:
  b: {title: 0x10}
  a: {title: yes}
pairs: {ə: e, "no": n}
words: {x: [y, ~z]}
from: 1
`)
	if len(findings) > 0 {
		t.Fatalf("findings: %v", findings)
	}
	if r.Name != "no" || r.Count != 8 || !r.Big || *r.Even != 4 || r.Span.From != "1" {
		t.Errorf("got %+v", r)
	}
	if got := strings.Join(r.Tags, "|"); got != "2026-01-01|null|it's|1e3" {
		t.Errorf("got tags %q, want every scalar as typed", got)
	}
	if r.Items[0].ID != "b" || r.Items[0].Title != "0x10" || r.Items[1].String() != "f.yaml:9:3" {
		t.Errorf("got items %+v and %+v, want the order of the file", r.Items[0], r.Items[1])
	}
	if r.Pairs[0] != (pair{"ə", "e"}) || r.Pairs[1] != (pair{"no", "n"}) || r.Words["x"][1] != "~z" {
		t.Errorf("got pairs %v, words %v", r.Pairs, r.Words)
	}
	if r.Pos.String() != "f.yaml:2:1" {
		t.Errorf("got position %s", r.Pos)
	}
}

func TestDecodeFindings(t *testing.T) {
	t.Parallel()
	const name = "name: x\n"
	tests := []struct{ in, want string }{
		{"count: 1", `f.yaml:1:1: the key "name" is missing; add name: … [missing-key]`},
		{name + "cuont: 1", `f.yaml:2:1: the key "cuont" means nothing here; did you mean count? [unknown-key]`},
		{name + "Hidden: 1", `f.yaml:2:1: the key "Hidden" means nothing here; write one of: big, count,`},
		{"name:", `f.yaml:1:6: the value is missing; write it, or leave the key out; put the words null and ~ in quotes [bad-value]`},
		{"name: [x]", `f.yaml:1:7: a list stands where a text belongs; write a text [bad-value]`},
		{name + "count: one", `f.yaml:2:8: "one" is not a whole number; write digits only [bad-value]`},
		{name + "big: yes", `f.yaml:2:6: "yes" is neither true nor false; write true or false [bad-value]`},
		{name + "even: 3", `f.yaml:2:7: 3 is not even; write 2 [bad-value]`},
		{name + "odd: 3", `f.yaml:2:6: never [bad-value]`},
		{name + "tags: x", `f.yaml:2:7: a text stands where a list belongs; write [one, two] or a line with a hyphen for each [bad-value]`},
		{name + "items: [x]", `f.yaml:2:8: a list stands where a mapping belongs; write each under its own key, as key: value [bad-value]`},
		{name + "items: {a: x}", `f.yaml:2:12: a text stands where a mapping belongs; write key: value, with the keys title [bad-value]`},
		{name + "words: x", `f.yaml:2:8: a text stands where a mapping belongs; write key: value [bad-value]`},
		{name + "name: y", `f.yaml:2:1: the key "name" stands here twice; it stands in line 1 already [duplicate-key]`},
		{"name: &a x", `f.yaml:1:7: anchors and aliases are not used here; write the value out; put a text that begins with & or * in quotes [bad-yaml]`},
		{"name: !!str x", `f.yaml:1:7: tags such as !!str are not used here; leave the tag out; put a text that begins with ! in quotes [bad-yaml]`},
		{name + "---\n" + name, `f.yaml:2:1: a second document begins here; make it a file of its own [bad-yaml]`},
		{name + "? [x]\n: y", `f.yaml:2:3: the key is a list; write a word before the colon [bad-yaml]`},
		{"name: {x", `[bad-yaml]`},
		{"name: x: y", `[bad-yaml]`},
		{"\tname: x", `[bad-yaml]`},
		{"name: " + strings.Repeat("[", 50) + strings.Repeat("]", 50), `it is nested too deep; write it flatter [bad-yaml]`},
		{"name: " + strings.Repeat("[", 100000), `it is nested too deep; write it flatter [bad-yaml]`},
	}
	for _, test := range tests {
		_, findings := decode(test.in)
		if got := fmt.Sprint(findings); !strings.Contains(got, test.want) {
			t.Errorf("%.60q\n got %s\nwant %s", test.in, got, test.want)
		}
	}
}

func TestAllFindingsAtOnce(t *testing.T) {
	t.Parallel()
	_, findings := decode("cuont: 1\nbig: yes\ntags: x\n")
	if len(findings) != 4 {
		t.Errorf("got %d findings, want 4: %v", len(findings), findings)
	}
}

func FuzzYAML(f *testing.F) {
	f.Add("name: x\ncount: 08\nitems: {a: {title: b}}\n")
	f.Add("a: &a [*a]\n---\nb: !!binary x\n? [c]\n: |\n  d\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, findings := decode(text)
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + strings.Count(text, "\u0085") +
			strings.Count(text, "\u2028") + strings.Count(text, "\u2029") + 2 // the line ends of YAML 1.1, clause 5.4
		for _, found := range findings {
			if found.Pos.Line < 1 || found.Pos.Line > lines || found.Rule == "" {
				t.Errorf("%q: %+v stands outside of the file", text, found)
			}
		}
	})
}
