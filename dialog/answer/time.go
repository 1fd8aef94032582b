package answer

import (
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// time tells every time limit: of the authority, of the person, of what is given.
func (c *Context) time(s *knowledge.Service, w *knowledge.Words) {
	c.authorityTimes(s)
	for _, d := range s.Durations {
		if d.Kind != "authority" && d.Holds(c.Today) {
			c.duration(s, d)
		}
	}
	c.paragraphs(w, "time", s)
}

// authorityTimes tells how long the authority may take, one line a speed.
func (c *Context) authorityTimes(s *knowledge.Service) {
	if s.TimeUnknown != nil {
		c.unknown(s.TimeUnknown, c.Phrase(knowledge.PhraseTime))
	}
	var group []*knowledge.Duration
	for _, d := range s.Durations {
		if d.Kind != "authority" || !d.Holds(c.Today) {
			continue
		}
		if len(group) > 0 && !alike(group[0], d) {
			c.durations(s, group)
			group = group[:0]
		}
		group = append(group, d)
	}
	c.durations(s, group)
}

// alike says whether two limits differ in their length only, so that one sentence can tell both.
func alike(a, b *knowledge.Duration) bool {
	return a.Unknown == nil && b.Unknown == nil && !a.Unlimited && !b.Unlimited && a.Starts == b.Starts && a.IfLate == b.IfLate
}

var durationPhrases = map[string]knowledge.PhraseKey{
	"authority": knowledge.PhraseTimeAuthority,
	"person":    knowledge.PhraseTimePerson,
	"validity":  knowledge.PhraseTimeValidity,
}

// duration says one time limit.
func (c *Context) duration(s *knowledge.Service, d *knowledge.Duration) {
	c.durations(s, []*knowledge.Duration{d})
}

// durations says time limits that differ in their length only, with what starts them and what follows when they are missed.
func (c *Context) durations(s *knowledge.Service, group []*knowledge.Duration) {
	if len(group) == 0 {
		return
	}
	d := group[0]
	k, ok := durationPhrases[d.Kind]
	if !ok {
		return
	}
	lengths := make([]dialog.Text, 0, len(group))
	for _, g := range group {
		c.use(g.Source)
		v := durationValue(g, s, "")
		lengths = append(lengths, join(" ", dialog.Text{Spans: []dialog.Span{{Value: &v}}}, c.limitLabel(s, g)))
	}
	var limit, starts, late dialog.Text
	switch {
	case d.Unknown != nil:
		c.unknown(d.Unknown, join(", ", c.Phrase(unknownLabel(d)), c.limitLabel(s, d)))
		return
	case d.Unlimited:
		limit = join(" ", c.Phrase(knowledge.PhraseTimeUnlimited), c.limitLabel(s, d))
	default:
		limit = c.Phrase(k, textArg("duration", join(" / ", lengths...))) // channels/layout says this very stroke as "or"
	}
	if d.Starts != "" {
		starts = c.Phrase(knowledge.PhraseTimeStarts, textArg("label", c.label(s, d.Starts)))
	}
	if d.IfLate != "" {
		late = c.Phrase(knowledge.PhraseTimeLate, textArg("label", c.label(s, d.IfLate)))
	}
	c.Say(join(". ", join(", ", limit, starts), late))
}

// limitLabel gives the label that says for which case a limit holds, where the service's words have one: "limit.<id>".
func (c *Context) limitLabel(s *knowledge.Service, d *knowledge.Duration) dialog.Text {
	return c.label(s, "limit."+d.ID)
}

// unknownLabel names what is not known: how long something is valid is another question than how long it takes.
func unknownLabel(d *knowledge.Duration) knowledge.PhraseKey {
	if d.Kind == "validity" {
		return knowledge.PhraseValidity
	}
	return knowledge.PhraseTime
}
