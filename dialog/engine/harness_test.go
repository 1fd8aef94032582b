package engine_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// places are spots of every kind that the small base has.
var places = []string{
	"notice", "home", "services", "topics", "events", "offices", "more", "languages", "privacy", "erase", "help", "person", "unknown", "resume",
	"topic/papers", "event/new-baby", "offices/capital", "office/centre", "answer/taxes", "notice/bus-late", "for/who", "for/fee", "for/fee/papers",
	"question/passport/lost", "choices/fee/passport|service/pension|event/new-baby|office/bus", "choices/offices|answer/taxes",
	"service/passport", "service-more/passport", "remedies/passport",
	"overview/passport", "documents/passport", "fee/passport", "where/passport", "steps/passport", "time/passport", "who/passport", "result/passport",
	"representation/passport", "law/passport", "questions/passport", "appeal/passport", "complaint/passport",
}

func smallEdition(tb testing.TB) *engine.Edition {
	tb.Helper()
	return edition(tb, knowledgetest.Small())
}

// without is the small base without a service.
func without(tb testing.TB, service string) *engine.Edition {
	tb.Helper()
	files := knowledgetest.Small()
	for name := range files {
		if strings.HasPrefix(name, "services/"+service+"/") {
			delete(files, name)
		}
	}
	for _, name := range []string{"topics.yaml", "events/new-baby/event.yaml", "services/passport/service.yaml", "notices/bus-late.yaml", "offices/hours/week.yaml"} {
		if f := files[name]; f != nil {
			text := strings.NewReplacer("["+service+"]}", "[passport]}", ", "+service, "", service+", ", "", "bundle: ["+service+"]\n", "").Replace(string(f.Data))
			files[name].Data = []byte(text)
		}
	}
	return edition(tb, files)
}

func edition(tb testing.TB, files fstest.MapFS) *engine.Edition {
	tb.Helper()
	b, findings := knowledge.Load(files)
	if b == nil {
		tb.Fatalf("the base does not load: %v", findings)
	}
	return engine.NewEdition(b, understand.NewNames(b))
}

// talk is a talk with the small base.
type talk struct {
	t *testing.T
	e *engine.Edition
	s dialog.Session
	r dialog.Reply
}

// at begins a talk that stands at the end of a trail.
func at(t *testing.T, e *engine.Edition, trail ...dialog.Spot) *talk {
	t.Helper()
	k := &talk{t: t, e: e, s: dialog.Session{Lang: "en", Trail: trail}}
	k.r = engine.Show(e, &k.s, noon)
	k.s.Offered, k.s.Revision = engine.Offered(k.r.Prompt.Options), e.Base.Revision
	return k
}

func (k *talk) take(in dialog.Input) dialog.Outcome {
	var ev dialog.Event
	k.r, ev = engine.Turn(k.e, &k.s, in, noon)
	return ev.Outcome
}

func (k *talk) say(text string) dialog.Outcome {
	return k.take(dialog.Input{Kind: dialog.Said, Text: text})
}

func (k *talk) choose(id string) dialog.Outcome {
	return k.take(dialog.Input{Kind: dialog.Chose, Option: id})
}

func (k *talk) do(c dialog.Command) dialog.Outcome {
	return k.take(dialog.Input{Kind: dialog.Did, Command: c})
}

// stands checks the trail.
func (k *talk) stands(want string) {
	k.t.Helper()
	if got := trail(&k.s); got != want {
		k.t.Errorf("the talk stands at %s, want %s", got, want)
	}
}

func trail(s *dialog.Session) string {
	spots := make([]string, len(s.Trail))
	for i, spot := range s.Trail {
		spots[i] = string(spot)
	}
	return strings.Join(spots, " > ")
}

// hears checks that the reply has some words in it.
func (k *talk) hears(want string) {
	k.t.Helper()
	if got := everything(k.r); !strings.Contains(got, want) {
		k.t.Errorf("at %s the reply is\n%s\nwant %q in it", trail(&k.s), got, want)
	}
}

// hearsNot checks that the reply has some words not in it.
func (k *talk) hearsNot(never string) {
	k.t.Helper()
	if got := everything(k.r); strings.Contains(got, never) {
		k.t.Errorf("at %s the reply is\n%s\nwant no %q in it", trail(&k.s), got, never)
	}
}

func everything(r dialog.Reply) string {
	var out strings.Builder
	line := func(t dialog.Text) {
		out.WriteString(t.Plain)
		for _, s := range t.Spans {
			out.WriteString(s.Literal)
			if s.Value != nil {
				out.WriteString(s.Value.Text)
			}
		}
		out.WriteByte('\n')
	}
	for _, b := range r.Blocks {
		line(b.Text)
		for _, row := range b.Rows {
			line(row.Label)
			line(row.Value)
		}
	}
	line(r.Prompt.Ask)
	for _, o := range r.Prompt.Options {
		out.WriteString("[" + o.ID + "] ")
		line(o.Label)
	}
	return out.String()
}
