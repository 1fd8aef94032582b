// Package channels holds what all channels share: the Channel contract, the Desk that takes a turn for every one of them,
// addresses and their keyed hashes, and the one table of keys.
//
// A channel parses what its gateway sends, asks the Desk, and lays the reply out. It never talks to the engine or the
// session store itself, and never to another channel.
package channels

import (
	"context"
	"net/http"

	"github.com/plainline/plainline/knowledge"
)

// Channel is one way to talk with people. Run works until the context ends; a channel that lives on the shared port has
// nothing to run and only mounts.
type Channel interface {
	Name() string
	Run(ctx context.Context) error
}

// Mounter is a channel with addresses on the shared HTTP port.
type Mounter interface {
	Mount(mux *http.ServeMux)
}

// Simulator plays a channel without its gateway: what a person at it would see after doing something. The player of
// transcripts, the channel exam, the simulator page and "chat -as" use it.
type Simulator interface {
	Simulate(ctx context.Context, who string, did Action) (Shown, error)
}

// Redeliverer is a Simulator whose gateway may deliver a request twice: what is sent back for the second delivery.
type Redeliverer interface {
	Redeliver(ctx context.Context, who string) (Shown, error)
}

// Action is what a simulated person does: types Input, or one of Dial and HangUp.
type Action struct {
	Dial   bool // calls the code, opens the page, starts the chat
	HangUp bool // leaves without a word
	Input  string
}

// Shown is what a simulated person sees: the screen or message as text, and whether the talk has ended.
type Shown struct {
	Text    string
	Further []string       // messages that follow at once, on a channel that pushes
	Lang    knowledge.Lang // of Text; empty where the channel does not say
	Note    string         // about the screen, as "152 of 160 septets"
	More    string         // the key for the next part, where there is one and the text does not end with it
	End     bool
}
