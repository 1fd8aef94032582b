package knowledge

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// maxQuestion is the longest question in bytes that is kept: what people type is far shorter.
const maxQuestion = 500

// AspectNames are the aspects that a question may be labelled with: those of a service, and three that stand alone.
func AspectNames() []string {
	return []string{"overview", "documents", "fee", "where", "steps", "time", "who", "result", "representation", "law", "questions", "appeal", "complaint", "bribe", "hours"}
}

// readQuestions reads the labelled questions of every language.
func (l *loader) readQuestions() {
	b := l.base
	b.Questions = make(map[Lang][]*Example, len(b.Languages))
	for _, tag := range b.Languages {
		f := l.tree.File("questions/" + string(tag) + ".jsonl")
		if f == nil {
			continue
		}
		seen := map[string]bool{}
		line := 0
		for text := range bytes.Lines(f.Data) {
			line++
			pos := source.Pos{File: f.Path, Line: line, Col: 1}
			if text = bytes.TrimSpace(text); len(text) == 0 {
				continue
			}
			if e := l.readQuestion(pos, text); e != nil {
				if seen[e.ID] {
					l.Errorf(pos, source.RuleDuplicateID, "give it an id of its own", "the id %q stands twice", e.ID)
				}
				seen[e.ID] = true
				b.Questions[tag] = append(b.Questions[tag], e)
			}
		}
	}
}

// readQuestion reads one line; nil where it cannot be used.
func (l *loader) readQuestion(pos source.Pos, text []byte) *Example {
	e := &Example{Pos: pos}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(e); err != nil {
		l.Errorf(pos, source.RuleValue, `write {"id": "fee-1", "text": "how much", "aspect": "fee", "origin": "synthetic"}`, "the line is no question: %v", err)
		return nil
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		l.Errorf(pos, source.RuleValue, "write one question a line", "something stands behind the question")
		return nil
	}
	switch {
	case e.ID == "" || strings.TrimSpace(e.Text) == "":
		l.Errorf(pos, source.RuleMissingKey, "give it an id and a text", "the question has no id or no text")
		return nil
	case len(e.Text) > maxQuestion:
		l.Errorf(pos, source.RuleValue, "keep the question", "the text is longer than %d bytes", maxQuestion)
		return nil
	}
	return e
}

// checkExamples checks that labels name what the base has, and that each question has one meaning.
func (l *loader) checkExamples() {
	b := l.base
	aspects := AspectNames()
	for _, tag := range b.Languages {
		for _, e := range b.Questions[tag] {
			l.questionLabels(b, e, aspects)
			meanings := 0
			for _, has := range []bool{e.Service != "" || e.Aspect != "", e.Answer != "", e.Event != "", e.None} {
				if has {
					meanings++
				}
			}
			if meanings != 1 {
				l.Errorf(e.Pos, source.RuleValue, "label it with a service, an aspect or both; or an answer; or an event; or none", "the question %q has %d meanings, it needs one", e.ID, meanings)
			}
			if e.Origin != "real" && e.Origin != "synthetic" {
				l.Errorf(e.Pos, source.RuleValue, "write real or synthetic", "the origin of %q is %q", e.ID, e.Origin)
			}
		}
	}
}

func (l *loader) questionLabels(b *Base, e *Example, aspects []string) {
	unknown := func(what, id string) {
		l.Errorf(e.Pos, source.RuleReference, "", "there is no %s %q for the question %q", what, id, e.ID)
	}
	if e.Service != "" && b.Service(e.Service) == nil {
		unknown("service", string(e.Service))
	}
	if e.Aspect != "" && !slices.Contains(aspects, e.Aspect) {
		unknown("aspect", e.Aspect)
	}
	if e.Answer != "" && b.Answer(e.Answer) == nil {
		unknown("answer", e.Answer)
	}
	if e.Event != "" && b.Event(e.Event) == nil {
		unknown("event", e.Event)
	}
	if e.Refer != "" && b.Hotline(e.Refer) == nil {
		unknown("hotline", e.Refer)
	}
}
