package understand

import (
	"fmt"
	"math"
	"slices"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// How the matcher finds out how far its models are to be trusted: they are trained on a part of the questions and asked
// the rest, in turns.
const (
	parts     = 4
	enough    = 200       // with fewer questions the usual weights are better
	large     = 1_500_000 // questions times services: from here on one part is asked, which is enough to learn from then
	noneShare = 0.2       // how many questions the base does not cover, as far as is known
)

// practised gives what practice teaches: from the cache, or learned now.
func (l *Learned) practised(lang knowledge.Lang, c curriculum, all []*knowledge.Example, o Options) trust {
	if len(all) < enough {
		return usualTrust()
	}
	return stored(o.Cache, func() string {
		return fingerprint(fmt.Sprint("trust/", lang, mostWrong, mostAlarms), slices.Concat(c.targets, c.aspects, l.examples()))
	}, readTrust, func() (trust, []byte) {
		t := newTrust(l.practise(lang, all, o), l.crisis)
		return t, t.store()
	})
}

// practise gives the lessons of all parts.
func (l *Learned) practise(lang knowledge.Lang, all []*knowledge.Example, o Options) []lesson {
	var lessons []lesson
	rounds := parts
	if len(all)*len(l.base.Services) > large {
		rounds = 1
	}
	for part := range rounds {
		known, asked := split(all, part)
		m := l.learnFrom(newCurriculum(l.base, lang, known), func(_ string, list []learn.Example) *learn.Model {
			return learn.Train(list, learn.Options{Plain: true, Raw: true})
		})
		lessons = append(lessons, l.lessons(m, lang, asked)...)
		o.tell(lang, part+1+parts-rounds)
	}
	balance(lessons)
	return lessons
}

// taught gives the questions that are not held aside.
func taught(b *knowledge.Base, lang knowledge.Lang) []*knowledge.Example {
	return slices.DeleteFunc(slices.Clone(b.Questions[lang]), (*knowledge.Example).Held)
}

// split leaves out a run of each label's questions: those that stand together are often alike, and new ones are not.
func split(all []*knowledge.Example, part int) (known, asked []*knowledge.Example) {
	count, seen := map[string]int{}, map[string]int{}
	for _, e := range all {
		count[labelOf(e)]++
	}
	for _, e := range all {
		label := labelOf(e)
		if at := seen[label] * parts / count[label]; at == part {
			asked = append(asked, e)
		} else {
			known = append(known, e)
		}
		seen[label]++
	}
	return known, asked
}

// labelOf tells apart what questions mean.
func labelOf(e *knowledge.Example) string {
	if e.None {
		return labelNone
	}
	return string(e.Service) + "/" + e.Aspect + "/" + e.Answer + "/" + e.Event
}

// lessons asks the questions.
func (l *Learned) lessons(m *model, lang knowledge.Lang, asked []*knowledge.Example) []lesson {
	var list []lesson
	for i, e := range asked {
		q := Query{Text: e.Text, Lang: lang}
		if lone(e) || i%5 == 0 {
			q.Service = l.base.Services[i*7%len(l.base.Services)].ID
		}
		c := l.candidates(m, m.hear(q, l.readings(q.Text)))
		want := l.wanted(e, q.Service)
		right := slices.IndexFunc(c, func(c candidate) bool { return l.same(c.spot, want) })
		lost := right < 0
		if lost {
			right = slices.IndexFunc(c, func(c candidate) bool { return c.spot == "" })
		}
		list = append(list, lesson{c, right, 1, lost})
	}
	return list
}

// same says whether two places answer the same question: the general answer about hours, and the list of the offices.
func (l *Learned) same(spot, want dialog.Spot) bool {
	return spot == want || want != "" && want == generalAbout(l.base, "hours") && spot == first(l.withoutName("hours", ""))
}

func lone(e *knowledge.Example) bool { return e.Service == "" && e.Aspect != "" }

// wanted gives the place that a question leads to; "" where the base does not cover it.
func (l *Learned) wanted(e *knowledge.Example, service knowledge.ServiceID) dialog.Spot {
	switch {
	case e.None:
		return ""
	case e.Answer != "":
		return dialog.Spot("answer/" + e.Answer)
	case e.Event != "":
		return dialog.Spot("event/" + e.Event)
	case e.Aspect == "bribe":
		return first(l.general("bribe"))
	case e.Service != "":
		return l.aspectOf(dialog.Spot("service/"+string(e.Service)), e.Aspect)
	}
	if spot := generalAbout(l.base, e.Aspect); spot != "" && (service == "" || e.Aspect == "hours") {
		return spot
	}
	return first(l.withoutName(e.Aspect, service))
}

func first(list []dialog.Spot) dialog.Spot {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// balance weighs the lessons so that what the base does not cover has its share, and of the rest the rarer kinds of places more
// than they have: nobody knows how often people will ask for which.
func balance(lessons []lesson) {
	var count [kinds]float64
	all, roots := 0.0, 0.0
	for _, l := range lessons {
		if !l.lost {
			all++
			count[l.list[l.right].kind]++
		}
	}
	for k, n := range count {
		if kind(k) != ofNone {
			roots += math.Sqrt(n)
		}
	}
	for i := range lessons {
		l := &lessons[i]
		if l.lost {
			continue
		}
		k := l.list[l.right].kind
		share := (1 - noneShare) * math.Sqrt(count[k]) / roots
		if k == ofNone {
			share = noneShare
		}
		l.weight = share * all / count[k]
	}
}
