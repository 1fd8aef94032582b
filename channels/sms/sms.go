// Package sms sends answers as SMS to people who asked for them on a telephone, through Africa's Talking.
//
// A promise is kept in the outbox before the person is told of it, and is known again: the same answer goes out once in a
// talk, however often a gateway repeats itself. An SMS holds the whole answer with its source and code in at most three
// parts, or as much of it as fits and the number to call. Nothing comes back but reports of delivery.
//
// Reading order: text.go (what an SMS says), send.go and failure.go (the provider), report.go (what became of it).
package sms

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
)

// Options are what an operator decides, and what comes from outside.
type Options struct {
	User   string         // of Africa's Talking; "sandbox" for trying
	Key    string         // of their API
	From   string         // sender id or short code; empty: theirs
	Server string         // of the API; empty: theirs
	Secret string         // last part of the path for reports; empty: none are taken
	Allow  []netip.Prefix // the only addresses from which reports may come; empty: any
	Log    *slog.Logger   // nil: nobody is told
	Client *http.Client   // nil: one of its own
}

// SMS sends answers. It is safe for any number of callers.
type SMS struct {
	box     *outbox.Outbox
	options Options
	key     []byte // of delivery keys
	client  *http.Client
}

// Name is the name of the channel in the outbox.
const Name = "sms"

const (
	daily  = 10 // the most SMS to one person in a day: each costs money
	atOnce = 8
)

// The servers of Africa's Talking.
const (
	live    = "https://api.africastalking.com"
	sandbox = "https://api.sandbox.africastalking.com"
)

// New makes the channel and lets the outbox send through it.
func New(box *outbox.Outbox, secret *channels.Secret, o Options) *SMS {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Server = strings.TrimSuffix(o.Server, "/"); o.Server == "" {
		if o.Server = live; o.User == "sandbox" {
			o.Server = sandbox
		}
	}
	client := http.Client{}
	if o.Client != nil {
		client = *o.Client
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse } // the key goes nowhere else
	s := &SMS{box: box, options: o, key: secret.Derive("sms/key"), client: &client}
	box.Carry(Name, s, atOnce)
	return s
}

// Promise keeps a promise that a talk made; it is for channels.Desk.
func (s *SMS) Promise(ctx context.Context, p channels.Promised) error {
	text := Text(p.Edition, p.Answer)
	return s.box.Accept(ctx, outbox.Job{
		Channel: Name, Person: p.Person, Key: s.deliveryKey(p.Talk, string(p.Effect.Spot), text), Address: p.To, Body: []byte(text), Daily: daily,
	})
}

// deliveryKey is the same for the same answer in the same talk. It is a keyed hash, because it is kept longer than the answer
// and must not tell which one it was.
func (s *SMS) deliveryKey(parts ...string) string {
	m := hmac.New(sha256.New, s.key)
	for _, part := range parts {
		m.Write(binary.AppendUvarint(nil, uint64(len(part))))
		m.Write([]byte(part))
	}
	return Name + "/" + base64.RawURLEncoding.EncodeToString(m.Sum(nil)[:16])
}

// Mount implements channels.Mounter: the address for reports.
func (s *SMS) Mount(mux *http.ServeMux) {
	if s.options.Secret != "" {
		mux.HandleFunc(Path+"{secret}", s.report)
	}
}
