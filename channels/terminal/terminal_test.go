package terminal_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/terminal"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func newTerminal() *terminal.Terminal {
	b := knowledgetest.Load()
	e := channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
	now := func() time.Time { return time.Date(2026, 11, 10, 12, 0, 0, 0, b.Zone) }
	return terminal.New(channels.NewDesk(e, session.NewMemory(0), now, slog.New(slog.NewTextHandler(io.Discard, nil))), &channels.Secret{1})
}

func TestTalk(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, typed string
		want        []string
		never       string
	}{
		{"a question", "1\npassport fee\n", []string{"Notice demo", "1 English", "> Home", "> Passport: Fee", "Fee usual", "1 for an adult", "> \n"}, "Goodbye"},
		{"the keys of everywhere", "1\n9\n0\n98\n00\n", []string{"> Person call 100", "> Home", "> No more", "> Home"}, "Wrong"},
		{"the end", "stop\n1\n", []string{"> Goodbye"}, "Home"},
		{"no line at the end", "1", []string{"> Home", "> \n"}, ""},
		{"nothing at all", "", []string{"Notice demo", "> \n"}, "Home"},
		{"empty lines and noise", "\n\r\n\x00\xff\n", []string{"Notice demo", "> Notice demo", "> Notice demo"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			if err := terminal.Talk(context.Background(), newTerminal(), strings.NewReader(test.typed), &out); err != nil {
				t.Fatal(err)
			}
			rest := out.String()
			for _, w := range test.want {
				i := strings.Index(rest, w)
				if i < 0 {
					t.Fatalf("typed %q, it printed\n%s\nwant in order %q; missing %q", test.typed, &out, test.want, w)
				}
				rest = rest[i+len(w):]
			}
			if test.never != "" && strings.Contains(out.String(), test.never) {
				t.Errorf("typed %q, it printed\n%s\nwant no %q", test.typed, &out, test.never)
			}
		})
	}
}

// noisy is a simulator with a note under its screens, and one that fails.
type noisy struct{ fails error }

func (n noisy) Simulate(_ context.Context, _ string, did channels.Action) (channels.Shown, error) {
	return channels.Shown{Text: "screen", Note: "7 of 160"}, n.fails
}

func TestTalkOverAnotherChannel(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := terminal.Talk(context.Background(), noisy{}, strings.NewReader(""), &out); err != nil || out.String() != "screen\n[7 of 160]\n\n> \n" {
		t.Errorf("it printed %q, %v", &out, err)
	}
	broken := errors.New("no line")
	if err := terminal.Talk(context.Background(), noisy{broken}, strings.NewReader(""), &out); !errors.Is(err, broken) {
		t.Errorf("of a channel that fails it says %v", err)
	}
	over, cancel := context.WithCancel(context.Background())
	cancel()
	if err := terminal.Talk(over, noisy{}, strings.NewReader("1\n2\n3\n"), io.Discard); err != nil {
		t.Errorf("after the context has ended it says %v", err)
	}
	if err := terminal.Talk(context.Background(), noisy{}, strings.NewReader(strings.Repeat("a", 1<<20)), io.Discard); err == nil {
		t.Error("a line of a megabyte is no error")
	}
}

func TestSimulatedPersonsHaveTalksOfTheirOwn(t *testing.T) {
	t.Parallel()
	term := newTerminal()
	play := func(who string, a channels.Action) string {
		shown, err := term.Simulate(context.Background(), who, a)
		if err != nil {
			t.Fatal(err)
		}
		return shown.Text
	}
	play("ann", channels.Action{Dial: true})
	play("ann", channels.Action{Input: "1"})
	play("ann", channels.Action{Input: "passport fee"})
	if got := play("bob", channels.Action{Dial: true}); !strings.Contains(got, "Notice demo") {
		t.Errorf("bob sees\n%s", got)
	}
	if got := play("ann", channels.Action{HangUp: true}); got != "" {
		t.Errorf("hanging up shows %q", got)
	}
	if got := play("ann", channels.Action{Dial: true}); !strings.Contains(got, "Resume topic Passport") {
		t.Errorf("ann sees\n%s", got)
	}
}
