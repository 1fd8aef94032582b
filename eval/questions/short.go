package questions

import (
	"github.com/plainline/plainline/knowledge"
)

// Short is an answer that the base has few examples of.
type Short struct {
	Lang     knowledge.Lang `json:"lang"`
	What     string         `json:"what"` // service/passport, aspect/fee, answer/crisis, event/birth
	Examples int            `json:"examples"`
	Level    string         `json:"level"` // warning | note
}

// How many examples an answer needs, lest the report speaks of it.
const (
	fewExamples  = 5  // below it a warning
	someExamples = 10 // below it a note
)

// shortOfExamples lists what has few questions to learn from. Those held aside do not count.
func shortOfExamples(b *knowledge.Base, langs []knowledge.Lang) []Short {
	var list []Short
	for _, l := range langs {
		n := map[string]int{}
		for _, e := range b.Questions[l] {
			if !e.Held() {
				count(n, e)
			}
		}
		for _, what := range answerable(b) {
			switch {
			case n[what] < fewExamples:
				list = append(list, Short{l, what, n[what], "warning"})
			case n[what] < someExamples:
				list = append(list, Short{l, what, n[what], "note"})
			}
		}
	}
	return list
}

func count(n map[string]int, e *knowledge.Example) {
	switch {
	case e.Answer != "":
		n["answer/"+e.Answer]++
	case e.Event != "":
		n["event/"+e.Event]++
	}
	if e.Service != "" {
		n["service/"+string(e.Service)]++
	}
	if e.Aspect != "" {
		n["aspect/"+e.Aspect]++
	}
}

// answerable lists what people may ask for. An aspect has its examples once, for all services; overview and questions are
// reached by others.
func answerable(b *knowledge.Base) []string {
	var list []string
	for _, s := range b.Services {
		list = append(list, "service/"+string(s.ID))
	}
	for _, a := range knowledge.AspectNames() {
		if a != "overview" && a != "questions" {
			list = append(list, "aspect/"+a)
		}
	}
	for _, a := range b.Answers {
		if a.Kind != "bribe" { // asked as an aspect
			list = append(list, "answer/"+a.ID)
		}
	}
	for _, e := range b.Events {
		list = append(list, "event/"+e.ID)
	}
	return list
}
