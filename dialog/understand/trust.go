package understand

import (
	"cmp"
	"errors"
	"slices"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand/learn"
)

// trust is what practice teaches.
type trust struct {
	ranker ranker
	answer float64 // from which probability on to answer
	refuse float64 // from which on that the base does not cover it is believed
	crisis float64 // from which on people are taken for ones in danger
}

// How often something wrong may be told; how often somebody may be taken for one in danger who is not; how many questions that
// the base does not cover are to be refused, and how many that it does may be, with them.
const (
	mostWrong   = 0.026
	mostAlarms  = 0.01
	wantRefused = 0.88
	mostRefused = 0.07
)

// usualTrust is that of a base with too few questions to practise with.
func usualTrust() trust { return trust{usual(), usualAnswer, usualRefuse, usualAnswer} }

func newTrust(lessons []lesson, crisis dialog.Spot) trust {
	t := trust{ranker: learnRanker(slices.DeleteFunc(slices.Clone(lessons), func(l lesson) bool { return l.lost }))}
	var told, alarms, nothing []guess
	all := 0.0
	for _, l := range lessons {
		all += l.weight
		right := l.list[l.right].spot
		c := t.ranker.chances(l.list)
		nothing = append(nothing, guess{c.nothing, l.weight, right == "" && !l.lost})
		alarms = append(alarms, guess{c.of(crisis), l.weight, right == crisis})
		best := c.ranked[0]
		told = append(told, guess{best.Probability, l.weight, !l.lost && (best.Target == right || beside(best.Target, right))})
	}
	t.refuse = refusal(nothing)
	t.crisis = limit(slices.Clone(alarms), mostAlarms*all)
	for i, a := range alarms {
		if a.probability > 0 && a.probability >= t.crisis { // told whatever else is likelier
			told[i] = guess{1, a.weight, a.right}
		}
	}
	t.answer = limit(told, mostWrong*all)
	return t
}

// beside says whether a place is the service as such where one of its sides was asked for, or a side where none was: not what was
// asked, but nothing wrong, and a key leads on.
func beside(got, wanted dialog.Spot) bool {
	return names(got, wanted) || names(wanted, got)
}

// refusal gives the limit from which on enough is refused of what the base does not cover, as far as that does not refuse too much
// of what it does; never one that believes in nothing sooner than in something, or later than is usual.
func refusal(list []guess) float64 {
	slices.SortFunc(list, func(a, b guess) int { return cmp.Compare(b.probability, a.probability) })
	var out, in float64
	for _, g := range list {
		if g.right {
			out += g.weight
		} else {
			in += g.weight
		}
	}
	refused, wrongly := 0.0, 0.0
	for _, g := range list {
		if g.right {
			refused += g.weight
		} else {
			wrongly += g.weight
		}
		if g.probability < leastRefuse || refused >= wantRefused*out || wrongly >= mostRefused*in {
			return min(max(g.probability, leastRefuse), usualRefuse)
		}
	}
	return usualRefuse
}

// leastRefuse is the lowest limit for refusing.
const leastRefuse = 0.25

// guess is what was thought of first, and whether it was right.
type guess struct {
	probability, weight float64
	right               bool
}

// limit gives the lowest probability from which on the wrong guesses weigh at most that much.
func limit(list []guess, most float64) float64 {
	slices.SortFunc(list, func(a, b guess) int { return cmp.Compare(b.probability, a.probability) })
	lowest, wrong := 1.0, 0.0
	for _, g := range list {
		if !g.right {
			wrong += g.weight
		}
		if wrong > most {
			break
		}
		lowest = g.probability
	}
	return lowest
}

var errTrust = errors.New("trust of another size")

func (t *trust) store() []byte {
	return learn.MarshalNumbers(append(t.ranker[:], t.answer, t.refuse, t.crisis))
}

func readTrust(b []byte) (t trust, err error) {
	list, err := learn.UnmarshalNumbers(b)
	if err == nil && len(list) != len(t.ranker)+3 {
		err = errTrust
	}
	if err == nil {
		rest := list[copy(t.ranker[:], list):]
		t.answer, t.refuse, t.crisis = rest[0], rest[1], rest[2]
	}
	return t, err
}
