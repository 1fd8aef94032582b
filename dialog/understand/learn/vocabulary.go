package learn

import (
	"math"
	"slices"
)

// vocabulary numbers the features that are known and weighs them by how rare they are.
type vocabulary struct {
	reader reader
	keys   []uint64  // by number, ascending
	idf    []float32 // by number
	table  []uint32  // open addressing: number + 1, 0 is empty
	rare   float32   // the weight of a word never seen
}

// charWeight is what the runs of letters weigh beside words and pairs.
const charWeight = 1.4

// newVocabulary learns the features of the texts; one that fewer than least of them have is left out.
func newVocabulary(r reader, texts []string, least int) *vocabulary {
	seen := map[uint64]uint32{}
	s := &scratch{}
	for _, t := range texts {
		s.folded = appendFolded(s.folded[:0], t)
		r.keys(s)
		slices.Sort(s.keys)
		for i, k := range s.keys {
			if i == 0 || s.keys[i-1] != k {
				seen[k]++
			}
		}
	}
	v := &vocabulary{reader: r, rare: weight(len(texts), 0)}
	for k, n := range seen {
		if int(n) >= least {
			v.keys = append(v.keys, k)
		}
	}
	slices.Sort(v.keys)
	v.idf = make([]float32, len(v.keys))
	for i, k := range v.keys {
		v.idf[i] = weight(len(texts), int(seen[k]))
	}
	v.index()
	return v
}

// weight is the root of the usual one: rare words otherwise drown the rest where examples are few.
func weight(texts, with int) float32 {
	return float32(math.Sqrt(math.Log(float64(1+texts)/float64(1+with)) + 1))
}

// index builds the table from the keys.
func (v *vocabulary) index() {
	size := 8
	for size < 2*len(v.keys) {
		size *= 2
	}
	v.table = make([]uint32, size)
	for i, k := range v.keys {
		at := int(k>>2) & (size - 1)
		for v.table[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		v.table[at] = uint32(i + 1)
	}
}

func (v *vocabulary) number(key uint64) (uint32, bool) {
	for at := int(key>>2) & (len(v.table) - 1); v.table[at] != 0; at = (at + 1) & (len(v.table) - 1) {
		if n := v.table[at] - 1; v.keys[n] == key {
			return n, true
		}
	}
	return 0, false
}

// vector is a text as a point: numbers of features, ascending, and their weights; its length is 1, or 0 if nothing in the
// text is known.
type vector struct {
	at  []uint32
	val []float32
}

// read makes the vector of a text in s.vec, and says how much of the text is known: of its words, and of its letters.
func (v *vocabulary) read(s *scratch, text string) {
	s.folded = appendFolded(s.folded[:0], text)
	v.reader.keys(s)
	s.vec.at, s.vec.val = s.vec.at[:0], s.vec.val[:0]
	chars, known := 0, 0
	for _, k := range s.keys {
		n, ok := v.number(k)
		if ok {
			s.vec.at = append(s.vec.at, n)
		}
		if block(k&blockMask) == charBlock {
			chars++
			known += btoi(ok)
		}
	}
	s.charCover = share(float32(known), float32(chars))
	v.cover(s)
	slices.Sort(s.vec.at)
	v.weigh(s)
}

// cover sets how much of the words is known, each weighed by how rare it is.
func (v *vocabulary) cover(s *scratch) {
	var all, known float32
	for _, k := range s.wordKeys {
		w := v.rare
		n, ok := v.number(k)
		if ok {
			w = v.idf[n]
			known += w
		}
		all += w
	}
	s.wordCover = share(known, all)
}

// weigh merges repeats in s.vec.at and sets s.vec.val.
func (v *vocabulary) weigh(s *scratch) {
	var length [2]float64
	out := 0
	at := s.vec.at
	for i := 0; i < len(at); {
		j := i
		for j < len(at) && at[j] == at[i] {
			j++
		}
		w := v.idf[at[i]]
		if j-i > 1 {
			w *= 1 + float32(math.Log(float64(j-i)))
		}
		length[v.part(at[i])] += float64(w) * float64(w)
		at[out] = at[i]
		s.vec.val = append(s.vec.val, w)
		out++
		i = j
	}
	s.vec.at = at[:out]
	scale := scales(length)
	for i, n := range s.vec.at {
		s.vec.val[i] *= scale[v.part(n)]
	}
}

// part is 0 for words and pairs, 1 for runs of letters.
func (v *vocabulary) part(n uint32) int {
	return btoi(block(v.keys[n]&blockMask) == charBlock)
}

// scales brings both parts to their lengths, and the whole to 1.
func scales(square [2]float64) (scale [2]float32) {
	want := [2]float64{1, charWeight}
	whole := 0.0
	for p, q := range square {
		if q > 0 {
			whole += want[p] * want[p]
		}
	}
	for p, q := range square {
		if q > 0 {
			scale[p] = float32(want[p] / math.Sqrt(q*whole))
		}
	}
	return scale
}

func share(part, whole float32) float32 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// scratch is what one query needs to work in; it is kept for the next.
type scratch struct {
	folded               []rune
	keys, wordKeys       []uint64
	vec                  vector
	wordCover, charCover float32
	scores, votes        []float32 // by label
	like                 []float32 // by example
	near                 []neighbour
	order                []uint32
}
