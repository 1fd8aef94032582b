package knowledge

import (
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// ParseText reads words with slots: {kind.ref:form} or {name}; {{ and }} are braces. What is wrong is reported at its
// place and stays in the text as typed. The position of the text is its first line's.
func ParseText(lines source.Lines, r *source.Report) Text {
	if len(lines) == 0 {
		return Text{}
	}
	t := Text{Pos: lines[0].Pos, Plain: lines.Join()}
	if !strings.ContainsAny(t.Plain, "{}") {
		return t
	}
	p := textParser{s: t.Plain, lines: lines, report: r}
	p.parse()
	if p.slots == 0 {
		t.Plain = p.literal.String()
		return t
	}
	p.flush()
	t.Plain, t.Parts = "", p.parts
	return t
}

type textParser struct {
	s       string
	lines   source.Lines
	report  *source.Report
	literal strings.Builder
	parts   []TextPart
	slots   int
}

func (p *textParser) parse() {
	for i := 0; i < len(p.s); {
		c := p.s[i]
		switch {
		case c != '{' && c != '}':
			p.literal.WriteByte(c)
			i++
		case strings.HasPrefix(p.s[i+1:], string(c)):
			p.literal.WriteByte(c)
			i += 2
		case c == '}':
			p.wrong(i, "a } stands without its {")
			i++
		default:
			i += p.slot(i)
		}
	}
}

// slot reads the slot that begins at i and gives its length.
func (p *textParser) slot(i int) int {
	end := strings.IndexAny(p.s[i+1:], "{}")
	if end < 0 || p.s[i+1+end] == '{' {
		p.wrong(i, "a { stands without its }")
		p.literal.WriteByte('{')
		return 1
	}
	inside := p.s[i+1 : i+1+end]
	part, ok := parseSlot(inside)
	if !ok {
		p.report.Errorf(p.lines.At(i), source.RuleSlot, "write it as {cost.standard} or {phone}; write {{ and }} for braces", "{%s} is not a slot", inside)
		p.literal.WriteString(p.s[i : i+end+2])
		return end + 2
	}
	p.flush()
	p.parts = append(p.parts, part)
	p.slots++
	return end + 2
}

func (p *textParser) flush() {
	if p.literal.Len() > 0 {
		p.parts = append(p.parts, TextPart{Literal: p.literal.String()})
		p.literal.Reset()
	}
}

func (p *textParser) wrong(i int, message string) {
	p.report.Errorf(p.lines.At(i), source.RuleSlot, "write {{ and }} for braces in a text", "%s", message)
}

// parseSlot reads what stands between the braces.
func parseSlot(s string) (part TextPart, ok bool) {
	s, form, hasForm := strings.Cut(s, ":")
	kind, ref, hasKind := strings.Cut(s, ".")
	if !hasKind {
		kind, ref = "", s
	}
	ok = isSlotWord(ref) && (!hasKind || isSlotWord(kind)) && (!hasForm || isSlotWord(form))
	return TextPart{Slot: true, Kind: kind, Ref: ref, Form: form}, ok
}

func isSlotWord(s string) bool {
	for _, c := range []byte(s) {
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.') {
			return false
		}
	}
	return s != "" && s[0] != '.' && s[len(s)-1] != '.' && !strings.Contains(s, "..")
}

// String writes the slot as in the file: {cost.standard:dat}; a literal is written as it is.
func (p TextPart) String() string {
	if !p.Slot {
		return p.Literal
	}
	s := p.Ref
	if p.Kind != "" {
		s = p.Kind + "." + s
	}
	if p.Form != "" {
		s += ":" + p.Form
	}
	return "{" + s + "}"
}

// String writes the text with its slots as in the file.
func (t Text) String() string {
	if len(t.Parts) == 0 {
		return t.Plain
	}
	var b strings.Builder
	for _, p := range t.Parts {
		b.WriteString(p.String())
	}
	return b.String()
}
