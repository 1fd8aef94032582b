package voice

import (
	"context"
	"strconv"
	"strings"

	"github.com/plainline/plainline/channels"
)

// Phones are simulated telephones: they keep the gateway's side of a call, as a gateway would, and nothing else.
type Phones struct {
	voice *Voice
	calls channels.Calls[phoneCall]
}

// phoneCall is the last request of a call.
type phoneCall struct {
	step int
	keys string
	said string
	next int // number of the request after this one
}

// NewPhones makes simulated telephones on a channel. It implements channels.Simulator.
func NewPhones(v *Voice) *Phones { return &Phones{voice: v} }

// Simulate implements channels.Simulator. Keys are pressed one after the other, no input is silence, and other words are
// taken as said. Whoever does something on a telephone without a call under way dials first.
func (p *Phones) Simulate(ctx context.Context, who string, did channels.Action) (channels.Shown, error) {
	shown, _, err := p.Heard(ctx, who, did)
	return shown, err
}

// Heard is Simulate with the Turn itself, for whoever wants to hear it.
func (p *Phones) Heard(ctx context.Context, who string, did channels.Action) (channels.Shown, Turn, error) {
	c, ok := p.calls.Act(who, did, func(c *phoneCall) { c.press(did.Input) })
	if !ok {
		return channels.Shown{}, Turn{}, nil
	}
	t := p.deliver(ctx, who, c)
	return shown(&t), t, nil
}

// Redeliver implements channels.Redeliverer: the gateway sends its last request once more.
func (p *Phones) Redeliver(ctx context.Context, who string) (channels.Shown, error) {
	c, ok := p.calls.Last(who)
	if !ok {
		return channels.Shown{}, nil
	}
	t := p.deliver(ctx, who, c)
	return shown(&t), nil
}

func (p *Phones) deliver(ctx context.Context, who string, c channels.Call[phoneCall]) Turn {
	v := &visit{channel: p.voice, call: c.ID, step: c.Kept.step, keys: c.Kept.keys, words: c.Kept.said}
	p.voice.desk.Take(ctx, p.voice.Name(), p.voice.persons.Of(channels.Address("simulated "+who)), v)
	p.calls.Note(who, c.ID, func(now *channels.Call[phoneCall]) {
		now.Kept.next = v.turn.Step
		now.Over = now.Over || v.turn.HangUp
	})
	return v.turn
}

// press makes the next request of a call.
func (c *phoneCall) press(input string) {
	c.step, c.keys, c.said = c.next, "", ""
	if input = strings.TrimSpace(input); strings.Trim(input, allKeys) == "" {
		c.keys = input
	} else {
		c.said = input
	}
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
