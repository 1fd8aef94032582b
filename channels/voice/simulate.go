package voice

import (
	"context"
	"strconv"
	"strings"
	"sync"

	"github.com/plainline/plainline/channels"
)

// Phones are simulated telephones: they keep the gateway's side of a call, as a gateway would, and nothing else.
type Phones struct {
	voice *Voice
	mu    sync.Mutex
	calls map[string]*phoneCall
	dials uint64
}

// maxPhones is how many simulated telephones are remembered; further ones begin with an empty memory again.
const maxPhones = 10000

type phoneCall struct {
	id   string
	step int
	keys string
	said string
	next int // number of the request after this one
	live bool
}

// NewPhones makes simulated telephones on a channel. It implements channels.Simulator.
func NewPhones(v *Voice) *Phones { return &Phones{voice: v, calls: map[string]*phoneCall{}} }

// Simulate implements channels.Simulator. Keys are pressed one after the other, no input is silence, and other words are
// taken as said. Whoever does something on a telephone without a call under way dials first.
func (p *Phones) Simulate(ctx context.Context, who string, did channels.Action) (channels.Shown, error) {
	shown, _, err := p.Heard(ctx, who, did)
	return shown, err
}

// Heard is Simulate with the Turn itself, for whoever wants to hear it.
func (p *Phones) Heard(ctx context.Context, who string, did channels.Action) (channels.Shown, Turn, error) {
	c, ok := p.act(who, did)
	if !ok {
		return channels.Shown{}, Turn{}, nil
	}
	t := p.deliver(ctx, who, c)
	return shown(&t), t, nil
}

// Redeliver implements channels.Redeliverer: the gateway sends its last request once more.
func (p *Phones) Redeliver(ctx context.Context, who string) (channels.Shown, error) {
	p.mu.Lock()
	c := p.calls[who]
	p.mu.Unlock()
	if c == nil {
		return channels.Shown{}, nil
	}
	t := p.deliver(ctx, who, *c)
	return shown(&t), nil
}

func (p *Phones) deliver(ctx context.Context, who string, c phoneCall) Turn {
	v := &visit{channel: p.voice, call: c.id, step: c.step, keys: c.keys, words: c.said}
	p.voice.desk.Take(ctx, p.voice.Name(), p.voice.persons.Of(channels.Address("simulated "+who)), v)
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := p.calls[who]; now != nil && now.id == c.id {
		now.next = v.turn.Step
		now.live = now.live && !v.turn.HangUp
	}
	return v.turn
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
		c = &phoneCall{id: "simulated-" + strconv.FormatUint(p.dials, 10) + "-" + who, live: true}
		p.calls[who] = c
		return *c, true
	}
	c.step, c.keys, c.said = c.next, "", ""
	if input := strings.TrimSpace(did.Input); strings.Trim(input, allKeys) == "" {
		c.keys = input
	} else {
		c.said = input
	}
	return *c, true
}

// shown writes a Turn down as it is heard: a line a sentence, and the keys that are expected. A sentence in another language
// than the rest begins with the name of its language.
func shown(t *Turn) channels.Shown {
	var b strings.Builder
	for i := range t.Prompts {
		p := &t.Prompts[i]
		for _, s := range sentences(p.Heard) {
			if p.Lang != t.Lang {
				b.WriteString("[" + string(p.Lang) + "] ")
			}
			b.WriteString((&Prompt{Heard: s}).Text() + "\n")
		}
	}
	switch {
	case t.PutOn != "":
		b.WriteString("[connected with " + t.PutOn + "]\n")
	case t.Keys.Most > 0:
		b.WriteString("[keys: " + ranges(t.Keys.Allowed) + "]\n")
	}
	out := channels.Shown{Text: strings.TrimSuffix(b.String(), "\n"), Lang: t.Lang, End: t.HangUp}
	if t.More {
		out.More = string(rune(keyMore))
	}
	if t.Keys.Most > 0 {
		out.Note = "about " + strconv.Itoa(seconds(t.Lasts())) + " s"
	}
	return out
}

// ranges writes keys shortly: 1-4 6 *.
func ranges(keys string) string {
	var out []string
	for i := 0; i < len(keys); {
		j := i
		for j+1 < len(keys) && keys[j+1] == keys[j]+1 {
			j++
		}
		if j-i < 2 {
			out = append(out, keys[i:i+1])
			i++
			continue
		}
		out = append(out, keys[i:i+1]+"-"+keys[j:j+1])
		i = j + 1
	}
	return strings.Join(out, " ")
}

var _ interface {
	channels.Channel
	channels.Mounter
} = (*Voice)(nil)

var _ interface {
	channels.Simulator
	channels.Redeliverer
} = (*Phones)(nil)

var _ channels.Visit = (*visit)(nil)
