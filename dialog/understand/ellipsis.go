package understand

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

// leaning is from which probability on a question that leans on the talk is understood.
const leaning = 0.5

// filled reads a question that leans on the talk again, with what it leaves out in front: after the price of a passport, "and for a
// child?" is read as "passport, price, and for a child?". That counts only where it leads to the same side of a kindred service.
func (l *Learned) filled(m *model, q Query, lang knowledge.Lang, doubtful *Meaning) (Meaning, bool) {
	s, words := l.base.Service(q.Service), l.base.Lang[lang].AspectWords[q.Aspect]
	if !doubtful.Doubt || s == nil || s.Words[lang] == nil || len(words) == 0 {
		return Meaning{}, false
	}
	q.Text = strings.Join([]string{s.Words[lang].Short.Plain, words[0], q.Text}, " ")
	readings := l.readings(q.Text)
	out := l.read(m, q, lang, readings, l.understand(q, readings))
	if len(out.Ranked) == 0 || out.Ranked[0].Probability < leaning {
		return Meaning{}, false
	}
	best := out.Ranked[0].Target
	out.Targets, out.Doubt = []dialog.Spot{best}, false
	return out, strings.HasPrefix(string(best), q.Aspect+"/") && l.kindred(s, l.base.Service(serviceIn(best, "")), lang)
}

// kindred says whether a service is a kind of another: one of its names holds the other's, as that of a child's passport does.
func (n *Names) kindred(s, kind *knowledge.Service, lang knowledge.Lang) bool {
	x := n.lexiconOf(lang)
	if x == nil || kind == nil || kind == s || s.Words[lang] == nil {
		return false
	}
	words := x.content(x.folder.words(s.Words[lang].Short.Plain))
	return slices.ContainsFunc(x.names, func(n name) bool {
		return n.target == dialog.Spot("service/"+string(kind.ID)) && holds(n.words, words)
	})
}

// holds says whether all of some words stand in a name, with any endings.
func holds(name, words []string) bool {
	for _, w := range words {
		if !slices.ContainsFunc(name, func(n string) bool { return alike(n, w) > 0 }) {
			return false
		}
	}
	return len(words) > 0
}

// serviceIn gives the service of a place of the talk, else another.
func serviceIn(spot dialog.Spot, other knowledge.ServiceID) knowledge.ServiceID {
	kind, id, _ := strings.Cut(string(spot), "/")
	if _, ok := answer.AspectNamed(kind); ok || kind == "service" {
		return knowledge.ServiceID(id)
	}
	return other
}
