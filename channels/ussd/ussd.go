// Package ussd talks with feature phones over USSD: an HTTP gateway sends what was keyed in, and gets back one screen.
//
// One screen is one page of a reply within the budget of a profile. What the person keys in arrives joined by * since the
// first key of the talk, so a lost, repeated or late request is seen for what it is, and a talk whose session was lost is
// played again from its keys.
//
// Reading order: state.go (the channel's own bytes), visit.go (one request), africastalking.go (the gateway's form),
// simulate.go (a phone without a gateway).
package ussd

import (
	"context"
	"net/http"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
)

// USSD is the channel. It is safe for any number of callers.
type USSD struct {
	desk    *channels.Desk
	persons *channels.Persons
	budget  layout.Budget
	options Options
}

// Options are what an operator decides.
type Options struct {
	Profile string // of layout.Profiles; empty is the default of 160 octets
	Secret  string // last part of the endpoint's path; empty: no gateway is served
	Demo    bool   // answer gateways from a demonstration base too: nobody at a real phone takes it for an authority's word
}

// Path is where the Africa's Talking endpoint stands; the secret follows.
const Path = "/ussd/africastalking/"

// New makes the channel.
func New(d *channels.Desk, secret *channels.Secret, o Options) *USSD {
	b, ok := layout.Lookup(o.Profile)
	if !ok {
		b = layout.USSD160()
	}
	return &USSD{desk: d, persons: channels.NewPersons(secret, channels.Telephone), budget: b, options: o}
}

// Name implements channels.Channel.
func (*USSD) Name() string { return "ussd" }

// Run implements channels.Channel: the channel lives on the shared port and has nothing to run.
func (*USSD) Run(ctx context.Context) error {
	<-ctx.Done()
	return nil
}

// Mount implements channels.Mounter.
func (u *USSD) Mount(mux *http.ServeMux) {
	if u.options.Secret != "" {
		mux.HandleFunc(Path+"{secret}", u.africasTalking)
	}
}
