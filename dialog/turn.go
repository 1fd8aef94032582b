package dialog

import "log/slog"

// Person is who is talking: a keyed hash of the address, made at the adapter's edge. It never prints whole.
type Person string

// String gives the first characters only, enough to follow a talk in a log.
func (p Person) String() string {
	if len(p) > 6 {
		return string(p[:6])
	}
	return string(p)
}

// LogValue implements slog.LogValuer.
func (p Person) LogValue() slog.Value { return slog.StringValue(p.String()) }

// InputKind says what the person did.
type InputKind uint8

// The kinds of input.
const (
	Opened InputKind = iota + 1 // dialled, opened the page, started the chat
	Said                        // typed or spoke Text
	Chose                       // chose the option with the ID Option
	Did                         // gave the Command
	HungUp                      // left
)

// Input is what the person did in one turn. Text is as typed, at most MaxSaid bytes, and is never stored or logged.
type Input struct {
	Kind    InputKind
	Text    string
	Option  string
	Command Command
}

// MaxSaid is the longest text in bytes that is read; longer input is answered with a request for fewer words.
const MaxSaid = 1000

// Command is what works in every place of a talk, by a key or by a word of any language of the base.
type Command uint8

// The commands.
const (
	NoCommand Command = iota
	Repeat
	Back
	Home
	Help
	ToPerson
	Languages
	Shorter
	Stop
	More // the next page; a channel that pages does it itself
)

// CommandNames gives the names under which lang files list the words of each command.
var CommandNames = [...]string{Repeat: "repeat", Back: "back", Home: "home", Help: "help", ToPerson: "person", Languages: "language", Shorter: "shorter", Stop: "stop", More: "more"}
