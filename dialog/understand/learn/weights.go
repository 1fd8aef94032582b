package learn

// column is what one label has learned: the features that matter to it and their weights as eighths of a byte's range.
type column struct {
	at    []uint32
	val   []int8
	scale float32
	bias  float32
}

// pruned is the share of a label's largest weight below which a weight is dropped.
const pruned = 0.02

func (m *machine) column() column {
	top := float32(0)
	for _, w := range m.w {
		top = max(top, w, -w)
	}
	c := column{scale: top / 127, bias: m.bias}
	for f, w := range m.w {
		if w > pruned*top || -w > pruned*top {
			c.at, c.val = append(c.at, uint32(f)), append(c.val, int8(w/c.scale+0.5*sign(w)))
		}
	}
	return c
}

func sign(w float32) float32 {
	if w < 0 {
		return -1
	}
	return 1
}

// weights are the columns of all labels, turned so that a feature's weights lie side by side.
type weights struct {
	start []uint32 // by feature, one more at the end
	label []uint16
	val   []int8
	scale []float32 // by label
	bias  []float32 // by label
}

func newWeights(cols []column, features int) *weights {
	w := &weights{start: make([]uint32, features+1)}
	total := 0
	for _, c := range cols {
		w.scale, w.bias = append(w.scale, c.scale), append(w.bias, c.bias)
		total += len(c.at)
		for _, f := range c.at {
			w.start[f+1]++
		}
	}
	for f := range features {
		w.start[f+1] += w.start[f]
	}
	w.label, w.val = make([]uint16, total), make([]int8, total)
	next := make([]uint32, features)
	copy(next, w.start)
	for l, c := range cols {
		for i, f := range c.at {
			w.label[next[f]], w.val[next[f]] = uint16(l), c.val[i]
			next[f]++
		}
	}
	return w
}

// score sets s.scores to how far each label's machine says yes: about 1 for sure, -1 for surely not.
func (w *weights) score(s *scratch) {
	s.scores = sized(s.scores, len(w.scale))
	clear(s.scores)
	for i, f := range s.vec.at {
		x := s.vec.val[i]
		from, to := w.start[f], w.start[f+1]
		val := w.val[from:to]
		for j, l := range w.label[from:to] {
			s.scores[l] += x * float32(val[j])
		}
	}
	for l := range s.scores {
		s.scores[l] = s.scores[l]*w.scale[l] + w.bias[l]
	}
}

func sized(b []float32, n int) []float32 {
	if cap(b) < n {
		return make([]float32, n)
	}
	return b[:n]
}
