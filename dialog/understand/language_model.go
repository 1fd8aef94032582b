package understand

import (
	"math"
	"slices"
	"strings"
)

// letterModel tells languages apart by runs of one to four letters: a multinomial logistic regression, trained in one
// fixed order, so that the same texts always give the same model.
type letterModel struct {
	languages int
	at        map[uint64]int32 // run → its first weight
	weights   []float32        // a run's weights, one a language
	bias      []float32
}

const (
	longestRun = 4
	leastSeen  = 2    // runs that were seen less often are left out
	rounds     = 2    // over all lessons
	learning   = 0.5  // the first step; later ones shrink by what a weight has moved already
	shrink     = 1e-5 // how fast weights fade
)

// letterPiece is a piece of text in a known language, as runs.
type letterPiece struct {
	runs     []int32
	language int
}

// newLetterModel learns from folded texts, a list for each language.
func newLetterModel(texts [][]string) *letterModel {
	m := &letterModel{languages: len(texts), at: map[uint64]int32{}, bias: make([]float32, len(texts))}
	pieces := make([][]string, len(texts))
	seen := map[uint64]int{}
	var keys []uint64
	for i, list := range texts {
		pieces[i] = piecesOf(list)
		for _, p := range pieces[i] {
			keys = lettersOf(keys[:0], p)
			for _, k := range keys {
				seen[k]++
			}
		}
	}
	for _, list := range pieces { // in the order of the texts: a map's order changes
		for _, p := range list {
			keys = lettersOf(keys[:0], p)
			for _, k := range keys {
				if _, known := m.at[k]; !known && seen[k] >= leastSeen {
					m.at[k] = int32(len(m.at) * m.languages)
				}
			}
		}
	}
	m.weights = make([]float32, len(m.at)*m.languages)
	m.learn(m.numbered(pieces))
	return m
}

// piecesOf cuts texts into pieces of one to five words, as questions are.
func piecesOf(texts []string) []string {
	var pieces []string
	size := 0
	for _, t := range texts {
		for words := strings.Fields(t); len(words) > 0; {
			size = size%5 + 1
			n := min(size, len(words))
			pieces = append(pieces, strings.Join(words[:n], " "))
			words = words[n:]
		}
	}
	return pieces
}

// numbered gives the pieces as runs, the languages in turn; a language with fewer texts is repeated.
func (m *letterModel) numbered(pieces [][]string) []letterPiece {
	most := 0
	for _, list := range pieces {
		most = max(most, len(list))
	}
	var out []letterPiece
	var keys []uint64
	for i := range most {
		for l, list := range pieces {
			if len(list) == 0 {
				continue
			}
			keys = lettersOf(keys[:0], list[i*7919%len(list)])
			out = append(out, letterPiece{m.known(nil, keys), l})
		}
	}
	return out
}

// known appends where the weights of the known runs begin.
func (m *letterModel) known(to []int32, keys []uint64) []int32 {
	for _, k := range keys {
		if at, ok := m.at[k]; ok {
			to = append(to, at)
		}
	}
	return to
}

// learn goes over the lessons several times (AdaGrad: each weight has a step of its own).
func (m *letterModel) learn(lessons []letterPiece) {
	moved := make([]float32, len(m.weights))
	movedBias := make([]float32, m.languages)
	p := make([]float64, m.languages)
	for range rounds {
		for _, l := range lessons {
			if len(l.runs) == 0 {
				continue
			}
			m.chances(p, l.runs)
			value := lengthShare(len(l.runs))
			for c := range p {
				slope := float32(p[c])
				if c == l.language {
					slope--
				}
				descend(&m.bias[c], &movedBias[c], slope)
				for _, at := range l.runs {
					i := at + int32(c)
					descend(&m.weights[i], &moved[i], slope*value+shrink*m.weights[i])
				}
			}
		}
	}
}

func descend(w, moved *float32, slope float32) {
	*moved += slope * slope
	*w -= learning * slope / float32(math.Sqrt(float64(*moved)+1e-6))
}

// lengthShare is what one of n runs counts: longer texts say more, but not as much more as they are longer.
func lengthShare(n int) float32 { return float32(1 / math.Sqrt(float64(n))) }

// chances sets p to how probable each language is.
func (m *letterModel) chances(p []float64, at []int32) {
	value := float64(lengthShare(max(len(at), 1)))
	for c := range p {
		sum := 0.0
		for _, a := range at {
			sum += float64(m.weights[a+int32(c)])
		}
		p[c] = sum*value + float64(m.bias[c])
	}
	softmax(p)
}

// softmax turns logarithms into probabilities.
func softmax(p []float64) {
	top, sum := slices.Max(p), 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}

// judge sets p to how probable each language is for a folded text, and says how many of its runs are known.
func (m *letterModel) judge(p []float64, text string) int {
	var keyRoom [256]uint64
	var atRoom [256]int32
	at := m.known(atRoom[:0], lettersOf(keyRoom[:0], text))
	m.chances(p, at)
	return len(at)
}

// lettersOf appends the runs of one to four letters of a folded text. A word's edges are letters too; digits are not.
func lettersOf(to []uint64, text string) []uint64 {
	var window uint64 // the last four letters, 16 bits each; 1 is an edge
	length := 0
	add := func(r uint64) {
		window = window<<16 | r
		length = min(length+1, longestRun)
		for n := 1; n <= length; n++ {
			if n > 1 || r > 1 {
				to = append(to, window&(1<<(16*n)-1))
			}
		}
	}
	for _, r := range text {
		switch {
		case r == ' ':
			if length > 1 {
				add(1)
			}
			window, length = 0, 0
		case '0' <= r && r <= '9':
		default:
			if length == 0 {
				add(1)
			}
			add(uint64(r) & 0xffff)
		}
	}
	if length > 1 {
		add(1)
	}
	return to
}
