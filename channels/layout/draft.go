package layout

import (
	"bytes"
	"strconv"

	"github.com/plainline/plainline/dialog"
)

// shortLine is the longest line, in characters, that a page shows whole although it could be cut between words.
const shortLine = 40

// draft is a reply as clean, folded lines in reading order, not yet cut into pages.
type draft struct {
	w    *Writer
	f    *folder
	raw  []byte // scratch for one line
	text []byte
	// Runes are written so far; after most, the rest of the reply is left out. 0 means no limit.
	runes, most int
	tails       []byte
}

// Room for most replies, so that a draft costs one allocation.
const (
	rawRoom   = 384
	tailsRoom = 128
	textRoom  = 1536
)

func newDraft(w *Writer, f *folder) draft {
	room := make([]byte, rawRoom+tailsRoom+textRoom)
	raw, tails, text := room[:0:rawRoom], room[rawRoom:rawRoom:rawRoom+tailsRoom], room[rawRoom+tailsRoom:rawRoom+tailsRoom]
	return draft{w: w, f: f, raw: raw, tails: tails, text: text}
}

// reply writes notices, the other blocks, the source line, the question and the options.
func (d *draft) reply(r *dialog.Reply, source dialog.Text) {
	for i := range r.Blocks {
		if r.Blocks[i].Kind == dialog.Notice {
			d.block(&r.Blocks[i])
		}
	}
	for i := range r.Blocks {
		if r.Blocks[i].Kind != dialog.Notice {
			d.block(&r.Blocks[i])
		}
	}
	d.paragraph(source)
	d.prompt(&r.Prompt)
}

func (d *draft) block(b *dialog.Block) {
	if b.Kind == dialog.Link {
		d.pair(b.Text, b.URL)
		return
	}
	start := len(d.text)
	d.paragraph(b.Text)
	for i := range b.Rows {
		tie := i == 0 && len(d.text) > start
		d.row(b.Kind, &b.Rows[i], tie)
	}
}

// row writes a line of a list. Numbers would look like the keys of options, so steps open with a hyphen.
func (d *draft) row(k dialog.BlockKind, r *dialog.Row, tie bool) {
	if d.full() {
		return
	}
	d.raw = d.raw[:0]
	if k == dialog.Steps {
		d.raw = append(d.raw, "-"+space...)
	}
	d.raw = d.w.appendText(d.raw, r.Label, true)
	if !r.Value.Empty() {
		d.raw = append(d.raw, AfterLabel(d.raw)...)
		d.raw = d.w.appendText(d.raw, r.Value, true)
	}
	oneLine(d.raw)
	d.line(tie, false)
}

// pair writes "Text: URL" on a line that is not cut.
func (d *draft) pair(t dialog.Text, url string) {
	d.raw = d.w.appendText(d.raw[:0], t, true)
	if url != "" {
		d.raw = append(append(d.raw, AfterLabel(d.raw)...), url...)
	}
	oneLine(d.raw)
	d.line(false, true)
}

// paragraph writes running text; its own line breaks are kept.
func (d *draft) paragraph(t dialog.Text) {
	if t.Empty() || d.full() {
		return
	}
	d.raw = d.w.appendText(d.raw[:0], t, true)
	d.line(false, false)
}

// prompt writes the question tied to its first option, and the options, each on a line that is not cut.
func (d *draft) prompt(p *dialog.Prompt) {
	start := len(d.text)
	d.paragraph(p.Ask)
	for i := range p.Options {
		if d.full() {
			return
		}
		d.raw = strconv.AppendInt(d.raw[:0], int64(dialog.OptionKey(i)), 10)
		d.raw = append(d.raw, ' ')
		d.raw = d.w.appendText(d.raw, p.Options[i].Label, true)
		oneLine(d.raw)
		d.line(i == 0 && len(d.text) > start, true)
	}
}

// tailPart cleans and folds a part of a tail.
func (d *draft) tailPart(part string) []byte {
	if part == "" {
		return nil
	}
	d.raw = append(d.raw[:0], part...)
	oneLine(d.raw)
	// The part opens a line of its own, so that blanks before it are dropped.
	d.tails = append(d.tails, '\n')
	start := len(d.tails)
	d.tails = trimEnd(d.f.append(d.tails, d.raw))
	if len(d.tails) <= start {
		return nil
	}
	glue(d.tails[start:])
	return d.tails[start:]
}

// join makes a tail of two parts, or gives the first where both are too long together.
func (d *draft) join(one, two []byte) []byte {
	switch {
	case len(one) == 0:
		return two
	case len(two) == 0, runeCount(one)+1+runeCount(two) > MaxTail:
		return one
	}
	start := len(d.tails)
	d.tails = append(append(append(d.tails, one...), ' '), two...)
	return d.tails[start:]
}

// line moves the scratch line into the draft. A tied line stays on the page of the end of the line before; a whole line
// is not cut between its words.
func (d *draft) line(tie, whole bool) {
	start := len(d.text)
	if start > 0 {
		d.text = append(d.text, '\n')
		start++
	}
	d.text = trimEnd(d.f.append(d.text, d.raw))
	if len(d.text) <= start {
		d.text = d.text[:max(start-1, 0)]
		return
	}
	if tie && start > 0 {
		d.text[start-1] = tieGlue
	}
	line := d.text[start:]
	runes := runeCount(line)
	d.runes += runes
	if whole || runes <= shortLine && bytes.IndexByte(line, '\n') < 0 {
		glue(line)
	}
}

// full says whether the draft holds all that is asked for.
func (d *draft) full() bool { return d.most > 0 && d.runes > d.most }

// glue makes a line one piece; a foreign line separator inside it is only a blank.
func glue(line []byte) {
	for i, c := range line {
		if c == ' ' || c == '\n' {
			line[i] = lineGlue
		}
	}
}

// oneLine turns line breaks into blanks, where the layout owns the lines.
func oneLine(text []byte) {
	for i, c := range text {
		if c == '\n' {
			text[i] = ' '
		}
	}
}
