package outbox

import (
	"context"
	"time"
)

// What is noted after a try. What a sent message held is erased in the same moment; that of one that was given up is kept
// for a while, so that an operator may send it again.
const (
	noteSent  = `UPDATE message SET state = 2, ended = ?2, receipt = ?3, fault = '', sealed = NULL WHERE id = ?1`
	noteLater = `UPDATE message SET state = 0, due = ?2, fault = ?3 WHERE id = ?1`
	noteDead  = `UPDATE message SET state = 3, ended = ?2, fault = ?3 WHERE id = ?1`
	noteGone  = `UPDATE message SET state = 4, ended = ?1, sealed = NULL WHERE channel = ?2 AND person = ?3 AND state < 2`
)

// MaxTries is how often a message is sent at most, so that one at which the program dies is left aside in the end.
const MaxTries = 200

// outcome is what came of a try.
type outcome struct {
	state   State
	receipt string
	fault   string
	pause   time.Duration
}

// try sends a message and notes what came of it. While the disk refuses the note, nothing else is sent to this person.
func (l *lane) try(ctx context.Context, m waiting) {
	out := l.send(ctx, &m)
	now := l.outbox.options.Now()
	note := func(tx *tx) error { return out.note(tx, l.channel, &m, now) }
	for said := false; ; said = true {
		err := l.outbox.writer.do(context.WithoutCancel(ctx), note)
		if err == nil {
			break
		}
		if !said {
			l.outbox.options.Log.Error("a message may be sent twice: what came of it cannot be kept", "channel", l.channel, "err", err)
		}
		select {
		case <-time.After(lookAgain):
		case <-ctx.Done():
			return
		}
	}
	switch out.state {
	case Queued:
		time.AfterFunc(out.pause, l.nudge)
	case Dead:
		l.outbox.options.Log.Error("a message was given up", "channel", l.channel, "tries", m.tries, "err", out.fault)
	}
	l.outbox.options.Observe(Event{Channel: l.channel, State: out.state, Tries: m.tries, Took: now.Sub(m.accepted)})
}

// send opens a message and gives it to the Sender.
func (l *lane) send(ctx context.Context, m *waiting) outcome {
	to, body, err := l.outbox.seal.open(l.channel, m.person, m.key, m.sealed)
	if err != nil {
		return outcome{state: Dead, fault: err.Error()}
	}
	call, cancel := context.WithTimeout(ctx, sendFor)
	defer cancel()
	receipt, err := l.sender.Send(call, to, body)
	if err == nil {
		return outcome{state: Sent, receipt: receipt}
	}
	after, again := Retry(err)
	out := outcome{state: Queued, fault: short(err.Error()), pause: pause(m.tries, after, l.outbox.options.Jitter())}
	switch {
	case gone(err):
		out.state = Gone
	case !again || m.tries >= MaxTries:
		out.state = Dead
	case everybody(err):
		l.holdUntil(l.outbox.options.Now().Add(out.pause))
	}
	return out
}

func (out *outcome) note(tx *tx, channel string, m *waiting, now time.Time) error {
	at := now.UnixMilli()
	switch out.state {
	case Sent:
		return tx.exec(noteSent, m.id, at, out.receipt)
	case Dead:
		return tx.exec(noteDead, m.id, at, out.fault)
	case Gone:
		return tx.exec(noteGone, at, channel, string(m.person))
	}
	return tx.exec(noteLater, m.id, now.Add(out.pause).UnixMilli(), out.fault)
}
