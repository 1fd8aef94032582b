package voice

import (
	"slices"
	"strings"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/source"
)

// mostWords is how many words of an option a listener keeps in mind together with three others (VOICE-4).
const mostWords = 7

// LintRules gives the rules that need to know how a call sounds.
func LintRules() []lint.Rule {
	return []lint.Rule{
		{ID: "option-order", Severity: source.Error, Statement: "In a call, what an option is for comes before its key.", Check: checkOrder},
		{ID: "wordy-option", Severity: source.Warning, Statement: "An option has at most seven words, because it is heard and not seen.", Check: checkWords},
	}
}

// checkOrder looks at the sentence that every option is said with.
func checkOrder(p *lint.Pass) {
	for _, tag := range p.Base.Languages {
		l := p.Base.Lang[tag]
		ph := l.Phrase(knowledge.PhraseVoiceOption)
		at := func(name string) int {
			return slices.IndexFunc(ph.One.Parts, func(t knowledge.TextPart) bool { return t.Slot && t.Ref == name })
		}
		if label, key := at("label"), at("key"); label < 0 || key < label {
			p.Report(ph.Pos, `write it as "{label}: press {key}."`, "voice-option says the key before what it is for, or lacks one of them")
		}
	}
}

// checkWords counts the words of every option that a base writes.
func checkWords(p *lint.Pass) {
	e := channels.NewEdition(engine.NewEdition(p.Base, nil))
	y, m, d := p.On.Parts()
	noon := time.Date(y, time.Month(m), d, 12, 0, 0, 0, p.Base.Zone)
	for _, lang := range p.Base.Languages {
		seen := map[string]bool{}
		eachMenu(p.Base, lang, func(spot dialog.Spot, pos source.Pos) {
			s := dialog.Session{Lang: lang, Trail: []dialog.Spot{"home", spot}}
			for _, o := range engine.Show(e.Edition, &s, noon).Prompt.Options {
				label := string(e.Writer(lang).AppendText(nil, o.Label))
				if n := len(strings.Fields(label)); n > mostWords && !seen[label] {
					seen[label] = true
					p.Report(pos, "say it in fewer words: whoever listens has to keep four of them in mind", "the option %q has %d words, more than %d", label, n, mostWords)
				}
			}
		})
	}
}

// eachMenu visits the places whose options an editor writes.
func eachMenu(b *knowledge.Base, lang knowledge.Lang, visit func(dialog.Spot, source.Pos)) {
	menus := source.Pos{File: "topics.yaml"}
	for _, spot := range []dialog.Spot{"home", "topics", "events", "offices", "more"} {
		visit(spot, menus)
	}
	for _, t := range b.Topics {
		visit(dialog.Spot("topic/"+t.ID), t.Pos)
	}
	for _, g := range b.OfficeGroups {
		visit(dialog.Spot("offices/"+g.ID), g.Pos)
	}
	for _, s := range b.Services {
		w, _ := b.ServiceWords(s, lang)
		for _, a := range []answer.Aspect{answer.Fee, answer.Questions} {
			visit(dialog.Spot(a.String()+"/"+string(s.ID)), w.Pos)
		}
	}
}
