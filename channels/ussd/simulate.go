package ussd

import (
	"context"
	"fmt"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
)

// Phones are simulated phones: they keep the gateway's side of a talk, as a gateway would, and nothing else.
type Phones struct {
	ussd  *USSD
	calls channels.Calls[[]string] // what was keyed in
}

// NewPhones makes simulated phones on a channel. It implements channels.Simulator.
func NewPhones(u *USSD) *Phones { return &Phones{ussd: u} }

// Simulate implements channels.Simulator. Typing on a phone with no call under way dials first.
func (p *Phones) Simulate(ctx context.Context, who string, did channels.Action) (channels.Shown, error) {
	c, ok := p.calls.Act(who, did, func(keys *[]string) { *keys = append(*keys, did.Input) })
	if !ok {
		return channels.Shown{}, nil
	}
	return p.deliver(ctx, who, c)
}

// Redeliver implements channels.Redeliverer: the gateway sends its last request once more.
func (p *Phones) Redeliver(ctx context.Context, who string) (channels.Shown, error) {
	c, ok := p.calls.Last(who)
	if !ok {
		return channels.Shown{}, nil
	}
	return p.deliver(ctx, who, c)
}

func (p *Phones) deliver(ctx context.Context, who string, c channels.Call[[]string]) (channels.Shown, error) {
	v := &visit{channel: p.ussd, gateway: c.ID, input: strings.Join(c.Kept, "*")}
	p.ussd.desk.Take(ctx, p.ussd.Name(), p.ussd.persons.Of(channels.Address("simulated "+who)), v)
	if v.end {
		p.calls.Note(who, c.ID, func(now *channels.Call[[]string]) { now.Over = true })
	}
	return channels.Shown{Text: v.page.Text, Note: note(v.page), Lang: v.lang, End: v.end}, nil
}

// note says how full the screen is.
func note(p layout.Page) string {
	unit := "septets"
	if p.Size.Alphabet != layout.GSM7 {
		unit = "UCS-2 units"
	}
	return fmt.Sprintf("%d of %d %s, %d octets", p.Size.Units, p.Size.Limit, unit, p.Size.Octets)
}
