package understand

import (
	"cmp"
	"slices"
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// leaning is from which probability on a question that leans on the talk is answered. It is lower than for others, because each of its
// words must be one of the service that it leads to.
const leaning = 0.5

// filled reads a question that leans on the talk again, with what it leaves out in front: after the price of a passport, "and for a
// child?" is read as "passport, price, and for a child?". It leans where it is in doubt, or would only show again what is on the
// screen. What is read then counts only where it leads to the same side of a kindred service, where the question itself is nearer to
// that service and holds no word that is strange to it, and where nobody may be in danger.
func (l *Learned) filled(m *model, q Query, lang knowledge.Lang, first *Meaning) (Meaning, bool) {
	s, words := l.base.Service(q.Service), l.base.Lang[lang].AspectWords[q.Aspect]
	again := len(first.Targets) == 1 && first.Targets[0] == dialog.Spot(q.Aspect+"/"+string(q.Service))
	if !first.Doubt && !again || slices.Contains(first.Targets, l.crisis) || s == nil || s.Words[lang] == nil || len(words) == 0 {
		return Meaning{}, false
	}
	said := q.Text
	q.Text = strings.Join([]string{s.Words[lang].Short.Plain, words[0], said}, " ")
	readings := l.readings(q.Text)
	out := l.read(m, q, lang, readings, l.understand(q, readings))
	if slices.Contains(out.Targets, l.crisis) || len(out.Ranked) == 0 || out.Ranked[0].Probability < cmp.Or(l.limits.Answer, leaning) {
		return Meaning{}, false
	}
	best := out.Ranked[0].Target
	kind := l.base.Service(serviceIn(best, ""))
	out.Targets, out.Doubt = []dialog.Spot{best}, false
	return out, strings.HasPrefix(string(best), q.Aspect+"/") && l.kindred(s, kind, lang) && m.nearer(said, kind, s) && !l.unknownWord(l.lexiconOf(lang), said, kind, lang)
}

// kindred says whether a service is a kind of another: its title or short name holds the other's, as that of a child's passport does.
func (n *Names) kindred(s, kind *knowledge.Service, lang knowledge.Lang) bool {
	x := n.lexiconOf(lang)
	if x == nil || kind == nil || kind == s || s.Words[lang] == nil || kind.Words[lang] == nil {
		return false
	}
	short := x.content(x.folder.words(s.Words[lang].Short.Plain))
	return len(short) > 0 && (x.holds(kind.Words[lang].Title.Plain, short) || x.holds(kind.Words[lang].Short.Plain, short))
}

// holds says whether all of some words stand in a name, with any endings.
func (x *lexicon) holds(name string, words []string) bool {
	list := x.folder.words(name)
	for _, w := range words {
		if !slices.ContainsFunc(list, func(n string) bool { return alike(n, w) > 0 }) {
			return false
		}
	}
	return true
}

// nearer says whether a text alone is more about one service than about another.
func (m *model) nearer(text string, one, other *knowledge.Service) bool {
	var r learn.Reading
	m.targets.Read(m.folder.form(text), &r)
	a, ok := m.topicOf["service/"+string(one.ID)]
	b, also := m.topicOf["service/"+string(other.ID)]
	return ok && also && r.Scores[a] > r.Scores[b]
}
