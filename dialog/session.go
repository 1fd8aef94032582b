package dialog

import "github.com/plainline/plainline/knowledge"

// Session is where a talk stands: position, choices made, language. It holds no words of anybody and no address.
type Session struct {
	Lang     knowledge.Lang
	Revision string // of the base, when the last reply was made
	Offered  uint32 // hash of the options in the last reply; another base may offer others
	Trail    []Spot // from home to here; the last is where the talk stands
	Given    []Given
	Answers  []Answer // of a check of entitlement, in the order given
	Also     Spot     // offered beside what is shown: a second question, or another language ("language/ru")
	Remark   Remark   // what the next reply must say first
	Wrong    uint8    // inputs in a row that fitted nothing
	Flags    Flags
	Turn     uint32 // turns so far: 1 after the first
	Started  int64  // Unix seconds of the first turn
	Last     int64  // Unix seconds of the last turn
	Channel  []byte // the channel's own bytes, at most MaxChannelBytes; opaque to the engine
}

// Limits of a session.
const (
	MaxChannelBytes = 64
	MaxTrail        = 12
	MaxGiven        = 16
)

// Spot is a place in the talk. ID has the form of an Option's: "home", "service/id-card", "fee/id-card".
type Spot string

// Given is a value the person gave: nothing asks for it again. Key is "passport.who".
type Given struct {
	Key   string
	Value string
}

// Remark is what the next reply says before anything else.
type Remark uint8

// The remarks.
const (
	NoRemark Remark = iota
	WrongKey
	NotUnderstood
	BaseChanged
	NoMore
	TooLong
	Erased
	NotErased  // the store is away: what is kept could not be erased
	WrongValue // the answer to a question of a check cannot be read
	TextComing // an answer will come by SMS
	NotTexted  // no SMS can be sent
)

// Flags are yes/no states of a talk.
type Flags uint8

// The flags.
const (
	Noticed Flags = 1 << iota // the notice of first contact was shown
	Brief                     // the person asked for less: only the first thought of an answer
	Ended                     // the talk was ended by the person
	ByWords                   // words led here: the reply names what was understood, with a way to say no
	Texts                     // the person's telephone can get an SMS from us; the channel says so with every turn
	Hidden                    // a dropped talk was met again: answers are hidden until somebody says that they are theirs
)

// Here gives the spot where the talk stands; "" for a talk that has not begun.
func (s *Session) Here() Spot {
	if len(s.Trail) == 0 {
		return ""
	}
	return s.Trail[len(s.Trail)-1]
}
