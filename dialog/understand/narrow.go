package understand

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

// narrow finds in the words what a price depends on ("for a child", "in Baku", "in one day"), so that nothing asks for it
// again. In a talk about a fee, such words alone are about that fee.
func (l *Learned) narrow(m *Meaning, q Query, lang knowledge.Lang) {
	s := l.priced(m, q, lang)
	if s == nil {
		return
	}
	given := l.caseIn(q.Text, s, lang)
	if q.Service == s.ID && inFee(q) {
		given = l.another(given, q.Text, s, lang)
	}
	if len(given) == 0 {
		return
	}
	m.Targets, m.Doubt, m.Refer = []dialog.Spot{dialog.Spot(answer.Fee.String() + "/" + string(s.ID))}, false, ""
	m.Given = given
}

// priced gives the service whose price a question may be about: the one that was understood, or in a talk about a fee the same again
// where nothing is certain, or another side of it is that no word asks for ("and if he is two?"). It gives none where somebody may be
// in danger: "my child of two is gone" is about no price.
func (l *Learned) priced(m *Meaning, q Query, lang knowledge.Lang) *knowledge.Service {
	if slices.Contains(m.Targets, l.crisis) {
		return nil
	}
	if len(m.Targets) != 1 || m.Doubt {
		if !inFee(q) {
			return nil
		}
		return l.base.Service(q.Service)
	}
	if id, ok := strings.CutPrefix(string(m.Targets[0]), answer.Fee.String()+"/"); ok {
		return l.base.Service(knowledge.ServiceID(id))
	}
	if !inFee(q) || serviceIn(m.Targets[0], "") != q.Service || l.asksSide(q.Text, lang) {
		return nil
	}
	return l.base.Service(q.Service)
}

// inFee says whether a fee is on the screen.
func inFee(q Query) bool { return q.Aspect == answer.Fee.String() }

// asksSide says whether the language's words for a side of a service stand in a text; "what if" asks for none.
func (l *Learned) asksSide(text string, lang knowledge.Lang) bool {
	x := l.lexiconOf(lang)
	var r reading
	if x != nil {
		x.findAspect(x.folder.words(text), &r)
	}
	return r.aspect != "" && r.aspect != answer.Questions.String()
}

// feeQuestions gives what may be asked about a fee.
func feeQuestions() [3]string { return [...]string{"who", "area", "tier"} }

// another takes back whom the fee on the screen was for, where another case is told with words that the base does not know: "and for
// a stranger in Ganja?" is not the close relative of before, and so is asked for.
func (l *Learned) another(given []dialog.Given, text string, s *knowledge.Service, lang knowledge.Lang) []dialog.Given {
	x, who := l.lexiconOf(lang), answer.FeeKey(s.ID, "who")
	if x == nil || len(given) == 0 || given[0].Key == who || len(l.labels(x, s, "who", lang)) < 2 || !l.unknownWord(x, text, s, lang) {
		return given
	}
	return append(given, dialog.Given{Key: who})
}

// unknownWord says whether a word stands in a text that is none of a label of the service, of its names, or for an aspect.
func (l *Learned) unknownWord(x *lexicon, text string, s *knowledge.Service, lang knowledge.Lang) bool {
	words := x.folder.words(text)
	spent := x.findAspect(words, &reading{})
	var known []string
	for _, name := range feeQuestions() {
		for _, label := range l.labels(x, s, name, lang) {
			known = append(known, label...)
		}
	}
	for i := range x.names {
		if x.names[i].target == dialog.Spot("service/"+string(s.ID)) {
			known = append(known, x.names[i].words...)
		}
	}
	for i, w := range words {
		if !spent[i] && !x.stop[w] && !isNumber(w) && !slices.ContainsFunc(known, func(k string) bool { return alike(w, k) > 0 }) {
			return true
		}
	}
	return false
}

// caseIn gives the values whose labels stand in a text: for each question about the fee the one label of which more words
// were said than of any other.
func (l *Learned) caseIn(text string, s *knowledge.Service, lang knowledge.Lang) []dialog.Given {
	x := l.lexiconOf(lang)
	if x == nil {
		return nil
	}
	words := x.folder.words(text)
	said := x.content(words)
	var given []dialog.Given
	for _, name := range feeQuestions() {
		v := ""
		if name == "who" {
			v = l.byAge(x, words, s, l.labels(x, s, name, lang))
		}
		if v == "" {
			v = l.saidValue(x, said, s, name, lang)
		}
		if v != "" {
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

// labels gives the words of the labels of what one question about the fee may be answered with.
func (l *Learned) labels(x *lexicon, s *knowledge.Service, name string, lang knowledge.Lang) map[string][]string {
	labels := map[string][]string{}
	for _, c := range s.Costs {
		v := valueOf(c, name)
		if t, ok := l.base.LabelText(s, lang, name+"."+v); ok && v != "" {
			labels[v] = x.folder.words(t.Plain)
		}
	}
	return labels
}

func valueOf(c *knowledge.Cost, name string) string {
	switch name {
	case "who":
		return c.Who
	case "area":
		return c.Area
	}
	return c.Tier
}

// saidValue gives the value of one question that the words name best; "" where none does, or two do alike.
func (l *Learned) saidValue(x *lexicon, said []string, s *knowledge.Service, name string, lang knowledge.Lang) string {
	words := map[string][]string{} // of the label of each value
	in := map[string]int{}         // how many labels hold a word
	for v, label := range l.labels(x, s, name, lang) {
		words[v] = x.content(label)
		for _, w := range words[v] {
			in[w]++
		}
	}
	if len(words) < 2 {
		return "" // nothing to choose from
	}
	best, most, tied := "", 0.0, false
	for _, c := range s.Costs {
		v := valueOf(c, name)
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
		isNumber := isNumber(w)
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
