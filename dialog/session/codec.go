package session

import (
	"encoding/binary"
	"fmt"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// The encoding is one byte for the format, then the fields: numbers as variable-length integers, texts and lists with
// their length in front. A format only ever appends fields to the one before; a field that an older format lacks
// keeps its zero value. A program reads the formats in decoders and writes the newest.

// MaxBytes is the longest encoding, chosen so that a sealed session stays under 2 KiB.
const MaxBytes = 2000

// format is the one that Append writes.
const format = 4

// decoders has the formats that Decode reads, by their number. Each says whether the text was sound to its end. They
// give values, not pointers, so that decoding leaves nothing on the heap but the session's own parts.
var decoders = [...]func(text string) (s dialog.Session, sound bool){1: decode1, 2: decode2, 3: decode3, 4: decode4}

// Append appends the encoding of s to dst. It allocates only if dst has too little room. The error wraps ErrTooLarge,
// and dst is then as it was.
func Append(dst []byte, s *dialog.Session) ([]byte, error) {
	if err := check(s); err != nil {
		return dst, err
	}
	start := len(dst)
	out := append(dst, format)
	out = append1(out, s)
	out = append2(out, s)
	out = appendText(out, string(s.Also)) // what format 3 added
	out = append4(out, s)
	if n := len(out) - start; n > MaxBytes {
		return dst, fmt.Errorf("%w: %d bytes, at most %d", ErrTooLarge, n, MaxBytes)
	}
	return out, nil
}

// check holds s to the limits that package dialog states.
func check(s *dialog.Session) error {
	switch {
	case len(s.Trail) > dialog.MaxTrail:
		return fmt.Errorf("%w: trail of %d, at most %d", ErrTooLarge, len(s.Trail), dialog.MaxTrail)
	case len(s.Given) > dialog.MaxGiven:
		return fmt.Errorf("%w: %d values given, at most %d", ErrTooLarge, len(s.Given), dialog.MaxGiven)
	case len(s.Answers) > dialog.MaxAnswers:
		return fmt.Errorf("%w: %d answers, at most %d", ErrTooLarge, len(s.Answers), dialog.MaxAnswers)
	case len(s.Channel) > dialog.MaxChannelBytes:
		return fmt.Errorf("%w: %d bytes of the channel, at most %d", ErrTooLarge, len(s.Channel), dialog.MaxChannelBytes)
	}
	return nil
}

// append1 writes what format 1 had. Last is written as the time since Started, which is short.
func append1(out []byte, s *dialog.Session) []byte {
	out = appendText(out, string(s.Lang))
	out = appendText(out, s.Revision)
	out = binary.AppendUvarint(out, uint64(len(s.Trail)))
	for _, spot := range s.Trail {
		out = appendText(out, string(spot))
	}
	out = binary.AppendUvarint(out, uint64(len(s.Given)))
	for _, g := range s.Given {
		out = appendText(out, g.Key)
		out = appendText(out, g.Value)
	}
	out = append(out, byte(s.Flags))
	out = binary.AppendUvarint(out, uint64(s.Turn))
	out = binary.AppendVarint(out, s.Started)
	out = binary.AppendVarint(out, s.Last-s.Started)
	out = binary.AppendUvarint(out, uint64(len(s.Channel)))
	return append(out, s.Channel...)
}

// append2 writes what format 2 added.
func append2(out []byte, s *dialog.Session) []byte {
	out = binary.LittleEndian.AppendUint32(out, s.Offered)
	return append(out, byte(s.Remark), s.Wrong)
}

// append4 writes what format 4 added. Most answers are one small number: a span is written as its start and length.
func append4(out []byte, s *dialog.Session) []byte {
	out = binary.AppendUvarint(out, uint64(len(s.Answers)))
	for _, a := range s.Answers {
		code := uint64(a.Fact) << 1
		if a.Skipped {
			out = binary.AppendUvarint(out, code|1)
			continue
		}
		out = binary.AppendUvarint(out, code)
		out = binary.AppendVarint(out, a.Lo)
		out = binary.AppendVarint(out, a.Hi-a.Lo)
	}
	return out
}

func appendText(out []byte, text string) []byte {
	out = binary.AppendUvarint(out, uint64(len(text)))
	return append(out, text...)
}

// Decode reads an encoding in the newest format or an older one. The session shares no memory with data. The error
// wraps ErrCorrupt and quotes nothing of data.
func Decode(data []byte) (dialog.Session, error) {
	if len(data) == 0 || len(data) > MaxBytes {
		return dialog.Session{}, fmt.Errorf("%w: %d bytes", ErrCorrupt, len(data))
	}
	f := int(data[0])
	if f >= len(decoders) || decoders[f] == nil {
		return dialog.Session{}, fmt.Errorf("%w: format %d is not known", ErrCorrupt, f)
	}
	s, sound := decoders[f](string(data[1:]))
	if !sound {
		return dialog.Session{}, fmt.Errorf("%w: format %d is damaged", ErrCorrupt, f)
	}
	return s, nil
}

func decode1(text string) (s dialog.Session, sound bool) {
	r := reader{rest: text}
	r.fields1(&s)
	return s, r.done()
}

func decode2(text string) (s dialog.Session, sound bool) {
	r := reader{rest: text}
	r.fields1(&s)
	r.fields2(&s)
	return s, r.done()
}

func decode3(text string) (s dialog.Session, sound bool) {
	r := reader{rest: text}
	r.fields1(&s)
	r.fields2(&s)
	s.Also = dialog.Spot(r.text(MaxBytes))
	return s, r.done()
}

func decode4(text string) (s dialog.Session, sound bool) {
	r := reader{rest: text}
	r.fields1(&s)
	r.fields2(&s)
	s.Also = dialog.Spot(r.text(MaxBytes))
	r.fields4(&s)
	return s, r.done()
}

// fields4 reads what format 4 added.
func (r *reader) fields4(s *dialog.Session) {
	n := r.count(dialog.MaxAnswers)
	if n == 0 {
		return
	}
	s.Answers = make([]dialog.Answer, n)
	for i := range s.Answers {
		code := r.uint32()
		s.Answers[i] = dialog.Answer{Fact: uint16(code >> 1), Skipped: code&1 != 0}
		if code&1 == 0 {
			s.Answers[i].Lo = r.varint()
			s.Answers[i].Hi = s.Answers[i].Lo + r.varint()
		}
	}
}

// fields1 reads what format 1 had.
func (r *reader) fields1(s *dialog.Session) {
	s.Lang = knowledge.Lang(r.text(MaxBytes))
	s.Revision = r.text(MaxBytes)
	if n := r.count(dialog.MaxTrail); n > 0 {
		s.Trail = make([]dialog.Spot, n)
		for i := range s.Trail {
			s.Trail[i] = dialog.Spot(r.text(MaxBytes))
		}
	}
	if n := r.count(dialog.MaxGiven); n > 0 {
		s.Given = make([]dialog.Given, n)
		for i := range s.Given {
			s.Given[i] = dialog.Given{Key: r.text(MaxBytes), Value: r.text(MaxBytes)}
		}
	}
	s.Flags = dialog.Flags(r.byte())
	s.Turn = r.uint32()
	s.Started = r.varint()
	s.Last = s.Started + r.varint()
	if channel := r.text(dialog.MaxChannelBytes); channel != "" {
		s.Channel = []byte(channel)
	}
}

// fields2 reads what format 2 added.
func (r *reader) fields2(s *dialog.Session) {
	s.Offered = r.fixed32()
	s.Remark = dialog.Remark(r.byte())
	s.Wrong = r.byte()
}
