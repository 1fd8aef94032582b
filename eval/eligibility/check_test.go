package eligibility

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func checkLines(t *testing.T, input string) (output, errors string) {
	t.Helper()
	c := NewChecker(smallRules(t), 20261121)
	var out, wrong bytes.Buffer
	if err := c.Run(strings.NewReader(input), &out, func(e *LineError) { wrong.WriteString(e.Error() + "\n") }); err != nil {
		t.Fatal(err)
	}
	return out.String(), wrong.String()
}

func TestALineIsDecided(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, line, want string }{
		{"nothing is known", `{}`,
			`{"on":"2026-11-21","services":{"birth-certificate":{"outcome":"depends","failing":[],"missing":["children","income"],"blocked":[],"check_yourself":[]},"passport":{"outcome":"depends","failing":[],"missing":["citizen","home"],"blocked":[],"check_yourself":[]},"pension":{"outcome":"depends","failing":[],"missing":["born","working"],"blocked":[],"check_yourself":["years"]}}}`},
		{"all kinds of answers", `{"id": ["a", 1], "citizen": true, "home": "capital", "born": "1950-01-01", "working": "yes", "hours": 19, "children": ["big"], "income": 99.50, "seniority": null}`,
			`{"id":["a",1],"on":"2026-11-21","services":{"birth-certificate":{"outcome":"likely","failing":[],"missing":[],"blocked":[],"check_yourself":[]},"passport":{"outcome":"likely","failing":[],"missing":[],"blocked":[],"check_yourself":[]},"pension":{"outcome":"likely","failing":[],"missing":[],"blocked":[],"check_yourself":["years"]}}}`},
		{"not, with reasons", `{"on": "2019-06-01", "citizen": false, "home": "village", "born": "2001-12-31", "hours": 30, "working": true, "children": [], "income": 100}`,
			`{"on":"2019-06-01","services":{"birth-certificate":{"outcome":"not","failing":["valid"],"missing":[],"blocked":[],"check_yourself":[]},"passport":{"outcome":"not","failing":["citizen","lives"],"missing":[],"blocked":[],"check_yourself":[]},"pension":{"outcome":"not","failing":["few-hours"],"missing":[],"blocked":[],"check_yourself":[],"changes":"few-hours"}}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			out, wrong := checkLines(t, test.line+"\n")
			if wrong != "" {
				t.Fatalf("%s: %s", test.line, wrong)
			}
			if diff := cmp.Diff(test.want, strings.TrimSpace(out)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.line, diff)
			}
		})
	}
}

func TestABadLineIsToldAndTheOthersAreDecided(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ line, want string }{
		{`nonsense`, "this is not a JSON object"},
		{`{"citizen": true`, "has no end"},
		{`{"citizen": true} {}`, "something stands behind"},
		{`{"citizen": true, "citizen": false}`, `the key "citizen" stands there twice`},
		{`{"citizn": true}`, `there is no fact "citizn"; did you mean citizen`},
		{`{"citizen": 1}`, `1 is no answer to "citizen"; write true or false`},
		{`{"citizen": "perhaps"}`, `"perhaps" is no answer to "citizen"; write true or false`},
		{`{"home": "moon"}`, `"moon" is no answer to "home"; write one of: land, capital, village`},
		{`{"home": ["capital"]}`, `is no answer to "home"`},
		{`{"born": "21.11.1961"}`, `write a day such as "2026-01-31"`},
		{`{"born": 1961}`, `1961 is no answer to "born"`},
		{`{"hours": 3.5}`, "write a whole number"},
		{`{"income": 1e3}`, "at most two decimals"},
		{`{"seniority": 3.5}`, `write whole years, or "64y6m"`},
		{`{"children": ["cat"]}`, "write a list of these: baby, twins, big"},
		{`{"children": [1]}`, `is no answer to "children"`},
		{`{"on": "soon"}`, `"soon" is no day; write "on": "2026-01-31"`},
	} {
		out, wrong := checkLines(t, "{}\n\n"+test.line+"\n{}")
		if !strings.HasPrefix(wrong, "line 3: ") || !strings.Contains(strings.ToLower(wrong), strings.ToLower(test.want)) {
			t.Errorf("%s: got %q, want line 3 and %q", test.line, wrong, test.want)
		}
		if n := strings.Count(out, "\n"); n != 2 {
			t.Errorf("%s: %d lines were decided, want the 2 good ones", test.line, n)
		}
	}
}

func TestALineThatIsTooLongIsSkipped(t *testing.T) {
	t.Parallel()
	out, wrong := checkLines(t, `{"id": "`+strings.Repeat("x", maxLine+100)+"\"}\n{\"id\": 2}\n")
	if !strings.HasPrefix(wrong, "line 1: ") || !strings.Contains(out, `"id":2`) {
		t.Errorf("got %q and %q, want line 1 told and line 2 decided", wrong, out)
	}
}

func TestReservedFactsAreTold(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	files["facts.yaml"] = &fstest.MapFile{Data: []byte("on: {code: 1, type: yesno, ask: {en: On?}}\n")}
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatal(findings)
	}
	if got := NewChecker(base, 20261121).Reserved(); len(got) != 1 || got[0] != "on" {
		t.Errorf("got %v, want on", got)
	}
}

func FuzzCheck(f *testing.F) {
	c := NewChecker(smallRules(f), 20261121)
	f.Add([]byte(`{"id": 1, "on": "2026-01-31", "citizen": true, "born": "1961-05-01", "children": ["baby"], "income": 3.5}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		if d, err := c.Decide(line); err == nil && len(d.Services) != 3 {
			t.Errorf("%s: %d services are decided, want 3", line, len(d.Services))
		}
	})
}
