package learn

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"unicode/utf8"
)

// The first bytes of a stored model. The version changes whenever what is stored, or what is read from a text, changes. The
// last four bytes are a checksum of all others.
const (
	magic   = "plainline-learn"
	version = 2
	sumSize = 4
)

// What may be wrong with a stored model.
var (
	errNotModel = errors.New("not a stored model")
	errVersion  = errors.New("stored by another version")
	errShort    = errors.New("cut short")
	errDamaged  = errors.New("damaged")
)

// number is any number that is stored as it is.
type number interface {
	~uint8 | ~int8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}

// putAll appends a count and the numbers.
func putAll[N number](b []byte, list []N) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	b, _ = binary.Append(b, binary.LittleEndian, list) // numbers of fixed size always fit
	return b
}

func putTexts(b []byte, list []string) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	for _, s := range list {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return b
}

// decoder reads what was put. After the first mistake it reads nothing more.
type decoder struct {
	b   []byte
	err error
}

// getAll reads a count and the numbers; it never makes room for more than there are bytes.
func getAll[N number](d *decoder) []N {
	var one N
	n := d.count(binary.Size(one))
	list, size := make([]N, n), n*binary.Size(one)
	if _, err := binary.Decode(d.b[:size], binary.LittleEndian, list); err != nil {
		d.fail(errShort)
		return nil
	}
	d.b = d.b[size:]
	return list
}

// count reads how many things of at least size bytes follow.
func (d *decoder) count(size int) int {
	if len(d.b) < 4 {
		d.fail(errShort)
		return 0
	}
	n := uint64(binary.LittleEndian.Uint32(d.b))
	if d.b = d.b[4:]; n*uint64(size) > uint64(len(d.b)) {
		d.fail(errShort)
		return 0
	}
	return int(n)
}

func (d *decoder) texts() []string {
	n := d.count(1)
	list := make([]string, 0, n)
	for range n {
		l, used := binary.Uvarint(d.b)
		if used <= 0 || l > uint64(len(d.b)-used) {
			d.fail(errShort)
			return nil
		}
		s := string(d.b[used : used+int(l)])
		d.b = d.b[used+int(l):]
		if !utf8.ValidString(s) {
			d.fail(errDamaged)
		}
		list = append(list, s)
	}
	return list
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err, d.b = err, nil
	}
}

// must fails unless all is true.
func (d *decoder) must(all ...bool) {
	for _, ok := range all {
		if !ok {
			d.fail(errDamaged)
		}
	}
}

// begin writes the first bytes of what is stored.
func begin(kind byte) []byte { return append([]byte(magic), kind, version) }

// seal adds the checksum.
func seal(b []byte) []byte { return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)) }

// open reads the first bytes and the checksum.
func open(b []byte, kind byte) *decoder {
	d, head := &decoder{}, len(magic)+2
	switch {
	case len(b) < head || string(b[:len(magic)]) != magic || b[len(magic)] != kind:
		d.fail(errNotModel)
	case b[len(magic)+1] != version:
		d.fail(errVersion)
	case len(b) < head+sumSize:
		d.fail(errShort)
	case binary.LittleEndian.Uint32(b[len(b)-sumSize:]) != crc32.ChecksumIEEE(b[:len(b)-sumSize]):
		d.fail(errDamaged)
	default:
		d.b = b[head : len(b)-sumSize]
	}
	return d
}

func (d *decoder) end(what string) error {
	d.must(len(d.b) == 0)
	if d.err != nil {
		return fmt.Errorf("read %s: %w", what, d.err)
	}
	return nil
}

// rising says whether the starts of lists go from 0 to the end and never back.
func rising(start []uint32, lists, end int) bool {
	if len(start) != lists+1 || start[0] != 0 || int(start[lists]) != end {
		return false
	}
	for i := range lists {
		if start[i] > start[i+1] {
			return false
		}
	}
	return true
}

// below says whether all numbers are below n.
func below[N uint16 | uint32](list []N, n int) bool {
	for _, x := range list {
		if int(x) >= n {
			return false
		}
	}
	return true
}

// finite says whether all numbers are.
func finite[N float32 | float64](list []N) bool {
	for _, x := range list {
		if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
			return false
		}
	}
	return true
}
