package voice

import (
	"testing"
	"time"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
)

func TestStateIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	want := state{call: 1 << 63, before: 7, step: 65535, part: 3, next: 4, first: 8, rate: 170, louder: 2, silences: 3, pressed: '#', aside: lastAside, flags: told | putting}
	b := want.append(nil)
	if got, ok := readState(b); !ok || got != want || len(b) > dialog.MaxChannelBytes {
		t.Errorf("got %+v %v from %d bytes, want %+v", got, ok, len(b), want)
	}
}

func FuzzState(f *testing.F) {
	f.Add(state{call: 1, step: 2}.append(nil))
	f.Add([]byte("u" + string(make([]byte, stateSize-1))))
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		st, ok := readState(b)
		if !ok {
			return
		}
		if again, ok := readState(st.append(nil)); !ok || again != st {
			t.Errorf("%+v comes back as %+v", st, again)
		}
		if st.speed() < Slowest || st.speed() > Fast || int(st.aside) >= len(asidePhrases) {
			t.Errorf("%x is read as %+v", b, st)
		}
	})
}

// Cut into sentences, and those into runs of at most 20 s, a text is still said whole and in order.
func FuzzSentences(f *testing.F) {
	f.Add("One. Two, three; four! Five", "a")
	f.Add("word, and another word without an end of it all and so on for ever and a day, word, and another word without an end of it all", " ")
	f.Fuzz(func(t *testing.T, one, two string) {
		heard := (&layout.Writer{}).Ear(dialog.Text{Plain: one + " " + two})
		want := layout.Spoken(heard)
		var all []layout.Heard
		for _, s := range sentences(heard) {
			if d := lasts(s, Slowest); d > longest && len(s) > 1 {
				t.Errorf("%q lasts %v", layout.Spoken(s), d.Round(time.Second))
			}
			all = append(all, s...)
		}
		if got := layout.Spoken(all); got != want {
			t.Errorf("%q is said as %q", want, got)
		}
	})
}
