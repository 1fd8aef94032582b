package lint

import (
	"slices"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// fewQuestions is how many questions a thing needs at least to be understood at all.
const fewQuestions = 5

// fewQuestionsRule looks only at languages that have a file of questions: the others are understood by names alone.
func fewQuestionsRule() Rule {
	return Rule{
		ID: "few-questions", Severity: source.Warning,
		Statement: "In a language with questions, every service, life event, general answer and aspect has at least five to learn from.",
		Check: func(p *Pass) {
			for _, lang := range p.Base.Languages {
				if f := p.Tree.File("questions/" + string(lang) + ".jsonl"); f != nil {
					p.fewQuestions(source.Pos{File: f.Path, Line: 1, Col: 1}, p.Base.Questions[lang])
				}
			}
		},
	}
}

// meaning is what questions may be about.
type meaning struct{ kind, id string }

// fewQuestions reports what has too few questions: at the first of them, else at the top of the file.
func (p *Pass) fewQuestions(top source.Pos, questions []*knowledge.Example) {
	taught := map[meaning][]*knowledge.Example{}
	for _, e := range questions {
		if !e.Held() {
			m := meaningOf(e)
			taught[m] = append(taught[m], e)
		}
	}
	for _, m := range p.meanings() {
		list, pos := taught[m], top
		if len(list) >= fewQuestions {
			continue
		}
		if len(list) > 0 {
			pos = list[0].Pos
		}
		advice := "write 5, better 20, as people type them"
		if m.kind == "aspect" {
			advice = "write 5, better 25, that name no service"
		}
		p.Report(pos, advice, "the %s %q has too few questions to learn from: %d", m.kind, m.id, len(list))
	}
}

// meaningOf gives what a question counts for. An aspect is learned from questions that name no service, because only they are
// put together with every service.
func meaningOf(e *knowledge.Example) meaning {
	switch {
	case e.Service != "":
		return meaning{"service", string(e.Service)}
	case e.Aspect != "":
		return meaning{"aspect", e.Aspect}
	case e.Answer != "":
		return meaning{"answer", e.Answer}
	case e.Event != "":
		return meaning{"life event", e.Event}
	}
	return meaning{}
}

// meanings lists what people ask about.
func (p *Pass) meanings() (list []meaning) {
	for _, s := range p.Base.Services {
		list = append(list, meaning{"service", string(s.ID)})
	}
	for _, e := range p.Base.Events {
		list = append(list, meaning{"life event", e.ID})
	}
	// Questions for an appeal, a complaint or a bribe may be labelled as aspects; privacy is told, hardly asked for.
	asked := []string{"general", "not_covered", "crisis", "mobile", "talk"}
	for _, a := range p.Base.Answers {
		if slices.Contains(asked, a.Kind) {
			list = append(list, meaning{"answer", a.ID})
		}
	}
	for _, a := range knowledge.AspectNames() {
		if a != "overview" && a != "questions" { // nobody asks for these without a name
			list = append(list, meaning{"aspect", a})
		}
	}
	return list
}
