package speech

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// The forms of sound in a WAV file that are read: RIFF/WAVE as in the Multimedia Programming Interface 1.0 of 1991, with the
// format codes of RFC 2361.
const (
	formatPCM        = 1
	formatMuLaw      = 7
	formatExtensible = 0xFFFE
)

// Wave is a WAV file: samples of one channel as the file has them.
type Wave struct {
	Rate    int
	Samples []int16
	Cut     bool // the file ends before its sound does, as a stream whose length was not known beforehand
}

// ErrNoWave is the error for bytes that are no WAV file.
var ErrNoWave = errors.New("it is no WAV file")

// The largest rate and number of channels that are read; every rate in use is a multiple of 25.
const (
	maxRate     = 192_000
	maxChannels = 8
)

// DecodeWave reads a WAV file of 16-bit samples or of G.711 µ-law. Several channels become one.
func DecodeWave(data []byte) (Wave, error) {
	var w Wave
	if len(data) < 12 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WAVE" {
		return w, ErrNoWave
	}
	var format, channels, bits int
	for rest := data[12:]; len(rest) >= 8; {
		name, size := string(rest[:4]), int64(binary.LittleEndian.Uint32(rest[4:]))
		rest = rest[8:]
		w.Cut = size > int64(len(rest))
		body := rest[:min(size, int64(len(rest)))]
		switch name {
		case "fmt ":
			if len(body) < 16 {
				return w, fmt.Errorf("the form of its sound is cut off: %w", ErrNoWave)
			}
			format, channels = int(binary.LittleEndian.Uint16(body)), int(binary.LittleEndian.Uint16(body[2:]))
			w.Rate, bits = int(binary.LittleEndian.Uint32(body[4:])), int(binary.LittleEndian.Uint16(body[14:]))
			if format == formatExtensible && len(body) >= 26 {
				format = int(binary.LittleEndian.Uint16(body[24:]))
			}
		case "data":
			if w.Rate < 1000 || w.Rate > maxRate || w.Rate%25 != 0 || channels < 1 || channels > maxChannels {
				return w, fmt.Errorf("it has %d samples a second and %d channels", w.Rate, channels)
			}
			samples, err := decodeSamples(format, bits, body)
			w.Samples = mono(samples, channels)
			return w, err
		}
		if w.Cut {
			break
		}
		rest = rest[min(size+size%2, int64(len(rest))):]
	}
	return w, fmt.Errorf("it holds no sound: %w", ErrNoWave)
}

func decodeSamples(format, bits int, body []byte) ([]int16, error) {
	switch {
	case format == formatPCM && bits == 16:
		samples := make([]int16, len(body)/2)
		for i := range samples {
			samples[i] = int16(binary.LittleEndian.Uint16(body[2*i:]))
		}
		return samples, nil
	case format == formatMuLaw && bits == 8:
		samples := make([]int16, len(body))
		for i, b := range body {
			samples[i] = fromMuLaw(b)
		}
		return samples, nil
	}
	return nil, fmt.Errorf("its sound has format %d with %d bits; save it as PCM with 16 bits", format, bits)
}

// mono gives the mean of the channels.
func mono(samples []int16, channels int) []int16 {
	if channels == 1 {
		return samples
	}
	out := make([]int16, len(samples)/channels)
	for i := range out {
		sum := 0
		for _, v := range samples[i*channels : (i+1)*channels] {
			sum += int(v)
		}
		out[i] = int16(sum / channels)
	}
	return out
}

// EncodeWave writes a sound as a WAV file of 16-bit samples.
func EncodeWave(s Sound) []byte {
	body := make([]byte, 0, 2*len(s))
	for _, v := range s {
		body = binary.LittleEndian.AppendUint16(body, uint16(v))
	}
	return waveFile(formatPCM, 16, body)
}

// EncodeMuLaw writes a sound as a WAV file of G.711 µ-law, half the size: what a line carries in any case.
func EncodeMuLaw(s Sound) []byte {
	body := make([]byte, len(s))
	for i, v := range s {
		body[i] = toMuLaw(v)
	}
	return waveFile(formatMuLaw, 8, body)
}

func waveFile(format, bits int, body []byte) []byte {
	le := binary.LittleEndian
	b := make([]byte, 0, 44+len(body)+1)
	b = append(b, "RIFF"...)
	b = le.AppendUint32(b, uint32(36+len(body)+len(body)%2))
	b = append(b, "WAVEfmt "...)
	b = le.AppendUint32(b, 16)
	b = le.AppendUint16(b, uint16(format))
	b = le.AppendUint16(b, 1)
	b = le.AppendUint32(b, Rate)
	b = le.AppendUint32(b, uint32(Rate*bits/8))
	b = le.AppendUint16(b, uint16(bits/8))
	b = le.AppendUint16(b, uint16(bits))
	b = append(b, "data"...)
	b = le.AppendUint32(b, uint32(len(body)))
	b = append(b, body...)
	if len(body)%2 == 1 {
		b = append(b, 0)
	}
	return b
}

// µ-law, ITU-T G.711 clause 3.2, with the numbers of its reference form: 14 bits, a bias of 33, here shifted by two bits.
const (
	muBias = 0x84
	muMost = math.MaxInt16 - muBias
)

func toMuLaw(v int16) byte {
	x, sign := int(v), byte(0)
	if x < 0 {
		x, sign = -x, 0x80
	}
	x = min(x, muMost) + muBias
	segment := 7
	for mask := 0x4000; segment > 0 && x&mask == 0; mask >>= 1 {
		segment--
	}
	return ^(sign | byte(segment<<4) | byte(x>>(segment+3)&0x0F))
}

func fromMuLaw(b byte) int16 {
	b = ^b
	segment := int(b >> 4 & 7)
	x := (int(b&0x0F)<<3+muBias)<<segment - muBias
	if b&0x80 != 0 {
		return int16(-x)
	}
	return int16(x)
}
