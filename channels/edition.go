package channels

import (
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge"
)

// Edition is an engine's edition with what channels need beside it, prepared once for each base.
type Edition struct {
	*engine.Edition
	lang map[knowledge.Lang]*voice
}

// voice is how one language is written: its writer and the ready tails.
type voice struct {
	writer *layout.Writer
	frame  layout.Frame
}

// NewEdition prepares an edition for the channels.
func NewEdition(e *engine.Edition) *Edition {
	c := &Edition{Edition: e, lang: make(map[knowledge.Lang]*voice, len(e.Base.Lang))}
	for tag, l := range e.Base.Lang {
		c.lang[tag] = &voice{
			writer: layout.NewWriter(withForeignLetters(l, e.Base)),
			frame: layout.Frame{
				More:   l.Phrase(knowledge.PhraseTailMore).One.Plain,
				Back:   l.Phrase(knowledge.PhraseTailBack).One.Plain,
				Person: l.Phrase(knowledge.PhraseTailPerson).One.Plain,
			},
		}
	}
	return c
}

// withForeignLetters adds the reviewed foldings of the base's other languages, because names come from them: an English
// screen with one ə in it would be half as long. A language that is not folded is left as it is.
func withForeignLetters(l *knowledge.Language, b *knowledge.Base) *knowledge.Language {
	if !l.FoldByDefault {
		return l
	}
	own := make(map[string]bool, len(l.Fold))
	for _, p := range l.Fold {
		own[p.From] = true
	}
	all := *l
	all.Fold = append([]knowledge.Pair(nil), l.Fold...)
	for _, tag := range b.Languages {
		for _, p := range b.Lang[tag].Fold {
			if !own[p.From] {
				own[p.From] = true
				all.Fold = append(all.Fold, p)
			}
		}
	}
	return &all
}

// Writer writes texts of a language.
func (e *Edition) Writer(l knowledge.Lang) *layout.Writer { return e.voice(l).writer }

func (e *Edition) voice(l knowledge.Lang) *voice {
	if v := e.lang[l]; v != nil {
		return v
	}
	return e.lang[e.Base.Languages[0]]
}

// Frame gives what stands around a reply: the tails of its language, and where its facts come from, in short where the
// screen is small.
func (e *Edition) Frame(r *dialog.Reply, short bool) layout.Frame {
	v := e.voice(r.Lang)
	f := v.frame
	f.SourceLine = e.SourceLine(r, short)
	return f
}

// MoreLine says which number tells the rest, where there was no room for all.
func (e *Edition) MoreLine(l knowledge.Lang) dialog.Text {
	number := e.Base.Contact
	if h := e.Base.Hotline(number); h != nil && h.Number != "" {
		number = h.Number
	}
	var spans []dialog.Span
	for _, p := range e.Base.Lang[l].Phrase(knowledge.PhraseTextMore).One.Parts {
		if p.Slot {
			spans = append(spans, dialog.Span{Value: &dialog.Value{Kind: dialog.Phone, Text: number}})
		} else {
			spans = append(spans, dialog.Span{Literal: p.Literal})
		}
	}
	return dialog.Text{Spans: spans}
}

// SourceLine says where the facts of a reply come from, when they were checked, and the code to quote; empty for a menu.
func (e *Edition) SourceLine(r *dialog.Reply, short bool) dialog.Text {
	if r.Code == "" {
		return dialog.Text{}
	}
	k, form := knowledge.PhraseSource, ""
	if short {
		k, form = knowledge.PhraseSourceShort, dialog.ShortForm
	}
	t := e.Base.Lang[r.Lang].Phrase(k).One
	spans := make([]dialog.Span, 0, len(t.Parts))
	var values [3]dialog.Value
	for i := range t.Parts {
		p := &t.Parts[i]
		if !p.Slot {
			spans = append(spans, dialog.Span{Literal: p.Literal})
			continue
		}
		switch p.Ref {
		case "source":
			spans = append(spans, dialog.Span{Literal: r.Source.Cite})
		case "date":
			values[0] = dialog.Value{Kind: dialog.Day, Form: form, Date: r.Source.VerifiedOn}
			spans = append(spans, dialog.Span{Value: &values[0]})
		case "code":
			values[1] = dialog.Value{Kind: dialog.Name, Text: r.Code}
			spans = append(spans, dialog.Span{Value: &values[1]})
		}
	}
	return dialog.Text{Spans: spans}
}
