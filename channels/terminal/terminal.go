// Package terminal talks with a person at a terminal: "plainline chat". Replies are plain text without limits, options are
// numbered, and the keys and words are those of every other channel.
package terminal

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
)

// Terminal is the channel. It is safe for any number of simulated persons; Talk is for one.
type Terminal struct {
	desk    *channels.Desk
	persons *channels.Persons
}

// New makes the channel.
func New(d *channels.Desk, secret *channels.Secret) *Terminal {
	return &Terminal{desk: d, persons: channels.NewPersons(secret, channels.Terminal)}
}

// Name implements channels.Channel.
func (*Terminal) Name() string { return "terminal" }

// Run implements channels.Channel; a terminal is talked to by Talk.
func (*Terminal) Run(ctx context.Context) error {
	<-ctx.Done()
	return nil
}

// Simulate implements channels.Simulator.
func (t *Terminal) Simulate(ctx context.Context, who string, did channels.Action) (channels.Shown, error) {
	if did.HangUp {
		return channels.Shown{}, nil
	}
	v := &visit{action: did}
	t.desk.Take(ctx, t.Name(), t.persons.Of(channels.Address(who)), v)
	return channels.Shown{Text: v.text, End: v.end}, nil
}

// visit is one line that was typed.
type visit struct {
	action channels.Action
	text   string
	end    bool
}

// Read implements channels.Visit.
func (v *visit) Read(*dialog.Session) ([]dialog.Input, channels.Verdict) {
	if v.action.Dial {
		return []dialog.Input{{Kind: dialog.Opened}}, channels.Take
	}
	return []dialog.Input{channels.Press(v.action.Input)}, channels.Take
}

// Lay implements channels.Visit.
func (v *visit) Lay(e *channels.Edition, s *dialog.Session, r *dialog.Reply) {
	f := e.Frame(r, false)
	if len(s.Trail) <= 1 {
		f.Back = "" // there is nothing to go back to
	}
	v.text, v.end = layout.Plain(e.Writer(r.Lang), r, f), r.End
}

// Talk talks over sim until the input ends, the talk ends, or the context does. It works with every simulator, so that the
// screens of another channel can be seen at a terminal.
func Talk(ctx context.Context, sim channels.Simulator, in io.Reader, out io.Writer) error {
	shown, err := sim.Simulate(ctx, "terminal", channels.Action{Dial: true})
	lines := bufio.NewScanner(in)
	for {
		if err != nil {
			return fmt.Errorf("chat: %w", err)
		}
		show(out, shown)
		if shown.End || ctx.Err() != nil {
			return nil
		}
		fmt.Fprint(out, "> ")
		if !lines.Scan() {
			fmt.Fprintln(out)
			return lines.Err()
		}
		shown, err = sim.Simulate(ctx, "terminal", channels.Action{Input: lines.Text()})
	}
}

func show(out io.Writer, s channels.Shown) {
	fmt.Fprintln(out, s.Text)
	for _, message := range s.Further {
		fmt.Fprintf(out, "\n%s\n", message)
	}
	if s.Note != "" {
		fmt.Fprintf(out, "[%s]\n", s.Note)
	}
	fmt.Fprintln(out)
}
