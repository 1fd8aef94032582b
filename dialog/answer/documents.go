package answer

import (
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// formPhrases says how a document is to be brought.
var formPhrases = map[string]knowledge.PhraseKey{
	"original":       knowledge.PhraseEvidenceOriginal,
	"copy":           knowledge.PhraseEvidenceCopy,
	"certified_copy": knowledge.PhraseEvidenceCertified,
	"electronic":     knowledge.PhraseEvidenceElectronic,
}

// documents tells what to bring: a row for each piece of evidence, with its conditions beside it.
func (c *Context) documents(s *knowledge.Service, w *knowledge.Words) {
	if s.PapersUnknown != nil {
		c.unknown(s.PapersUnknown, c.Phrase(knowledge.PhraseDocuments))
	} else if len(s.Evidence) == 0 {
		c.Say(c.Phrase(knowledge.PhraseEvidenceNone))
	}
	rows := make([]dialog.Row, 0, len(s.Evidence))
	for _, e := range s.Evidence {
		c.use(e.Source)
		if e.Unknown == nil {
			rows = append(rows, dialog.Row{Label: c.evidence(s, w, e), Value: c.evidenceNotes(s, e)})
		}
	}
	if len(rows) > 0 {
		c.block(dialog.Block{Kind: dialog.Table, Rows: rows})
	}
	for _, e := range s.Evidence {
		if e.Unknown != nil { // what is known comes first
			c.unknown(e.Unknown, c.Words(itemText(w, "documents", e.ID), s))
		}
	}
	c.paragraphs(w, "documents", s)
}

// evidence names a document, or the documents of which one is enough.
func (c *Context) evidence(s *knowledge.Service, w *knowledge.Words, e *knowledge.Evidence) dialog.Text {
	if len(e.AnyOf) == 0 {
		return c.Words(itemText(w, "documents", e.ID), s)
	}
	either := make([]dialog.Text, 0, len(e.AnyOf))
	for _, id := range e.AnyOf {
		either = append(either, c.Words(itemText(w, "documents", id), s))
	}
	return join(" ", c.Phrase(knowledge.PhraseEvidenceAnyOf), join("; ", either...))
}

func (c *Context) evidenceNotes(s *knowledge.Service, e *knowledge.Evidence) dialog.Text {
	var when, form, age, instead dialog.Text
	if e.When != "" {
		when = c.Phrase(knowledge.PhraseEvidenceWhen, textArg("label", c.label(s, e.When)))
	}
	if k, ok := formPhrases[e.Form]; ok {
		form = c.Phrase(k)
	}
	if e.MaxAge != "" {
		age = c.Phrase(knowledge.PhraseEvidenceMaxAge, textArg("label", c.label(s, e.MaxAge)))
	}
	if e.Instead != "" {
		instead = c.Phrase(knowledge.PhraseEvidenceInstead, textArg("label", c.label(s, e.Instead)))
	}
	if when.Empty() && form.Empty() && age.Empty() && instead.Empty() {
		return dialog.Text{}
	}
	return join(", ", when, form, age, instead)
}
