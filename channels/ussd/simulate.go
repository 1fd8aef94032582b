package ussd

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
)

// Phones are simulated phones: they keep the gateway's side of a talk, as a gateway would, and nothing else.
type Phones struct {
	ussd  *USSD
	mu    sync.Mutex
	calls map[string]*phoneCall
	dials uint64
}

// maxPhones is how many simulated phones are remembered; further ones begin with an empty memory again.
const maxPhones = 10000

type phoneCall struct {
	session string
	keys    []string
	live    bool
}

// NewPhones makes simulated phones on a channel. It implements channels.Simulator.
func NewPhones(u *USSD) *Phones { return &Phones{ussd: u, calls: map[string]*phoneCall{}} }

// Simulate implements channels.Simulator. Typing on a phone with no call under way dials first.
func (p *Phones) Simulate(ctx context.Context, who string, did channels.Action) (channels.Shown, error) {
	c, ok := p.act(who, did)
	if !ok {
		return channels.Shown{}, nil
	}
	return p.deliver(ctx, who, c)
}

// Redeliver implements channels.Redeliverer: the gateway sends its last request once more.
func (p *Phones) Redeliver(ctx context.Context, who string) (channels.Shown, error) {
	p.mu.Lock()
	c := p.calls[who]
	p.mu.Unlock()
	if c == nil {
		return channels.Shown{}, nil
	}
	return p.deliver(ctx, who, *c)
}

func (p *Phones) deliver(ctx context.Context, who string, c phoneCall) (channels.Shown, error) {
	v := &visit{channel: p.ussd, gateway: c.session, input: strings.Join(c.keys, "*")}
	p.ussd.desk.Take(ctx, p.ussd.Name(), p.ussd.persons.Of(channels.Address("simulated "+who)), v)
	if v.end {
		p.hangUp(who)
	}
	return channels.Shown{Text: v.page.Text, Note: note(v.page), Lang: v.lang, End: v.end}, nil
}

func (p *Phones) act(who string, did channels.Action) (phoneCall, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := p.calls[who]
	if did.HangUp {
		if c != nil {
			c.live = false
		}
		return phoneCall{}, false
	}
	if c == nil || !c.live || did.Dial {
		if len(p.calls) >= maxPhones {
			clear(p.calls)
		}
		p.dials++
		c = &phoneCall{session: "simulated-" + strconv.FormatUint(p.dials, 10) + "-" + who, live: true}
		p.calls[who] = c
	} else {
		c.keys = append(c.keys, did.Input)
	}
	return *c, true
}

func (p *Phones) hangUp(who string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if c := p.calls[who]; c != nil {
		c.live = false
	}
}

// note says how full the screen is.
func note(p layout.Page) string {
	unit := "septets"
	if p.Size.Alphabet != layout.GSM7 {
		unit = "UCS-2 units"
	}
	return fmt.Sprintf("%d of %d %s, %d octets", p.Size.Units, p.Size.Limit, unit, p.Size.Octets)
}
