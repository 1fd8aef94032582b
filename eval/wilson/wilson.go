// Package wilson says how far a share that was counted may be from the true one.
package wilson

import "math"

// z is how many standard deviations hold 95 % of a normal distribution.
const z = 1.96

// Interval gives the 95 % interval of yes out of of by Wilson's score, which holds for few cases and for shares near 0 and 1
// as well; 0 and 0 where nothing was counted.
func Interval(yes, of int) (low, high float64) {
	if of == 0 {
		return 0, 0
	}
	n, p := float64(of), float64(yes)/float64(of)
	mid := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	low, high = mid-half, mid+half
	if yes == 0 {
		low = 0 // exactly: rounding must not make a share worse than itself
	}
	if yes == of {
		high = 1
	}
	return low, high
}
