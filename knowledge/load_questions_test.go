package knowledge_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// withQuestions gives the small base with a file of English questions.
func withQuestions(text string) fstest.MapFS {
	files := knowledgetest.Small()
	files["questions/en.jsonl"] = &fstest.MapFile{Data: []byte(text)}
	return files
}

func TestQuestions(t *testing.T) {
	t.Parallel()
	text := "\n" + `{"id": "a", "text": "pasport pls", "service": "passport", "origin": "real"}` + "\r\n" +
		"  \n" +
		`	{"id": "b", "text": "how much", "aspect": "fee", "origin": "synthetic"}` + "\n" +
		`{"id": "c", "text": "where do I pay", "service": "passport", "aspect": "where", "origin": "real"}` + "\n" +
		`{"id": "d", "text": "tax", "answer": "taxes", "origin": "real"}` + "\n" +
		`{"id": "e", "text": "a girl!", "event": "new-baby", "origin": "real"}` + "\n" +
		`{"id": "f", "text": "fire", "none": true, "refer": "112", "origin": "real"}` + "\n" +
		`{"id": "eval-1", "text": "` + strings.Repeat("x", 500) + `", "none": true, "origin": "synthetic"}`
	base, findings := knowledge.Load(withQuestions(text))
	if base == nil {
		t.Fatalf("the questions do not load: %v", findings)
	}
	var got []string
	for _, e := range base.Questions["en"] {
		got = append(got, e.Pos.String()+" "+e.ID)
		if e.Held() != (e.ID == "eval-1") {
			t.Errorf("question %q: held %v", e.ID, e.Held())
		}
	}
	want := "questions/en.jsonl:2:1 a,questions/en.jsonl:4:1 b,questions/en.jsonl:5:1 c,questions/en.jsonl:6:1 d," +
		"questions/en.jsonl:7:1 e,questions/en.jsonl:8:1 f,questions/en.jsonl:9:1 eval-1"
	if s := strings.Join(got, ","); s != want {
		t.Errorf("questions\n%s\nwant\n%s", s, want)
	}
	if n := len(base.Questions["az"]); n != 0 {
		t.Errorf("a language without a file has %d questions, want none", n)
	}
}

// A language has questions of its own: an id may stand in each.
func TestQuestionsOfTwoLanguages(t *testing.T) {
	t.Parallel()
	line := `{"id": "a", "text": "pasport", "service": "passport", "origin": "real"}`
	files := withQuestions(line)
	files["questions/az.jsonl"] = &fstest.MapFile{Data: []byte(line)}
	base, findings := knowledge.Load(files)
	if base == nil || len(base.Questions["en"]) != 1 || len(base.Questions["az"]) != 1 {
		t.Errorf("base %v, findings %v; want one question in each language", base, findings)
	}
}

func TestBadQuestions(t *testing.T) {
	t.Parallel()
	const good = `{"id": "ok", "text": "pasport", "service": "passport", "origin": "real"}` + "\n"
	tests := []struct{ name, line, want string }{
		{"no braces", `how much`, "is no question"},
		{"a list", `[]`, "is no question"},
		{"cut short", `{"id": "a", "text": "b`, "is no question"},
		{"key unknown", `{"id": "a", "text": "b", "aspcet": "fee", "origin": "real"}`, `unknown field "aspcet"`},
		{"a number for a text", `{"id": 1, "text": "b", "aspect": "fee", "origin": "real"}`, "is no question"},
		{"two in a line", `{"id": "a", "text": "b", "aspect": "fee", "origin": "real"} {}`, "something stands behind the question"},
		{"a comma behind", `{"id": "a", "text": "b", "aspect": "fee", "origin": "real"},`, "something stands behind the question"},
		{"null", `null`, "no id or no text"},
		{"no id", `{"text": "b", "aspect": "fee", "origin": "real"}`, "no id or no text"},
		{"no text", `{"id": "a", "text": " ", "aspect": "fee", "origin": "real"}`, "no id or no text"},
		{"too long", `{"id": "a", "text": "` + strings.Repeat("x", 501) + `", "aspect": "fee", "origin": "real"}`, "longer than 500 bytes"},
		{"id twice", `{"id": "ok", "text": "b", "aspect": "fee", "origin": "real"}`, `the id "ok" stands twice`},
		{"no meaning", `{"id": "a", "text": "b", "origin": "real"}`, "has 0 meanings"},
		{"two meanings", `{"id": "a", "text": "b", "aspect": "fee", "answer": "taxes", "origin": "real"}`, "has 2 meanings"},
		{"no origin", `{"id": "a", "text": "b", "aspect": "fee"}`, `the origin of "a" is ""`},
		{"another origin", `{"id": "a", "text": "b", "aspect": "fee", "origin": "web"}`, `the origin of "a" is "web"`},
		{"service unknown", `{"id": "a", "text": "b", "service": "visa", "origin": "real"}`, `no service "visa"`},
		{"aspect unknown", `{"id": "a", "text": "b", "aspect": "fees", "origin": "real"}`, `no aspect "fees"`},
		{"answer unknown", `{"id": "a", "text": "b", "answer": "tax", "origin": "real"}`, `no answer "tax"`},
		{"event unknown", `{"id": "a", "text": "b", "event": "baby", "origin": "real"}`, `no event "baby"`},
		{"hotline unknown", `{"id": "a", "text": "b", "none": true, "refer": "9", "origin": "real"}`, `no hotline "9"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			base, findings := knowledge.Load(withQuestions(good + tt.line + "\n"))
			if base != nil {
				t.Errorf("%s loads", tt.line)
			}
			if len(findings) != 1 || !strings.Contains(findings[0].Message, tt.want) || findings[0].Pos.String() != "questions/en.jsonl:2:1" {
				t.Errorf("%s gives %v, want one finding in line 2 with %q", tt.line, findings, tt.want)
			}
		})
	}
}
