package source

import (
	"slices"
	"strings"
)

// Nearest gives the candidate most like a word, or the empty text where none is like it: at most one slip in three letters.
func Nearest(word string, candidates []string) string {
	best, bestSlips := "", len([]rune(word))/3+2
	for _, c := range slices.Sorted(slices.Values(candidates)) { // of two alike, always the same
		if n := Slips([]rune(word), []rune(c), bestSlips); n < bestSlips {
			best, bestSlips = c, n
		}
	}
	return best
}

// DidYouMean gives advice that names the nearest candidate, or else lists the candidates where they are few.
func DidYouMean(word string, candidates []string) string {
	if best := Nearest(word, candidates); best != "" {
		return "did you mean " + best + "?"
	}
	if len(candidates) == 0 || len(candidates) > 12 {
		return ""
	}
	sorted := slices.Sorted(slices.Values(candidates))
	return "write one of: " + strings.Join(sorted, ", ")
}

// shortWord is how many letters a word seldom has.
const shortWord = 32

// Slips counts the letters to add, drop, change or swap that make a into b (optimal string alignment). From limit on it
// may stop counting.
func Slips(a, b []rune, limit int) int {
	if d := len(a) - len(b); d >= limit || -d >= limit {
		return limit
	}
	n := len(b) + 1
	rows := make([]int, 3*shortWord) // of a fixed size: on the stack
	if n > shortWord {
		rows = make([]int, 3*n)
	}
	before, last, row := rows[:n], rows[n:2*n], rows[2*n:3*n]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
