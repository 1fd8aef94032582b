package answer

import (
	"strconv"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// General tells a general answer and who to ask further.
func (c *Context) General(a *knowledge.Answer) {
	if c.Mute {
		return
	}
	c.use(a.Source)
	c.answerBlocks(a)
	c.finish("G" + strconv.Itoa(a.Code))
}

func (c *Context) answerBlocks(a *knowledge.Answer) {
	c.use(a.Source)
	w, got := c.Base.AnswerWords(a, c.Lang())
	if w == nil {
		return
	}
	c.otherLanguage(got)
	if a.Kind == "crisis" {
		c.refer(a.Refer)
	}
	c.paragraphs(w, "answer", nil)
	c.list(w, "steps")
	if a.Unknown != nil {
		c.unknown(a.Unknown, c.Words(w.Short, nil))
	}
	if a.Kind != "crisis" {
		c.refer(a.Refer)
	}
}

// list says the items of a block in their order.
func (c *Context) list(w *knowledge.Words, block string) {
	b := w.Blocks[block]
	if b == nil || len(b.Items) == 0 {
		return
	}
	rows := make([]dialog.Row, 0, len(b.Items))
	for _, it := range b.Items {
		rows = append(rows, dialog.Row{Label: c.Words(it.Text, nil), Value: c.Words(it.More, nil)})
	}
	c.block(dialog.Block{Kind: dialog.Steps, Rows: rows})
}

// refer names the numbers to call, each with what it is for.
func (c *Context) refer(hotlines []string) {
	rows := make([]dialog.Row, 0, len(hotlines))
	for _, id := range hotlines {
		h := c.Base.Hotline(id)
		if h == nil || h.Number == "" {
			continue
		}
		v := c.phone(id)
		label := h.For.In(c.Base, c.Lang())
		if label.Empty() {
			label = h.Organisation.Short.In(c.Base, c.Lang())
		}
		rows = append(rows, dialog.Row{Label: c.Words(label, nil), Value: dialog.Text{Spans: []dialog.Span{{Value: &v}}}})
	}
	if len(rows) > 0 {
		c.block(dialog.Block{Kind: dialog.Table, Rows: rows})
	}
}

// Event tells what a life event brings with it; its services are the prompt's business.
func (c *Context) Event(e *knowledge.Event) {
	if c.Mute {
		return
	}
	w, got := c.Base.EventWords(e, c.Lang())
	if w == nil {
		return
	}
	c.otherLanguage(got)
	c.paragraphs(w, "summary", nil)
	if e.Code > 0 && c.named != nil { // facts were told
		c.finish("E" + strconv.Itoa(e.Code))
	}
}

// Person tells how to reach a person: number, hours, charge, and what to do outside the hours.
func (c *Context) Person(hotline string) {
	if c.Mute {
		return
	}
	h := c.Base.Hotline(hotline)
	if h == nil {
		return
	}
	c.use(h.Source)
	c.Say(c.Phrase(knowledge.PhrasePersonCall, c.phoneArg(hotline)))
	if h.Press != "" {
		c.Say(c.Phrase(knowledge.PhrasePersonPress, textArg("label", plain(h.Press))))
	}
	c.hotlineHours(h)
	c.Say(c.Phrase(chargePhrase(h)))
	if h.FromAbroad != "" {
		c.Say(c.Phrase(knowledge.PhraseFromAbroad, valueArg("phone", dialog.Value{Kind: dialog.Phone, Text: h.FromAbroad})))
	}
	if site := h.Organisation.Website; site != "" {
		c.block(dialog.Block{Kind: dialog.Link, Text: c.Phrase(knowledge.PhraseWebsite), URL: site})
	}
	c.finish("P" + hotline)
}

func chargePhrase(h *knowledge.Hotline) knowledge.PhraseKey {
	switch h.Charge {
	case "free":
		return knowledge.PhraseChargeFree
	case "normal":
		return knowledge.PhraseChargeNormal
	}
	return knowledge.PhraseChargeUnknown
}

func (c *Context) hotlineHours(h *knowledge.Hotline) {
	switch {
	case h.Hours == "always":
		c.Say(c.Phrase(knowledge.PhrasePersonHours, textArg("hours", c.Phrase(knowledge.PhraseAlways))))
		return
	case h.HoursUnknown != nil:
		c.unknown(h.HoursUnknown, c.Phrase(knowledge.PhraseHours))
	case h.Hours == "":
		c.unknown(&knowledge.Unknown{Ask: c.Base.Contact}, c.Phrase(knowledge.PhraseHours))
	default:
		if hours := c.Base.Hours(h.Hours); hours != nil {
			c.Say(c.Phrase(knowledge.PhrasePersonHours, textArg("hours", c.week(hours))))
			c.Say(c.StateNow(hours, ""))
		}
	}
	if t := h.Outside.In(c.Base, c.Lang()); !t.Empty() {
		c.Say(c.Phrase(knowledge.PhrasePersonOutside, textArg("label", c.Words(t, nil))))
	}
}

// Publisher names who answers for what is said: the base's first publisher.
func (c *Context) Publisher() {
	if o := c.Base.Organisation(c.Base.Publishers[0]); o != nil {
		c.Say(c.Words(o.Short.In(c.Base, c.Lang()), nil))
	}
}

// TryAgain says that something went wrong on our side, and who helps meanwhile.
func (c *Context) TryAgain() {
	c.Notice(c.Phrase(knowledge.PhraseTryAgain, c.phoneArg(c.Base.Contact)))
}

// DontKnow says that the program does not know, and who does.
func (c *Context) DontKnow(hotline string) {
	if c.Mute {
		return
	}
	h := c.Base.Hotline(hotline)
	name := c.Words(h.Organisation.Short.In(c.Base, c.Lang()), nil)
	c.Say(c.Phrase(knowledge.PhraseDontKnow, textArg("name", name), c.phoneArg(h.ID)))
}
