package telegram

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/plainline/plainline/channels"
)

// Chats are simulated chats: they keep the messenger's side of a talk between two, and nothing else. They implement
// channels.Simulator and channels.Redeliverer.
type Chats struct {
	telegram *Telegram
	mu       sync.Mutex
	open     map[string]*update // the last update of each person
	count    int64
}

// maxChats is how many simulated chats are remembered.
const maxChats = 10000

// NewChats makes simulated chats on a channel.
func NewChats(t *Telegram) *Chats { return &Chats{telegram: t, open: map[string]*update{}} }

// Simulate implements channels.Simulator. What is typed may be a command as well, as /help.
func (c *Chats) Simulate(ctx context.Context, who string, did channels.Action) (channels.Shown, error) {
	if did.HangUp {
		return channels.Shown{}, nil
	}
	text := did.Input
	if did.Dial {
		text = "/start"
	}
	c.mu.Lock()
	if len(c.open) >= maxChats {
		clear(c.open)
	}
	c.count++
	u := &update{ID: c.count, Message: &inMessage{ID: c.count, Text: text, From: &user{ID: 1}, Chat: chat{ID: 1, Type: "private"}}}
	c.open[who] = u
	c.mu.Unlock()
	return c.deliver(ctx, who, u)
}

// Redeliver implements channels.Redeliverer: Telegram delivers the last update once more.
func (c *Chats) Redeliver(ctx context.Context, who string) (channels.Shown, error) {
	c.mu.Lock()
	u := c.open[who]
	c.mu.Unlock()
	if u == nil {
		return channels.Shown{}, nil
	}
	return c.deliver(ctx, who, u)
}

func (c *Chats) deliver(ctx context.Context, who string, u *update) (channels.Shown, error) {
	t := c.telegram
	d, ours := read(u, nil)
	if !ours {
		return channels.Shown{}, nil
	}
	v := &visit{channel: t, did: &d}
	t.desk.Take(ctx, t.Name(), t.persons.Of(channels.Address("simulated "+who)), v)
	shown := channels.Shown{Lang: v.lang, End: v.end}
	for i, m := range v.messages {
		if i == 0 {
			shown.Text = m.shown()
		} else {
			shown.Further = append(shown.Further, m.shown())
		}
	}
	return shown, nil
}

// shown writes a message as text, each row of buttons on a line.
func (m *message) shown() string {
	lines := []string{m.Text}
	for _, row := range m.Buttons {
		var labels []string
		for _, b := range row {
			labels = append(labels, "["+b.Label+"]")
		}
		lines = append(lines, strings.Join(labels, " "))
	}
	return strings.Join(slices.Clip(lines), "\n")
}

var _ interface {
	channels.Channel
	channels.Mounter
} = (*Telegram)(nil)

var _ interface {
	channels.Simulator
	channels.Redeliverer
} = (*Chats)(nil)

var _ channels.Visit = (*visit)(nil)
