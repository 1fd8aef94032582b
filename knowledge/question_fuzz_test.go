package knowledge

import (
	"strings"
	"testing"

	"github.com/plainline/plainline/knowledge/source"
)

// FuzzQuestions reads any text as a file of questions: a line gives a question that can be used, or a finding with its place.
// It reads into a base with nothing else in it, because loading a whole one is slow.
func FuzzQuestions(f *testing.F) {
	f.Add(`{"id": "a", "text": "b", "aspect": "fee", "origin": "real"}`)
	f.Add("{}\n[]\nnull\n{\"id\": \"\\ud800\", \"text\": \"\\u0000\"}\r\n\xff")
	f.Add(`{"ID": "a", "text": "b", "none": true, "refer": "112", "origin": "real"} x`)
	f.Add("{\"id\": \"a\", \"text\": \"b\", \"service\": \"c\", \"event\": \"d\", \"answer\": \"e\"}\n{\"id\": \"a\", \"text\": \"b\"}")
	f.Fuzz(func(t *testing.T, text string) {
		file := &source.File{Path: "questions/en.jsonl", Data: []byte(text)}
		l := &loader{Decoder: source.NewDecoder(), tree: &source.Tree{Files: []*source.File{file}}, base: &Base{Languages: []Lang{"en"}}}
		l.readQuestions()
		l.checkExamples()
		list, findings := l.base.Questions["en"], l.Findings()
		lines := strings.Split(text, "\n")
		told := map[int]bool{}
		for _, f := range findings {
			if f.Pos.File != file.Path || f.Pos.Line < 1 || f.Pos.Line > len(lines) || f.Rule == "" || f.Message == "" {
				t.Errorf("%q: the finding %+v, want one in the file", text, f)
			}
			told[f.Pos.Line] = true
		}
		for _, e := range list {
			if e.ID == "" || strings.TrimSpace(e.Text) == "" || len(e.Text) > maxQuestion {
				t.Errorf("%q gives the question %+v", text, e)
			}
			told[e.Pos.Line] = true
		}
		for i, line := range lines {
			if strings.TrimSpace(line) != "" && !told[i+1] {
				t.Errorf("%q: line %d gives neither a question nor a finding", text, i+1)
			}
		}
	})
}
