package knowledge_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

func parseText(lines ...string) (knowledge.Text, []source.Finding) {
	var ls source.Lines
	for i, l := range lines {
		ls = append(ls, source.Line{Pos: source.Pos{File: "w.md", Line: i + 1, Col: 3}, Text: l})
	}
	var r source.Report
	return knowledge.ParseText(ls, &r), r.Findings()
}

func TestParseText(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"plain words", "plain words"},
		{"{{braces}}", "{braces}"},
		{"{amount}", "[|amount|]"},
		{"It costs {cost.standard:dat}.", "It costs [cost|standard|dat]."},
		{"{cost.fast.duty}{phone.108}", "[cost|fast.duty|][phone|108|]"},
		{"{date.2022-01-01} {{x}} {n}", "[date|2022-01-01|] {x} [|n|]"},
		{"{n}}}", "[|n|]}"},
	}
	for _, test := range tests {
		text, findings := parseText(test.in)
		got := text.Plain
		for _, p := range text.Parts {
			if p.Slot {
				got += fmt.Sprintf("[%s|%s|%s]", p.Kind, p.Ref, p.Form)
			} else {
				got += p.Literal
			}
		}
		if got != test.want || len(findings) > 0 {
			t.Errorf("%q\n got %s %v\nwant %s", test.in, got, findings, test.want)
		}
	}
}

func TestParseTextFindings(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"a { b", "w.md:1:5: a { stands without its }"},
		{"a } b", "w.md:1:5: a } stands without its {"},
		{"ə {a {b}", "w.md:1:5: a { stands without its }"},
		{"{a}}", "w.md:1:6: a } stands without its {"},
		{"{}", "w.md:1:3: {} is not a slot"},
		{"{a b}", "w.md:1:3: {a b} is not a slot"},
		{"{a.}", "w.md:1:3: {a.} is not a slot"},
		{"{a:}", "w.md:1:3: {a:} is not a slot"},
		{"first\nse{cond", "w.md:2:5: a { stands without its }"},
	}
	for _, test := range tests {
		_, findings := parseText(strings.Split(test.in, "\n")...)
		if got := fmt.Sprint(findings); !strings.Contains(got, test.want) || len(findings) != 1 {
			t.Errorf("%q\n got %s\nwant %s", test.in, got, test.want)
		}
	}
}

func FuzzParseText(f *testing.F) {
	f.Add("It costs {cost.standard:dat}. {{ }} {")
	f.Add("}}{{a}}{n}\n{")
	f.Fuzz(func(t *testing.T, s string) {
		text, findings := parseText(strings.Split(s, "\n")...)
		if strings.ContainsAny(s, "{}\n") || len(findings) > 0 {
			return
		}
		if text.Plain != s || text.Parts != nil {
			t.Errorf("%q became %+v, want it unchanged", s, text)
		}
	})
}
