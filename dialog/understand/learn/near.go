package learn

// nearest finds the known questions that are most like a new one: an inverted index of their vectors.
type nearest struct {
	label []uint16 // by example
	start []uint32 // by feature, one more at the end
	doc   []uint32
	val   []uint8 // weight, 255 is 1
}

// neighbour is a known question and how like it is, at most 1.
type neighbour struct {
	doc  uint32
	like float32
}

// neighbours is how many known questions vote.
const neighbours = 10

// A feature of more than a tenth of the questions, or of very many, says little about likeness and takes most of the time: it is
// left out.
const (
	common    = 10
	fewTexts  = 20
	manyTexts = 1000
)

// newNearest indexes the first n rows of a corpus.
func newNearest(c *corpus, n, features int) *nearest {
	x := &nearest{start: make([]uint32, features+1)}
	for i := range n {
		x.label = append(x.label, uint16(c.label[i]))
		for _, f := range c.row(i).at {
			x.start[f+1]++
		}
	}
	skip := make([]bool, features)
	for f := range skip {
		if skip[f] = int(x.start[f+1]) > min(max(n/common, fewTexts), manyTexts); skip[f] {
			x.start[f+1] = 0
		}
	}
	for f := range features {
		x.start[f+1] += x.start[f]
	}
	x.doc, x.val = make([]uint32, x.start[features]), make([]uint8, x.start[features])
	next := make([]uint32, features)
	copy(next, x.start)
	for i := range n {
		row := c.row(i)
		for j, f := range row.at {
			if !skip[f] {
				x.doc[next[f]], x.val[next[f]] = uint32(i), uint8(row.val[j]*255+0.5)
				next[f]++
			}
		}
	}
	return x
}

// find sets s.near to the nearest known questions, nearest first, and s.votes to how like the question each label's
// known ones are.
func (x *nearest) find(s *scratch, labels int) {
	s.like, s.votes, s.near = sized(s.like, len(x.label)), sized(s.votes, labels), s.near[:0]
	clear(s.like)
	clear(s.votes)
	for i, f := range s.vec.at {
		w := s.vec.val[i] / 255
		from, to := x.start[f], x.start[f+1]
		val := x.val[from:to]
		for j, d := range x.doc[from:to] {
			s.like[d] += w * float32(val[j])
		}
	}
	least := float32(0)
	for d, like := range s.like {
		if like > least {
			s.insert(neighbour{uint32(d), like})
			if len(s.near) == neighbours {
				least = s.near[neighbours-1].like
			}
		}
	}
	for _, n := range s.near {
		l := x.label[n.doc]
		s.votes[l] = max(s.votes[l], n.like)
	}
}

// insert keeps s.near sorted and short; of two equals the earlier stays ahead.
func (s *scratch) insert(n neighbour) {
	if len(s.near) < neighbours {
		s.near = append(s.near, n)
	} else {
		s.near[neighbours-1] = n
	}
	for i := len(s.near) - 1; i > 0 && s.near[i-1].like < s.near[i].like; i-- {
		s.near[i-1], s.near[i] = s.near[i], s.near[i-1]
	}
}
