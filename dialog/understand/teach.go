package understand

import (
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// Labels of the model of targets beside spots: a question that the base does not cover, and one that names no target.
const (
	labelNone   = "none"
	labelAspect = "aspect"
)

// curriculum is the examples of a language's two models from its labelled questions and names. What a question is about and
// which side of it is asked for are learned apart and put together again, so that thirty services and thirteen aspects need
// forty lists of examples, not four hundred. Questions that are held aside are never looked at.
type curriculum struct {
	targets []learn.Example
	aspects []learn.Example
	base    *knowledge.Base
	folder  *folder
}

// pairings is how many aspects each mention of a service is put together with; fewer where people's own questions do that.
const pairings = 3

// mostPairs is how many pairs are enough in a base of any size: more of them take time and teach nothing new.
const mostPairs = 4000

func newCurriculum(b *knowledge.Base, lang knowledge.Lang, questions []*knowledge.Example) curriculum {
	l := curriculum{base: b, folder: newFolder(b.Lang[lang])}
	var sides []*knowledge.Example // aspects asked for without a name
	for _, e := range questions {
		if e.Held() {
			continue
		}
		if lone(e) {
			sides = append(sides, e)
		}
		l.add(e)
	}
	l.names(b, lang)
	l.pair(questions, sides)
	return l
}

func (l *curriculum) add(e *knowledge.Example) {
	switch {
	case e.None:
		l.target(labelNone, e.Text)
	case e.Answer != "":
		l.target("answer/"+e.Answer, e.Text)
	case e.Event != "":
		l.target("event/"+e.Event, e.Text)
	case e.Service == "":
		l.target(l.loneLabel(e.Aspect), e.Text)
		l.aspect(e.Aspect, e.Text)
	default:
		l.target("service/"+string(e.Service), e.Text)
		l.aspect(sideOf(e), e.Text)
	}
}

// loneLabel is what a question is about that asks for an aspect of nothing: the general answer about it, where there is one.
func (l *curriculum) loneLabel(aspect string) string {
	if spot := generalAbout(l.base, aspect); spot != "" {
		return string(spot)
	}
	return labelAspect
}

// generalAbout gives the general answer that an aspect stands for where no service is meant; "" for none.
func generalAbout(b *knowledge.Base, aspect string) dialog.Spot {
	switch aspect {
	case "hours":
		if b.Answer("opening-hours") != nil {
			return "answer/opening-hours"
		}
	case "appeal", "complaint", "bribe":
		if a := b.AnswerOfKind(aspect); a != nil {
			return dialog.Spot("answer/" + a.ID)
		}
	}
	return ""
}

func sideOf(e *knowledge.Example) string {
	if e.Aspect == "" {
		return "overview"
	}
	return e.Aspect
}

func (l *curriculum) target(label, text string) {
	l.targets = append(l.targets, learn.Example{Label: label, Text: l.folder.form(text)})
}

func (l *curriculum) aspect(label, text string) {
	l.aspects = append(l.aspects, learn.Example{Label: label, Text: l.folder.form(text)})
}

// names adds what the base itself calls things.
func (l *curriculum) names(b *knowledge.Base, lang knowledge.Lang) {
	add := func(label string, w *knowledge.Words) {
		if w == nil {
			return
		}
		for _, n := range append([]string{w.Title.Plain, w.Short.Plain}, w.Names...) {
			if strings.TrimSpace(n) != "" {
				l.target(label, n)
			}
		}
	}
	for _, s := range b.Services {
		add("service/"+string(s.ID), s.Words[lang])
	}
	for _, e := range b.Events {
		add("event/"+e.ID, e.Words[lang])
	}
	for _, a := range b.Answers {
		add("answer/"+a.ID, a.Words[lang])
	}
}

// pair puts mentions of services together with aspects, before and behind by turns, in a fixed order.
func (l *curriculum) pair(all, sides []*knowledge.Example) {
	var mentions []*knowledge.Example
	whole := 0 // questions that hold both
	for _, e := range all {
		switch {
		case e.Held() || e.Service == "":
		case e.Aspect == "":
			mentions = append(mentions, e)
		default:
			whole++
		}
	}
	if len(sides) == 0 || len(mentions) == 0 {
		return
	}
	each := max(1, pairings-2*whole/len(mentions))
	oneOf := 1 + len(mentions)*each/mostPairs
	for i, e := range mentions {
		if i%oneOf != 0 {
			continue
		}
		for n := i * each; n < (i+1)*each; n++ {
			side := sides[n*7%len(sides)]
			text := e.Text + " " + side.Text
			if n%2 == 1 {
				text = side.Text + " " + e.Text
			}
			l.target("service/"+string(e.Service), text)
			l.aspect(side.Aspect, text)
		}
	}
}
