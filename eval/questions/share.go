package questions

import (
	"fmt"

	"github.com/plainline/plainline/eval/wilson"
)

// Share is a count out of a total with its 95 % interval.
type Share struct {
	Yes  int     `json:"yes"`
	Of   int     `json:"of"`
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

func share(yes, of int) Share {
	low, high := wilson.Interval(yes, of)
	return Share{yes, of, low, high}
}

// Value gives the share as a number from 0 to 1.
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
	return fmt.Sprintf("%.1f (%.1f-%.1f)", 100*s.Value(), 100*s.Low, 100*s.High)
}
