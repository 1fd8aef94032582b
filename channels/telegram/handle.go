package telegram

import (
	"context"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// job is an update on its way through its lane.
type job struct {
	channel *Telegram
	did     delivery
	ours    bool
	ticket  *ticket
}

// admit gives an update its place. Every update must be admitted in the order in which it came, and then run.
func (t *Telegram) admit(u *update) *job {
	d, ours := read(u, t.me.Load())
	return &job{channel: t, did: d, ours: ours && !t.refuses(), ticket: t.lanes.join(d.chat, u.ID)}
}

// run waits for its turn and takes it. An error says that the answer could not be handed over: the update should be
// delivered again.
func (j *job) run(ctx context.Context) error {
	if j.did.query != "" {
		defer j.channel.answerQuery(context.WithoutCancel(ctx), j.did.query)
	}
	defer j.ticket.leave()
	select {
	case <-j.ticket.ready:
	case <-ctx.Done():
		return ctx.Err()
	}
	if !j.ours {
		return nil
	}
	ctx = context.WithoutCancel(ctx) // a turn that was begun is ended
	done := j.channel.typing(ctx, &j.did)
	v := j.channel.take(ctx, &j.did)
	done()
	out, err := j.channel.outgoing(&j.did, v.messages)
	if err != nil {
		return err
	}
	if len(out) == 0 {
		return nil
	}
	return j.channel.sender.Send(ctx, out...)
}

// take takes the turn.
func (t *Telegram) take(ctx context.Context, d *delivery) *visit {
	v := &visit{channel: t, did: d}
	t.desk.Take(ctx, t.Name(), t.persons.Of(d.address()), v)
	return v
}

// answerQuery ends the little clock on a pressed button. There is no use in trying twice: the answer itself says more.
func (t *Telegram) answerQuery(ctx context.Context, id string) {
	err := t.api.do(ctx, "answerCallbackQuery", quickly/2, func(ctx context.Context, b *bot.Bot) error {
		_, err := b.AnswerCallbackQuery(ctx, &bot.AnswerCallbackQueryParams{CallbackQueryID: id})
		return err
	})
	if err != nil && ctx.Err() == nil {
		t.options.Log.Debug("telegram", "err", err)
	}
}

// slow is after how long a person is shown that somebody is typing.
const slow = 700 * time.Millisecond

// typing shows that somebody is typing where a reply takes long; the function ends it.
func (t *Telegram) typing(ctx context.Context, d *delivery) (done func()) {
	ctx, cancel := context.WithCancel(ctx)
	shown := make(chan struct{})
	timer := time.AfterFunc(slow, func() {
		defer close(shown)
		err := t.api.do(ctx, "sendChatAction", quickly/2, func(ctx context.Context, b *bot.Bot) error {
			_, err := b.SendChatAction(ctx, &bot.SendChatActionParams{ChatID: d.chat, MessageThreadID: int(d.thread), Action: models.ChatActionTyping})
			return err
		})
		if err != nil && ctx.Err() == nil {
			t.options.Log.Debug("telegram", "err", err)
		}
	})
	return func() {
		cancel()
		if !timer.Stop() {
			<-shown
		}
	}
}
