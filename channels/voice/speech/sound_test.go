package speech_test

import (
	"math"
	"testing"

	"github.com/plainline/plainline/channels/voice/speech"
)

// tone gives a sine of a frequency.
func tone(hertz float64, rate int, seconds, level float64) []int16 {
	s := make([]int16, int(seconds*float64(rate)))
	for i := range s {
		s[i] = int16(level * math.Sin(2*math.Pi*hertz*float64(i)/float64(rate)))
	}
	return s
}

func rms(s []int16) float64 {
	var sum float64
	for _, v := range s {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum / float64(max(len(s), 1)))
}

func TestResampleKeepsSpeechAndDropsTheRest(t *testing.T) {
	t.Parallel()
	for _, rate := range []int{8000, 11025, 16000, 22050, 24000, 44100, 48000} {
		for _, test := range []struct {
			hertz      float64
			least, top float64 // decibels against what went in
		}{{300, -0.1, 0.1}, {1000, -0.1, 0.1}, {3000, -0.2, 0.2}, {4600, math.Inf(-1), -55}, {7000, math.Inf(-1), -60}} {
			if test.hertz > float64(rate)/2 || rate == 8000 && test.hertz > 4000 {
				continue
			}
			in := tone(test.hertz, rate, 0.5, 10000)
			out := speech.Resample(in, rate)
			if want := len(in) * speech.Rate / rate; len(out) < want || len(out) > want+1 {
				t.Errorf("%d Hz: %d samples of %d, want %d", rate, len(out), len(in), want)
			}
			middle := out[len(out)/4 : len(out)*3/4]
			if got := 20 * math.Log10(rms(middle)/rms(in)); got < test.least || got > test.top {
				t.Errorf("from %d Hz, a tone of %v Hz is at %.1f dB, want %v to %v", rate, test.hertz, got, test.least, test.top)
			}
		}
	}
}

func TestPacedKeepsPitch(t *testing.T) {
	t.Parallel()
	in := speech.Sound(tone(440, speech.Rate, 2, 8000))
	for _, factor := range []float64{100.0 / 140, 120.0 / 140, 170.0 / 140} {
		out := speech.Paced(in, factor)
		if got, want := out.Lasts().Seconds(), 2/factor; math.Abs(got-want) > 0.08 {
			t.Errorf("at %.2f it lasts %.2f s, want %.2f", factor, got, want)
		}
		crossings := 0
		for i := 1; i < len(out); i++ {
			if out[i-1] < 0 && out[i] >= 0 {
				crossings++
			}
		}
		if got := float64(crossings) / out.Lasts().Seconds(); math.Abs(got-440) > 8 {
			t.Errorf("at %.2f a tone of 440 Hz has %.0f Hz", factor, got)
		}
	}
}

func TestLouderNeverClips(t *testing.T) {
	t.Parallel()
	in := speech.Sound(tone(440, speech.Rate, 0.2, 20000))
	before := rms(in)
	for steps := 1; steps <= 2; steps++ {
		out := speech.Louder(in, steps)
		flat := 0
		for i := 1; i < len(out); i++ {
			if out[i] == out[i-1] && (out[i] == math.MaxInt16 || out[i] == math.MinInt16) {
				flat++
			}
		}
		if now := rms(out); now <= before || flat > 0 {
			t.Errorf("%d steps: level %.0f after %.0f, %d samples cut off", steps, now, before, flat)
		}
		before = rms(out)
	}
}
