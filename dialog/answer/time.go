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
	for _, d := range s.Durations {
		if d.Kind == "authority" && d.Holds(c.Today) {
			c.duration(s, d)
		}
	}
}

var durationPhrases = map[string]knowledge.PhraseKey{
	"authority": knowledge.PhraseTimeAuthority,
	"person":    knowledge.PhraseTimePerson,
	"validity":  knowledge.PhraseTimeValidity,
}

// duration says one time limit with what starts it and what follows when it is missed.
func (c *Context) duration(s *knowledge.Service, d *knowledge.Duration) {
	c.use(d.Source)
	k, ok := durationPhrases[d.Kind]
	if !ok {
		return
	}
	var limit, starts, late dialog.Text
	switch {
	case d.Unknown != nil:
		c.unknown(d.Unknown, c.Phrase(knowledge.PhraseTime))
		return
	case d.Unlimited:
		limit = c.Phrase(knowledge.PhraseTimeUnlimited)
	default:
		limit = c.Phrase(k, valueArg("duration", durationValue(d, s, "")))
	}
	if d.Starts != "" {
		starts = c.Phrase(knowledge.PhraseTimeStarts, textArg("label", c.label(s, d.Starts)))
	}
	if d.IfLate != "" {
		late = c.Phrase(knowledge.PhraseTimeLate, textArg("label", c.label(s, d.IfLate)))
	}
	c.Say(join(". ", join(", ", limit, c.durationWho(s, d), starts), late))
}

// durationWho gives the label that says for whom a limit holds, where the service's words have one: "limit.<id>".
func (c *Context) durationWho(s *knowledge.Service, d *knowledge.Duration) dialog.Text {
	if t := c.label(s, "limit."+d.ID); !t.Empty() {
		return t
	}
	return dialog.Text{}
}
