package voice

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// onePart is how many options a part offers: the keys 1 to 4 (VOICE-2).
const onePart = 4

// script is a reply as it is heard part by part. A part begins at a place: first come the sentences of the answer, each a
// place, the most important first; after the last of them the options, every four a place; then where the facts come from.
// Places stay what they are when the caller asks for another speed, so nothing is left out then.
type script struct {
	edition *channels.Edition
	reply   *dialog.Reply
	lang    *knowledge.Language
	said    []sentence
	source  dialog.Text
}

// sentence is what is said in one go.
type sentence struct {
	heard []layout.Heard
	fact  bool // it tells something to write down
}

// part is what is heard until a key is waited for.
type part struct {
	said    []layout.Heard
	fact    bool // something in it is offered again
	first   int  // number of options before those of the part
	options []dialog.Option
	next    next
	then    int // place that # leads to
}

// next is what # leads to.
type next uint8

const (
	nothing next = iota
	more
	sources
)

// newScript makes the sentences of a reply; blocks go before those of the reply.
func newScript(e *channels.Edition, r *dialog.Reply, blocks []dialog.Block) *script {
	sc := &script{edition: e, reply: r, lang: e.Base.Lang[r.Lang], source: e.SourceLine(r, false)}
	sc.blocks(blocks, true)
	sc.blocks(blocks, false)
	sc.blocks(r.Blocks, true)
	sc.blocks(r.Blocks, false)
	return sc
}

// menus is how many parts the options take; where there are none, the answer still ends with a part.
func (sc *script) menus() int {
	return max(1, (len(sc.reply.Prompt.Options)+onePart-1)/onePart)
}

// part gives the part that begins at a place, as long as is good to hear at a rate. A place that there is none, because the
// reply became shorter meanwhile, is the beginning.
func (sc *script) part(at, rate int) part {
	n := len(sc.said)
	menu := at - n
	switch {
	case at < n:
		return sc.answer(at, rate)
	case menu < sc.menus():
		return sc.menu(part{}, menu)
	case menu == sc.menus() && !sc.source.Empty():
		heard := stopped(sc.edition.Writer(sc.reply.Lang).Ear(sc.source))
		all := sc.reply.Prompt.Options
		return part{said: heard, fact: true, options: all[:min(onePart, len(all))]}
	case at > 0:
		return sc.part(0, rate)
	}
	return part{}
}

// answer gives the sentences from one on that are not too long together; after the last one the first options follow.
func (sc *script) answer(at, rate int) part {
	var p part
	for i, s := range sc.said[at:] {
		if i > 0 && lasts(p.said, rate)+lasts(s.heard, rate) > longest {
			p.next, p.then = more, at+i
			return p
		}
		p.said = append(p.said, s.heard...)
		p.fact = p.fact || s.fact
	}
	return sc.menu(p, 0)
}

// menu adds the options of a place, and says what comes after them.
func (sc *script) menu(p part, menu int) part {
	all := sc.reply.Prompt.Options
	p.first = onePart * menu
	p.options = all[min(p.first, len(all)):min(p.first+onePart, len(all))]
	switch last := menu == sc.menus()-1; {
	case !last:
		p.next = more
	case !sc.source.Empty():
		p.next = sources
	default:
		return p
	}
	p.then = len(sc.said) + menu + 1
	return p
}

// blocks adds the notices, or what is not one.
func (sc *script) blocks(blocks []dialog.Block, notices bool) {
	for i := range blocks {
		if (blocks[i].Kind == dialog.Notice) == notices {
			sc.block(&blocks[i])
		}
	}
}

func (sc *script) block(b *dialog.Block) {
	switch {
	case sc.namesKeys(b):
		sc.say(phrase(sc.lang, knowledge.PhraseVoiceKeys))
		return
	case b.Kind == dialog.Link:
		sc.say(sc.labelled(b.Text, dialog.Text{Plain: b.URL}))
		return
	}
	lead := b.Text
	for i := range b.Rows {
		row := sc.labelled(b.Rows[i].Label, b.Rows[i].Value)
		if i == 0 {
			row = sc.labelled(lead, row)
		}
		sc.say(row)
	}
	if len(b.Rows) == 0 {
		sc.say(lead)
	}
}

// labelled puts a label before a value; either may be empty.
func (sc *script) labelled(label, value dialog.Text) dialog.Text {
	switch {
	case label.Empty():
		return value
	case value.Empty():
		return label
	}
	sign := layout.AfterLabel(sc.edition.Writer(sc.reply.Lang).AppendText(nil, label))
	return dialog.Text{Spans: slices.Concat(spans(label), []dialog.Span{{Literal: sign}}, spans(value))}
}

// namesKeys says whether a block names the keys of a screen, which are others here.
func (sc *script) namesKeys(b *dialog.Block) bool {
	for _, k := range [...]knowledge.PhraseKey{knowledge.PhraseNoticeKeys, knowledge.PhraseHelpText} {
		if b.Text.Plain != "" && b.Text.Plain == sc.lang.Phrase(k).One.Plain {
			return true
		}
	}
	return false
}

// say adds the sentences of a text.
func (sc *script) say(t dialog.Text) {
	fact := holdsFact(t)
	for _, heard := range sentences(stopped(sc.edition.Writer(sc.reply.Lang).Ear(t))) {
		sc.said = append(sc.said, sentence{heard, fact})
	}
}

// stopped lets a text end like a sentence, so that the voice falls.
func stopped(heard []layout.Heard) []layout.Heard {
	if n := len(heard); n > 0 && !strings.ContainsAny(heard[n-1].Words[len(heard[n-1].Words)-1:], ".?!:") {
		heard[n-1].Words = strings.TrimRight(heard[n-1].Words, ",;") + "."
	}
	return heard
}
