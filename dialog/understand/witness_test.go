package understand

import (
	"slices"
	"testing"
)

func TestBest(t *testing.T) {
	t.Parallel()
	tests := []struct {
		scores []float32
		n      int
		want   []int
	}{
		{nil, 3, []int{}},
		{[]float32{1, 3, 2}, 3, []int{1, 2, 0}},
		{[]float32{1, 3, 2}, 2, []int{1, 2}},
		{[]float32{1, 3}, 4, []int{1, 0}},
		{[]float32{2, 1, 2, 2}, 2, []int{0, 2}}, // of equals the earlier
		{[]float32{-1, -2, -1}, 1, []int{0}},
	}
	for _, tt := range tests {
		if got := best(tt.scores, tt.n); !slices.Equal(got, tt.want) {
			t.Errorf("the best %d of %v: %v, want %v", tt.n, tt.scores, got, tt.want)
		}
	}
}
