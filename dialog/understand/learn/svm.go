package learn

import (
	"runtime"
	"sync"
)

// corpus is a set of vectors in one piece, with their labels and how much an error on each costs.
type corpus struct {
	start []int
	at    []uint32
	val   []float32
	label []uint32
	cost  []float32
}

func (c *corpus) add(v vector, label uint32, cost float32) {
	if len(c.start) == 0 {
		c.start = append(c.start, 0)
	}
	c.at, c.val = append(c.at, v.at...), append(c.val, v.val...)
	c.start = append(c.start, len(c.at))
	c.label, c.cost = append(c.label, label), append(c.cost, cost)
}

func (c *corpus) len() int { return len(c.label) }

func (c *corpus) row(i int) vector {
	return vector{c.at[c.start[i]:c.start[i+1]], c.val[c.start[i]:c.start[i+1]]}
}

// How a machine is trained. The figures were chosen on held-aside parts of six sets with ten examples a label and four
// full ones; none of them matters much, but together the first two make training four times faster.
const (
	sampled   = 8    // one of so many rows of the other labels is in the first, rough training
	settled   = 0.05 // a row so far on the right side is not looked at again
	tolerance = 0.2
	maxRounds = 20
	ownWeight = 10 // what an error on the label's own rows costs beside one on the rest, which are many more
)

// svm trains one machine a label (one against the rest, L2 loss) and gives the pruned weights. Every label is a problem of
// its own, so the outcome does not depend on how many processors share the work.
func svm(c *corpus, labels, features int, seed uint64, done func()) *weights {
	cols := make([]column, labels)
	next := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range min(runtime.GOMAXPROCS(0), labels) {
		wg.Go(func() {
			m := newMachine(c, features)
			for l := range next {
				m.train(uint32(l), seed)
				cols[l] = m.column()
				mu.Lock()
				done()
				mu.Unlock()
			}
		})
	}
	for l := range labels {
		next <- l
	}
	close(next)
	wg.Wait()
	return newWeights(cols, features)
}

// machine trains a single label by coordinate descent in the dual (Hsieh and others, ICML 2008, algorithm 1).
type machine struct {
	c      *corpus
	w      []float32 // by feature
	bias   float32
	alpha  []float32 // by row
	active []uint32  // the rows still looked at
	label  uint32
}

func newMachine(c *corpus, features int) *machine {
	return &machine{c: c, w: make([]float32, features), alpha: make([]float32, c.len()), active: make([]uint32, 0, c.len())}
}

// train trains first on a sample, then on all rows, most of which are then on the right side already.
func (m *machine) train(label uint32, seed uint64) {
	clear(m.w)
	clear(m.alpha)
	m.bias, m.label = 0, label
	rnd := chance(seed + uint64(label)*0x632be59bd9b4e019)
	for _, oneOf := range [...]int{sampled, 1} {
		m.active = m.active[:0]
		for i, l := range m.c.label {
			if l == label || oneOf == 1 || rnd.below(oneOf) == 0 {
				m.active = append(m.active, uint32(i))
			}
		}
		for range maxRounds {
			m.shuffle(&rnd)
			if m.round() <= tolerance {
				break
			}
		}
	}
}

func (m *machine) shuffle(rnd *chance) {
	for i := len(m.active) - 1; i > 0; i-- {
		j := rnd.below(i + 1)
		m.active[i], m.active[j] = m.active[j], m.active[i]
	}
}

// round goes once over the active rows and drops those that will hardly matter any more. It gives the largest error found.
func (m *machine) round() (worst float32) {
	kept := m.active[:0]
	for _, i := range m.active {
		y, diag := float32(-1), 0.5/m.c.cost[i]
		if m.c.label[i] == m.label {
			y, diag = 1, diag/ownWeight
		}
		row := m.c.row(int(i))
		g := y*(dot(m.w, row)+m.bias) - 1 + diag*m.alpha[i]
		if m.alpha[i] == 0 && g > settled {
			continue
		}
		kept = append(kept, i)
		if m.alpha[i] == 0 && g >= 0 {
			continue
		}
		worst = max(worst, g, -g)
		before := m.alpha[i]
		m.alpha[i] = max(before-g/(2+diag), 0)
		m.move(row, (m.alpha[i]-before)*y)
	}
	m.active = kept
	return worst
}

// move adds a multiple of a row to the weights.
func (m *machine) move(row vector, by float32) {
	m.bias += by
	val := row.val[:len(row.at)]
	for j, f := range row.at {
		m.w[f] += by * val[j]
	}
}

func dot(w []float32, v vector) float32 {
	sum := float32(0)
	val := v.val[:len(v.at)]
	for j, f := range v.at {
		sum += w[f] * val[j]
	}
	return sum
}
