package questions

import (
	"fmt"
	"math"
)

// Share is a count out of a total with its 95 % interval.
type Share struct {
	Yes  int     `json:"yes"`
	Of   int     `json:"of"`
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// share gives the Wilson interval, which holds for few questions and for shares near 0 and 1 as well.
func share(yes, of int) Share {
	if of == 0 {
		return Share{}
	}
	const z = 1.96
	n, p := float64(of), float64(yes)/float64(of)
	mid := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	s := Share{yes, of, mid - half, mid + half}
	if yes == 0 {
		s.Low = 0 // exactly: rounding must not make a run worse than itself
	}
	if yes == of {
		s.High = 1
	}
	return s
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
