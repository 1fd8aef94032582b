package understand

import (
	"math"
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

// candidate is a place of the talk that a question may lead to, and what speaks for it. The place "" stands for a question
// that the base does not cover.
type candidate struct {
	spot dialog.Spot
	kind kind
	x    signals
}

// kind is what a candidate is.
type kind int

const (
	ofService kind = iota // a service as such
	ofSide                // a side of a service
	ofLone                // a side of what the talk is about
	ofAnswer              // a general answer
	ofEvent               // a life event
	ofNone                // nothing that the base covers
	kinds
)

// signals are what speaks for a candidate, or against it, in figures of about one.
type signals [signalCount]float64

// The signals. Each counts differently for each kind of candidate.
const (
	always = iota // 1

	topicOdds  // how sure the first model is of what it is about, beside the others
	topicScore // and without a look at the others
	topicVote  // how like the nearest known question about it
	sideOdds   // the same of the second model and the aspect
	sideScore
	sideVote
	askOdds  // the same of the aspect among those that are no overview
	askScore // how far any aspect is asked for

	listed      // words that the language lists for the aspect stand in the text,
	listedExact // as they are written
	otherListed // those of another aspect do

	named  // how far the base's own names for it were said
	whole  // one of them was said in full
	rivals // how far something else was named better

	topicShare // the odds as shares, for what is nearly certain
	sideShare
	topicAgree // how far score and vote say the same
	sideAgree

	bestTopic // how far any topic is meant
	bestVote  // how like the nearest known question is that the base covers
	like      // how like any known question it is
	covered   // how many of its words are known
	letters   // and of its runs of letters
	length    // how long it is

	talk     // the talk is about a service
	sameTalk // about this one

	signalCount
)

// How many topics and sides are thought of.
const (
	maxTopics = 6
	maxSides  = 4
)

// candidates gives the places that a question may lead to.
func (l *Learned) candidates(m *model, w *witness) []candidate {
	list := &candidates{l: l, w: w, seen: map[dialog.Spot]int{}}
	for _, i := range best(w.topics.Scores, maxTopics) {
		list.topic(m, i)
	}
	for _, i := range w.namedTopics {
		list.topic(m, i)
	}
	if i, ok := m.topicOf[labelAspect]; ok {
		list.lone(m, i)
	}
	list.nothing(m)
	return list.all
}

// candidates collects candidates; of two that lead to the same place the more probable stays.
type candidates struct {
	l    *Learned
	w    *witness
	all  []candidate
	seen map[dialog.Spot]int
}

func (c *candidates) add(spot dialog.Spot, k kind, x signals) {
	w := c.w
	x[always], x[bestTopic], x[like], x[covered], x[length] = 1, w.bestTopic, w.topics.Like, w.topics.WordCover, w.length
	x[askScore], x[talk], x[bestVote], x[letters] = w.bestAsk, btof(w.service != ""), w.bestVote, w.topics.CharCover
	x[topicShare], x[sideShare] = math.Exp(x[topicOdds]), math.Exp(x[sideOdds])
	x[topicAgree], x[sideAgree] = x[topicScore]*x[topicVote], x[sideScore]*x[sideVote]
	x[whole], x[rivals] = btof(x[named] >= exact), max(0, w.bestName-x[named])
	if at, ok := c.seen[spot]; ok {
		if c.all[at].x[topicOdds]+c.all[at].x[sideOdds] < x[topicOdds]+x[sideOdds] {
			c.all[at].kind, c.all[at].x = k, x
		}
		return
	}
	c.seen[spot] = len(c.all)
	c.all = append(c.all, candidate{spot, k, x})
}

// topic adds the places that belong to one topic.
func (c *candidates) topic(m *model, i int) {
	t := &m.topics[i]
	switch t.kind {
	case ofService:
		if _, learned := m.sideOf[c.w.aspect]; c.w.aspect != "" && c.w.exactAspect && !learned { // what nobody gave examples of is taken as it stands
			x := c.about(m, i)
			x[sideScore], x[sideVote], x[listed], x[listedExact] = 1, 1, 1, 1
			c.add(c.l.aspectOf(t.spot, c.w.aspect), ofSide, x)
			return
		}
		for _, s := range c.w.sideOrder {
			c.side(m, i, s)
		}
	case ofAnswer, ofEvent:
		spot := t.spot
		if t.aspect == "hours" && c.w.aspect == "hours" && c.w.now {
			spot = first(c.l.withoutName("hours", "")) // "open today?" is best told by the list of the offices, "on Sundays?" is not
		}
		c.add(spot, t.kind, c.about(m, i))
		if t.inTalk && c.w.service != "" { // in a talk about a service a general question is about that service
			for _, spot := range c.l.withoutName(t.aspect, c.w.service) {
				x := c.about(m, i)
				c.asks(m, &x, m.sideOf[t.aspect])
				c.add(spot, ofLone, x)
			}
		}
	}
}

// about gives what speaks for a topic.
func (c *candidates) about(m *model, i int) signals {
	w := c.w
	x := signals{topicOdds: w.topicOdds[i], topicScore: float64(w.topics.Scores[i]), topicVote: float64(w.topics.Votes[i])}
	if thing, ok := c.l.things[m.topics[i].spot]; ok {
		x[named] = w.named[thing]
	}
	return x
}

// side adds one side of a service, or the service as such.
func (c *candidates) side(m *model, topic, side int) {
	t := &m.topics[topic]
	x := c.about(m, topic)
	c.asks(m, &x, side)
	x[sameTalk] = btof(t.service == c.w.service)
	aspect := m.sides[side]
	k, spot := ofSide, c.l.aspectOf(t.spot, aspect)
	if aspect == answer.Overview.String() {
		k = ofService
	} else if general := c.l.general("bribe"); aspect == "bribe" && len(general) > 0 {
		spot = general[0]
	}
	c.add(spot, k, x)
}

// asks adds what speaks for a side.
func (c *candidates) asks(m *model, x *signals, i int) {
	w := c.w
	x[sideOdds], x[sideScore], x[sideVote], x[askOdds] = w.sideOdds[i], float64(w.sides.Scores[i]), float64(w.sides.Votes[i]), w.askOdds[i]
	same := w.aspect == m.sides[i]
	x[listed], x[listedExact], x[otherListed] = btof(same), btof(same && w.exactAspect), btof(!same && w.aspect != "")
}

// lone adds sides that were asked for without a name.
func (c *candidates) lone(m *model, topic int) {
	w := c.w
	for _, s := range w.sideOrder {
		aspect := m.sides[s]
		spots := c.l.withoutName(aspect, w.service)
		if aspect == answer.Overview.String() || len(spots) != 1 || generalAbout(c.l.base, aspect) != "" {
			continue
		}
		x := c.about(m, topic)
		c.asks(m, &x, s)
		c.add(spots[0], ofLone, x)
	}
}

// nothing adds that the base does not cover it.
func (c *candidates) nothing(m *model) {
	x := signals{topicOdds: -math.Log(float64(1 + len(m.topics)))}
	if i, ok := m.topicOf[labelNone]; ok {
		x = c.about(m, i)
	}
	c.add("", ofNone, x)
}

func btof(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// topic is a label of the first model.
type topic struct {
	kind    kind
	spot    dialog.Spot
	service knowledge.ServiceID
	aspect  string // of a general answer: the aspect that it stands for where no service is meant
	inTalk  bool   // and in a talk about a service that service's own is meant
}

func newTopic(b *knowledge.Base, label string) topic {
	what, id, _ := strings.Cut(label, "/")
	t := topic{spot: dialog.Spot(label)}
	switch what {
	case "service":
		t.kind, t.service = ofService, knowledge.ServiceID(id)
	case "answer":
		t.kind = ofAnswer
		for _, aspect := range []string{"hours", "appeal", "complaint", "bribe"} {
			if generalAbout(b, aspect) == t.spot {
				t.aspect = aspect
				t.inTalk = aspect == "appeal" || aspect == "complaint"
			}
		}
	case "event":
		t.kind = ofEvent
	case labelAspect:
		t.kind = ofLone
	default:
		t.kind = ofNone
	}
	return t
}
