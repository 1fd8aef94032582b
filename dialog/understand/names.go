package understand

import (
	"slices"
	"strings"
	"unicode"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// Names is a simple, honest Matcher: it compares the words of a question with the names that the base gives to things and
// with the words for their aspects, in every language of the base, after folding.
type Names struct {
	base     *knowledge.Base
	things   map[dialog.Spot]int
	lexicons []*lexicon
}

// NewNames builds the matcher of a base.
func NewNames(b *knowledge.Base) *Names {
	n := &Names{base: b, things: things(b)}
	for _, tag := range b.Languages {
		if l := b.Lang[tag]; l != nil {
			n.lexicons = append(n.lexicons, newLexicon(b, l, n.things))
		}
	}
	return n
}

// The thresholds were set by hand on the sample base's stories; the matcher that replaces this one calibrates its own.
const (
	sure       = 0.70 // above it a target is an answer, if it stands alone
	perhaps    = 0.42 // above it a target is worth asking about
	sureOffice = 0.85 // above it an office, or all of a town, was said and hardly anything else
	exact      = 0.97 // above it the whole of a name was said, and nothing else
	together   = 0.10 // targets this near to the best are asked about, not chosen between
	ownLang    = 0.05 // what the language of the talk is ahead of the others
)

// Understand implements Matcher.
func (n *Names) Understand(q Query) Meaning { return n.understand(q, n.readings(q.Text)) }

// readings gives what each language makes of a text.
func (n *Names) readings(text string) []reading {
	list := make([]reading, len(n.lexicons))
	for i, x := range n.lexicons {
		list[i] = x.read(text)
	}
	return list
}

// understand chooses among readings of a question.
func (n *Names) understand(q Query, readings []reading) Meaning {
	if m, ok := n.code(q.Text); ok {
		m.certain = true
		return m
	}
	if wordless(q.Text) {
		return Meaning{} // digits and signs name nothing
	}
	var best reading
	var plain Meaning // a command, or a place under its own name
	for _, r := range readings {
		if r.said.Lang != "" {
			if plain.Lang == "" || r.lex.lang == q.Lang {
				plain = r.said
			}
			continue
		}
		if r.lex.lang == q.Lang {
			r.edge = ownLang
		}
		if r.value() > best.value() || best.lex == nil && r.lex.lang == q.Lang {
			best = r
		}
	}
	if plain.Lang != "" {
		plain.certain = true
		return plain
	}
	return n.decide(best, q)
}

// wordless says whether a text has no letter.
func wordless(text string) bool { return strings.IndexFunc(text, unicode.IsLetter) < 0 }

// decide turns the best reading into an answer, a question back, or "I don't know".
func (n *Names) decide(r reading, q Query) Meaning {
	if r.lex == nil {
		return Meaning{}
	}
	m := Meaning{Lang: r.lex.lang}
	near := r.near()
	if r.onlyAspect && (q.Service != "" || len(near) == 0 || near[0].score < exact) {
		near = nil // "how much?" is asked about what the talk is about, not about a name with such a word in it
	}
	switch {
	case r.aspect == "bribe" && (r.exactAspect || len(near) == 0):
		m.Targets = n.general("bribe") // whatever service it was asked at; "correction" is near "corruption", but no bribe
	case len(near) == 1 && near[0].score >= sure:
		m.Targets = []dialog.Spot{n.aspectOf(near[0].target, r.aspect)}
		m.whole = near[0].score >= exact
		m.certain = m.whole && r.aspect == "" && q.Service == ""
	case r.aspect != "" && q.Service != "" && (len(near) == 0 || near[0].score < sure):
		m.Targets = n.withoutName(r.aspect, q.Service) // "what do I need?" is about what the talk is about
		m.certain = r.wholeAspect
	case len(near) > 0:
		m.Doubt = true
		for _, t := range near {
			m.Targets = append(m.Targets, n.aspectOf(t.target, r.aspect))
		}
		m.Targets = n.fewer(m.Targets)
		m.certain = near[0].kind == anOffice && (near[0].score >= sureOffice && r.aspect == "" || near[0].score >= sure && r.aspect == "hours")
	case r.onlyAspect || r.exactAspect:
		m.Targets = n.withoutName(r.aspect, q.Service)
	}
	return m
}

// fewer keeps the choices few: where the best are offices, the list of their part of the country is meant, or of all parts.
func (n *Names) fewer(targets []dialog.Spot) []dialog.Spot {
	if len(targets) <= MaxChoices {
		return targets
	}
	best := targets[:MaxChoices]
	list := n.officeList(best[0])
	for _, t := range best[1:] {
		if other := n.officeList(t); list == "" || other == "" {
			return best
		} else if other != list {
			list = "offices"
		}
	}
	return []dialog.Spot{list}
}

// officeList gives the list in which an office stands; "" for what is no office.
func (n *Names) officeList(t dialog.Spot) dialog.Spot {
	id, ok := strings.CutPrefix(string(t), "office/")
	if !ok {
		return ""
	}
	for _, g := range n.base.OfficeGroups {
		if slices.Contains(g.Offices, id) {
			return dialog.Spot("offices/" + g.ID)
		}
	}
	return "offices"
}

// aspectOf leads to an aspect of a service; other targets have none.
func (n *Names) aspectOf(t dialog.Spot, aspect string) dialog.Spot {
	id, ok := strings.CutPrefix(string(t), "service/")
	if !ok {
		return t
	}
	if aspect == "hours" {
		aspect = answer.Where.String()
	}
	if a, ok := answer.AspectNamed(aspect); ok && a != answer.Overview {
		return dialog.Spot(a.String() + "/" + id)
	}
	return t
}

// withoutName understands a question that names no service: by the talk's service, else in general.
func (n *Names) withoutName(aspect string, service knowledge.ServiceID) []dialog.Spot {
	switch aspect {
	case "":
		return nil
	case "hours":
		return []dialog.Spot{"offices"}
	}
	a, ok := answer.AspectNamed(aspect)
	if !ok {
		return nil
	}
	if service != "" {
		return []dialog.Spot{dialog.Spot(a.String() + "/" + string(service))}
	}
	if a == answer.Appeal || a == answer.Complaint {
		return n.general(a.String())
	}
	return []dialog.Spot{dialog.Spot("for/" + a.String())}
}

func (n *Names) general(kind string) []dialog.Spot {
	if a := n.base.AnswerOfKind(kind); a != nil {
		return []dialog.Spot{dialog.Spot("answer/" + a.ID)}
	}
	return nil
}

// examples lists all that is known of names and of words for aspects, to tell two states of a base apart.
func (n *Names) examples() []learn.Example {
	var list []learn.Example
	for _, x := range n.lexicons {
		for _, name := range x.names {
			list = append(list, learn.Example{Label: string(name.target), Text: strings.Join(name.words, " ")})
		}
		for _, p := range x.aspects {
			list = append(list, learn.Example{Label: p.aspect, Text: strings.Join(p.words, " ")})
		}
	}
	return list
}

// serviceIn gives the service of a place of the talk, else another.
func serviceIn(spot dialog.Spot, other knowledge.ServiceID) knowledge.ServiceID {
	kind, id, _ := strings.Cut(string(spot), "/")
	if _, ok := answer.AspectNamed(kind); ok || kind == "service" {
		return knowledge.ServiceID(id)
	}
	return other
}
