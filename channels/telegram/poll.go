package telegram

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/go-telegram/bot"
)

// poll fetches updates until the context ends. What was taken is acknowledged with the next call, so that nothing is lost
// where the program ends in between; the last call acknowledges only.
func (t *Telegram) poll(ctx context.Context) {
	if !t.persist(ctx, "deleteWebhook", t.deleteWebhook) {
		return
	}
	t.options.Log.Info("telegram is asked for updates")
	next := int64(0)
	for ctx.Err() == nil {
		var batch []json.RawMessage
		t.persist(ctx, "getUpdates", func(ctx context.Context) (err error) {
			batch, err = t.api.updates(ctx, next, polling)
			return err
		})
		var failed bool
		if next, failed = t.takeAll(ctx, batch, next); failed {
			pause(ctx, backoff(0))
		} else if len(batch) == 0 {
			pause(ctx, idle) // a server that does not wait for updates must not be asked without pause
		}
	}
	if next > 0 {
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastWords)
		defer cancel()
		if _, err := t.api.updates(last, next, 0); err != nil {
			t.options.Log.Debug("telegram", "err", err)
		}
	}
}

const idle = 50 * time.Millisecond

// takeAll takes a batch, many chats at once, and gives the number from which on updates are still to come.
func (t *Telegram) takeAll(ctx context.Context, batch []json.RawMessage, next int64) (int64, bool) {
	ctx = context.WithoutCancel(ctx) // what was fetched is taken, even where the program is told to end
	var all sync.WaitGroup
	var mu sync.Mutex
	lost := int64(0)
	for _, raw := range batch {
		u, ok := readUpdate(raw)
		if !ok {
			t.options.Log.Warn("telegram sent an update without a number")
			continue
		}
		next = max(next, u.ID+1)
		j := t.admit(&u)
		all.Go(func() {
			if err := j.run(ctx); err != nil {
				t.options.Log.Error("an answer waits: the update will be fetched again", "err", err)
				mu.Lock()
				defer mu.Unlock()
				if lost == 0 || u.ID < lost {
					lost = u.ID
				}
			}
		})
	}
	all.Wait()
	if lost > 0 {
		return lost, true
	}
	return next, false
}

func (t *Telegram) deleteWebhook(ctx context.Context) error {
	return t.api.do(ctx, "deleteWebhook", quickly, func(ctx context.Context, b *bot.Bot) error {
		_, err := b.DeleteWebhook(ctx, &bot.DeleteWebhookParams{})
		return err
	})
}
