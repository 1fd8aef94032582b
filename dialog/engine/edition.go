// Package engine holds the talk together: Step changes the session by what the person did, Show says what the program
// means at the place where the talk stands. Both are pure: same edition, session, input and moment give the same result.
//
// Most callers want Turn, which does both and notes in the session what was offered.
package engine

import (
	"sync/atomic"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// Edition is a base with what was built from it, immutable and swapped whole when the base is reloaded.
type Edition struct {
	Base    *knowledge.Base
	Matcher understand.Matcher
	Rules   *rule.Index // who is entitled to what

	// spots holds the ready-made ids of what a service offers, so that a turn does not build them.
	spots map[knowledge.ServiceID]*serviceSpots

	today atomic.Pointer[rule.Day] // the last day that was asked for
}

type serviceSpots struct {
	open, more, remedies, check string
	aspects                     [answer.AspectCount]string
}

// NewEdition builds an edition around a base.
func NewEdition(b *knowledge.Base, m understand.Matcher) *Edition {
	e := &Edition{Base: b, Matcher: m, Rules: rule.New(b), spots: make(map[knowledge.ServiceID]*serviceSpots, len(b.Services))}
	for _, s := range b.Services {
		sp := &serviceSpots{open: "service/" + string(s.ID), more: "service-more/" + string(s.ID), remedies: "remedies/" + string(s.ID), check: "check/service/" + string(s.ID)}
		for a := range answer.AspectCount {
			sp.aspects[a] = a.String() + "/" + string(s.ID)
		}
		e.spots[s.ID] = sp
	}
	return e
}

// Offered gives the hash of the options of a reply, by which a later turn sees that it would be offered others now.
func Offered(options []dialog.Option) uint32 {
	h := uint32(2166136261) // FNV-1a
	for i := range options {
		for j := range len(options[i].ID) {
			h = (h ^ uint32(options[i].ID[j])) * 16777619
		}
		h = (h ^ '\n') * 16777619
	}
	return h
}
