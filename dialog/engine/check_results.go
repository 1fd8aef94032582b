package engine

import (
	"slices"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// maxCorrected is how many answers a verdict offers to correct.
const maxCorrected = 4

// sorted gives the rules of the goal by outcome, in the order of the base.
func (c check) sorted() (by map[knowledge.Outcome][]rule.Verdict) {
	by = map[knowledge.Outcome][]rule.Verdict{}
	for _, i := range c.goal.Rules {
		verdict := c.Judge(c.Rules[i], c.answers)
		by[verdict.Outcome] = append(by[verdict.Outcome], verdict)
	}
	return by
}

func (v *view) sums(c check) {
	by := c.sorted()
	if !v.Mute {
		v.Sums(len(by[knowledge.Likely]), len(by[knowledge.Not]), len(by[knowledge.Depends])+len(by[knowledge.Self]))
	}
}

// results tells what is known so far: what is likely first, the rest behind an option each.
func (v *view) results(c check) {
	if len(c.goal.Rules) == 1 {
		v.verdict(c.Rules[c.goal.Rules[0]].Service.ID, v.Now)
		return
	}
	by := c.sorted()
	v.sums(c)
	likely := by[knowledge.Likely]
	v.ask(v.Phrase(knowledge.PhraseCheckNothing), len(likely)+4)
	if len(likely) > 0 {
		v.Reply.Prompt.Ask = v.Phrase(knowledge.PhraseCheckLikely)
	}
	for _, verdict := range likely {
		s := verdict.Rule.Service
		v.option("verdict/"+string(s.ID), v.Short(s))
	}
	for _, o := range [...]struct {
		outcome knowledge.Outcome
		kind    string
		phrase  knowledge.PhraseKey
	}{{knowledge.Not, "unlikely", knowledge.PhraseCheckNot}, {knowledge.Depends, "open", knowledge.PhraseCheckOpen}, {knowledge.Self, "self", knowledge.PhraseCheckSelf}} {
		if len(by[o.outcome]) > 0 {
			v.phraseOption(o.kind+"/"+c.name, o.phrase)
		}
	}
	if len(v.s.Answers) > 0 {
		v.phraseOption("answers/"+c.name, knowledge.PhraseCheckAnswers)
	}
}

// outcomes lists the services of one outcome.
func (v *view) outcomes(c check, kind string) {
	k, o := knowledge.PhraseCheckNot, knowledge.Not
	switch kind {
	case "open":
		k, o = knowledge.PhraseCheckOpen, knowledge.Depends
	case "self":
		k, o = knowledge.PhraseCheckSelf, knowledge.Self
	}
	list := c.sorted()[o]
	v.ask(v.Phrase(k), len(list))
	for _, verdict := range list {
		s := verdict.Rule.Service
		v.option("verdict/"+string(s.ID), v.Short(s))
	}
}

// verdict tells one outcome: why, what to do with it, and the answers that decide, to correct them.
func (v *view) verdict(id knowledge.ServiceID, now time.Time) {
	r := v.e.Rules.Of(id)
	d := v.e.day(now)
	answers := v.e.answers(v.s)
	verdict := d.Judge(r, answers)
	v.Verdict(verdict)
	sp := v.e.spots[id]
	v.ask(dialog.Text{}, 6)
	v.option(sp.open, v.Short(r.Service))
	switch verdict.Outcome {
	case knowledge.Not:
		for _, f := range v.deciding(d, verdict, answers) {
			v.correct(f)
		}
		v.phraseOption(sp.aspects[answer.Appeal], knowledge.PhraseAppeal)
	case knowledge.Depends:
		goal := dialog.Spot("check/service/" + string(id))
		if _, more := v.e.factAsked(goal, v.s, now); more && v.s.Here() != goal {
			v.phraseOption(string(goal), knowledge.PhraseContinue)
		}
		for n, i := range verdict.Missing {
			if n < maxCorrected && !d.Askable(i, answers) {
				v.correct(v.Base.Facts[i])
			}
		}
	case knowledge.Likely:
		if len(v.s.Answers) > 0 {
			v.phraseOption("answers/service/"+string(id), knowledge.PhraseCheckAnswers)
		}
	}
}

// correct offers to answer a question anew.
func (v *view) correct(f *knowledge.Fact) {
	v.option("ask/"+f.ID, v.PhraseText(knowledge.PhraseCheckCorrect, "label", v.FactLabel(f)))
}

// deciding gives the facts whose answers made a rule fail, the first few: those compared and those that a table goes by, or
// where a fact does not apply, those that say so.
func (v *view) deciding(d *rule.Day, verdict rule.Verdict, answers rule.Answers) []*knowledge.Fact {
	var list []*knowledge.Fact
	var add func(c *knowledge.Clause)
	add = func(c *knowledge.Clause) {
		for _, f := range v.Base.FactsOf(c) {
			i := v.e.Rules.Position(f.ID)
			switch {
			case d.Applies(i, answers) == rule.No:
				f.OnlyIf.Each(add)
			case answers.At(i).State == rule.Given && !slices.Contains(list, f) && len(list) < maxCorrected:
				list = append(list, f)
			}
		}
	}
	for _, c := range verdict.Failing {
		c.Each(add)
	}
	return list
}

// answers lists what was answered, each to be corrected.
func (v *view) answers(c check) {
	v.ask(v.Phrase(knowledge.PhraseCheckAnswers), len(v.s.Answers)+1)
	for _, given := range v.s.Answers {
		f := v.Base.FactByCode(int(given.Fact))
		if f == nil {
			continue
		}
		a := c.answers.At(v.e.Rules.Position(f.ID))
		if a.State == rule.Open || given.Skipped && a.State == rule.Given {
			continue // it is no answer of this base, or "I don't know more" behind one
		}
		label := dialog.Text{}
		if !v.Mute {
			label = answer.Join(": ", v.FactLabel(f), v.AnswerLabel(f, a))
		}
		v.option("ask/"+f.ID, label)
	}
	v.phraseOption("do/forget-answers", knowledge.PhraseCheckForget)
}
