package telegram

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// most is how many UTF-16 units a message of ours may have. Telegram takes 4,096 (Bot API, "sendMessage"); less is better
// read.
const most = 3000

// message is one message: its text, which part of it is bold or italic, and the buttons under it.
type message struct {
	Text    string     `json:"t"`
	Styles  []style    `json:"s,omitempty"`
	Buttons [][]button `json:"b,omitempty"`
}

// style marks a part of a text; offset and length count UTF-16 units.
type style struct {
	Italic bool `json:"i,omitempty"`
	Offset int  `json:"o"`
	Length int  `json:"n"`
}

// lay lays a reply out: as many messages as needed, cut between paragraphs, the buttons under the last.
func lay(e *channels.Edition, r *dialog.Reply, back bool) []message {
	w := writer{Writer: e.Writer(r.Lang), edition: e, lang: r.Lang}
	if e.Base.Lang[w.lang] == nil {
		w.lang = e.Base.Languages[0]
	}
	paragraphs := w.paragraphs(r)
	buttons, long := w.options(r)
	if long {
		var list paragraph
		for i := range buttons {
			key, _, _ := strings.Cut(buttons[i].Label, " ")
			list = append(list, line{rest: key + " " + w.label(&r.Prompt.Options[i])})
		}
		paragraphs = append(paragraphs, list)
	}
	var b builder
	for _, p := range paragraphs {
		b.paragraph(p)
	}
	b.flush()
	if n := len(b.done); n > 0 && !r.End {
		f := e.Frame(r, false)
		if !back {
			f.Back = ""
		}
		b.done[n-1].Buttons = rows(buttons)
		if row := keys(f.Back, f.Person); len(row) > 0 {
			b.done[n-1].Buttons = append(b.done[n-1].Buttons, row)
		}
	}
	return b.done
}

// builder fills messages.
type builder struct {
	done   []message
	text   strings.Builder
	units  int
	styles []style
	airy   bool // the last paragraph was
}

// paragraph adds a paragraph, on a new message where this one has no room for it. A paragraph longer than a message is cut
// between its lines.
func (b *builder) paragraph(p paragraph) {
	size := 1
	for _, l := range p {
		size += units(l.text()) + 1
	}
	if b.units > 0 && b.units+size > most {
		b.flush()
	}
	for i, l := range p {
		gap := "\n"
		if i == 0 && (b.airy || p.airy()) {
			gap = "\n\n"
		}
		b.line(gap, l)
	}
	b.airy = p.airy()
}

// airy says whether an empty line stands before and after a paragraph; single thoughts follow each other closely.
func (p paragraph) airy() bool { return len(p) > 1 || p[0].source || p[0].strong != "" }

// line adds a line after a gap. One longer than a message is cut between words, and loses its style.
func (b *builder) line(gap string, l line) {
	if n := units(l.text()); n > most {
		for text := l.text(); text != ""; {
			var part string
			part, text = cut(text, most)
			b.flush()
			b.add(part)
		}
		return
	} else if b.units > 0 && b.units+len(gap)+n > most {
		b.flush()
	}
	if b.units > 0 {
		b.add(gap)
	}
	at := b.units
	b.add(l.text())
	switch {
	case l.source:
		b.styles = append(b.styles, style{Italic: true, Offset: at, Length: b.units - at})
	case l.strong != "":
		b.styles = append(b.styles, style{Offset: at, Length: units(strings.TrimSpace(l.strong))})
	}
}

func (b *builder) add(text string) {
	b.text.WriteString(text)
	b.units += units(text)
}

// flush ends a message.
func (b *builder) flush() {
	if b.units > 0 {
		b.done = append(b.done, message{Text: b.text.String(), Styles: b.styles})
	}
	*b = builder{done: b.done}
}

// cut cuts a text after at most n units, between words where it can.
func cut(text string, n int) (part, rest string) {
	blank, end, size := 0, len(text), 0
	for i, r := range text {
		if size += utf16.RuneLen(r); size > n {
			end = i
			break
		}
		if unicode.IsSpace(r) {
			blank = i
		}
	}
	if end < len(text) && blank > 0 {
		end = blank
	}
	return strings.TrimSpace(text[:end]), strings.TrimSpace(text[end:])
}
