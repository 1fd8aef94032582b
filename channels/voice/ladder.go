package voice

import (
	"slices"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// The ladder of silence (VOICE-8): the first time all is said again, the second time shorter and slower, the third time a
// person is offered and the end announced; after that the call ends with a spoken reason. Any key begins anew.
const (
	silentOnce = iota + 1
	silentTwice
	silentThrice
	mostSilences
)

// ladder says a part to somebody who pressed nothing.
func (l *layer) ladder(p *part) {
	switch l.state.silences {
	case silentOnce:
		l.phrase(knowledge.PhraseVoiceSilent)
		l.whole(p)
	case silentTwice:
		l.rate = min(l.rate, slowerOrSlowest(l.rate))
		l.phrase(knowledge.PhraseVoiceStillSilent)
		l.short(p)
	default:
		l.rate = min(l.rate, slowerOrSlowest(l.rate))
		l.phrase(knowledge.PhraseVoiceLastCall)
		if l.channel.options.ReadOn != "" {
			l.readOn()
		}
	}
}

// slowerOrSlowest gives the next lower rate, and the slowest where there is none.
func slowerOrSlowest(rate int) int {
	if rate <= Slowest {
		return Slowest
	}
	return slower(rate)
}

// short says only what can be pressed; where that is nothing, the part once more.
func (l *layer) short(p *part) {
	if len(p.options) == 0 {
		l.prompt(l.out.Lang, p.said)
	}
	l.menu(p)
	if len(p.options) == 0 {
		l.tail(p)
	}
}

// phrases lists what may be said instead of a key: the options by their names, and the commands by their words.
func (l *layer) phrases(p *part) {
	w := l.edition.Writer(l.lang.Tag)
	for i, o := range p.options {
		words := string(w.AppendText(nil, withoutStop(o.Label)))
		l.out.Phrases = append(l.out.Phrases, Phrase{Words: words, Input: choice(p.first, byte('1'+i))})
	}
	for c, name := range dialog.CommandNames {
		if name == "" {
			continue
		}
		for _, words := range slices.Compact(slices.Clone(l.lang.Commands[name])) {
			l.out.Phrases = append(l.out.Phrases, Phrase{Words: words, Input: dialog.Input{Kind: dialog.Did, Command: dialog.Command(c)}})
		}
	}
}
