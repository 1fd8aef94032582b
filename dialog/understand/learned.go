package understand

import (
	"strings"
	"sync"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// Learned is the matcher that learns from the base's labelled questions, beside the names that the base gives to things.
// Commands, codes and exact names come first; then, in each language, one model says what a question is about and another
// which side of it is asked for. What is said is never surer than the calibrated probability.
type Learned struct {
	*Names
	models map[knowledge.Lang]*model
	judge  Judge
	limits Limits
}

// Judge says in which language something was written, given the language of the talk.
type Judge interface {
	Judge(text string, session knowledge.Lang) Judgement
}

// Limits are the probabilities that decide between the three ways out. An operator reads them off the table that
// "plainline eval" prints.
type Limits struct {
	Answer float64 // from here on the best target is the answer
	Ask    float64 // from here on a target is worth asking about
}

// DefaultLimits were chosen on a part of the training questions held aside for it.
func DefaultLimits() Limits { return Limits{Answer: 0.75, Ask: 0.08} }

// model is what one language has learned.
type model struct {
	targets *learn.Model
	aspects *learn.Model
	refer   map[string]string // text of a question the base does not cover → hotline
}

// Options say how to learn.
type Options struct {
	Limits   Limits                                     // zero: DefaultLimits
	Judge    Judge                                      // nil: NewLanguages of the base alone
	Progress func(lang knowledge.Lang, done, total int) // may be nil
	Cache    Cache                                      // may be nil
}

// Learn builds the matcher of a base. Training is deterministic: the same base gives the same matcher.
func Learn(b *knowledge.Base, o Options) *Learned {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits()
	}
	if o.Judge == nil {
		o.Judge = NewLanguages(b, nil)
	}
	l := &Learned{Names: NewNames(b), models: map[knowledge.Lang]*model{}, judge: o.Judge, limits: o.Limits}
	var mu sync.Mutex
	var all sync.WaitGroup
	for _, lang := range b.Languages {
		if len(b.Questions[lang]) == 0 {
			continue
		}
		all.Go(func() {
			m := newModel(b, lang, o)
			mu.Lock()
			defer mu.Unlock()
			l.models[lang] = m
		})
	}
	all.Wait()
	return l
}

func newModel(b *knowledge.Base, lang knowledge.Lang, o Options) *model {
	ls := newCurriculum(b, lang)
	m := &model{refer: map[string]string{}}
	m.targets = trained("targets/"+string(lang), ls.targets, lang, o)
	m.aspects = trained("aspects/"+string(lang), ls.aspects, lang, o)
	for _, e := range b.Questions[lang] {
		if e.None && e.Refer != "" && !e.Held() {
			m.refer[e.Text] = e.Refer
		}
	}
	return m
}

// Understand implements Matcher.
func (l *Learned) Understand(q Query) Meaning {
	named := l.Names.Understand(q)
	if named.Command != dialog.NoCommand || named.certain {
		for _, t := range named.Targets {
			named.Ranked = append(named.Ranked, Ranked{t, 1 / float64(len(named.Targets))})
		}
		return named
	}
	lang, change := l.language(q, named)
	m := l.models[lang]
	if m == nil {
		return named
	}
	meaning := l.read(m, q, lang, named)
	meaning.Switch = change
	l.narrow(&meaning, q, lang)
	meaning.Second = l.second(m, q, lang, &meaning)
	return meaning
}

// language says in which language to read a question, and which one to offer because the words are surely in it.
func (l *Learned) language(q Query, named Meaning) (read, offer knowledge.Lang) {
	j := l.judge.Judge(q.Text, q.Lang)
	if l.models[j.Lang] == nil {
		return q.Lang, ""
	}
	if j.Switch {
		return j.Lang, j.Lang
	}
	return j.Lang, ""
}

// read puts what the two models and the names say together into a meaning.
func (l *Learned) read(m *model, q Query, lang knowledge.Lang, named Meaning) Meaning {
	r := m.targets.Classify(q.Text, 2*MaxChoices)
	sides := l.sides(m, q.Text, lang)
	out := Meaning{Lang: lang, Evidence: r.Evidence}
	nothing := 0.0 // that the base does not cover it
	for _, c := range r.Candidates {
		if c.Label == labelNone {
			nothing = max(nothing, c.Probability)
			continue
		}
		l.place(&out, c, sides, q.Service, named)
	}
	l.addNamed(&out, named, nothing)
	rank(out.Ranked)
	out.Ranked = out.Ranked[:min(len(out.Ranked), 2*MaxChoices)]
	l.decide(&out, nothing)
	if len(out.Targets) == 0 {
		out.Refer = m.refer[r.Evidence]
	}
	return out
}

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

// second finds another question behind the first: the words after "and", a comma or a question mark, where they are
// understood for certain and lead elsewhere.
func (l *Learned) second(m *model, q Query, lang knowledge.Lang, first *Meaning) dialog.Spot {
	if len(first.Targets) != 1 || first.Doubt {
		return ""
	}
	for _, cut := range cuts(q.Text, l.base.Lang[lang].Joins) {
		head, tail := q.Text[:cut[0]], q.Text[cut[1]:]
		a := l.part(m, Query{Text: head, Lang: q.Lang, Service: q.Service}, lang)
		if a == "" {
			continue
		}
		b := l.part(m, Query{Text: tail, Lang: q.Lang, Service: serviceIn(a, q.Service)}, lang)
		if b == "" || a == b {
			continue
		}
		if a == first.Targets[0] {
			return b
		}
		if b == first.Targets[0] {
			return a
		}
	}
	return ""
}

// part reads a part of a question; "" where it is not certain alone.
func (l *Learned) part(m *model, q Query, lang knowledge.Lang) dialog.Spot {
	out := l.read(m, q, lang, l.Names.Understand(q))
	if len(out.Targets) != 1 || out.Doubt {
		return ""
	}
	return out.Targets[0]
}

// serviceIn gives the service of a place of the talk, else another.
func serviceIn(spot dialog.Spot, other knowledge.ServiceID) knowledge.ServiceID {
	kind, id, _ := strings.Cut(string(spot), "/")
	if _, ok := answer.AspectNamed(kind); ok || kind == "service" {
		return knowledge.ServiceID(id)
	}
	return other
}

// cuts gives the places where a text may be two questions: [end of the first, start of the second].
func cuts(text string, joins []string) [][2]int {
	var list [][2]int
	for i, r := range text {
		if strings.ContainsRune("?.!;,", r) && i+1 < len(text) && strings.TrimSpace(text[i+1:]) != "" {
			list = append(list, [2]int{i, i + 1})
		}
	}
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return list
	}
	for _, j := range joins {
		word := " " + j + " "
		for from := 0; ; {
			at := strings.Index(low[from:], word)
			if at < 0 {
				break
			}
			list = append(list, [2]int{from + at, from + at + len(word)})
			from += at + len(word)
		}
	}
	return list
}
