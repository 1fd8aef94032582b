package classify

import (
	"context"
	"slices"
	"time"

	"github.com/plainline/plainline/dialog/understand/learn"
)

// Threshold is the default: an answer at least this probable is given, anything less is asked back or refused.
const Threshold = 0.5

// Report holds the figures of one run.
type Report struct {
	Lang             string `json:",omitempty"`
	Train, Test, OOS int
	Labels           int
	Noise            []Figures // Clean first
	AUROC            float64   `json:",omitempty"` // out of scope against in scope, clean
	Refused          Share     // of the questions out of scope, at the threshold
	Training         time.Duration
	P50, P99         time.Duration // of a query
	Memory           int           // bytes of the model as it is stored
}

// Figures are those of one kind of noise.
type Figures struct {
	Kind     learn.Kind
	Right    Share   // the first candidate, whatever its probability
	Top3     Share   // among the first three
	Answered Share   // at the threshold
	Good     Share   // right, of those answered
	Error    float64 // expected calibration error, ten bins
}

// noiseSeed is not among the seeds of training.
const noiseSeed = 0x5eed_0f_7e57

// Measure trains and tests.
func Measure(ctx context.Context, s Sets, c Config) (*Report, error) {
	begin := c.Now()
	m := learn.Train(s.Train, learn.Options{Progress: c.Progress})
	r := &Report{Lang: c.Lang, Train: len(s.Train), Test: len(s.Test), OOS: len(s.OOS), Labels: len(m.Labels())}
	r.Training = c.Now().Sub(begin)
	r.Memory = m.Size()
	var times []time.Duration
	for _, k := range learn.Kinds() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f, scope := figures(m, s.Test, k, c.Now, &times)
		r.Noise = append(r.Noise, f)
		if k == learn.Clean {
			r.refuse(m, s.OOS, scope)
		}
	}
	slices.Sort(times)
	r.P50, r.P99 = at(times, 0.5), at(times, 0.99)
	return r, nil
}

// refuse measures how well questions out of scope are told from those in scope.
func (r *Report) refuse(m *learn.Model, oos []Question, in []float64) {
	var out []float64
	refused := 0
	for _, q := range oos {
		a := m.Classify(q.Text, 1)
		out = append(out, a.InScope)
		if len(a.Candidates) == 0 || a.Candidates[0].Probability < Threshold {
			refused++
		}
	}
	r.AUROC, r.Refused = AUROC(in, out), NewShare(refused, len(oos))
}

func figures(m *learn.Model, test []Question, k learn.Kind, now func() time.Time, times *[]time.Duration) (f Figures, scope []float64) {
	var right, top3, answered, good int
	var bins calibration
	for _, q := range test {
		text := learn.Noise(q.Text, noiseSeed, k)
		begin := now()
		a := m.Classify(text, 3)
		*times = append(*times, now().Sub(begin))
		scope = append(scope, a.InScope)
		for i, c := range a.Candidates {
			if c.Label == q.Label {
				top3++
				right += first(i)
			}
		}
		if len(a.Candidates) > 0 {
			c := a.Candidates[0]
			bins.add(c.Probability, c.Label == q.Label)
			if c.Probability >= Threshold {
				answered++
				if c.Label == q.Label {
					good++
				}
			}
		}
	}
	n := len(test)
	return Figures{k, NewShare(right, n), NewShare(top3, n), NewShare(answered, n), NewShare(good, answered), bins.err()}, scope
}

func first(i int) int {
	if i == 0 {
		return 1
	}
	return 0
}

// calibration gathers how often answers of about the same probability are right.
type calibration struct {
	n     [10]int
	p     [10]float64
	right [10]float64
}

func (c *calibration) add(p float64, right bool) {
	b := min(9, int(p*10))
	c.n[b]++
	c.p[b] += p
	if right {
		c.right[b]++
	}
}

func (c *calibration) err() float64 {
	sum, n := 0.0, 0
	for b := range c.n {
		d := c.p[b] - c.right[b]
		sum += max(d, -d)
		n += c.n[b]
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
