package source

import (
	"strings"
	"unicode/utf8"
)

// Document is a words file: a header in YAML between two lines of three hyphens, then sections "## id [state]".
type Document struct {
	Pos
	Header   *Node
	Sections []*Section
}

// Section is what stands under one "## id [state]": paragraphs, then items.
type Section struct {
	Pos
	ID         string // may hold a second word: "summary zero"
	State      string // between the square brackets
	StatePos   Pos
	Paragraphs []Lines
	Items      []*Item
}

// Item is one "- id: words". First is what stands after the colon, Rest are the indented lines below.
type Item struct {
	Pos
	ID    string
	First Lines
	Rest  Lines
}

// Lines are the lines of one paragraph.
type Lines []Line

// Line is the words of one line, without the spaces around them.
type Line struct {
	Pos
	Text string
}

// Join gives the lines as one text, with a space for each end of line.
func (ls Lines) Join() string {
	texts := make([]string, len(ls))
	for i, l := range ls {
		texts[i] = l.Text
	}
	return strings.Join(texts, " ")
}

// At gives the place of a byte of the joined text.
func (ls Lines) At(offset int) Pos {
	for i, l := range ls {
		if offset <= len(l.Text) || i == len(ls)-1 {
			pos := l.Pos
			pos.Col += utf8.RuneCountInString(l.Text[:min(offset, len(l.Text))])
			return pos
		}
		offset -= len(l.Text) + 1
	}
	return Pos{}
}

// ParseDocument reads a words file.
func ParseDocument(file string, data []byte, r *Report) *Document {
	p := sectionParser{doc: &Document{Pos: Pos{File: file, Line: 1, Col: 1}}, report: r}
	text := strings.TrimPrefix(strings.ReplaceAll(string(data), "\r\n", "\n"), "\uFEFF")
	line := 1
	if header, rest, ok := cutHeader(text); ok {
		line += strings.Count(header, "\n") + 2
		p.doc.Header = parseYAML(Pos{File: file, Line: 2, Col: 1}, []byte(header), r)
		text = rest
	} else {
		p.wrong(p.doc.Pos, "begin the file with --- and the title, and end this header with ---", "the header is missing")
	}
	for t := range strings.Lines(text) {
		p.line(Pos{File: file, Line: line, Col: 1}, strings.TrimRight(t, "\n"))
		line++
	}
	return p.doc
}

// cutHeader divides the header from the sections.
func cutHeader(text string) (header, rest string, ok bool) {
	text, ok = strings.CutPrefix(text, "---\n")
	if !ok {
		return "", "", false
	}
	if rest, ok = strings.CutPrefix(text, "---\n"); ok {
		return "", rest, true
	}
	if header, rest, ok = strings.Cut(text, "\n---\n"); ok {
		return header + "\n", rest, true
	}
	if header, ok = strings.CutSuffix(text, "\n---"); ok {
		return header + "\n", "", true
	}
	return "", "", false
}

type sectionParser struct {
	doc     *Document
	section *Section
	item    *Item // the item that indented lines continue
	open    bool  // the last paragraph goes on
	report  *Report
}

func (p *sectionParser) wrong(pos Pos, advice, message string) {
	p.report.Errorf(pos, RuleWords, advice, "%s", message)
}

// line reads one line below the header.
func (p *sectionParser) line(pos Pos, line string) {
	text := strings.TrimSpace(line)
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	pos.Col += indent
	words := Line{pos, text}
	switch {
	case text == "":
		p.open = false
	case strings.HasPrefix(line, "#"):
		p.heading(pos, line)
	case p.section == nil:
		p.wrong(pos, "write a heading such as ## summary [draft] above it", "words stand outside of any section")
	case strings.HasPrefix(line, "- "):
		p.startItem(pos, line)
	case indent > 0 && p.item != nil:
		p.item.Rest = append(p.item.Rest, words)
	case p.item != nil:
		p.wrong(pos, "indent it by two spaces if it belongs to the item, or put it above the list", "a paragraph stands after a list")
	case p.open:
		last := len(p.section.Paragraphs) - 1
		p.section.Paragraphs[last] = append(p.section.Paragraphs[last], words)
	default:
		p.section.Paragraphs = append(p.section.Paragraphs, Lines{words})
		p.open = true
	}
}

func (p *sectionParser) heading(pos Pos, line string) {
	p.item, p.open = nil, false
	p.section = &Section{Pos: pos}
	rest, ok := strings.CutPrefix(line, "## ")
	if !ok {
		p.wrong(pos, "write ## id [state]", "the heading does not begin with two # and a space")
		return
	}
	p.doc.Sections = append(p.doc.Sections, p.section)
	id, state, has := strings.Cut(rest, "[")
	p.section.ID = strings.Join(strings.Fields(id), " ")
	if p.section.ID == "" {
		p.wrong(pos, "write ## id [state]", "the heading has no id")
	}
	if !has {
		return
	}
	p.section.StatePos = pos
	p.section.StatePos.Col += utf8.RuneCountInString(line[:strings.IndexByte(line, '[')]) + 1
	state, closed := strings.CutSuffix(strings.TrimSpace(state), "]")
	if !closed {
		p.wrong(p.section.StatePos, "end the heading with ]", "the state has no closing bracket")
	}
	p.section.State = strings.TrimSpace(state)
}

func (p *sectionParser) startItem(pos Pos, line string) {
	p.open = false
	p.item = &Item{Pos: pos}
	p.section.Items = append(p.section.Items, p.item)
	id, words, ok := strings.Cut(line[2:], ":")
	if !ok {
		p.wrong(pos, "write - id: words", "the item has no id")
		words, id = line[2:], ""
	}
	p.item.ID = strings.TrimSpace(id)
	if text := strings.TrimSpace(words); text != "" {
		at := len(line) - len(strings.TrimLeft(words, " \t"))
		pos.Col += utf8.RuneCountInString(line[:at])
		p.item.First = Lines{{pos, text}}
	}
}
