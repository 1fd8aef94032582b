package understand

import (
	"slices"
	"strings"
	"unicode"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

// narrow finds in the words what a price depends on ("for a child", "in Baku", "in one day"), so that nothing asks for it
// again. In a talk about a fee, such words alone are about that fee.
func (l *Learned) narrow(m *Meaning, q Query, lang knowledge.Lang) {
	id := q.Service
	switch {
	case len(m.Targets) == 1 && !m.Doubt:
		rest, ok := strings.CutPrefix(string(m.Targets[0]), answer.Fee.String()+"/")
		if !ok {
			return
		}
		id = knowledge.ServiceID(rest)
	case q.Aspect != answer.Fee.String():
		return
	}
	s := l.base.Service(id)
	if s == nil {
		return
	}
	given := l.caseIn(q.Text, s, lang)
	if len(given) == 0 {
		return
	}
	if len(m.Targets) != 1 || m.Doubt {
		m.Targets, m.Doubt, m.Refer = []dialog.Spot{dialog.Spot(answer.Fee.String() + "/" + string(id))}, false, ""
	}
	m.Given = given
}

// caseIn gives the values whose labels stand in a text: for each question about the fee the one label of which more words
// were said than of any other.
func (l *Learned) caseIn(text string, s *knowledge.Service, lang knowledge.Lang) []dialog.Given {
	x := l.lexiconOf(lang)
	if x == nil {
		return nil
	}
	said := x.content(x.folder.words(text))
	var given []dialog.Given
	for _, name := range [...]string{"who", "area", "tier"} {
		if v := l.saidValue(x, said, s, name, lang); v != "" {
			given = append(given, dialog.Given{Key: answer.FeeKey(s.ID, name), Value: v})
		}
	}
	return given
}

func (n *Names) lexiconOf(lang knowledge.Lang) *lexicon {
	for _, x := range n.lexicons {
		if x.lang == lang {
			return x
		}
	}
	return nil
}

// saidValue gives the value of one question that the words name best; "" where none does, or two do alike.
func (l *Learned) saidValue(x *lexicon, said []string, s *knowledge.Service, name string, lang knowledge.Lang) string {
	words := map[string][]string{} // of the label of each value
	in := map[string]int{}         // how many labels hold a word
	for _, c := range s.Costs {
		v := map[string]string{"who": c.Who, "area": c.Area, "tier": c.Tier}[name]
		if v == "" || words[v] != nil {
			continue
		}
		if t, ok := l.base.LabelText(s, lang, name+"."+v); ok {
			words[v] = x.content(x.folder.words(t.Plain))
			for _, w := range words[v] {
				in[w]++
			}
		}
	}
	if len(words) < 2 {
		return "" // nothing to choose from
	}
	best, most, tied := "", 0.0, false
	for _, c := range s.Costs {
		v := map[string]string{"who": c.Who, "area": c.Area, "tier": c.Tier}[name]
		score := saidOf(words[v], in, said)
		delete(words, v)
		if score > most {
			best, most, tied = v, score, false
		} else if score == most && score > 0 {
			tied = true
		}
	}
	if tied {
		return ""
	}
	return best
}

// saidOf counts the words that only one label holds and that were said. A number counts only beside a word of its label:
// "1" alone may be a day, a year or a page.
func saidOf(label []string, in map[string]int, said []string) float64 {
	own, numbers, other := 0.0, 0.0, false
	for _, w := range label {
		isNumber := strings.IndexFunc(w, unicode.IsDigit) == 0
		if !slices.ContainsFunc(said, func(y string) bool { return alike(y, w) > 0 }) {
			continue
		}
		switch {
		case isNumber && in[w] == 1:
			numbers++
		case !isNumber && in[w] == 1:
			own, other = own+1, true
		case !isNumber: // stands in other labels too
			other = true
		}
	}
	if other {
		own += numbers
	}
	return own
}
