package telegram

import (
	"context"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
)

// durable is a Sender that keeps messages in an outbox: they are sent even where the program is killed in between.
type durable struct{ box *outbox.Outbox }

// newDurable lets an outbox send through a channel, and hands messages over to it.
func newDurable(box *outbox.Outbox, d Deliver) durable {
	box.Carry(name, outbox.SenderFunc(func(ctx context.Context, to channels.Address, body []byte) (string, error) {
		return "", d(ctx, to, body)
	}), directCalls)
	return durable{box}
}

// Send implements Sender: all messages are kept, or none.
func (d durable) Send(ctx context.Context, messages ...Outgoing) error {
	jobs := make([]outbox.Job, len(messages))
	for i := range messages {
		m := &messages[i]
		jobs[i] = outbox.Job{Channel: name, Person: m.Person, Key: m.Key, Address: m.To, Body: m.Body}
	}
	return d.box.Accept(ctx, jobs...)
}
