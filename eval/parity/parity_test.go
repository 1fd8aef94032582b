package parity_test

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/eval/parity"
	"github.com/plainline/plainline/eval/transcript"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

var noon = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

func sampleEdition(t *testing.T) *channels.Edition {
	t.Helper()
	b := knowledgetest.Sample()
	return channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
}

// Every service, aspect and language tells the same facts on a feature phone, on a page, in a chat and at a terminal.
func TestChannelsTellTheSame(t *testing.T) {
	t.Parallel()
	e := sampleEdition(t)
	c := parity.NewChecker(e, noon)
	kinds := []struct {
		channel, profile string
		short            bool
	}{{"ussd", "160", true}, {"ussd", "140-exact", true}, {"web", "", false}, {"telegram", "", false}, {"terminal", "", false}}
	facts, answers := 0, 0
	for _, kind := range kinds {
		desk := channels.NewDesk(e, session.NewMemory(1), func() time.Time { return noon }, slog.New(slog.DiscardHandler))
		sim, err := transcript.Simulator(desk, kind.channel, kind.profile)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range e.Base.Languages {
			for _, s := range e.Base.Services {
				for a := range answer.AspectCount {
					code := answer.Code(s, a)
					r := c.Reply(s, a, tag)
					shown, err := c.Read(t.Context(), sim, string(tag)+code, code, tag)
					if err != nil {
						t.Fatal(err)
					}
					for _, m := range c.Channel(&r, kind.channel+kind.profile, shown, kind.short) {
						t.Error(m)
					}
					answers++
					facts += len(parity.Facts(&r))
				}
			}
		}
	}
	t.Logf("%d facts in %d answers", facts, answers)
}

// Every language tells the facts that the others tell.
func TestLanguagesTellTheSame(t *testing.T) {
	t.Parallel()
	e := sampleEdition(t)
	c := parity.NewChecker(e, noon)
	for _, s := range e.Base.Services {
		for a := range answer.AspectCount {
			for _, m := range c.Languages(s, a) {
				t.Error(m)
			}
		}
	}
}

// A number changed, or a source left out, is missed.
func TestMissesWhatIsNotTold(t *testing.T) {
	t.Parallel()
	e := sampleEdition(t)
	c := parity.NewChecker(e, noon)
	r := c.Reply(e.Base.Service("id-card"), answer.Time, "en")
	whole := "10 days, 3 working days, 1 working day, 1 month, 10 years; bpqmi.gov.az, 15 August 2022, 1T; president.az 1 November 2026; ask 108; 15.08.22"
	if missing := c.Channel(&r, "a channel", whole, false); len(missing) > 0 {
		t.Errorf("a whole text misses %v", missing)
	}
	for _, cut := range []string{"3 working days", "1 month", "10 years", "1T", "108"} {
		if missing := c.Channel(&r, "a channel", strings.ReplaceAll(whole, cut, "-"), false); len(missing) == 0 {
			t.Errorf("a text without %q misses nothing", cut)
		}
	}
}

// A call tells every fact too, in words.
func TestCallsTellTheSame(t *testing.T) {
	t.Parallel()
	e := sampleEdition(t)
	c := parity.NewChecker(e, noon)
	desk := channels.NewDesk(e, session.NewMemory(1), func() time.Time { return noon }, slog.New(slog.DiscardHandler))
	sim, err := transcript.Simulator(desk, "voice", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range e.Base.Languages {
		for _, s := range e.Base.Services {
			for a := range answer.AspectCount {
				code := answer.Code(s, a)
				r := c.Reply(s, a, tag)
				heard, err := c.Read(t.Context(), sim, string(tag)+code, code, tag)
				if err != nil {
					t.Fatal(err)
				}
				for _, m := range c.Call(&r, "a call", heard) {
					t.Error(m)
				}
			}
		}
	}
}
