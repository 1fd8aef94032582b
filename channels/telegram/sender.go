package telegram

import (
	"context"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// Sender carries messages out. It takes them over before Send returns, sends those to one person in their order, and calls
// Deliver for each until that succeeds or says that there is no use.
type Sender interface {
	// Send takes messages over. One with a person and a key that were taken before is known, and is not sent again; so after
	// an error all of them may be handed over once more.
	Send(ctx context.Context, messages ...Outgoing) error
}

// Outgoing is a message on its way. Body is the channel's own and holds no address.
type Outgoing struct {
	Person dialog.Person
	To     channels.Address // to be sealed wherever it is kept
	Key    string           // the same for the same answer to the same update
	Body   []byte
}

// Deliver sends the body of an Outgoing to its address. Its errors say whether to try again and when at the earliest, whether
// nobody is there any more, and whether the trouble is everybody's: see Failure.
type Deliver func(ctx context.Context, to channels.Address, body []byte) error

var _ interface {
	Retry() (time.Duration, bool)
	Gone() bool
	Everybody() bool
} = (*Failure)(nil)
