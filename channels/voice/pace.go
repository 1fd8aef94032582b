package voice

import (
	"time"
	"unicode"

	"github.com/plainline/plainline/channels/layout"
)

// The rates in words a minute. The key for slower takes the next lower one; after the slowest comes the fastest, so that
// people used to listening find it too.
const (
	Slowest = 100
	Slow    = 120
	Usual   = 140
	Fast    = 170
)

// slower gives the rate that the key for slower leads to.
func slower(rate int) int {
	switch {
	case rate > Usual:
		return Usual
	case rate > Slow:
		return Slow
	case rate > Slowest:
		return Slowest
	}
	return Fast
}

// loudest is how many steps over the usual loudness there are; after the last comes the usual again.
const loudest = 2

// How long keys are waited for (VOICE-7), doubled for whoever asked for a slower voice.
const (
	firstKey   = 10 * time.Second
	betweenKey = 5 * time.Second
)

// breath is the pause between prompts.
const breath = 300 * time.Millisecond

// longest is how long a part of an answer may be (VOICE-22).
const longest = 20 * time.Second

// lasts says how long a text is spoken, or a little less. Measured with espeak-ng at 100, 140 and 170 words a minute:
// a letter takes 8.3 to 10 s divided by the rate in English and Russian, up to 13.6 s in Azerbaijani, whose words are long.
// A digit that no language has put into words takes as long as a short word.
func lasts(heard []layout.Heard, rate int) time.Duration {
	const letter, digit = 14 * time.Second, 5
	n := 0
	for _, h := range heard {
		for _, r := range h.Words {
			if n++; unicode.IsDigit(r) {
				n += digit - 1
			}
		}
		n++
	}
	return time.Duration(n) * letter / time.Duration(max(rate, 1))
}
