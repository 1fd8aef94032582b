package answer

import (
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// Verdict says what a rule makes of a person's answers, with the reasons, what the person must check, and who decides. It
// never says yes or no for the authority.
func (c *Context) Verdict(v rule.Verdict) {
	if c.Mute {
		return
	}
	s := v.Rule.Service
	w := c.serviceWords(s)
	name := textArg("service", c.Words(w.Short, s))
	c.use(sourceOr(s.Eligibility.Source, s.Source))
	switch v.Outcome {
	case knowledge.Likely:
		c.Say(c.Phrase(knowledge.PhraseVerdictLikely, name))
		c.paragraphs(w, "eligibility", s)
		c.yourself(s, w)
	case knowledge.Self:
		c.Say(c.Phrase(knowledge.PhraseVerdictSelf, name))
		c.yourself(s, w)
	case knowledge.Depends:
		c.depends(v, w, name)
	default:
		c.not(v, w, name)
	}
	if o := c.Base.Organisation(s.Authority); o != nil {
		c.Say(c.Phrase(knowledge.PhraseVerdictDecides, textArg("name", plain(o.Name.In(c.Base, c.Lang()).Plain))))
	}
	c.finish(Code(s, Who))
}

// yourself lists the conditions that only the person can judge.
func (c *Context) yourself(s *knowledge.Service, w *knowledge.Words) {
	rows := make([]dialog.Row, 0, len(s.Eligibility.Check))
	for _, ch := range s.Eligibility.Check {
		rows = append(rows, dialog.Row{Label: c.Words(itemText(w, "eligibility", ch.ID), s)})
	}
	if len(rows) > 0 {
		c.block(dialog.Block{Kind: dialog.Steps, Text: c.Phrase(knowledge.PhraseVerdictYourself), Rows: rows})
	}
}

func (c *Context) not(v rule.Verdict, w *knowledge.Words, name arg) {
	s := v.Rule.Service
	if v.Expired {
		c.Say(c.Phrase(knowledge.PhraseVerdictExpired, name))
		return
	}
	c.Say(c.Phrase(knowledge.PhraseVerdictNot, name))
	c.clauses(knowledge.PhraseVerdictBecause, v.Failing, s, w)
	if v.Changes != nil && len(v.Failing) > 1 {
		c.Say(c.Phrase(knowledge.PhraseVerdictChanges, textArg("label", c.Words(itemText(w, "eligibility", v.Changes.ID), s))))
	} else if v.Changes != nil {
		c.Say(c.Phrase(knowledge.PhraseVerdictAlone))
	}
}

// clauses lists clauses by their words, with the source in law of each.
func (c *Context) clauses(lead knowledge.PhraseKey, list []*knowledge.Clause, s *knowledge.Service, w *knowledge.Words) {
	rows := make([]dialog.Row, 0, len(list))
	for _, cl := range list {
		c.use(sourceOr(cl.Source, s.Source))
		rows = append(rows, dialog.Row{Label: c.Words(itemText(w, "eligibility", cl.ID), s)})
	}
	if len(rows) > 0 {
		c.block(dialog.Block{Kind: dialog.Steps, Text: c.Phrase(lead), Rows: rows})
	}
}

func (c *Context) depends(v rule.Verdict, w *knowledge.Words, name arg) {
	s := v.Rule.Service
	rows := make([]dialog.Row, 0, len(v.Missing)+len(v.Blocked))
	for _, f := range v.Missing {
		rows = append(rows, dialog.Row{Label: c.FactLabel(c.Base.Facts[f])})
	}
	for _, cl := range v.Blocked {
		rows = append(rows, dialog.Row{Label: c.FactLabel(c.Base.Fact(cl.Fact)), Value: c.Phrase(knowledge.PhraseUnknownValue, c.phoneArg(c.whoKnows(cl)))})
	}
	c.block(dialog.Block{Kind: dialog.Steps, Text: c.Phrase(knowledge.PhraseVerdictDepends, name), Rows: rows})
	c.yourself(s, w)
}

// whoKnows gives the number to ask about a limit that nobody here knows: the one its parameter names.
func (c *Context) whoKnows(cl *knowledge.Clause) string {
	for _, limit := range [...]string{cl.AtLeast, cl.AtMost, cl.Above, cl.Below} {
		id, _ := strings.CutPrefix(limit, "parameter.")
		if p := c.Base.Parameter(id); p != nil {
			if v := p.On(c.Today); v != nil && v.Unknown != nil && v.Unknown.Ask != "" {
				return v.Unknown.Ask
			}
		}
	}
	return c.Base.Contact
}

// Sums says how many services are likely, not, and open.
func (c *Context) Sums(likely, not, open int) {
	c.Say(c.Phrase(knowledge.PhraseCheckSums, number("likely", likely), number("not", not), number("open", open)))
}

func number(name string, n int) arg {
	return valueArg(name, dialog.Value{Kind: dialog.Number, Number: int64(n)})
}
