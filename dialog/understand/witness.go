package understand

import (
	"math"
	"slices"

	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// witness is all that is known of one question: what both models say of it, which names were said in it, which words for
// aspects, and what the talk is about.
type witness struct {
	topics, sides       learn.Reading
	topicOdds, sideOdds []float64
	askOdds             []float64 // of the aspects that are no overview
	bestAsk             float64   // score of the best of them
	bestTopic           float64   // score of the best topic that the base covers
	bestVote            float64   // and its best vote
	sideOrder           []int     // aspects to think of
	length              float64

	named       []float64 // how well things were named, by their numbers
	namedTopics []int     // topics that are named well, whatever the models say
	bestName    float64
	aspect      string
	exactAspect bool
	now         bool // it is about this moment

	service knowledge.ServiceID
}

// hear asks everybody about a question.
func (m *model) hear(q Query, readings []reading) *witness {
	w := &witness{service: q.Service, named: make([]float64, m.things)}
	text := m.folder.form(q.Text)
	m.targets.Read(text, &w.topics)
	m.aspects.Read(text, &w.sides)
	w.topicOdds, w.sideOdds = logOdds(w.topics.Scores), logOdds(w.sides.Scores)
	w.length = math.Log(float64(1 + w.topics.Words))
	w.bestTopic = -1
	for i, s := range w.topics.Scores {
		if m.topics[i].kind != ofNone {
			w.bestTopic, w.bestVote = max(w.bestTopic, float64(s)), max(w.bestVote, float64(w.topics.Votes[i]))
		}
	}
	w.asks(m)
	for i := range readings {
		w.names(m, &readings[i], readings[i].lex.lang == q.Lang)
	}
	w.sideOrder = best(w.sides.Scores, maxSides)
	for _, aspect := range []string{w.aspect, answer.Overview.String()} {
		if i, ok := m.sideOf[aspect]; ok && !slices.Contains(w.sideOrder, i) {
			w.sideOrder = append(w.sideOrder, i)
		}
	}
	return w
}

// asks looks at the aspects without the overview, which services' own words speak for.
func (w *witness) asks(m *model) {
	scores := slices.Clone(w.sides.Scores)
	if i, ok := m.sideOf[answer.Overview.String()]; ok {
		scores[i] = -2
	}
	w.askOdds, w.bestAsk = logOdds(scores), -1
	if len(scores) > 0 {
		w.bestAsk = float64(slices.Max(scores))
	}
}

// maxNamed is how many topics are thought of only because they were named.
const maxNamed = 2

// names takes in what a language makes of the question: people use the names of all languages, and the words for aspects
// mostly of their own.
func (w *witness) names(m *model, r *reading, own bool) {
	if own || w.aspect == "" && r.exactAspect {
		w.aspect, w.exactAspect = r.aspect, r.exactAspect
	}
	w.now = w.now || own && r.now
	for n, t := range r.targets {
		if t.kind == anOffice {
			continue
		}
		w.named[t.thing] = max(w.named[t.thing], t.score)
		w.bestName = max(w.bestName, t.score)
		if n >= maxNamed || t.score < perhaps {
			continue
		}
		if i, ok := m.topicOf[string(t.target)]; ok {
			w.namedTopics = append(w.namedTopics, i)
		}
	}
}

// logOdds turns scores into logarithms of shares that add up to one.
func logOdds(scores []float32) []float64 {
	if len(scores) == 0 {
		return nil
	}
	top, sum := slices.Max(scores), 0.0
	out := make([]float64, len(scores))
	for i, s := range scores {
		out[i] = 4 * float64(s-top)
		sum += math.Exp(out[i])
	}
	for i := range out {
		out[i] -= math.Log(sum)
	}
	return out
}

// best gives the places of the n highest scores, highest first; of equals the earlier.
func best(scores []float32, n int) []int {
	list := make([]int, 0, n+1)
	for i, score := range scores {
		if len(list) == n && score <= scores[list[n-1]] {
			continue
		}
		at := len(list)
		for at > 0 && scores[list[at-1]] < score {
			at--
		}
		list = slices.Insert(list, at, i)
		list = list[:min(len(list), n)]
	}
	return list
}
