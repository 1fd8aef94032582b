package telegram

import "encoding/binary"

// state is what the channel keeps in the session: which updates were taken last, and the last message, which may be edited.
type state struct {
	taken   [8]uint32 // the last updates' numbers, newest first; 0 for none
	message uint32    // the last message of the person that was taken
	mark    uint32    // keyed hash of its words, so that an edit that changed no word is known
	edited  bool      // it was edited already
}

// tag opens the bytes; the second byte is the form of the rest.
const (
	tag     = 't'
	form    = 1
	sizeOf  = 3 + 8*4 + 4 + 4
	flagged = 1
)

func readState(b []byte) (st state) {
	if len(b) != sizeOf || b[0] != tag || b[1] != form {
		return st
	}
	st.edited = b[2]&flagged != 0
	for i := range st.taken {
		st.taken[i] = binary.LittleEndian.Uint32(b[3+4*i:])
	}
	rest := b[3+4*len(st.taken):]
	st.message, st.mark = binary.LittleEndian.Uint32(rest), binary.LittleEndian.Uint32(rest[4:])
	return st
}

func (st *state) append(b []byte) []byte {
	flags := byte(0)
	if st.edited {
		flags |= flagged
	}
	b = append(b[:0], tag, form, flags)
	for _, n := range st.taken {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(b, st.message), st.mark)
}

// seen says whether an update was taken before; old, that it is older than all that are remembered, so that nobody knows.
func (st *state) seen(id uint32) (seen, old bool) {
	old = true
	for _, n := range st.taken {
		if n == id && id != 0 {
			return true, false
		}
		old = old && n > id
	}
	return false, old
}

// take remembers an update.
func (st *state) take(id uint32) {
	copy(st.taken[1:], st.taken[:])
	st.taken[0] = id
}
