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

// How long and how exactly a machine is trained.
const (
	maxRounds = 20
	tolerance = 0.1
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

// machine trains a single label by coordinate descent in the dual (Hsieh and others, ICML 2008, algorithm 3).
type machine struct {
	c      *corpus
	w      []float32 // by feature
	bias   float32
	alpha  []float32 // by row
	active []uint32
	label  uint32
}

func newMachine(c *corpus, features int) *machine {
	return &machine{c: c, w: make([]float32, features), alpha: make([]float32, c.len()), active: make([]uint32, c.len())}
}

func (m *machine) train(label uint32, seed uint64) {
	clear(m.w)
	clear(m.alpha)
	m.bias, m.label, m.active = 0, label, m.active[:m.c.len()]
	for i := range m.active {
		m.active[i] = uint32(i)
	}
	rnd := chance(seed + uint64(label)*0x632be59bd9b4e019)
	limit := float32(1e30)
	for range maxRounds {
		for i := len(m.active) - 1; i > 0; i-- {
			j := rnd.below(i + 1)
			m.active[i], m.active[j] = m.active[j], m.active[i]
		}
		low, high := m.round(limit)
		if high-low <= tolerance {
			if len(m.active) == m.c.len() {
				return
			}
			m.active, limit = m.active[:m.c.len()], 1e30 // look at all once more
			continue
		}
		if limit = high; high <= 0 {
			limit = 1e30
		}
	}
}

// round goes once over the active rows and moves those to the end of the list that will hardly matter any more. It gives
// the smallest and the largest projected gradient.
func (m *machine) round(limit float32) (low, high float32) {
	low, high = 1e30, -1e30
	for k := 0; k < len(m.active); k++ {
		i := m.active[k]
		row := m.c.row(int(i))
		y := float32(-1)
		if m.c.label[i] == m.label {
			y = 1
		}
		diag := 0.5 / m.c.cost[i]
		g := y*(dot(m.w, row)+m.bias) - 1 + diag*m.alpha[i]
		pg := g
		if m.alpha[i] == 0 {
			if g > limit {
				last := len(m.active) - 1
				m.active[k], m.active[last] = m.active[last], m.active[k]
				m.active = m.active[:last]
				k--
				continue
			}
			pg = min(g, 0)
		}
		low, high = min(low, pg), max(high, pg)
		if pg > -1e-6 && pg < 1e-6 {
			continue
		}
		before := m.alpha[i]
		m.alpha[i] = max(before-g/(2+diag), 0)
		d := (m.alpha[i] - before) * y
		m.bias += d
		for j, f := range row.at {
			m.w[f] += d * row.val[j]
		}
	}
	return low, high
}

func dot(w []float32, v vector) float32 {
	sum := float32(0)
	val := v.val[:len(v.at)]
	for j, f := range v.at {
		sum += w[f] * val[j]
	}
	return sum
}
