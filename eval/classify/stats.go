package classify

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/plainline/plainline/eval/wilson"
)

// Share is a count out of a total; it prints with its 95 % interval (Wilson).
type Share struct {
	Yes, Of   int
	Low, High float64 `json:",omitempty"`
}

// NewShare makes a share of a count out of a total.
func NewShare(yes, of int) Share {
	s := Share{Yes: yes, Of: of}
	s.Low, s.High = wilson.Interval(yes, of)
	return s
}

// Value is the share as a number from 0 to 1.
func (s Share) Value() float64 {
	if s.Of == 0 {
		return 0
	}
	return float64(s.Yes) / float64(s.Of)
}

// String gives the share in per cent with its interval.
func (s Share) String() string {
	if s.Of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f %% (%.1f to %.1f)", 100*s.Value(), 100*s.Low, 100*s.High)
}

// AUROC is the chance that one of in scores higher than one of out; ties count half.
func AUROC(in, out []float64) float64 {
	if len(in) == 0 || len(out) == 0 {
		return 0
	}
	out = slices.Clone(out)
	slices.Sort(out)
	sum := 0.0
	for _, x := range in {
		below, _ := slices.BinarySearch(out, x)
		upTo, _ := slices.BinarySearch(out, math.Nextafter(x, math.Inf(1)))
		sum += float64(below+upTo) / 2
	}
	return sum / float64(len(in)) / float64(len(out))
}

// at gives the duration that a share p of the sorted ones do not exceed.
func at(sorted []time.Duration, p float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, int(p*float64(len(sorted))))]
}
