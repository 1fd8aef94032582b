package answer_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// edit changes one file of the small base: old, where it is given, becomes new; otherwise new is the whole file, and an
// empty one takes it away.
type edit struct{ file, old, new string }

// load gives the small base with some edits.
func load(t *testing.T, edits ...edit) *knowledge.Base {
	t.Helper()
	files := knowledgetest.Small()
	for _, e := range edits {
		switch {
		case e.old != "":
			was := string(files[e.file].Data)
			if !strings.Contains(was, e.old) {
				t.Fatalf("%s has no %q to edit", e.file, e.old)
			}
			files[e.file].Data = []byte(strings.Replace(was, e.old, e.new, 1))
		case e.new == "":
			delete(files, e.file)
		default:
			files[e.file] = &fstest.MapFile{Data: []byte(e.new)}
		}
	}
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatalf("the edited base does not load: %v", findings)
	}
	return base
}

// at gives a moment in the small base's time zone, "2026-11-21 12:00".
func at(t *testing.T, b *knowledge.Base, moment string) time.Time {
	t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", moment, b.Zone)
	if err != nil {
		t.Fatal(err)
	}
	return when
}

// told gives what an answer says, a line for each thing said.
func told(t *testing.T, b *knowledge.Base, moment string, lang knowledge.Lang, given []dialog.Given, tell func(*answer.Context)) (string, dialog.Reply) {
	t.Helper()
	var r dialog.Reply
	tell(answer.NewContext(b, lang, at(t, b, moment), given, &r))
	return flat(&r), r
}

// aspect is told for one aspect of a service in English at noon.
func aspect(t *testing.T, b *knowledge.Base, day, service string, a answer.Aspect, given ...dialog.Given) string {
	t.Helper()
	got, _ := told(t, b, day+" 12:00", "en", given, func(c *answer.Context) { c.Service(b.Service(knowledge.ServiceID(service)), a) })
	return got
}

func flat(r *dialog.Reply) string {
	var out strings.Builder
	for _, b := range r.Blocks {
		kind := map[dialog.BlockKind]string{dialog.Notice: "! ", dialog.Table: "# ", dialog.Steps: "1. ", dialog.Place: "@ ", dialog.Link: "> "}[b.Kind]
		fmt.Fprintf(&out, "%s%s%s\n", kind, words(b.Text), b.URL)
		for _, row := range b.Rows {
			fmt.Fprintf(&out, "  %s = %s\n", words(row.Label), words(row.Value))
		}
	}
	return out.String()
}

func words(t dialog.Text) string {
	out := t.Plain
	for _, s := range t.Spans {
		out += s.Literal
		if s.Value != nil {
			out += value(s.Value)
		}
	}
	return out
}

func value(v *dialog.Value) string {
	switch v.Kind {
	case dialog.Money:
		return fmt.Sprintf("%d.%02d %s", v.Number/100, v.Number%100, v.Unit)
	case dialog.Number:
		return fmt.Sprint(v.Number)
	case dialog.Duration:
		return fmt.Sprintf("%d %s", v.Number, v.Unit)
	case dialog.Day:
		return v.Date.String()
	case dialog.Time:
		return knowledge.Clock(v.Number).String()
	}
	return v.Text
}

// says checks that lines were told in an order, and that others were not.
func says(t *testing.T, got string, want []string, never ...string) {
	t.Helper()
	rest := got
	for _, w := range want {
		i := strings.Index(rest, w)
		if i < 0 {
			t.Errorf("told\n%s\nwant in order %q; missing %q", got, want, w)
			return
		}
		rest = rest[i+len(w):]
	}
	for _, n := range never {
		if strings.Contains(got, n) {
			t.Errorf("told\n%s\nmust not say %q", got, n)
		}
	}
}

// loadFile gives a file of the small base.
func loadFile(t *testing.T, name string) []byte {
	t.Helper()
	return knowledgetest.Small()[name].Data
}
