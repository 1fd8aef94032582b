package questions

import "github.com/plainline/plainline/knowledge"

// Risk is a line of the table by which an operator sets the threshold: what would be answered, and how much of it wrongly,
// if every first thought at least this probable were told.
type Risk struct {
	Lang      knowledge.Lang `json:"lang"`
	Spelling  Spelling       `json:"spelling"`
	Threshold float64        `json:"threshold"`
	Coverage  Share          `json:"coverage"`         // of those in scope: answered
	Risk      Share          `json:"risk"`             // of all that are answered: wrongly, look-alikes included
	Told      Share          `json:"look_alikes_told"` // of look-alikes: answered
}

// thresholds are the lines of the table.
var thresholds = [...]float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99}

// risk gives the table; nothing where the matcher does not say how sure it is.
func risk(l knowledge.Lang, s Spelling, seen []judged) []Risk {
	ranked, inScope := false, 0
	for i := range seen {
		ranked = ranked || seen[i].ranked
		if !seen[i].None {
			inScope++
		}
	}
	if !ranked {
		return nil
	}
	list := make([]Risk, 0, len(thresholds))
	for _, t := range thresholds {
		covered, wrong, told := 0, 0, 0
		for i := range seen {
			v := &seen[i]
			if v.probability < t {
				continue
			}
			if v.None {
				told++
			} else {
				covered++
			}
			if !v.firstRight {
				wrong++
			}
		}
		list = append(list, Risk{l, s, t, share(covered, inScope), share(wrong, covered+told), share(told, len(seen)-inScope)})
	}
	return list
}
