package telegram

import (
	"context"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// Sender carries messages out. It takes each over before Send returns, sends those to one person in their order, and calls
// Deliver until that succeeds or says that there is no use.
type Sender interface {
	// Send takes a message over. One with a person and a key that were taken before is known, and is not sent again.
	Send(ctx context.Context, m Outgoing) error
}

// Outgoing is a message on its way. Body is the channel's own and holds no address.
type Outgoing struct {
	Person dialog.Person
	To     channels.Address // to be sealed wherever it is kept
	Key    string           // the same for the same answer to the same update
	Body   []byte
}

// Deliver sends the body of an Outgoing to its address. Its errors have a method Retry() (time.Duration, bool) that says
// whether to try again, and when at the earliest.
type Deliver func(ctx context.Context, to channels.Address, body []byte) error

var _ interface {
	Retry() (time.Duration, bool)
} = (*Failure)(nil)
