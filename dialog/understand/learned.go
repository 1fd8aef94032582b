package understand

import (
	"cmp"
	"sync"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// Learned is the matcher that learns from the base's labelled questions, beside the names that the base gives to things.
// Commands, codes and exact names come first; then, in each language, one model says what a question is about and another
// which side of it is asked for. What is said is never surer than the calibrated probability, but where the words themselves
// prove it: names said in full (decide.go), and questions that lean on the talk (ellipsis.go).
type Learned struct {
	*Names
	models map[knowledge.Lang]*model
	judge  Judge
	limits Limits
	crisis dialog.Spot // the answer for people in danger
}

// Judge says in which language something was written, given the language of the talk.
type Judge interface {
	Judge(text string, session knowledge.Lang) Judgement
}

// model is what one language has learned.
type model struct {
	targets *learn.Model
	aspects *learn.Model
	topics  []topic        // by label of targets
	sides   []string       // labels of aspects
	topicOf map[string]int // label → its place
	sideOf  map[string]int
	things  int     // how many things have names
	folder  *folder // of the language: what is learned and what is asked are brought to one form
	trust
	refer   map[string]string // question that the base does not cover, as it is learned → hotline
	written map[string]string // question as it is learned → as it was written
}

// Options say how to learn.
type Options struct {
	Limits   Limits                                     // zero: the usual ones
	Judge    Judge                                      // nil: NewLanguages of the base alone
	Progress func(lang knowledge.Lang, done, total int) // may be nil
	Cache    Cache                                      // may be nil
}

// tell says how far the learning of a language is, after each part of practice.
func (o *Options) tell(lang knowledge.Lang, done int) {
	if o.Progress != nil {
		o.Progress(lang, done, parts)
	}
}

// Learn builds the matcher of a base. Training is deterministic: the same base gives the same matcher.
func Learn(b *knowledge.Base, o Options) *Learned {
	if o.Judge == nil {
		o.Judge = NewLanguages(b, nil, o.Cache)
	}
	names := NewNames(b)
	l := &Learned{Names: names, models: map[knowledge.Lang]*model{}, judge: o.Judge, limits: o.Limits, crisis: first(names.general("crisis"))}
	var mu sync.Mutex
	var all sync.WaitGroup
	for _, lang := range b.Languages {
		if len(b.Questions[lang]) == 0 {
			continue
		}
		all.Go(func() {
			m := l.newModel(lang, o)
			mu.Lock()
			defer mu.Unlock()
			l.models[lang] = m
		})
	}
	all.Wait()
	return l
}

// newModel learns one language, and then how far that may be trusted, which takes longer.
func (l *Learned) newModel(lang knowledge.Lang, o Options) *model {
	all := taught(l.base, lang)
	c := newCurriculum(l.base, lang, all)
	m := l.learnFrom(c, func(what string, list []learn.Example) *learn.Model {
		return trained(what+"/"+string(lang), list, o.Cache)
	})
	m.trust = l.practised(lang, c, all, o)
	for _, e := range all {
		text := c.folder.form(e.Text)
		m.written[text] = e.Text
		if e.None && e.Refer != "" {
			m.refer[text] = e.Refer
		}
	}
	return m
}

// learnFrom trains both models.
func (l *Learned) learnFrom(c curriculum, train func(what string, list []learn.Example) *learn.Model) *model {
	m := &model{refer: map[string]string{}, written: map[string]string{}, topicOf: map[string]int{}, sideOf: map[string]int{}, things: len(l.things), folder: c.folder}
	m.targets, m.aspects = train("targets", c.targets), train("aspects", c.aspects)
	for i, label := range m.targets.Labels() {
		m.topicOf[label] = i
		m.topics = append(m.topics, newTopic(l.base, label))
	}
	for i, label := range m.aspects.Labels() {
		m.sideOf[label] = i
		m.sides = append(m.sides, label)
	}
	return m
}

// Understand implements Matcher.
func (l *Learned) Understand(q Query) Meaning {
	readings := l.readings(q.Text)
	named := l.Names.understand(q, readings)
	if named.Command != dialog.NoCommand || named.certain {
		for _, t := range named.Targets {
			named.Ranked = append(named.Ranked, Ranked{t, 1 / float64(len(named.Targets))})
		}
		if named.Command == dialog.NoCommand {
			l.beside(&named, q)
		}
		return named
	}
	lang, change := l.language(q, named)
	m := l.models[lang]
	if m == nil || wordless(q.Text) {
		return named
	}
	meaning := l.read(m, q, lang, readings, named)
	if full, ok := l.filled(m, q, lang, &meaning); ok {
		meaning = full
	}
	meaning.Switch = change
	meaning.Second = l.second(m, q, lang, &meaning)
	l.narrow(&meaning, q, lang)
	return meaning
}

// beside adds to what was named for certain what else the words hold.
func (l *Learned) beside(named *Meaning, q Query) {
	lang, change := l.language(q, *named)
	named.Switch = change
	if m := l.models[lang]; m != nil {
		named.Second = l.second(m, q, lang, named)
		l.narrow(named, q, lang)
	}
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

// fewWordsNamed is how few words are asked about rather than refused, where the base has names with them: "lost it".
const fewWordsNamed = 1

// read puts what the two models and the names say together into a meaning.
func (l *Learned) read(m *model, q Query, lang knowledge.Lang, readings []reading, named Meaning) Meaning {
	q.Lang = lang
	w := m.hear(q, readings)
	chances := m.ranker.chances(l.candidates(m, w))
	out := Meaning{Lang: lang, Evidence: cmp.Or(m.written[w.topics.Nearest], w.topics.Nearest), Ranked: chances.ranked[:min(len(chances.ranked), 2*MaxChoices)]}
	l.decide(m, &out, chances, named)
	if w.topics.Words <= fewWordsNamed && len(out.Targets) == 0 && len(named.Targets) <= MaxChoices {
		out.Targets, out.Doubt = named.Targets, len(named.Targets) > 0
	}
	if len(out.Targets) == 0 {
		out.Refer = m.refer[w.topics.Nearest]
	}
	return out
}
