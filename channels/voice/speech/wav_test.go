package speech_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels/voice/speech"
)

func TestWaveThereAndBack(t *testing.T) {
	t.Parallel()
	want := speech.Sound(tone(440, speech.Rate, 0.1, 12000))
	got, err := speech.DecodeWave(speech.EncodeWave(want))
	if err != nil || got.Rate != speech.Rate || !slices.Equal(got.Samples, want) {
		t.Errorf("16 bits: %d samples at %d Hz, %v; want the same %d", len(got.Samples), got.Rate, err, len(want))
	}
	got, err = speech.DecodeWave(speech.EncodeMuLaw(want[:799]))
	if err != nil || len(got.Samples) != 799 || got.Cut {
		t.Fatalf("µ-law: %d samples, %v", len(got.Samples), err)
	}
	for i, v := range got.Samples {
		if diff := int(v) - int(want[i]); diff*diff > 300*300 {
			t.Fatalf("µ-law: sample %d is %d, was %d", i, v, want[i])
		}
	}
}

// TestMuLaw compares with values of ITU-T G.711, table 2a: the ends, the middle and the steps of segments.
func TestMuLaw(t *testing.T) {
	t.Parallel()
	for code, want := range map[byte]int16{0x80: 32124, 0x00: -32124, 0xFF: 0, 0x8F: 16764, 0x9F: 8316, 0xEF: 132, 0xF0: 120} {
		wave := speech.EncodeMuLaw(nil)
		wave = append(wave, code)
		wave[40] = 1 // the length of the sound
		got, err := speech.DecodeWave(wave)
		if err != nil || len(got.Samples) != 1 || got.Samples[0] != want {
			t.Errorf("the code %#x is %v, %v; want %d", code, got.Samples, err, want)
		}
		if back := speech.EncodeMuLaw(speech.Sound{want})[44]; back != code {
			t.Errorf("%d has the code %#x, want %#x", want, back, code)
		}
	}
}

func TestStrangeWaves(t *testing.T) {
	t.Parallel()
	good := string(speech.EncodeWave(make(speech.Sound, 4)))
	stream := good[:40] + "\xff\xff\xff\x7f" + good[44:]
	if w, err := speech.DecodeWave([]byte(stream)); err != nil || !w.Cut || len(w.Samples) != 4 {
		t.Errorf("a stream: %+v, %v; want its four samples and Cut", w, err)
	}
	stereo := strings.Replace(good, "\x01\x00\x40\x1f", "\x02\x00\x40\x1f", 1)
	if w, err := speech.DecodeWave([]byte(stereo)); err != nil || len(w.Samples) != 2 {
		t.Errorf("two channels: %+v, %v; want two samples", w, err)
	}
	for name, bad := range map[string]string{
		"empty": "", "text": "a text that is no sound", "MP3": "ID3\x04\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
		"no sound in it": good[:36], "24 bits": strings.Replace(good, "\x02\x00\x10\x00", "\x03\x00\x18\x00", 1),
		"no samples a second": strings.Replace(good, "\x40\x1f\x00\x00", "\x00\x00\x00\x00", 1), "form cut off": good[:24],
	} {
		w, err := speech.DecodeWave([]byte(bad))
		if err == nil {
			t.Errorf("%s: read as %+v, want an error", name, w)
		}
		if name == "MP3" && !errors.Is(err, speech.ErrNoWave) {
			t.Errorf("%s: %v, want ErrNoWave", name, err)
		}
	}
}

func FuzzDecodeWave(f *testing.F) {
	f.Add(speech.EncodeWave(make(speech.Sound, 10)))
	f.Add(speech.EncodeMuLaw(make(speech.Sound, 11)))
	f.Add([]byte("RIFF\x00\x00\x00\x00WAVEdata\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := speech.DecodeWave(data)
		if err != nil {
			return
		}
		if len(w.Samples) > len(data) {
			t.Errorf("%d samples out of %d bytes", len(w.Samples), len(data))
		}
		again, err := speech.DecodeWave(speech.EncodeWave(w.Samples))
		if err != nil || !slices.Equal(again.Samples, w.Samples) {
			t.Errorf("written and read again it is another sound: %v", err)
		}
	})
}
