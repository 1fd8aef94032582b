package eligibility

import (
	"math"

	ask "github.com/plainline/plainline/dialog/eligibility"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// nothing is the id of the value by which a list says that none of its other values applies.
const nothing = "none"

// person is somebody made up: an answer to every fact, and how readily each would be given.
type person struct {
	truth  rule.Answers
	doubts []float64 // by fact, 0 to 1: skipped where it is below the chance of a skip
}

// makePeople makes people up. Little applies to most people: with a chance of 1 - 2 yes the answer is no, or none of a list
// that has a value of that id; else all answers are equally likely, numbers and days spread over the spans between the
// limits of the rules. So a yes/no question is answered yes with the chance yes, and at one half all answers are equally
// likely. The same seed gives the same people.
func makePeople(d *rule.Day, c Config) []person {
	people := make([]person, c.People)
	r := random(c.Seed)
	rules := ask.Of(d.Index, ask.Everything).Rules
	for i := range people {
		p := person{truth: make(rule.Answers, len(d.Base.Facts)), doubts: make([]float64, len(d.Base.Facts))}
		for f := range d.Base.Facts {
			p.truth[f] = r.answer(d, f, rules, c.Yes)
			p.doubts[f] = r.float()
		}
		people[i] = p
	}
	return people
}

// random is a small generator (SplitMix64): the same numbers everywhere, for ever.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *random) float() float64 { return float64(r.next()>>11) / (1 << 53) }

func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// answer makes up an answer to a fact.
func (r *random) answer(d *rule.Day, fact int, rules []int32, yes float64) rule.Answer {
	f := d.Base.Facts[fact]
	switch f.Type {
	case knowledge.YesNoFact:
		if r.float() < yes {
			return rule.Exactly(1)
		}
		return rule.Exactly(0)
	case knowledge.OneFact:
		if none, ok := f.Value(nothing); ok && r.float() < 1-2*yes {
			return rule.Exactly(int64(none))
		}
	case knowledge.SeveralFact:
		set := int64(0)
		for n := range f.Values {
			if r.float() < yes {
				set |= 1 << n
			}
		}
		return rule.Just(f, set)
	case knowledge.PlaceFact:
		return r.place(d, fact, rules)
	}
	forks := d.Forks(fact, nil, rules, nil)
	return rule.Exactly(within(forks[r.below(len(forks))]))
}

// place goes down into one part after another.
func (r *random) place(d *rule.Day, fact int, rules []int32) rule.Answer {
	a := make(rule.Answers, len(d.Base.Facts))
	for {
		forks := d.Forks(fact, a, rules, nil)
		if len(forks) == 0 {
			return a[fact]
		}
		a[fact] = forks[r.below(len(forks))]
	}
}

// within gives a number in a span, near an end that is not open.
func within(v rule.Answer) int64 {
	switch {
	case v.Lo > math.MinInt32:
		return v.Lo
	case v.Hi < math.MaxInt32:
		return v.Hi
	}
	return 0
}
