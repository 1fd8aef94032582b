package lint

import (
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// PrintOptions says how to show findings.
type PrintOptions struct {
	JSON bool         // one object a line, for programs
	Tree *source.Tree // where given, the line of each finding is shown with a caret under the place
	Dir  string       // the folder of the base, put before the names of files
}

// Print writes findings, one a line: file:line:col: severity: message; advice [rule].
func Print(w io.Writer, findings []source.Finding, o PrintOptions) error {
	for _, f := range findings {
		shown := f
		shown.Pos.File = path.Join(o.Dir, f.Pos.File)
		text := Line(shown) + "\n"
		switch {
		case o.JSON:
			text = object(shown)
		case o.Tree != nil:
			text += excerpt(o.Tree, f.Pos)
		}
		if _, err := io.WriteString(w, text); err != nil {
			return fmt.Errorf("print findings: %w", err)
		}
	}
	return nil
}

// Line gives a finding as one line.
func Line(f source.Finding) string {
	s := fmt.Sprintf("%s: %s: %s", f.Pos, f.Severity, f.Message)
	if f.Advice != "" {
		s += "; " + f.Advice
	}
	return s + " [" + f.Rule + "]"
}

func object(f source.Finding) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		File     string          `json:"file"`
		Line     int             `json:"line"`
		Col      int             `json:"col"`
		Severity source.Severity `json:"severity"`
		Rule     string          `json:"rule"`
		Message  string          `json:"message"`
		Advice   string          `json:"advice,omitempty"`
	}{f.Pos.File, f.Pos.Line, f.Pos.Col, f.Severity, f.Rule, f.Message, f.Advice})
	if err != nil {
		return "" // texts and numbers always encode
	}
	return b.String()
}

// excerpt gives the line of a finding and a caret below the character that it speaks of.
func excerpt(t *source.Tree, pos source.Pos) string {
	line := []rune(t.Line(pos))
	if len(line) == 0 {
		return ""
	}
	at := min(max(pos.Col-1, 0), len(line))
	before := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, string(line[:at]))
	shown := strings.Map(func(r rune) rune {
		if r != '\t' && hidden(r) {
			return '?'
		}
		return r
	}, string(line))
	return "  " + shown + "\n  " + before + "^\n"
}
