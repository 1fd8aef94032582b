// Package voice talks on the telephone: a gateway answers the call and asks over HTTP what to say and which keys to wait
// for.
//
// A reply is laid out as a Turn: prompts in the languages in which they are to be spoken, the keys that are expected and how
// long they are waited for. The adapters (Twilio and those compatible with it, Africa's Talking) write the same Turn in the
// XML of their gateway; an endpoint of our own would play it. Everything can be done with the keys alone, nothing is cut off
// without a spoken reason, and a request that comes twice is answered the same.
//
// Reading order: turn.go (what a caller hears and may do), pace.go (how fast, how loud), state.go (the channel's own bytes),
// script.go and phrases.go (a reply cut into parts), visit.go (what a key does), lay.go (a part as a Turn), ladder.go (what is
// said to silence and to wrong keys), verbs.go, twiml.go, signature.go and africastalking.go (the gateways), simulate.go (a
// telephone without a gateway).
package voice

import (
	"context"
	"net/http"
	"net/netip"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/knowledge"
)

// Voice is the channel. It is safe for any number of callers.
type Voice struct {
	desk    *channels.Desk
	persons *channels.Persons
	options Options
}

// Options are what an operator decides.
type Options struct {
	Public  string         // how the world reaches this program, as https://your.host; empty: as the request says
	Token   string         // the auth token with which Twilio signs; empty: no such gateway is served
	Secret  string         // last part of the path for Africa's Talking, who sign nothing; empty: it is not served
	Allow   []netip.Prefix // the only addresses from which Africa's Talking may come; empty: any
	Audio   Audio          // our own prompts; nil: the gateway's voices speak
	PutOn   string         // number to which a caller who asks for a person is put through; empty: the number to call is told
	ReadOn  string         // what to dial to read the same instead of hearing it, as *123#; empty: nothing is said of it
	Patient time.Duration  // how long the first key is waited for; never less than 10 s
	Demo    bool           // answer gateways from a demonstration base too: nobody on a real phone takes it for an authority's word
}

// Audio gives our own audio for what is to be spoken, because the voices of gateways lack many languages.
type Audio interface {
	// Address gives the address, absolute or a path on the shared port, from which a gateway gets the sound of a prompt; not
	// ok where there is none, and the gateway's own voice is to speak. Louder is 0 for the usual loudness, then 1, then 2.
	Address(lang knowledge.Lang, rate, louder int, heard []layout.Heard) (url string, ok bool)
}

// New makes the channel.
func New(d *channels.Desk, secret *channels.Secret, o Options) *Voice {
	o.Patient = max(o.Patient, firstKey)
	return &Voice{desk: d, persons: channels.NewPersons(secret, channels.Telephone), options: o}
}

// Name implements channels.Channel.
func (*Voice) Name() string { return "voice" }

// Run implements channels.Channel: the channel lives on the shared port and has nothing to run.
func (*Voice) Run(ctx context.Context) error {
	<-ctx.Done()
	return nil
}

// Mount implements channels.Mounter.
func (v *Voice) Mount(mux *http.ServeMux) {
	if v.options.Token != "" {
		mux.HandleFunc(TwilioPath, v.twilio)
		mux.HandleFunc(TwilioPath+"/{step}", v.twilio)
	}
	if v.options.Secret != "" {
		mux.HandleFunc(AfricasTalkingPath+"{secret}", v.africasTalking)
		mux.HandleFunc(AfricasTalkingPath+"{secret}/{step}", v.africasTalking)
		mux.HandleFunc(AfricasTalkingPath+"{secret}/{step}/keys", v.africasTalking)
	}
}
