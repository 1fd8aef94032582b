package understand

import (
	"strconv"
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
)

// code reads the short code of an answer, as people quote it: 12F, G3, E2, K5, N1. It says whether a text is one at all; a code that
// the base has not leads nowhere.
func (n *Names) code(text string) (Meaning, bool) {
	t := strings.ToUpper(strings.TrimSpace(text))
	if len(t) < 2 || len(t) > 7 {
		return Meaning{}, false
	}
	if num, err := strconv.Atoi(t[:len(t)-1]); err == nil {
		a, ok := answer.AspectLettered(t[len(t)-1])
		if s := n.base.ServiceByCode(num); s != nil && ok {
			return Meaning{Targets: []dialog.Spot{n.aspectOf(dialog.Spot("service/"+string(s.ID)), a.String())}}, true
		}
		return Meaning{}, ok
	}
	num, err := strconv.Atoi(t[1:])
	if err != nil || !strings.Contains("GEKN", t[:1]) {
		return Meaning{}, false
	}
	if spot := n.coded(t[0], num); spot != "" {
		return Meaning{Targets: []dialog.Spot{spot}}, true
	}
	return Meaning{}, true
}

func (n *Names) coded(letter byte, num int) dialog.Spot {
	switch letter {
	case 'G':
		for _, a := range n.base.Answers {
			if a.Code == num {
				return dialog.Spot("answer/" + a.ID)
			}
		}
	case 'E':
		for _, e := range n.base.Events {
			if e.Code == num {
				return dialog.Spot("event/" + e.ID)
			}
		}
	case 'K':
		for _, o := range n.base.Offices {
			if o.Code == num {
				return dialog.Spot("office/" + o.ID)
			}
		}
	case 'N':
		for _, o := range n.base.Notices {
			if o.Code == num {
				return dialog.Spot("notice/" + o.ID)
			}
		}
	}
	return ""
}
