package speech

import (
	"math"
	"time"
)

// Rate is the number of samples in a second of sound on a telephone.
const Rate = 8000

// Sound is sound of one channel, Rate samples a second.
type Sound []int16

// Lasts gives how long a sound is.
func (s Sound) Lasts() time.Duration { return time.Duration(len(s)) * time.Second / Rate }

// silence gives a pause.
func silence(d time.Duration) Sound { return make(Sound, int(d*Rate/time.Second)) }

// window is how much sound is looked at to say whether somebody speaks.
const window = Rate / 100

// quiet is the level in a window below which nobody speaks, some 50 dB under the loudest.
const quiet = 100

// level gives the root mean square of sound.
func level(s []int16) float64 {
	if len(s) == 0 {
		return 0
	}
	var sum float64
	for _, v := range s {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum / float64(len(s)))
}

// spoken gives the level of the windows in which somebody speaks; 0 for silence.
func (s Sound) spoken() float64 {
	var sum float64
	n := 0
	for at := 0; at+window <= len(s); at += window {
		if l := level(s[at : at+window]); l > quiet {
			sum += l * l
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return math.Sqrt(sum / float64(n))
}

// edge is the silence left around what is spoken.
const edge = 2 * window

// trim takes the silence off both ends.
func (s Sound) trim() Sound {
	first, last := len(s), 0
	for at := 0; at < len(s); at += window {
		end := min(at+window, len(s))
		if level(s[at:end]) > quiet {
			first, last = min(first, at), end
		}
	}
	if first >= last {
		return nil
	}
	return s[max(0, first-edge):min(len(s), last+edge)]
}

// usualLevel is the level to which speech is brought: 20 dB under the loudest sine, near the -26 dBov that ITU-T P.56 is
// used with for telephone speech, and a little above it for small loudspeakers.
const usualLevel = 2300

// levelled gives sound with its speech at the usual level, or lower where it would be cut off at the loudest.
func (s Sound) levelled() Sound {
	now := s.spoken()
	if now == 0 {
		return s
	}
	return s.amplified(usualLevel / now)
}

// amplified gives a louder or softer copy; it is never so loud that it is cut off.
func (s Sound) amplified(factor float64) Sound {
	peak := 1.0
	for _, v := range s {
		peak = max(peak, math.Abs(float64(v)))
	}
	factor = min(factor, math.MaxInt16/peak)
	out := make(Sound, len(s))
	for i, v := range s {
		out[i] = int16(math.Round(float64(v) * factor))
	}
	return out
}

// step of loudness: 6 dB.
const step = 2

// louder gives sound some steps over its usual loudness. What would be cut off is bent instead, so that a loud voice stays
// clear.
func (s Sound) louder(steps int) Sound {
	if steps <= 0 {
		return s
	}
	factor := math.Pow(step, float64(min(steps, 4)))
	out := make(Sound, len(s))
	for i, v := range s {
		out[i] = int16(math.Round(bend(float64(v)*factor/math.MaxInt16) * math.MaxInt16))
	}
	return out
}

// bend leaves levels to a half as they are and brings those above it under the whole.
func bend(x float64) float64 {
	const knee = 0.5
	switch {
	case x > knee:
		return knee + (1-knee)*math.Tanh((x-knee)/(1-knee))
	case x < -knee:
		return -knee + (1-knee)*math.Tanh((x+knee)/(1-knee))
	}
	return x
}
