package transcript

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// MaxFile is the largest story that is read.
const MaxFile = 4 << 20

// Parse reads a story. Errors begin with the line number.
func Parse(data []byte) (*File, error) {
	switch {
	case len(data) > MaxFile:
		return nil, fmt.Errorf("1: the file is larger than %d MB", MaxFile>>20)
	case !utf8.Valid(data):
		return nil, fmt.Errorf("1: the file is not UTF-8 text")
	}
	p := parser{file: &File{}}
	for text := range strings.Lines(strings.ReplaceAll(string(data), "\r", "")) {
		p.no++
		if err := p.line(strings.TrimSuffix(text, "\n")); err != nil {
			return nil, fmt.Errorf("%d: %w", p.no, err)
		}
	}
	return p.file, nil
}

type parser struct {
	file    *File
	no      int
	talk    *Talk
	overlay *Overlay
}

func (p *parser) line(text string) error {
	if heading, ok := headingOf(text); ok {
		return p.heading(heading)
	}
	switch {
	case p.overlay != nil:
		p.overlay.Data = append(append(p.overlay.Data, text...), '\n')
		return nil
	case p.talk == nil:
		l := Line{No: p.no, Text: text}
		if rest, ok := strings.CutPrefix(text, "~ "); ok {
			l.Mark, l.Text = Happens, rest
		}
		p.file.Head = append(p.file.Head, l)
		return nil
	}
	l, err := readLine(text)
	l.No = p.no
	p.talk.Lines = append(p.talk.Lines, l)
	return err
}

// headingOf reads "-- name --".
func headingOf(text string) (string, bool) {
	name, ok := strings.CutPrefix(text, "-- ")
	if !ok {
		return "", false
	}
	name, ok = strings.CutSuffix(name, " --")
	return name, ok && strings.TrimSpace(name) != ""
}

func (p *parser) heading(name string) error {
	p.talk, p.overlay = nil, nil
	words := strings.Fields(name)
	switch {
	case words[0] == "file":
		if len(words) != 2 || !fs.ValidPath(words[1]) || words[1] == "." {
			return fmt.Errorf("section %q: write -- file PATH -- with a path inside the base", name)
		}
		p.overlay = &Overlay{Path: words[1]}
		p.file.Parts = append(p.file.Parts, Part{Overlay: p.overlay})
		return nil
	case len(words) < 2 || len(words) > 3:
		return fmt.Errorf("section %q: write channel and language, as -- ussd en 160 --", name)
	}
	p.talk = &Talk{No: p.no, Heading: name, Channel: words[0], Lang: words[1]}
	if len(words) == 3 {
		p.talk.Profile = words[2]
	}
	p.file.Parts = append(p.file.Parts, Part{Talk: p.talk})
	return nil
}

// marks in the order in which they are tried: the longer one first.
var marks = [...]Mark{NextPage, Answer, Person, Happens, Why, Note}

func readLine(text string) (Line, error) {
	if text == "" {
		return Line{}, nil
	}
	for _, m := range marks {
		rest, ok := strings.CutPrefix(text, string(m))
		if !ok {
			continue
		}
		if rest == "" {
			return Line{Mark: m}, nil
		}
		if rest, ok = strings.CutPrefix(rest, " "); ok {
			return Line{Mark: m, Text: rest}, nil
		}
	}
	return Line{}, fmt.Errorf("%.40q: a line begins with > < <+ ~ = or #, and a blank", text)
}

// Format writes a story as it is written on disk; Parse of it gives the same story.
func Format(f *File) []byte {
	var out []byte
	for _, l := range f.Head {
		out = appendLine(out, l)
	}
	for _, p := range f.Parts {
		if p.Overlay != nil {
			out = append(append(append(out, "-- file "...), p.Overlay.Path...), " --\n"...)
			out = append(out, p.Overlay.Data...)
			continue
		}
		out = append(append(append(out, "-- "...), p.Talk.Heading...), " --\n"...)
		for _, l := range p.Talk.Lines {
			out = appendLine(out, l)
		}
	}
	return out
}

func appendLine(out []byte, l Line) []byte {
	out = append(out, l.Mark...)
	if l.Mark != Blank && l.Text != "" {
		out = append(out, ' ')
	}
	return append(append(out, l.Text...), '\n')
}
