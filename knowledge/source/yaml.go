package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// maxDepth is how deep a base's files may be nested; none of ours needs ten.
const maxDepth = 32

// ParseYAML reads a YAML file with one document. It gives nil for an empty file and for one that is not YAML.
func ParseYAML(file string, data []byte, r *Report) *Node {
	return parseYAML(Pos{File: file, Line: 1, Col: 1}, data, r)
}

// parseYAML reads YAML that begins at a line of a file.
func parseYAML(start Pos, data []byte, r *Report) *Node {
	p := yamlParser{start: start, report: r}
	if at, ok := tooDeep(data); ok {
		p.wrong(at, 1, "write it flatter", "it is nested too deep")
		return nil
	}
	docs, err := loadAll(data)
	if err != nil {
		p.syntax(err)
		return nil
	}
	if len(docs) > 1 {
		p.wrong(docs[1].Line, docs[1].Column, "make it a file of its own", "a second document begins here")
	}
	if len(docs) == 0 || len(docs[0].Content) == 0 {
		return nil
	}
	return p.node(docs[0].Content[0], 0)
}

// loadAll reads at most two documents: the second is only there to be refused. The reader turns its own failures into
// errors; should it ever panic, the editor's file must not take the program down.
func loadAll(data []byte) (docs []*yaml.Node, err error) {
	defer func() {
		if caught := recover(); caught != nil {
			err = fmt.Errorf("it cannot be read: %v", caught)
		}
	}()
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	for len(docs) < 2 {
		var doc yaml.Node
		if err := loader.Load(&doc); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		docs = append(docs, &doc)
	}
	return docs, nil
}

// tooDeep finds flow brackets far deeper than maxDepth before the YAML reader has to walk them. Brackets in texts count
// too, hence the wide margin.
func tooDeep(data []byte) (line int, found bool) {
	depth, line := 0, 1
	for _, c := range data {
		switch c {
		case '\n':
			line++
		case '[', '{':
			if depth++; depth > 100*maxDepth {
				return line, true
			}
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	return 0, false
}

type yamlParser struct {
	start  Pos
	report *Report
}

func (p *yamlParser) pos(line, col int) Pos {
	return Pos{File: p.start.File, Line: p.start.Line + max(line, 1) - 1, Col: max(col, 1)}
}

func (p *yamlParser) wrong(line, col int, advice, message string) {
	p.report.Errorf(p.pos(line, col), RuleYAML, advice, "%s", message)
}

func (p *yamlParser) syntax(err error) {
	var wrong *yaml.LoadError
	if !errors.As(err, &wrong) {
		p.wrong(1, 1, "", "this is not YAML: "+err.Error())
		return
	}
	mark := wrong.Mark
	if mark.Line == 0 {
		mark = wrong.ContextMark
	}
	advice := "put a text with : # { } [ ] or a quotation mark in quotes"
	p.wrong(mark.Line, mark.Column, advice, "this is not YAML: "+strings.TrimSpace(wrong.Message+" "+wrong.ContextMsg))
}

// node turns what the YAML reader saw into a Node and refuses what a base does not use.
func (p *yamlParser) node(y *yaml.Node, depth int) *Node {
	n := &Node{Pos: p.pos(y.Line, y.Column)}
	if depth > maxDepth {
		p.wrong(y.Line, y.Column, "write it flatter", "it is nested too deep")
		return n
	}
	if y.Anchor != "" || y.Kind == yaml.AliasNode {
		p.wrong(y.Line, y.Column, "write the value out; put a text that begins with & or * in quotes", "anchors and aliases are not used here")
		return n
	}
	if y.Style&yaml.TaggedStyle != 0 {
		p.wrong(y.Line, y.Column, "leave the tag out; put a text that begins with ! in quotes", "tags such as "+y.Tag+" are not used here")
		return n
	}
	switch y.Kind {
	case yaml.MappingNode:
		n.Kind = Mapping
		p.pairs(n, y, depth)
	case yaml.SequenceNode:
		n.Kind = List
		n.Items = make([]*Node, 0, len(y.Content))
		for _, item := range y.Content {
			n.Items = append(n.Items, p.node(item, depth+1))
		}
	case yaml.ScalarNode:
		p.scalar(n, y)
	}
	return n
}

func (p *yamlParser) scalar(n *Node, y *yaml.Node) {
	if y.Tag == "!!null" {
		return
	}
	n.Kind, n.Text = Scalar, strings.TrimRight(y.Value, "\n")
	if !utf8.ValidString(n.Text) || strings.ContainsRune(n.Text, 0) {
		p.wrong(y.Line, y.Column, "", "the text holds signs that nobody can read")
		n.Text = ""
	}
}

func (p *yamlParser) pairs(n *Node, y *yaml.Node, depth int) {
	n.Pairs = make([]Pair, 0, len(y.Content)/2)
	lines := make(map[string]int, len(y.Content)/2)
	for i := 0; i+1 < len(y.Content); i += 2 {
		key := p.node(y.Content[i], depth+1)
		value := p.node(y.Content[i+1], depth+1)
		if key.Kind != Scalar {
			p.wrong(y.Content[i].Line, y.Content[i].Column, "write a word before the colon", "the key is "+key.Kind.String())
			continue
		}
		if line, twice := lines[key.Text]; twice {
			p.report.Errorf(key.Pos, RuleDuplicate, fmt.Sprintf("it stands in line %d already", line), "the key %q stands here twice", key.Text)
			continue
		}
		lines[key.Text] = key.Line
		n.Pairs = append(n.Pairs, Pair{key, value})
	}
}
