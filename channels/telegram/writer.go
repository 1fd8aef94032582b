package telegram

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// writer writes the texts of a reply in its language.
type writer struct {
	*layout.Writer
	edition *channels.Edition
	lang    knowledge.Lang
}

// paragraph is a run of lines that belong together.
type paragraph []line

// line is a line of a message. Its strong part is written bold where formatting is possible; nothing depends on that.
type line struct {
	strong string // first
	rest   string
	source bool // written italic
}

func (l line) text() string { return l.strong + l.rest }

// paragraphs writes a reply without its options: what is urgent first, where it comes from and the question last.
func (w writer) paragraphs(r *dialog.Reply) []paragraph {
	var all []paragraph
	note := w.edition.Base.Lang[w.lang].Phrase(knowledge.PhraseNotice1).One.Plain
	note += layout.AfterLabel(note)
	for _, first := range [...]bool{true, false} {
		for i := range r.Blocks {
			b := &r.Blocks[i]
			switch isNotice := b.Kind == dialog.Notice; {
			case isNotice != first:
			case isNotice:
				all = append(all, paragraph{{strong: note, rest: w.text(b.Text)}})
			default:
				all = append(all, w.block(b))
			}
		}
	}
	if source := w.text(w.edition.SourceLine(r, false)); source != "" {
		all = append(all, paragraph{{rest: source, source: true}})
	}
	if ask := w.text(r.Prompt.Ask); ask != "" {
		all = append(all, paragraph{{strong: ask}})
	}
	return slices.DeleteFunc(all, func(p paragraph) bool { return len(p) == 0 })
}

// block writes a block as lines. Numbers would look like those of options, so that every list has bullets.
func (w writer) block(b *dialog.Block) paragraph {
	lead := w.text(b.Text)
	if b.URL != "" {
		return paragraph{{rest: lead + layout.AfterLabel(lead) + b.URL}}
	}
	var p paragraph
	switch {
	case lead != "" && len(b.Rows) > 0:
		p = append(p, line{strong: lead})
	case lead != "":
		p = append(p, line{rest: lead})
	}
	for i := range b.Rows {
		label, value := w.text(b.Rows[i].Label), w.text(b.Rows[i].Value)
		if value != "" {
			label += layout.AfterLabel(label)
		}
		if label+value == "" {
			continue
		}
		bullet := "• "
		if b.Kind == dialog.Place {
			bullet = ""
		}
		p = append(p, line{rest: bullet + label + value})
	}
	return p
}

// text writes a text; it is never anything but UTF-8 without control characters, and nothing stands around it.
func (w writer) text(t dialog.Text) string {
	if t.Empty() {
		return ""
	}
	written := w.AppendText(nil, t)
	if !utf8.Valid(written) {
		written = []byte(strings.ToValidUTF8(string(written), ""))
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return -1 // controls, and marks that turn a text around
		}
		return r
	}, string(written)))
}
