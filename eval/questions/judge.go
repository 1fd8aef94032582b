package questions

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// outcome is what became of a question.
type outcome uint8

const (
	right     outcome = iota // answered, and the answer is the right one
	within                   // asked back, and the right one was among the choices
	besideIt                 // the right service was told without the aspect that was asked, or the other way round
	wrong                    // answered, and the answer is another one
	astray                   // asked back without the right one
	refused                  // "I don't know"
	refusedOK                // a question that the base does not cover was refused, or its own "not covered" was told
	asked                    // … was asked back
	answered                 // … was answered: wrong too
)

// judged is a question with what became of it.
type judged struct {
	*knowledge.Example
	outcome outcome
	crisis  bool        // the crisis answer was told
	got     dialog.Spot // the first target; "" for none
	refer   string

	ranked      bool // the matcher said how probable its thoughts are
	probability float64
	firstRight  bool // the most probable thought is the right one
}

// judge asks a matcher and compares what it says with the labels.
type judge struct {
	Config
	notCovered map[dialog.Spot]bool
	crisis     map[dialog.Spot]bool
}

func newJudge(c Config) *judge {
	j := &judge{Config: c, notCovered: map[dialog.Spot]bool{}, crisis: map[dialog.Spot]bool{}}
	for _, a := range c.Base.Answers {
		spot := dialog.Spot("answer/" + a.ID)
		j.notCovered[spot] = a.Kind == "not_covered"
		j.crisis[spot] = a.Kind == "crisis"
	}
	return j
}

func (j *judge) all(held []*knowledge.Example, l knowledge.Lang, s Spelling) []judged {
	seen := make([]judged, 0, len(held))
	for _, e := range held {
		seen = append(seen, j.one(e, l, s))
	}
	return seen
}

// one asks one question, in a talk about the fixed service where it names none itself but needs one.
func (j *judge) one(e *knowledge.Example, l knowledge.Lang, s Spelling) judged {
	q := understand.Query{Text: s.Write(e.Text), Lang: l}
	if e.Service == "" && e.Aspect != "" {
		q.Service = j.Service
	}
	m := j.Matcher.Understand(q)
	wanted := Wanted(j.Base, e, j.Service)
	v := judged{Example: e, outcome: j.outcome(m, e.None, wanted), refer: m.Refer}
	if len(m.Targets) > 0 {
		v.got = m.Targets[0]
		v.crisis = confident(m) && j.crisis[v.got]
	}
	switch {
	case len(m.Ranked) > 0:
		v.ranked, v.probability = true, m.Ranked[0].Probability
		v.firstRight = slices.Contains(wanted, m.Ranked[0].Target)
	case confident(m): // understood by a rule, such as a code
		v.probability, v.firstRight = 1, slices.Contains(wanted, m.Targets[0])
	}
	return v
}

// confident says whether a meaning leads straight to one place.
func confident(m understand.Meaning) bool {
	return m.Command == dialog.NoCommand && len(m.Targets) == 1 && !m.Doubt
}

func (j *judge) outcome(m understand.Meaning, none bool, wanted []dialog.Spot) outcome {
	sure := confident(m) || m.Command != dialog.NoCommand
	refusal := m.Command == dialog.NoCommand && len(m.Targets) == 0
	if none {
		switch {
		case refusal, confident(m) && j.notCovered[m.Targets[0]]:
			return refusedOK
		case sure:
			return answered
		}
		return asked
	}
	hit := m.Command == dialog.NoCommand && slices.ContainsFunc(m.Targets, func(t dialog.Spot) bool { return slices.Contains(wanted, t) })
	switch {
	case refusal:
		return refused
	case sure && hit:
		return right
	case confident(m) && beside(m.Targets[0], wanted):
		return besideIt
	case sure:
		return wrong
	case hit && len(m.Targets) <= understand.MaxChoices:
		return within
	}
	return astray
}

// The ids of questions about distress, and of those that only sound like it.
const (
	crisisID   = "eval-crisis-"
	noCrisisID = "eval-crisis-no-"
)

func (v *judged) distress() bool {
	return strings.HasPrefix(v.ID, crisisID) && !strings.HasPrefix(v.ID, noCrisisID)
}

func (v *judged) likeDistress() bool { return strings.HasPrefix(v.ID, noCrisisID) }
