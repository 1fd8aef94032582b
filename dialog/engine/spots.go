package engine

import (
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// The places of a talk without a part after the slash.
var plainSpots = map[string]bool{
	"notice": true, "home": true, "services": true, "topics": true, "events": true, "offices": true, "more": true,
	"languages": true, "privacy": true, "erase": true, "help": true, "person": true, "unknown": true, "resume": true,
}

// Exists says whether a spot leads somewhere in this edition: to a place, or to another language.
func (e *Edition) Exists(spot dialog.Spot) bool {
	kind, rest, has := strings.Cut(string(spot), "/")
	if !has {
		return plainSpots[kind] || len(e.Rules.Rules) > 0 && (kind == "check" || kind == "check-events")
	}
	b := e.Base
	if checkSpot(spot) {
		return e.existsCheck(kind, rest)
	}
	switch kind {
	case "topic":
		return b.Topic(rest) != nil
	case "event":
		return b.Event(rest) != nil
	case "offices":
		return b.OfficeGroup(rest) != nil
	case "office":
		return b.Office(rest) != nil
	case "answer":
		return b.Answer(rest) != nil
	case "notice":
		return b.Notice(rest) != nil
	case "refer":
		return b.Hotline(rest) != nil
	case "language":
		return b.Lang[knowledge.Lang(rest)] != nil
	case "for":
		return e.existsFor(rest)
	case "question":
		s, q := e.question(rest)
		return s != nil && q != nil
	case "choices":
		return e.existAll(rest)
	case "service", "service-more", "remedies":
		return b.Service(knowledge.ServiceID(rest)) != nil
	}
	_, ok := answer.AspectNamed(kind)
	return ok && b.Service(knowledge.ServiceID(rest)) != nil
}

// existsFor checks "for/fee" and "for/fee/documents": an aspect, and perhaps a topic.
func (e *Edition) existsFor(rest string) bool {
	aspect, topic, has := strings.Cut(rest, "/")
	_, ok := answer.AspectNamed(aspect)
	return ok && (!has || e.Base.Topic(topic) != nil)
}

// existAll checks "choices/fee/id-card|event/birth": a few places that have a title.
func (e *Edition) existAll(list string) bool {
	n := 0
	for spot := range strings.SplitSeq(list, "|") {
		if n++; n > understand.MaxChoices || !e.titled(dialog.Spot(spot)) {
			return false
		}
	}
	return true
}

// titled says whether a spot leads somewhere and has a name in a list.
func (e *Edition) titled(spot dialog.Spot) bool {
	switch kind, _, _ := strings.Cut(string(spot), "/"); kind {
	case "event", "answer", "office", "offices", "for":
		return e.Exists(spot)
	case "question":
		return false
	}
	return e.serviceOf(spot) != nil && e.Exists(spot)
}

// sound gives how many spots at the start of a trail are places of this edition: the base may have lost the others.
func (e *Edition) sound(trail []dialog.Spot) int {
	for i, spot := range trail {
		if !e.Exists(spot) || strings.HasPrefix(string(spot), "language/") {
			return i
		}
	}
	return len(trail)
}

// question finds "id-card/other-district".
func (e *Edition) question(rest string) (*knowledge.Service, *knowledge.Question) {
	id, q, _ := strings.Cut(rest, "/")
	s := e.Base.Service(knowledge.ServiceID(id))
	if s == nil {
		return nil, nil
	}
	for _, x := range s.Questions {
		if x.ID == q {
			return s, x
		}
	}
	return s, nil
}

// serviceOf gives the service that a spot is about, or nil.
func (e *Edition) serviceOf(spot dialog.Spot) *knowledge.Service {
	kind, rest, has := strings.Cut(string(spot), "/")
	if checkSpot(spot) && kind != "verdict" {
		rest, has = strings.CutPrefix(rest, "service/")
	}
	if !has {
		return nil
	}
	switch kind {
	case "topic", "event", "offices", "office", "answer", "notice", "for", "choices", "refer":
		return nil
	case "question":
		rest, _, _ = strings.Cut(rest, "/")
	}
	return e.Base.Service(knowledge.ServiceID(rest))
}

// oneService gives the service that all places of a list are about; "" where there is none.
func (e *Edition) oneService(list string) (id knowledge.ServiceID) {
	for spot := range strings.SplitSeq(list, "|") {
		s := e.serviceOf(dialog.Spot(spot))
		if s == nil || id != "" && s.ID != id {
			return ""
		}
		id = s.ID
	}
	return id
}

// sensitive says whether a spot must not be named on a screen that somebody else may see: what the editors marked, and
// every question of entitlement.
func (e *Edition) sensitive(spot dialog.Spot) bool {
	if checkSpot(spot) {
		return true
	}
	switch kind, _, _ := strings.Cut(string(spot), "/"); kind {
	case "for", answer.Who.String(), "choices":
		return true
	}
	return e.marked(spot)
}

// marked says whether a spot is about something that the editors marked as sensitive.
func (e *Edition) marked(spot dialog.Spot) bool {
	kind, rest, _ := strings.Cut(string(spot), "/")
	switch kind {
	case "event":
		ev := e.Base.Event(rest)
		return ev == nil || ev.Sensitive
	case "answer":
		a := e.Base.Answer(rest)
		return a == nil || a.Sensitive || a.Kind == "bribe" || a.Kind == "crisis"
	}
	s := e.serviceOf(spot)
	return s != nil && s.Sensitive
}
