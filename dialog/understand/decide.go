package understand

import (
	"strings"

	"github.com/plainline/plainline/dialog"
)

// decide chooses between the three ways out.
func (l *Learned) decide(out *Meaning, nothing float64) {
	if len(out.Ranked) == 0 {
		return
	}
	best := out.Ranked[0]
	if best.Target == crisis && best.Probability >= crisisLimit {
		out.Targets = []dialog.Spot{best.Target}
		return
	}
	switch {
	case nothing >= best.Probability:
		return
	case best.Probability >= l.limits.Answer:
		out.Targets = []dialog.Spot{best.Target}
		return
	}
	for _, r := range out.Ranked {
		if r.Probability >= l.limits.Ask && len(out.Targets) < MaxChoices {
			out.Targets = append(out.Targets, r.Target)
		}
	}
	out.Doubt = true
}

// crisis is where people in danger are led: sooner than certainty asks for.
const (
	crisis      dialog.Spot = "answer/crisis"
	crisisLimit             = 0.25
)

// addNamed adds what the names are sure of and the model did not think of.
func (l *Learned) addNamed(out *Meaning, named Meaning, nothing float64) {
	for _, t := range named.Targets {
		known := false
		for _, r := range out.Ranked {
			known = known || r.Target == t
		}
		if !known {
			p := l.limits.Ask
			if len(named.Targets) == 1 && !named.Doubt && nothing < l.limits.Answer {
				p = (l.limits.Answer + l.limits.Ask) / 2
			}
			out.Ranked = append(out.Ranked, Ranked{t, p})
		}
	}
}

// support says how much of the doubt the names take away: much where they lead to the same place, little where only to
// another side of the same service.
func support(named Meaning, spot dialog.Spot) float64 {
	if named.Doubt || len(named.Targets) != 1 {
		return 0
	}
	_, a, _ := strings.Cut(string(named.Targets[0]), "/")
	_, b, _ := strings.Cut(string(spot), "/")
	switch {
	case named.Targets[0] == spot:
		return sameSpot
	case a == b:
		return sameService
	}
	return 0
}

const (
	sameSpot    = 0.5
	sameService = 0.1
)

func rank(list []Ranked) {
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && list[j].Probability > list[j-1].Probability; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}
