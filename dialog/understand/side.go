package understand

import (
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// side is an aspect and how probable it is that it is the one asked for.
type side struct {
	aspect      string
	probability float64
}

// maxSides is how many aspects of a target are thought of.
const maxSides = 3

// sides says which sides of a thing may be asked for. The words for aspects that the language lists count as much as what
// was learned; where none of them stands in the text, the thing as such is more likely meant.
func (l *Learned) sides(m *model, text string, lang knowledge.Lang) []side {
	r := m.aspects.Classify(text, maxSides)
	listed := l.aspectIn(text, lang)
	if listed == "" {
		listed = answer.Overview.String()
	}
	list := make([]side, 0, maxSides+1)
	has := false
	for _, c := range r.Candidates {
		p := c.Probability * 0.6
		if c.Label == listed {
			p, has = p+0.4, true
		}
		list = append(list, side{c.Label, p})
	}
	if !has {
		list = append(list, side{listed, 0.4})
	}
	return list
}

// place adds the places of the talk that a label and the sides lead to.
func (l *Learned) place(out *Meaning, c learn.Candidate, sides []side, service knowledge.ServiceID, named Meaning) {
	add := func(spot dialog.Spot, p float64) {
		if spot == "" {
			return
		}
		p += (1 - p) * support(named, spot)
		for i := range out.Ranked {
			if out.Ranked[i].Target == spot {
				out.Ranked[i].Probability = min(1, out.Ranked[i].Probability+p)
				return
			}
		}
		out.Ranked = append(out.Ranked, Ranked{spot, p})
	}
	isService := strings.HasPrefix(c.Label, "service/")
	if !isService && c.Label != labelAspect {
		add(dialog.Spot(c.Label), c.Probability)
		return
	}
	for _, s := range sides {
		p := c.Probability * s.probability
		switch {
		case s.aspect == "bribe":
			for _, spot := range l.general("bribe") {
				add(spot, p)
			}
		case isService:
			add(l.aspectOf(dialog.Spot(c.Label), s.aspect), p)
		case s.aspect != answer.Overview.String():
			if spots := l.withoutName(s.aspect, service); len(spots) == 1 {
				add(spots[0], p)
			}
		}
	}
}
