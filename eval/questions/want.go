package questions

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

// Wanted gives the spots that are right for a label, the usual one first; service is what the talk is about where the
// label names none. Nothing is right for a question that the base does not cover.
//
// What counts as the same:
//
//   - a service without an aspect, or with the aspect overview, is the service as such;
//   - the hours of a service stand with where it is had;
//   - hours without a service are those of the offices: their list, the general answer about hours, or the offices of the
//     service that the talk is about;
//   - a bribe is the same answer at every service;
//   - the general answer about hours and the list of the offices stand for one another.
//
// Another aspect of the right service is not the same, nor is the service as such where an aspect was asked: see beside.
func Wanted(b *knowledge.Base, e *knowledge.Example, service knowledge.ServiceID) []dialog.Spot {
	switch {
	case e.None:
		return nil
	case e.Answer == openingHours:
		return []dialog.Spot{"answer/" + openingHours, "offices"}
	case e.Answer != "":
		return []dialog.Spot{dialog.Spot("answer/" + e.Answer)}
	case e.Event != "":
		return []dialog.Spot{dialog.Spot("event/" + e.Event)}
	case e.Aspect == "bribe":
		if a := b.AnswerOfKind("bribe"); a != nil {
			return []dialog.Spot{dialog.Spot("answer/" + a.ID)}
		}
		return nil
	case e.Aspect == "hours" && e.Service == "":
		return []dialog.Spot{"offices", "answer/" + openingHours, spotOf(answer.Where.String(), service)}
	case e.Service != "":
		service = e.Service
	}
	return []dialog.Spot{spotOf(e.Aspect, service)}
}

// openingHours is the id under which bases keep the general answer about hours.
const openingHours = "opening-hours"

func spotOf(aspect string, service knowledge.ServiceID) dialog.Spot {
	switch aspect {
	case "", answer.Overview.String():
		aspect = "service"
	case "hours":
		aspect = answer.Where.String()
	}
	return dialog.Spot(aspect + "/" + string(service))
}

// beside says whether a place is the right service without the aspect that was asked, or with one where none was asked.
// Such an answer is not right, and not within the menu; but nobody is told something wrong, and a key leads on.
func beside(got dialog.Spot, wanted []dialog.Spot) bool {
	kind, id, _ := strings.Cut(string(got), "/")
	return slices.ContainsFunc(wanted, func(w dialog.Spot) bool {
		k, i, _ := strings.Cut(string(w), "/")
		return id == i && aboutService(kind) && aboutService(k) && (kind == "service" || k == "service")
	})
}

// aboutService says whether spots of a kind end with the id of a service.
func aboutService(kind string) bool {
	_, ok := answer.AspectNamed(kind)
	return ok || kind == "service"
}

// labelOf gives a label as text: "fee/passport", "fee", "answer/crisis", "none".
func labelOf(e *knowledge.Example) string {
	switch {
	case e.None:
		return "none"
	case e.Answer != "":
		return "answer/" + e.Answer
	case e.Event != "":
		return "event/" + e.Event
	case e.Service == "":
		return e.Aspect
	case e.Aspect == "":
		return "service/" + string(e.Service)
	}
	return e.Aspect + "/" + string(e.Service)
}
