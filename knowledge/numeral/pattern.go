package numeral

import (
	"fmt"
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// Pattern is a text with slots, as "{d:ordinal} {month}"; parts in brackets are optional.
type Pattern []Part

// Part is a literal or a slot of a pattern.
type Part struct {
	Literal  string
	Slot     string // what stands before the colon
	Form     string // the table of numbers, or the case form, after it
	Optional bool   // stood in brackets
}

// ParsePattern reads a pattern. Words between slots are literals without blanks at their ends.
func ParsePattern(text string) (Pattern, error) {
	var p Pattern
	optional := false
	for text != "" {
		at := strings.IndexAny(text, "{}[]")
		if at < 0 {
			at = len(text)
		}
		if words := strings.Join(strings.Fields(text[:at]), " "); words != "" {
			p = append(p, Part{Literal: words, Optional: optional})
		}
		if text = text[at:]; text == "" {
			break
		}
		switch {
		case text[0] == '[' && !optional, text[0] == ']' && optional:
			optional = !optional
			text = text[1:]
		case text[0] == '{':
			slot, after, closed := strings.Cut(text[1:], "}")
			name, form, _ := strings.Cut(slot, ":")
			if !closed || name == "" || strings.ContainsAny(slot, "{[] ") {
				return nil, fmt.Errorf("%q is no slot", text)
			}
			p = append(p, Part{Slot: name, Form: form, Optional: optional})
			text = after
		default:
			return nil, fmt.Errorf("the sign %q has no partner", text[:1])
		}
	}
	if optional {
		return nil, fmt.Errorf("the bracket is not closed")
	}
	return p, nil
}

// DecodeNode reads a pattern from a file.
func (p *Pattern) DecodeNode(n *source.Node, d *source.Decoder) {
	text, ok := d.Text(n)
	if !ok {
		return
	}
	got, err := ParsePattern(text)
	if err != nil {
		d.Errorf(n.Pos, source.RuleValue, "close every { and [, and write a name in braces: {month}", "%s", err.Error())
	}
	*p = got
}

// has says whether a pattern has a slot.
func (p Pattern) has(slot string) bool {
	return slices.ContainsFunc(p, func(part Part) bool { return part.Slot == slot })
}

// strict says whether a pattern has {rest} outside of brackets.
func (p Pattern) strict() bool {
	for _, part := range p {
		if part.Slot == "rest" && !part.Optional {
			return true
		}
	}
	return false
}
