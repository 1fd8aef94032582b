package rule

import (
	"fmt"

	"github.com/plainline/plainline/knowledge"
)

// Truth is what is known of a statement.
type Truth uint8

// The three truths, in the order in which "all" takes the least and "any" the greatest.
const (
	No Truth = iota
	Unknown
	Yes
)

// String gives no, unknown or yes.
func (t Truth) String() string { return [...]string{"no", "unknown", "yes"}[t] }

// Not gives the opposite; of Unknown, Unknown.
func (t Truth) Not() Truth { return Yes - t }

// Answer is what a person said to the question for a fact. Of most facts the value lies between Lo and Hi, both included:
// a coarse answer ("born in 1961", "300 or more") is a wide span. Of a fact of type several, Lo has a bit for each value
// that applies and Hi one for each that does not; the others are open.
type Answer struct {
	State State
	Lo    int64
	Hi    int64
	Final bool // more than this the person cannot say: nobody asks in finer steps
}

// State says how far a question has come.
type State uint8

// The states of an answer.
const (
	Open    State = iota // not asked, or not to its end
	Given                // answered
	Skipped              // "I don't know, or rather not say": a real answer, after which nobody asks again
)

// Exactly is an answer of one value.
func Exactly(n int64) Answer { return Answer{State: Given, Lo: n, Hi: n} }

// Between is an answer that lies in a span.
func Between(lo, hi int64) Answer { return Answer{State: Given, Lo: lo, Hi: hi} }

// Just is the whole answer to a fact of type several: these apply, all others do not.
func Just(f *knowledge.Fact, set int64) Answer {
	return Answer{State: Given, Lo: set, Hi: f.All() &^ set}
}

// Within gives the part of an answer that the fact can have; Open where it can have none of it, as when the base has changed.
func (v Answer) Within(f *knowledge.Fact) Answer {
	if v.State != Given {
		return v
	}
	if f.Type == knowledge.SeveralFact {
		v.Lo &= f.All()
		v.Hi &= f.All() &^ v.Lo
		return v
	}
	if v.Lo, v.Hi = max(v.Lo, f.Lowest), min(v.Hi, f.Highest); v.Lo > v.Hi {
		return Answer{}
	}
	return v
}

// Answers are what a person said, by the positions of the facts in Base.Facts. A nil or short list is fine: the rest is open.
type Answers []Answer

// At gives the answer to a fact.
func (a Answers) At(fact int) Answer {
	if fact < len(a) {
		return a[fact]
	}
	return Answer{}
}

// Read reads answers by fact and terms, as cases.yaml writes them.
func Read(b *knowledge.Base, terms map[string]knowledge.Terms) (Answers, error) {
	a := make(Answers, len(b.Facts))
	left := len(terms)
	for i, f := range b.Facts {
		t, ok := terms[f.ID]
		if !ok {
			continue
		}
		left--
		if f.Type == knowledge.SeveralFact {
			set, err := f.ReadSet(t)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f.ID, err)
			}
			a[i] = Just(f, set)
			continue
		}
		if len(t) != 1 {
			return nil, fmt.Errorf("%s: one answer is needed, not %d", f.ID, len(t))
		}
		n, err := f.Read(t[0])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.ID, err)
		}
		a[i] = Exactly(n)
		if f.Type == knowledge.PlaceFact {
			a[i] = Between(n, lastIn(f, int(n)))
		}
	}
	if left > 0 {
		for id := range terms {
			if b.Fact(id) == nil {
				return nil, fmt.Errorf("there is no fact %q", id)
			}
		}
	}
	return a, nil
}

// lastIn gives the position of the last place that lies in the place at n: a place stands before its parts.
func lastIn(f *knowledge.Fact, n int) int64 {
	in := map[string]bool{f.Places[n].ID: true}
	last := n
	for i := n + 1; i < len(f.Places) && in[f.Places[i].Parent]; i++ {
		in[f.Places[i].ID] = true
		last = i
	}
	return int64(last)
}

// Place is the answer "somewhere in the place at n".
func Place(f *knowledge.Fact, n int64) Answer { return Between(n, lastIn(f, int(n))) }
