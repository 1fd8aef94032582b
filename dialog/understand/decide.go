package understand

import (
	"cmp"
	"slices"
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
)

// Limits are the probabilities that decide between the three ways out. An operator reads them off the table that
// "plainline eval" prints. A limit of 0 is the usual one.
type Limits struct {
	Answer float64 // from here on the best target is the answer; usually what each language learned of itself (practice.go)
	Ask    float64 // from here on a target is worth asking about
	Refuse float64 // from here on that the base does not cover it is believed
}

// The usual limits, and the one for answers where a base has too few questions to learn it from.
const (
	usualAnswer = 0.75
	usualAsk    = 0.012
	usualRefuse = 0.5
)

// faint is below what nothing is asked about, even beside a single choice.
const faint = 0.004

// alarming is which part of their limit people in danger reach who are asked whether they are.
const alarming = 0.5

// weak is below what a target that stands alone is not asked about: "did you mean …?" would be a guess.
const weak = 0.3

// chances are the candidates of a question that lead somewhere, most probable first, and the rest.
type chances struct {
	ranked  []Ranked
	nothing float64 // that the base does not cover it
}

// of gives how probable a place is.
func (c *chances) of(spot dialog.Spot) float64 {
	if i := slices.IndexFunc(c.ranked, func(r Ranked) bool { return r.Target == spot }); i >= 0 {
		return c.ranked[i].Probability
	}
	return 0
}

// decide chooses between the three ways out. People in danger are led to help sooner than certainty asks for, and asked first
// sooner still. Where the base's own name was said in full, and the likeliest place is the one
// that it names, no more is asked for.
func (l *Learned) decide(m *model, out *Meaning, c chances, named Meaning) {
	if len(c.ranked) == 0 {
		return
	}
	danger := c.of(l.crisis)
	if danger > 0 && danger >= m.crisis {
		out.Targets = []dialog.Spot{l.crisis}
		return
	}
	best := c.ranked[0]
	agreed := named.whole && best.Target == named.Targets[0] && best.Probability > c.nothing
	if agreed || best.Probability >= cmp.Or(l.limits.Answer, m.answer) {
		out.Targets = []dialog.Spot{best.Target}
		return
	}
	if c.nothing < cmp.Or(l.limits.Refuse, m.refuse) {
		out.Targets = l.choices(c.ranked)
	}
	if danger > 0 && danger >= alarming*m.crisis {
		out.Targets = slices.DeleteFunc(out.Targets, func(t dialog.Spot) bool { return t == l.crisis })
		out.Targets = slices.Insert(out.Targets[:min(len(out.Targets), MaxChoices-1)], 0, l.crisis)
	}
	out.Doubt = len(out.Targets) > 0
}

// choices gives two to four places to ask about, likeliest first: more of them the less is known. A side of a service brings the
// service itself along, where one may look for all its sides; and where hardly anything is likely, there is nothing to ask.
func (l *Learned) choices(ranked []Ranked) []dialog.Spot {
	ask := cmp.Or(l.limits.Ask, usualAsk)
	if ranked[0].Probability < ask {
		return nil
	}
	var list []dialog.Spot
	for _, r := range ranked {
		if len(list) < 2 && r.Probability >= faint || r.Probability >= ask && len(list) < MaxChoices {
			list = append(list, r.Target)
		}
	}
	for _, t := range list {
		kind, id, _ := strings.Cut(string(t), "/")
		service := dialog.Spot("service/" + id)
		if _, ok := answer.AspectNamed(kind); ok && len(list) < MaxChoices && !slices.Contains(list, service) {
			list = append(list, service)
		}
	}
	if len(list) == 1 && ranked[0].Probability < weak {
		return nil
	}
	return list
}
