package questions_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/plainline/plainline/eval/questions"
	"github.com/plainline/plainline/knowledge"
)

// run100 asks a hundred questions of which some are right, some wrong, and the others refused.
func run100(t *testing.T, right, wrong int) *questions.Report {
	t.Helper()
	var lines strings.Builder
	m := script{}
	for i := range 100 {
		text := fmt.Sprintf("question %d", i)
		fmt.Fprintf(&lines, `{"id": "eval-%d", "text": %q, "service": "passport", "origin": "synthetic"}`+"\n", i, text)
		switch {
		case i < right:
			m[text] = to("service/passport")
		case i < right+wrong:
			m[text] = to("service/pension")
		}
	}
	return run(t, base(t, map[knowledge.Lang]string{"en": lines.String()}), m)
}

func TestCompareFailsBeyondTheInterval(t *testing.T) {
	t.Parallel()
	before := run100(t, 80, 4)
	for _, c := range []struct {
		name         string
		right, wrong int
		want         string
	}{
		{"the same", 80, 4, ""},
		{"better", 95, 1, ""},
		{"a little worse", 74, 7, ""},
		{"fewer right", 60, 4, "en written: right at first is 60.0 %, it was 80.0 (71.1-86.7)\nen written: right within the menu is 60.0 %, it was 80.0 (71.1-86.7)"},
		{"more wrong", 80, 15, "en written: wrong overall is 15.0 %, it was 4.0 (1.6-9.8)"},
	} {
		got := run100(t, c.right, c.wrong).Compare(before)
		if s := strings.Join(got.Failures, "\n"); s != c.want || len(got.Notes) > 0 {
			t.Errorf("%s: got %q and notes %q, want %q", c.name, s, got.Notes, c.want)
		}
	}
}

func TestAStoredRunIsReadBack(t *testing.T) {
	t.Parallel()
	b := base(t, map[knowledge.Lang]string{"en": english})
	r := run(t, b, understood)
	var first, second bytes.Buffer
	if err := r.Save(&first); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"right_at_first", "right_within_menu", "wrong_overall", "refused_rightly", "refused_wrongly"} {
		if !strings.Contains(first.String(), `"`+name+`": {`) {
			t.Errorf("a stored run has no %q", name)
		}
	}
	stored, err := questions.Load(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := stored.Save(&second); err != nil || first.String() != second.String() {
		t.Errorf("error %v; stored\n%s\nread back and stored again\n%s", err, &first, &second)
	}
	if c := run100(t, 100, 0).Compare(stored); len(c.Notes) != 1 {
		t.Errorf("other questions: got notes %q, want one", c.Notes)
	}
	for _, bad := range []string{"", "{", "[]", "{}", `{"groups": 3}`} {
		if _, err := questions.Load(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read as a stored run", bad)
		}
	}
}
