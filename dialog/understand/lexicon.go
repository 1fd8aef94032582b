package understand

import (
	"maps"
	"math"
	"slices"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// lexicon is what one language calls things: names of services, events, answers and offices, words of aspects, commands.
type lexicon struct {
	lang    knowledge.Lang
	folder  *folder
	names   []name
	weight  map[string]float64  // of a word of a name: rare words say more
	byStart map[string][]string // words of names by their first two letters
	holders map[string][]int    // word → names that have it
	aspects []phrase
	plain   []plain
	stop    map[string]bool
}

// name is one name of a target, folded.
type name struct {
	target dialog.Spot
	kind   targetKind
	words  []string
}

type targetKind uint8

const (
	aService targetKind = iota
	anEvent
	anAnswer
	anOffice
)

// phrase is an aspect as people say it, folded.
type phrase struct {
	words  []string
	aspect string
}

// plain is what means one thing only where nothing else is said with it, folded: a command, or a place by its own name.
type plain struct {
	words []string
	means Meaning
}

// places are the places of the menus that a person may call by the words that stand there.
var places = []struct {
	phrase knowledge.PhraseKey
	spot   dialog.Spot
}{
	{knowledge.PhraseServices, "services"},
	{knowledge.PhraseEntitled, "for/who"},
	{knowledge.PhraseOfficesOpen, "offices"},
	{knowledge.PhraseByTopic, "topics"},
	{knowledge.PhraseByEvent, "events"},
	{knowledge.PhrasePrivacy, "privacy"},
}

func newLexicon(b *knowledge.Base, l *knowledge.Language) *lexicon {
	x := &lexicon{lang: l.Tag, folder: newFolder(l), weight: map[string]float64{}, byStart: map[string][]string{}, holders: map[string][]int{}, stop: map[string]bool{}}
	for _, w := range l.Stop {
		for _, f := range x.folder.words(w) {
			x.stop[f] = true
		}
	}
	x.addPhrases(l)
	for _, s := range b.Services {
		x.addWords(dialog.Spot("service/"+string(s.ID)), aService, s.Words[l.Tag])
	}
	for _, e := range b.Events {
		x.addWords(dialog.Spot("event/"+e.ID), anEvent, e.Words[l.Tag])
	}
	for _, a := range b.Answers {
		x.addWords(dialog.Spot("answer/"+a.ID), anAnswer, a.Words[l.Tag])
	}
	x.addOffices(b)
	x.weigh()
	return x
}

func (x *lexicon) addPhrases(l *knowledge.Language) {
	for c, n := range dialog.CommandNames {
		for _, w := range l.Commands[n] {
			x.plain = append(x.plain, plain{x.folder.words(w), Meaning{Command: dialog.Command(c), Lang: l.Tag}})
		}
	}
	for _, p := range places {
		words := x.folder.words(l.Phrase(p.phrase).One.Plain)
		x.plain = append(x.plain, plain{words, Meaning{Targets: []dialog.Spot{p.spot}, Lang: l.Tag}})
	}
	for _, a := range slices.Sorted(maps.Keys(l.AspectWords)) { // in one order: of equals the first is taken
		for _, w := range l.AspectWords[a] {
			x.aspects = append(x.aspects, phrase{words: x.folder.words(w), aspect: a})
		}
	}
}

func (x *lexicon) addWords(target dialog.Spot, kind targetKind, w *knowledge.Words) {
	if w == nil {
		return
	}
	x.add(target, kind, w.Title.Plain)
	x.add(target, kind, w.Short.Plain)
	for _, n := range w.Names {
		x.add(target, kind, n)
	}
}

func (x *lexicon) addOffices(b *knowledge.Base) {
	for _, o := range b.Offices {
		target := dialog.Spot("office/" + o.ID)
		x.add(target, anOffice, o.Name[x.lang].Plain)
		x.add(target, anOffice, o.Short[x.lang].Plain)
		for _, n := range o.Names {
			x.add(target, anOffice, n)
		}
		if p := b.Place(o.Place); p != nil {
			x.add(target, anOffice, p.Name[x.lang].Plain)
			for _, n := range p.Names {
				x.add(target, anOffice, n)
			}
		}
	}
}

func (x *lexicon) add(target dialog.Spot, kind targetKind, text string) {
	words := x.content(x.folder.words(text))
	if len(words) == 0 {
		return
	}
	for i := range x.names {
		if x.names[i].target == target && equal(x.names[i].words, words) {
			return
		}
	}
	x.names = append(x.names, name{target, kind, words})
}

// content leaves out the words that say nothing.
func (x *lexicon) content(words []string) []string {
	kept := words[:0:0]
	for _, w := range words {
		if !x.stop[w] {
			kept = append(kept, w)
		}
	}
	return kept
}

// weigh gives each word of a name its weight: the logarithm of how few targets have it.
func (x *lexicon) weigh() {
	targets := map[string]map[dialog.Spot]bool{}
	all := map[dialog.Spot]bool{}
	for i, n := range x.names {
		all[n.target] = true
		for _, w := range n.words {
			if targets[w] == nil {
				targets[w] = map[dialog.Spot]bool{}
				x.byStart[start(w)] = append(x.byStart[start(w)], w)
			}
			targets[w][n.target] = true
			x.holders[w] = append(x.holders[w], i)
		}
	}
	for w, t := range targets {
		x.weight[w] = math.Log(1 + float64(len(all))/float64(len(t)))
	}
}

// start gives the bucket of a word: its first two letters.
func start(w string) string {
	n := 0
	for i := range w {
		if n == 2 {
			return w[:i]
		}
		n++
	}
	return w
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
