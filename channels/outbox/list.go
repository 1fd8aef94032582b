package outbox

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Count says how many messages of a channel are in a state, and of those that are sent, what providers said later.
type Count struct {
	Channel  string
	State    State
	Messages int
	Arrived  int
	Undone   int       // the provider says that they never arrived
	Oldest   time.Time // when the oldest was accepted
}

const countMessages = `SELECT m.channel, m.state, count(*), coalesce(sum(r.final AND r.good), 0), coalesce(sum(r.final AND NOT r.good), 0), min(m.accepted)
	FROM message AS m LEFT JOIN report AS r ON r.channel = m.channel AND r.receipt = m.receipt AND m.receipt <> ''
	GROUP BY m.channel, m.state ORDER BY m.channel, m.state`

// Counts gives how many messages there are, by channel and state. Those that ended long ago are not counted, see Run.
func (o *Outbox) Counts(ctx context.Context) (all []Count, err error) {
	err = o.writer.do(ctx, func(tx *tx) error {
		rows, err := tx.query(countMessages)
		if err != nil {
			return err
		}
		for rows.Next() {
			var c Count
			var oldest int64
			if err = rows.Scan(&c.Channel, &c.State, &c.Messages, &c.Arrived, &c.Undone, &oldest); err != nil {
				break
			}
			c.Oldest = time.UnixMilli(oldest)
			all = append(all, c)
		}
		return errors.Join(err, rows.Err(), rows.Close())
	})
	if err != nil {
		return nil, fmt.Errorf("count messages: %w", err)
	}
	return all, nil
}

// Letter is a message that was given up.
type Letter struct {
	ID       int64
	Channel  string
	Accepted time.Time
	Ended    time.Time
	Tries    int
	Fault    string // what was said last
	Kept     bool   // it can be sent again
}

const listDead = `SELECT id, channel, accepted, ended, tries, fault, sealed IS NOT NULL FROM message WHERE state = 3 ORDER BY id LIMIT ?1`

// DeadLetters lists messages that were given up, the oldest first.
func (o *Outbox) DeadLetters(ctx context.Context, most int) (all []Letter, err error) {
	err = o.writer.do(ctx, func(tx *tx) error {
		rows, err := tx.query(listDead, most)
		if err != nil {
			return err
		}
		for rows.Next() {
			var l Letter
			var accepted, ended int64
			if err = rows.Scan(&l.ID, &l.Channel, &accepted, &ended, &l.Tries, &l.Fault, &l.Kept); err != nil {
				break
			}
			l.Accepted, l.Ended = time.UnixMilli(accepted), time.UnixMilli(ended)
			all = append(all, l)
		}
		return errors.Join(err, rows.Err(), rows.Close())
	})
	if err != nil {
		return nil, fmt.Errorf("list dead letters: %w", err)
	}
	return all, nil
}

const revive = `UPDATE message SET state = 0, due = ?1, until = ?2, ended = 0, tries = 0 WHERE state = 3 AND sealed IS NOT NULL`

// Revive sends dead letters again, those with the given ids or, where none is given, all of them. It says how many.
func (o *Outbox) Revive(ctx context.Context, ids ...int64) (n int64, err error) {
	now := o.options.Now()
	at, until := now.UnixMilli(), now.Add(Patience).UnixMilli()
	err = o.writer.do(ctx, func(tx *tx) (err error) {
		if len(ids) == 0 {
			n, err = tx.count(revive, at, until)
			return err
		}
		for _, id := range ids {
			one, err := tx.count(revive+" AND id = ?3", at, until, id)
			if err != nil {
				return err
			}
			n += one
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("send dead letters again: %w", err)
	}
	for _, l := range o.lanes {
		l.nudge()
	}
	return n, nil
}
