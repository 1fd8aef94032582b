package speech

import "math"

// taps is the half-width of the filter in samples of the slower rate: enough that what lies above half of it is 60 dB down.
const taps = 32

// Resample brings sound to Rate with a low-pass filter (a sinc windowed after Blackman), so that nothing above 4 kHz folds
// back into the speech.
func Resample(samples []int16, rate int) Sound {
	if rate == Rate {
		return Sound(samples)
	}
	if rate <= 0 || len(samples) == 0 {
		return nil
	}
	up, down := Rate/gcd(Rate, rate), rate/gcd(Rate, rate)
	phases := filterPhases(up, down)
	out := make(Sound, (len(samples)*up+down-1)/down)
	for i := range out {
		centre, phase := i*down/up, i*down%up
		filter := phases[phase]
		var sum float64
		half := len(filter) / 2
		for k, weight := range filter {
			if at := centre + k - half + 1; at >= 0 && at < len(samples) {
				sum += weight * float64(samples[at])
			}
		}
		out[i] = int16(math.Round(max(math.MinInt16, min(math.MaxInt16, sum))))
	}
	return out
}

// filterPhases gives the filter for each place of an output sample between two input samples.
func filterPhases(up, down int) [][]float64 {
	slower := min(1, float64(up)/float64(down)) // the slower rate, in samples of the input
	cut := 0.94 * slower                        // the filter's slope ends at half of the slower rate
	half := int(math.Ceil(taps / slower))
	phases := make([][]float64, up)
	for p := range phases {
		filter := make([]float64, 2*half)
		var sum float64
		for k := range filter {
			x := float64(k-half+1) - float64(p)/float64(up)
			filter[k] = sinc(cut*x) * blackman(x/float64(half))
			sum += filter[k]
		}
		for k := range filter {
			filter[k] /= sum // a constant stays as loud as it was
		}
		phases[p] = filter
	}
	return phases
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}

// blackman is the window from -1 to 1.
func blackman(x float64) float64 {
	if x < -1 || x > 1 {
		return 0
	}
	return 0.42 + 0.5*math.Cos(math.Pi*x) + 0.08*math.Cos(2*math.Pi*x)
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
