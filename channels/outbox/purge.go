package outbox

import (
	"context"
	"time"
)

// How long what has ended is kept: long enough that a message which comes again is known, that reports come, and that
// operators see what was given up.
const (
	keepEnded  = 3 * 24 * time.Hour
	keepLetter = 7 * 24 * time.Hour // a dead letter with all that is in it; what remains of it then goes
	purgeEvery = 10 * time.Minute
)

const (
	expire       = `UPDATE message SET state = 3, ended = ?1, fault = 'too old: ' || fault WHERE state = 0 AND until <= ?1`
	purgeEnded   = `DELETE FROM message WHERE state >= 2 AND state <> 3 AND ended <= ?1`
	purgeLetters = `DELETE FROM message WHERE state >= 2 AND state = 3 AND ended <= ?1`
	purgeReports = `DELETE FROM report WHERE at <= ?1`
)

// purgeAlways gives up what is too old and erases what has ended long ago, until the context ends.
func (o *Outbox) purgeAlways(ctx context.Context) {
	tick := time.NewTicker(purgeEvery)
	defer tick.Stop()
	for {
		if err := o.Purge(ctx); err != nil && ctx.Err() == nil {
			o.options.Log.Error("old messages are not erased", "err", err)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

// Purge gives up messages that wait too long, and erases what has ended long ago. Run does it every few minutes.
func (o *Outbox) Purge(ctx context.Context) error {
	now := o.options.Now()
	ended, letters := now.Add(-keepEnded).UnixMilli(), now.Add(-keepLetter).UnixMilli()
	old := int64(0)
	err := o.writer.do(ctx, func(tx *tx) (err error) {
		if old, err = tx.count(expire, now.UnixMilli()); err != nil {
			return err
		}
		if err := tx.exec(purgeEnded, ended); err != nil {
			return err
		}
		if err := tx.exec(purgeLetters, letters); err != nil {
			return err
		}
		return tx.exec(purgeReports, ended)
	})
	if err == nil && old > 0 {
		o.options.Log.Error("messages were given up: they waited too long", "messages", old)
	}
	return err
}

const resumeSending = `UPDATE message SET state = 0 WHERE state = 1`

// resume takes up what was being sent when the program ended. Nobody knows whether the provider took it, and a person may
// rather read a message twice than never.
func (o *Outbox) resume(ctx context.Context) error {
	return o.writer.do(ctx, func(tx *tx) error { return tx.exec(resumeSending) })
}
