package wilson_test

import (
	"math"
	"testing"

	"github.com/plainline/plainline/eval/wilson"
)

func TestInterval(t *testing.T) {
	t.Parallel()
	tests := []struct {
		yes, of   int
		low, high float64
	}{
		{0, 0, 0, 0}, {0, 10, 0, 0.278}, {10, 10, 0.722, 1}, {90, 100, 0.826, 0.945}, {1, 1, 0.207, 1},
	}
	for _, test := range tests {
		low, high := wilson.Interval(test.yes, test.of)
		if math.Abs(low-test.low) > 0.001 || math.Abs(high-test.high) > 0.001 {
			t.Errorf("%d of %d is from %.4f to %.4f, want %.3f to %.3f", test.yes, test.of, low, high, test.low, test.high)
		}
		if p := float64(test.yes) / float64(max(1, test.of)); p < low || p > high {
			t.Errorf("%d of %d lies outside its own interval from %v to %v", test.yes, test.of, low, high)
		}
	}
}
