package outbox

import (
	"context"
	"errors"
	"time"

	"github.com/plainline/plainline/channels"
)

// Sender hands one message to a provider. The receipt is the provider's name for it, by which a later report is known; it may
// be empty. An error says nothing of the address or the words, and may have these methods:
//
//	Retry() (after time.Duration, again bool)  whether to try again, and when at the earliest
//	Gone() bool                                nobody is there, or wants to hear from us: what waits for them is dropped
//	Everybody() bool                           it is not about this message: the channel waits
//
// An error without Retry is tried again.
type Sender interface {
	Send(ctx context.Context, to channels.Address, body []byte) (receipt string, err error)
}

// SenderFunc is a function as a Sender.
type SenderFunc func(ctx context.Context, to channels.Address, body []byte) (receipt string, err error)

// Send implements Sender.
func (f SenderFunc) Send(ctx context.Context, to channels.Address, body []byte) (string, error) {
	return f(ctx, to, body)
}

// Retry asks the error of a Sender whether to try again, and when at the earliest.
func Retry(err error) (after time.Duration, again bool) {
	var r interface {
		Retry() (time.Duration, bool)
	}
	if errors.As(err, &r) {
		return r.Retry()
	}
	return 0, true
}

func gone(err error) bool {
	var g interface{ Gone() bool }
	return errors.As(err, &g) && g.Gone()
}

func everybody(err error) bool {
	var e interface{ Everybody() bool }
	return errors.As(err, &e) && e.Everybody()
}

// The pauses between tries: each is twice the one before.
const (
	leastPause = time.Second
	mostPause  = 10 * time.Minute
)

// pause is how long to wait after so many tries, at least as long as the provider asks. Jitter from 0 to 1 adds up to half.
func pause(tries int, after time.Duration, jitter float64) time.Duration {
	d := mostPause
	if n := max(tries-1, 0); n < 10 {
		d = min(leastPause<<n, mostPause)
	}
	d = max(d, min(after, Patience))
	return d + time.Duration(jitter*float64(d)/2)
}

// short cuts what a provider said to what is worth keeping.
func short(text string) string {
	const most = 200
	if len(text) > most {
		return text[:most]
	}
	return text
}
