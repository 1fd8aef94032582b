package outbox

import (
	"context"
	"errors"
	"fmt"
)

// Report is what a provider says later of a message that it took. It may come before the receipt is kept, so reports stand
// in a table of their own.
type Report struct {
	Receipt string
	Final   bool   // nothing else will be said
	Good    bool   // it is on the person's phone; says something only where Final
	Reason  string // in the provider's words, without an address
}

// MaxReceipt is the longest receipt.
const MaxReceipt = 200

// A final report stays as it is, whatever comes late.
const noteReport = `INSERT INTO report (channel, receipt, at, final, good, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
	ON CONFLICT (channel, receipt) DO UPDATE SET at = ?3, final = ?4, good = ?5, reason = ?6 WHERE final = 0`

// Reported keeps what a provider says of a message of a channel.
func (o *Outbox) Reported(ctx context.Context, channel string, r Report) error {
	if r.Receipt == "" || len(r.Receipt) > MaxReceipt {
		return errors.New("keep a report: no receipt, or too long")
	}
	var changed int64
	err := o.writer.do(ctx, func(tx *tx) (err error) {
		changed, err = tx.count(noteReport, channel, r.Receipt, o.options.Now().UnixMilli(), r.Final, r.Good, short(r.Reason))
		return err
	})
	if err != nil {
		return fmt.Errorf("keep a report: %w", err)
	}
	if changed > 0 {
		o.options.Observe(Event{Channel: channel, State: Sent, Report: r})
	}
	return nil
}
