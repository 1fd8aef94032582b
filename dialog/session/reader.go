package session

import "math"

// reader takes fields from the front of an encoding. After the first field that is not there it is bad and gives zero
// values only. It reads from a string so that the texts it gives share the encoding's memory: one allocation for all.
type reader struct {
	rest string
	bad  bool
}

func (r *reader) byte() byte {
	if len(r.rest) == 0 {
		r.fail()
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

// uvarint reads the variable-length form of package encoding/binary.
func (r *reader) uvarint() uint64 {
	var v uint64
	for shift := 0; shift < 64; shift += 7 {
		b := r.byte()
		if shift == 63 && b > 1 {
			break // more than 64 bits
		}
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	r.fail()
	return 0
}

func (r *reader) varint() int64 {
	u := r.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

func (r *reader) uint32() uint32 {
	u := r.uvarint()
	if u > math.MaxUint32 {
		r.fail()
		return 0
	}
	return uint32(u)
}

func (r *reader) fixed32() uint32 {
	return uint32(r.byte()) | uint32(r.byte())<<8 | uint32(r.byte())<<16 | uint32(r.byte())<<24
}

// count reads the length of a list.
func (r *reader) count(most int) int {
	n := r.uvarint()
	if n > uint64(most) {
		r.fail()
		return 0
	}
	return int(n)
}

// text reads at most that many bytes.
func (r *reader) text(most int) string {
	n := r.count(most)
	if n > len(r.rest) {
		r.fail()
		return ""
	}
	text := r.rest[:n]
	r.rest = r.rest[n:]
	return text
}

// done says whether the encoding was sound and is used up.
func (r *reader) done() bool { return !r.bad && r.rest == "" }

func (r *reader) fail() {
	r.bad = true
	r.rest = ""
}
