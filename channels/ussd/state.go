package ussd

import (
	"encoding/binary"
)

// state is what the channel keeps in the session: which page is on the screen, in which session of the gateway, and how
// much of the cumulative input was answered.
type state struct {
	page    uint8
	gateway uint64 // hash of the gateway's session id
	length  uint16 // of the cumulative input answered so far
	input   uint64 // its hash
	before  uint64 // hash of the gateway's session before this one, whose requests may still come
}

// tag opens the bytes, so that the bytes of another channel on the same telephone number are seen as none.
const tag = 'u'

const stateSize = 1 + 1 + 8 + 2 + 8 + 8

func readState(b []byte) (st state, ok bool) {
	if len(b) != stateSize || b[0] != tag {
		return st, false
	}
	return state{
		page:    b[1],
		gateway: binary.LittleEndian.Uint64(b[2:]),
		length:  binary.LittleEndian.Uint16(b[10:]),
		input:   binary.LittleEndian.Uint64(b[12:]),
		before:  binary.LittleEndian.Uint64(b[20:]),
	}, true
}

func (st state) append(b []byte) []byte {
	b = append(b[:0], tag, st.page)
	b = binary.LittleEndian.AppendUint64(b, st.gateway)
	b = binary.LittleEndian.AppendUint16(b, st.length)
	b = binary.LittleEndian.AppendUint64(b, st.input)
	return binary.LittleEndian.AppendUint64(b, st.before)
}
