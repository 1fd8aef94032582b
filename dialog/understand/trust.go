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
	crisis float64 // the same for people in danger
}

// How often something wrong may be told, and how often somebody may be taken for one in danger who is not: the limits are
// as low as that allows.
const (
	mostWrong  = 0.025
	mostAlarms = 0.006
)

// usualTrust is that of a base with too few questions to practise with.
func usualTrust() trust { return trust{usual(), usualAnswer, usualAnswer} }

func newTrust(lessons []lesson, crisis dialog.Spot) trust {
	t := trust{ranker: learnRanker(lessons)}
	var told, alarms []guess
	for _, l := range lessons {
		right := l.list[l.right].spot
		c := t.ranker.chances(l.list)
		told = append(told, guess{c.ranked[0].Probability, l.weight, c.ranked[0].Target == right})
		for _, r := range c.ranked {
			if r.Target == crisis {
				alarms = append(alarms, guess{r.Probability, l.weight, right == crisis})
			}
		}
	}
	t.answer = limit(told, mostWrong*float64(len(lessons)))
	t.crisis = limit(alarms, mostAlarms*float64(len(lessons)))
	return t
}

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
	return learn.MarshalNumbers(append(t.ranker[:], t.answer, t.crisis))
}

func readTrust(b []byte) (t trust, err error) {
	list, err := learn.UnmarshalNumbers(b)
	if err == nil && len(list) != len(t.ranker)+2 {
		err = errTrust
	}
	if err == nil {
		t.answer, t.crisis = list[copy(t.ranker[:], list)], list[len(list)-1]
	}
	return t, err
}
