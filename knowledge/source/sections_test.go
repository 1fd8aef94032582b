package source_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/plainline/plainline/knowledge/source"
)

const words = `---
title: Ə: no
---

## summary [draft, en 3f2a9c1b]
First line
second line.

Another paragraph.

## questions
- other: Can I?
  Yes.
  Always.
-  one : ə  two
`

func TestParseDocument(t *testing.T) {
	t.Parallel()
	var r source.Report
	doc := source.ParseDocument("w.md", []byte(strings.Replace(words, "Ə: no", "Ə no", 1)), &r)
	if f := r.Findings(); len(f) > 0 {
		t.Fatalf("findings: %v", f)
	}
	if got := doc.Header.Get("title"); got.Text != "Ə no" || got.Pos.String() != "w.md:2:8" {
		t.Errorf("got title %q at %s", got.Text, got.Pos)
	}
	s := doc.Sections[0]
	if s.ID != "summary" || s.State != "draft, en 3f2a9c1b" || s.StatePos.String() != "w.md:5:13" || len(s.Paragraphs) != 2 {
		t.Errorf("got %+v", s)
	}
	p := s.Paragraphs[0]
	if p.Join() != "First line second line." || p.At(0).String() != "w.md:6:1" || p.At(11).String() != "w.md:7:1" || p.At(13).String() != "w.md:7:3" {
		t.Errorf("got %q with places %s, %s, %s", p.Join(), p.At(0), p.At(11), p.At(13))
	}
	items := doc.Sections[1].Items
	if items[0].ID != "other" || items[0].First.Join() != "Can I?" || items[0].Rest.Join() != "Yes. Always." {
		t.Errorf("got %+v", items[0])
	}
	if items[1].ID != "one" || items[1].First.Join() != "ə  two" || items[1].First.At(0).String() != "w.md:15:10" {
		t.Errorf("got %+v", items[1])
	}
}

func TestParseDocumentFindings(t *testing.T) {
	t.Parallel()
	const head = "---\ntitle: x\n---\n"
	tests := []struct{ in, want string }{
		{"", "w.md:1:1: the header is missing"},
		{"## summary\nx", "w.md:1:1: the header is missing"},
		{"---\ntitle: x\n", "w.md:1:1: the header is missing"},
		{"---\ntitle: a: b\n---\n", "w.md:2:9: this is not YAML"},
		{head + "x", "w.md:4:1: words stand outside of any section"},
		{head + "# summary", "w.md:4:1: the heading does not begin with two # and a space"},
		{head + "## [draft]", "w.md:4:1: the heading has no id"},
		{head + "## a [draft", "w.md:4:7: the state has no closing bracket"},
		{head + "## a\n- words", "w.md:5:1: the item has no id"},
		{head + "## a\n- b: c\nd", "w.md:6:1: a paragraph stands after a list"},
	}
	for _, test := range tests {
		var r source.Report
		source.ParseDocument("w.md", []byte(test.in), &r)
		if got := fmt.Sprint(r.Findings()); !strings.Contains(got, test.want) {
			t.Errorf("%q\n got %s\nwant %s", test.in, got, test.want)
		}
	}
}

func FuzzDocument(f *testing.F) {
	f.Add(words)
	f.Add("---\n---\n## a [b]\n- c: d\n  e\n\n  f\n")
	f.Fuzz(func(t *testing.T, text string) {
		var r source.Report
		doc := source.ParseDocument("w.md", []byte(text), &r)
		for _, s := range doc.Sections {
			for _, p := range s.Paragraphs {
				if p.At(len(p.Join())).Line < p[0].Line {
					t.Errorf("%q: the end of a paragraph stands before its begin", text)
				}
			}
		}
	})
}
