package voice

import (
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// onePart is how many options a part offers: the keys 1 to 4 (VOICE-2).
const onePart = 4

// script is a reply in parts, each short enough to listen to. First the answer, its most important sentence first; the last
// part of it is followed by the first options. Then the other options, four at a time; then where the facts come from.
type script struct {
	edition *channels.Edition
	reply   *dialog.Reply
	lang    *knowledge.Language
	rate    int
	parts   []part
}

// part is what is heard until a key is waited for.
type part struct {
	said    []layout.Heard
	fact    bool // something in it is offered again
	first   int  // number of options before those of the part
	options []dialog.Option
	next    next
}

// next is what # leads to.
type next uint8

const (
	nothing next = iota
	more
	source
)

// newScript cuts a reply; blocks go before those of the reply.
func newScript(e *channels.Edition, r *dialog.Reply, blocks []dialog.Block, rate int) *script {
	sc := &script{edition: e, reply: r, lang: e.Base.Lang[r.Lang], rate: rate, parts: make([]part, 1, 4)}
	sc.blocks(blocks, true)
	sc.blocks(blocks, false)
	sc.blocks(r.Blocks, true)
	sc.blocks(r.Blocks, false)
	sc.options()
	sc.source()
	return sc
}

// part gives a part, the last one where there are not so many, and whether there are.
func (sc *script) part(i int) (part, bool) {
	if i < len(sc.parts) {
		return sc.parts[i], true
	}
	return sc.parts[len(sc.parts)-1], false
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
		sc.say(joined(": ", b.Text, dialog.Text{Plain: b.URL}))
		return
	}
	lead := b.Text
	for i := range b.Rows {
		row := joined(": ", b.Rows[i].Label, b.Rows[i].Value)
		if i == 0 {
			row = joined(": ", lead, row)
		}
		sc.say(row)
	}
	if len(b.Rows) == 0 {
		sc.say(lead)
	}
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

// say adds a text to the answer: to the last part where there is time, else to a new one.
func (sc *script) say(t dialog.Text) {
	heard := stopped(sc.edition.Writer(sc.reply.Lang).Ear(t))
	fact := holdsFact(t)
	for _, s := range sentences(heard, sc.rate) {
		last := &sc.parts[len(sc.parts)-1]
		if len(last.said) > 0 && lasts(last.said, sc.rate)+lasts(s, sc.rate) > longest {
			last.next = more
			sc.parts = append(sc.parts, part{})
			last = &sc.parts[len(sc.parts)-1]
		}
		last.said = append(last.said, s...)
		last.fact = last.fact || fact
	}
}

// stopped lets a text end like a sentence, so that the voice falls.
func stopped(heard []layout.Heard) []layout.Heard {
	if n := len(heard); n > 0 && !strings.ContainsAny(heard[n-1].Words[len(heard[n-1].Words)-1:], ".?!:") {
		heard[n-1].Words = strings.TrimRight(heard[n-1].Words, ",;") + "."
	}
	return heard
}

// options adds the first options to the last part of the answer, and the others in parts of their own.
func (sc *script) options() {
	all := sc.reply.Prompt.Options
	for first := 0; first < len(all); first += onePart {
		if first > 0 {
			sc.parts[len(sc.parts)-1].next = more
			sc.parts = append(sc.parts, part{})
		}
		last := &sc.parts[len(sc.parts)-1]
		last.first, last.options = first, all[first:min(first+onePart, len(all))]
	}
}

// source adds where the facts come from as a part of its own, with the first options once more.
func (sc *script) source() {
	t := sc.edition.SourceLine(sc.reply, false)
	if t.Empty() {
		return
	}
	sc.parts[len(sc.parts)-1].next = source
	all := sc.reply.Prompt.Options
	heard := stopped(sc.edition.Writer(sc.reply.Lang).Ear(t))
	sc.parts = append(sc.parts, part{said: heard, fact: true, options: all[:min(onePart, len(all))]})
}
