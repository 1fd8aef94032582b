package voice

import "encoding/binary"

// state is what the channel keeps in the session: which call and which request of it was answered last, which part is heard,
// how fast and how loud, and what the channel itself has to say.
type state struct {
	call     uint64 // hash of the gateway's id of the call
	before   uint64 // hash of the call before this one, whose requests may still come
	step     uint16 // requests answered in this call
	part     uint8  // place in the reply from which is heard
	next     uint8  // place that # leads to; 0 for none
	first    uint8  // number of options before those of the part
	rate     uint8  // words a minute; 0 is the usual
	louder   uint8
	silences uint8 // in a row
	pressed  byte  // the last key that was to choose an option
	aside    aside // what the channel says before the reply
	flags    flags
}

// aside is what the channel itself says before a reply.
type aside uint8

// The asides, each with its phrase in asidePhrases.
const (
	noAside aside = iota
	nowSlower
	nowSlowest
	nowFast
	nowUsualSpeed
	nowLouder
	nowLoudest
	nowUsualLoudness
	nothingMore
	nobodyAnswered
	memoryLost // the call goes on, but what was said before is gone
	lastAside  = memoryLost
)

// flags are yes/no states of a call.
type flags uint8

const (
	told    flags = 1 << iota // the notice of first contact was heard
	putting                   // the caller is being put through to a person
	hungUp                    // the channel ended the call
)

// tag opens the bytes, so that the bytes of another channel on the same telephone number are seen as none.
const tag = 'v'

// stateSize is far below dialog.MaxChannelBytes.
const stateSize = 1 + 8 + 8 + 2 + 9

func readState(b []byte) (st state, ok bool) {
	if len(b) != stateSize || b[0] != tag || aside(b[26]) > lastAside || b[22] != 0 && (b[22] < Slowest || b[22] > Fast) {
		return st, false
	}
	st = state{
		call:     binary.LittleEndian.Uint64(b[1:]),
		before:   binary.LittleEndian.Uint64(b[9:]),
		step:     binary.LittleEndian.Uint16(b[17:]),
		part:     b[19],
		next:     b[20],
		first:    b[21],
		rate:     b[22],
		louder:   min(b[23], loudest),
		silences: b[24],
		pressed:  b[25],
		aside:    aside(b[26]),
		flags:    flags(b[27]),
	}
	return st, true
}

func (st state) append(b []byte) []byte {
	b = append(b[:0], tag)
	b = binary.LittleEndian.AppendUint64(b, st.call)
	b = binary.LittleEndian.AppendUint64(b, st.before)
	b = binary.LittleEndian.AppendUint16(b, st.step)
	return append(b, st.part, st.next, st.first, st.rate, st.louder, st.silences, st.pressed, byte(st.aside), byte(st.flags))
}

// speed gives the rate in words a minute.
func (st *state) speed() int {
	if st.rate == 0 {
		return Usual
	}
	return int(st.rate)
}

// hash is FNV-1a of 64 bits, enough to tell one call from another.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
