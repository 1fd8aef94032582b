package understand

import (
	"sync"

	"github.com/plainline/plainline/dialog"
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
		if named.Command == dialog.NoCommand {
			l.beside(&named, q)
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
