package speech

import (
	"math"
	"strings"
	"time"
)

// Then gives the sound with another after it, and a silence after that.
func (s Sound) Then(next Sound, pause time.Duration) Sound {
	return append(append(s, next...), silence(pause)...)
}

// Louder gives sound some steps over its usual loudness, as a caller asked for.
func (s Sound) Louder(steps int) Sound { return s.louder(steps) }

// The tones of keys, ITU-T Q.23: a row and a column each.
var (
	keyRows    = [...]float64{697, 770, 852, 941}
	keyColumns = [...]float64{1209, 1336, 1477}
)

const (
	keyLayout = "123456789*0#"
	keyLasts  = 100 * time.Millisecond
	keyPause  = 80 * time.Millisecond
	keyLevel  = 3000
)

// Keys gives the sound of pressed keys, for a call that is written down; what is no key is silent.
func Keys(pressed string) Sound {
	var out Sound
	for _, r := range pressed {
		at := strings.IndexRune(keyLayout, r)
		if at < 0 {
			continue
		}
		row, column := keyRows[at/3], keyColumns[at%3]
		tone := make(Sound, int(keyLasts*Rate/time.Second))
		for i := range tone {
			t := 2 * math.Pi * float64(i) / Rate
			tone[i] = int16(keyLevel * (math.Sin(row*t) + math.Sin(column*t)))
		}
		out = out.Then(tone, keyPause)
	}
	return out
}
