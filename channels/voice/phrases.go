package voice

import (
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// asidePhrases gives the words of each aside.
var asidePhrases = [...]knowledge.PhraseKey{
	nowSlower:        knowledge.PhraseVoiceSlower,
	nowSlowest:       knowledge.PhraseVoiceSlowest,
	nowFast:          knowledge.PhraseVoiceFast,
	nowUsualSpeed:    knowledge.PhraseVoiceUsualSpeed,
	nowLouder:        knowledge.PhraseVoiceLouder,
	nowLoudest:       knowledge.PhraseVoiceLoudest,
	nowUsualLoudness: knowledge.PhraseVoiceUsualLoudness,
	nothingMore:      knowledge.PhraseNoMore,
	nobodyAnswered:   knowledge.PhraseVoiceNobody,
	memoryLost:       knowledge.PhraseTryAgain,
}

// slot is what stands in a slot of a phrase.
type slot struct {
	name string
	text dialog.Text
}

// phrase gives a phrase as a text with its slots filled.
func phrase(l *knowledge.Language, k knowledge.PhraseKey, slots ...slot) dialog.Text {
	t := l.Phrase(k).One
	if len(t.Parts) == 0 {
		return dialog.Text{Plain: t.Plain}
	}
	var out dialog.Text
	for i := range t.Parts {
		p := &t.Parts[i]
		if !p.Slot {
			out.Spans = append(out.Spans, dialog.Span{Literal: p.Literal})
			continue
		}
		for _, s := range slots {
			if s.name == p.Ref {
				out.Spans = append(out.Spans, spans(s.text)...)
			}
		}
	}
	return out
}

// spans gives a text as spans, whether it has values or not.
func spans(t dialog.Text) []dialog.Span {
	if t.Plain == "" {
		return t.Spans
	}
	return append([]dialog.Span{{Literal: t.Plain}}, t.Spans...)
}

// keyText names a key: a number, or the word for star and hash.
func keyText(l *knowledge.Language, key byte) dialog.Text {
	switch key {
	case keyBack:
		return phrase(l, knowledge.PhraseVoiceStar)
	case keyMore:
		return phrase(l, knowledge.PhraseVoiceHash)
	}
	return dialog.Text{Spans: []dialog.Span{{Value: &dialog.Value{Kind: dialog.Number, Number: int64(key - '0')}}}}
}

// holdsFact says whether a text tells something to write down: an amount, a number, a time.
func holdsFact(t dialog.Text) bool {
	for i := range t.Spans {
		v := t.Spans[i].Value
		if v != nil && v.Kind <= dialog.Phone && (v.Kind != dialog.Number || v.Ref != "") { // a key is no fact
			return true
		}
	}
	return false
}

// sentences cuts what is heard after each full stop, question or exclamation mark. What is longer than a part may be, even
// at the slowest rate, is cut further: after a comma or the like, else between two words.
func sentences(heard []layout.Heard) [][]layout.Heard {
	var list [][]layout.Heard
	begun := 0
	for i := range heard {
		if i == len(heard)-1 || endsSentence(heard[i].Words) {
			list = append(list, shortened(heard[begun:i+1])...)
			begun = i + 1
		}
	}
	return list
}

func endsSentence(words string) bool {
	if words == "" {
		return false
	}
	switch words[len(words)-1] {
	case '.', '?', '!':
		return true
	}
	return false
}
