package understand

import (
	"maps"
	"math"
	"slices"
	"sync"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// lexicon is what one language calls things: names of services, events, answers and offices, words of aspects, commands.
type lexicon struct {
	lang    knowledge.Lang
	folder  *folder
	names   []name
	things  map[dialog.Spot]int
	byStart map[string][]*word // words of names by their first two letters
	aspects []phrase
	now     [][]string // what asks about this moment
	plain   []plain
	stop    map[string]bool
	free    sync.Pool // of *tally
}

// name is one name of a target, folded.
type name struct {
	target  dialog.Spot
	kind    targetKind
	words   []string
	thing   int       // the number of the target
	weights []float64 // of the words
	whole   float64   // of all of them
	numbers bool      // some are numbers
}

// word is a word that names are made of.
type word struct {
	text   string
	weight float64 // rare words say more
	at     []place
}

// place is where a word stands: in which name, and where in it.
type place struct{ name, word int }

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

// things numbers all that a base has names for, the same for every language.
func things(b *knowledge.Base) map[dialog.Spot]int {
	list := map[dialog.Spot]int{}
	add := func(kind, id string) { list[dialog.Spot(kind+"/"+id)] = len(list) }
	for _, s := range b.Services {
		add("service", string(s.ID))
	}
	for _, e := range b.Events {
		add("event", e.ID)
	}
	for _, a := range b.Answers {
		add("answer", a.ID)
	}
	for _, o := range b.Offices {
		add("office", o.ID)
	}
	return list
}

func newLexicon(b *knowledge.Base, l *knowledge.Language, things map[dialog.Spot]int) *lexicon {
	x := &lexicon{lang: l.Tag, things: things, folder: newFolder(l), byStart: map[string][]*word{}, stop: map[string]bool{}}
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
	for _, w := range l.Now {
		x.now = append(x.now, x.folder.words(w))
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
	x.names = append(x.names, name{target: target, thing: x.things[target], kind: kind, words: words, numbers: slices.ContainsFunc(words, isNumeric)})
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
	all, holders := map[int]bool{}, map[*word]map[int]bool{}
	for i, n := range x.names {
		all[n.thing] = true
		for j, text := range n.words {
			w := x.word(text)
			if w == nil {
				w = &word{text: text}
				x.byStart[start(text)] = append(x.byStart[start(text)], w)
				holders[w] = map[int]bool{}
			}
			w.at = append(w.at, place{i, j})
			holders[w][n.thing] = true
		}
	}
	for w, h := range holders {
		w.weight = math.Log(1 + float64(len(all))/float64(len(h)))
	}
	for i := range x.names {
		n := &x.names[i]
		for _, text := range n.words {
			w := x.word(text).weight
			n.weights, n.whole = append(n.weights, w), n.whole+w
		}
	}
}

// word gives a word of names as it is written; nil where none has it.
func (x *lexicon) word(text string) *word {
	for _, w := range x.byStart[start(text)] {
		if w.text == text {
			return w
		}
	}
	return nil
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
