package voice

import (
	"strconv"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// The keys, everywhere the same; 1 to 4 choose an option of the part that is heard.
const (
	keyLouder = '5'
	keyHome   = '6'
	keySlower = '7'
	keyRepeat = '8'
	keyPerson = '9'
	keyZero   = '0' // a person too: many a line has it so
	keyBack   = '*'
	keyMore   = '#'
)

// allKeys are the keys of a telephone.
const allKeys = "1234567890*#"

// maxKeys is how many keys of one request are read; a gateway sends one.
const maxKeys = 20

// visit is one request of a gateway within a call.
type visit struct {
	channel *Voice
	call    string           // the gateway's id of the call
	step    int              // requests of this call before this one
	keys    string           // pressed since; empty where there was silence
	words   string           // said, where a listener understood some
	reached bool             // the person with whom the caller was connected has talked with them
	phone   channels.Address // of the caller; empty where it is hidden, and for a simulated call

	state state
	again bool
	turn  Turn
	end   bool
}

// Read implements channels.Visit.
func (v *visit) Read(s *dialog.Session) ([]dialog.Input, channels.Verdict) {
	st, known := readState(s.Channel)
	call := hash(v.call)
	v.state, v.again = st, false
	switch {
	case known && st.call == call && int(st.step) != v.step, known && st.before == call && v.step > 0:
		v.again = true
		return nil, channels.Again
	case !known || st.call != call:
		v.state = state{call: call, before: st.call, step: uint16(v.step) + 1, rate: st.rate, louder: st.louder}
		if here := s.Here(); here != "" && here != "notice" {
			v.state.flags |= told
		}
		if v.step > 0 {
			v.state.aside = memoryLost
		}
		return []dialog.Input{{Kind: dialog.Opened}}, channels.Take
	}
	v.state.step++
	v.state.aside = noAside
	inputs := v.inputs(s)
	if len(inputs) > 0 {
		v.state.part = 0
		if s.Here() != "notice" && s.Here() != "" {
			v.state.flags |= told
		}
	}
	return inputs, channels.Take
}

// inputs says what the caller did since the last answer.
func (v *visit) inputs(s *dialog.Session) []dialog.Input {
	st := &v.state
	switch {
	case st.flags&putting != 0:
		v.returned()
		return nil
	case v.words != "":
		st.silences = 0
		return []dialog.Input{{Kind: dialog.Said, Text: v.words}}
	case v.keys == "":
		st.silences = min(st.silences+1, mostSilences)
		return nil
	}
	st.silences = 0
	var inputs []dialog.Input
	for i := range min(len(v.keys), maxKeys) {
		if strings.IndexByte(allKeys, v.keys[i]) >= 0 {
			inputs = v.press(inputs, v.keys[i])
		}
	}
	return inputs
}

// press reads one key. Volume, speed, repeating and the next part are the channel's own affair.
func (v *visit) press(inputs []dialog.Input, key byte) []dialog.Input {
	st := &v.state
	switch key {
	case keyLouder:
		v.louder()
		return inputs
	case keySlower:
		v.slower()
		return inputs
	case keyRepeat:
		return inputs
	case keyMore:
		if st.next == 0 {
			st.aside = nothingMore
		} else {
			st.part, st.next = st.next, 0
		}
		return inputs
	}
	st.part, st.next = 0, 0
	return append(inputs, v.command(key))
}

// command reads a key that the talk itself answers.
func (v *visit) command(key byte) dialog.Input {
	c := dialog.NoCommand
	switch key {
	case keyHome:
		c = dialog.Home
	case keyBack:
		c = dialog.Back
	case keyPerson, keyZero:
		c = dialog.ToPerson
		if v.channel.options.PutOn != "" {
			v.state.flags |= putting
		}
	default:
		v.state.pressed = key
		in := choice(int(v.state.first), key)
		v.state.first = 0 // a further key belongs to the next reply
		return in
	}
	v.state.first = 0
	return dialog.Input{Kind: dialog.Did, Command: c}
}

// choice is the option that a key from 1 to 4 chooses where so many options stood in the parts before.
func choice(first int, key byte) dialog.Input {
	return dialog.Input{Kind: dialog.Said, Text: strconv.Itoa(dialog.OptionKey(first + int(key-'1')))}
}

func (v *visit) louder() {
	st := &v.state
	st.louder++
	switch {
	case st.louder > loudest:
		st.louder, st.aside = 0, nowUsualLoudness
	case st.louder == loudest:
		st.aside = nowLoudest
	default:
		st.aside = nowLouder
	}
}

func (v *visit) slower() {
	st := &v.state
	rate := slower(st.speed())
	st.rate = uint8(rate)
	switch rate {
	case Slowest:
		st.aside = nowSlowest
	case Fast:
		st.aside = nowFast
	case Usual:
		st.aside = nowUsualSpeed
	default:
		st.aside = nowSlower
	}
}

// returned meets a caller again whom we wanted to connect with a person.
func (v *visit) returned() {
	v.state.flags &^= putting
	if v.reached {
		v.state.flags |= hungUp
		return
	}
	v.state.aside = nobodyAnswered
}

// Reach implements channels.Reachable.
func (v *visit) Reach() (channels.Address, string) { return v.phone, "voice/" + v.call }

// Lay implements channels.Visit.
func (v *visit) Lay(e *channels.Edition, s *dialog.Session, r *dialog.Reply) {
	if v.again {
		v.state, _ = readState(s.Channel)
	}
	l := layer{visit: v, edition: e, session: s, reply: r}
	v.turn = l.turn()
	v.end = v.turn.HangUp
	s.Channel = v.state.append(s.Channel)
}
