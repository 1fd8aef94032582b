package outbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// Job is a message to be taken over.
type Job struct {
	Channel string
	Person  dialog.Person
	Key     string           // the same for the same message, whoever asks again
	Address channels.Address // sealed wherever it is kept
	Body    []byte           // what the channel's Sender understands; sealed too
	Daily   int              // the most messages of this channel to this person in a day; 0: any number
}

// Limits of a Job.
const (
	MaxKey  = 200
	MaxBody = 64 << 10
)

// ErrTooMany says that a person got as many messages today as a Job allows.
var ErrTooMany = errors.New("this person got as many messages as a day allows")

// Accept takes messages over: it returns nil when all of them are on disk, or were before. One that is known by its person
// and key is not taken again, whatever is in it.
func (o *Outbox) Accept(ctx context.Context, jobs ...Job) error {
	rows := make([]row, len(jobs))
	now := o.options.Now()
	for i := range jobs {
		j := &jobs[i]
		if j.Channel == "" || j.Person == "" || j.Key == "" || len(j.Key) > MaxKey || len(j.Body) > MaxBody {
			return fmt.Errorf("accept a message for %q: no channel, person or key, or too long", j.Channel)
		}
		sealed, err := o.seal.seal(j.Channel, j.Person, j.Key, j.Address, j.Body)
		if err != nil {
			return fmt.Errorf("accept a message for %s: %w", j.Channel, err)
		}
		rows[i] = row{job: j, sealed: sealed, at: now}
	}
	err := o.writer.do(ctx, func(tx *tx) error {
		for i := range rows {
			if err := rows[i].insert(tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("accept a message: %w", err)
	}
	for i := range rows {
		if rows[i].fresh {
			o.options.Observe(Event{Channel: jobs[i].Channel, State: Queued})
			if l := o.lanes[jobs[i].Channel]; l != nil {
				l.nudge()
			}
		}
	}
	return nil
}

// row is a message on its way into the file.
type row struct {
	job    *Job
	sealed []byte
	at     time.Time
	fresh  bool // it was not known
}

const (
	insertMessage = `INSERT INTO message (channel, person, key, sealed, accepted, due, until) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)
		ON CONFLICT (person, key) DO NOTHING`
	hasMany = `SELECT 1 WHERE (SELECT count(*) FROM message WHERE person = ?1 AND channel = ?2 AND accepted > ?3 AND key <> ?4) >= ?5`
)

func (r *row) insert(tx *tx) error {
	j, at := r.job, r.at.UnixMilli()
	if j.Daily > 0 {
		full, err := tx.any(hasMany, string(j.Person), j.Channel, r.at.Add(-24*time.Hour).UnixMilli(), j.Key, j.Daily)
		switch {
		case err != nil:
			return err
		case full:
			return refuse{ErrTooMany}
		}
	}
	n, err := tx.count(insertMessage, j.Channel, string(j.Person), j.Key, r.sealed, at, r.at.Add(Patience).UnixMilli())
	r.fresh = n > 0
	return err
}
