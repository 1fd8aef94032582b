package answer

import (
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// Service tells one aspect of a service.
func (c *Context) Service(s *knowledge.Service, a Aspect) {
	if c.Mute {
		return
	}
	c.serviceNotices(s, a)
	w := c.serviceWords(s)
	switch a {
	case Overview:
		c.paragraphs(w, "summary", s)
		c.paragraphs(w, "urgent", s)
	case Documents:
		c.documents(s, w)
	case Fee:
		c.fee(s, w)
	case Where:
		c.where(s, w)
	case Steps:
		c.steps(s, w)
	case Time:
		c.time(s, w)
	case Who:
		c.paragraphs(w, "who", s)
	case Result:
		c.result(s, w)
	case Representation:
		c.representation(s, w)
	case Law:
		c.law(s, w)
	case Questions:
		c.Say(c.Words(w.Title, s))
	case Appeal:
		c.remedy(s, w, s.Appeal, "appeal", knowledge.PhraseAppeal)
	case Complaint:
		c.remedy(s, w, s.Complaint, "complaint", knowledge.PhraseComplaint)
	}
	if !c.told() {
		c.unknown(&knowledge.Unknown{Ask: c.Base.Contact}, c.Phrase(a.Phrase()))
	}
	c.finishService(s, a)
}

// finishService ends an answer about a service. The service's own source is named where no fact brought another.
func (c *Context) finishService(s *knowledge.Service, a Aspect) {
	if c.named == nil {
		c.use(s.Source)
	}
	c.finish(Code(s, a))
}

// told says whether anything but notices was said.
func (c *Context) told() bool {
	for i := range c.Reply.Blocks {
		if c.Reply.Blocks[i].Kind != dialog.Notice {
			return true
		}
	}
	return false
}

// Question tells the answer to a particular question about a service.
func (c *Context) Question(s *knowledge.Service, q *knowledge.Question) {
	if c.Mute {
		return
	}
	c.use(sourceOr(q.Source, s.Source))
	c.serviceNotices(s, Questions)
	w := c.serviceWords(s)
	item := w.Blocks["questions"].Item(q.ID)
	if q.Unknown != nil {
		label := dialog.Text{}
		if item != nil {
			label = c.Words(item.Text, s)
		}
		c.unknown(q.Unknown, label)
	}
	if item != nil && !item.More.Empty() {
		c.Say(c.Words(item.More, s))
	}
	c.finishService(s, Questions)
}

// serviceWords gives the words of a service in the person's language, or says in which other language they are.
func (c *Context) serviceWords(s *knowledge.Service) *knowledge.Words {
	w, got := c.Base.ServiceWords(s, c.Lang())
	c.otherLanguage(got)
	return w
}

func (c *Context) otherLanguage(got knowledge.Lang) {
	if got != c.Lang() && c.Base.Lang[got] != nil {
		c.Notice(c.Phrase(knowledge.PhraseOtherLanguage, textArg("language", plain(c.Base.Lang[got].Name))))
	}
}

// Short gives the name of a service for menus.
func (c *Context) Short(s *knowledge.Service) dialog.Text {
	if c.Mute {
		return dialog.Text{}
	}
	w, _ := c.Base.ServiceWords(s, c.Lang())
	return c.Words(w.Short, s)
}

// paragraphs says the paragraphs of a block, in its variant for nothing to pay where that holds.
func (c *Context) paragraphs(w *knowledge.Words, id string, s *knowledge.Service) {
	b := w.Blocks[id]
	if b == nil {
		return
	}
	if b.Zero != nil && c.free(b, s) {
		b = b.Zero
	}
	for _, t := range b.Text {
		c.Say(c.Words(t, s))
	}
}

// free says whether the first fee slot of a block is nothing to pay today.
func (c *Context) free(b *knowledge.WordBlock, s *knowledge.Service) bool {
	for _, t := range b.Text {
		for i := range t.Parts {
			if p := &t.Parts[i]; p.Kind == "cost" && s != nil {
				v, _, ok := c.costSlot(dialog.Value{}, p.Ref, s)
				return ok && v.Kind == dialog.Money && v.Number == 0
			}
		}
	}
	return false
}

// label gives the words of a label as "pay.bank-desk".
func (c *Context) label(s *knowledge.Service, id string) dialog.Text {
	if id == "" || c.Mute {
		return dialog.Text{}
	}
	t, ok := c.Base.LabelText(s, c.Lang(), id)
	if !ok && s != nil { // the words are in the language that the base falls back to
		_, got := c.Base.ServiceWords(s, c.Lang())
		t, _ = c.Base.LabelText(s, got, id)
	}
	return c.Words(t, s)
}

func itemText(w *knowledge.Words, block, id string) knowledge.Text {
	if it := w.Blocks[block].Item(id); it != nil {
		return it.Text
	}
	return knowledge.Text{}
}

func (c *Context) steps(s *knowledge.Service, w *knowledge.Words) {
	c.paragraphs(w, "steps", s)
	if len(s.Steps) == 0 {
		c.where(s, w)
		return
	}
	rows := make([]dialog.Row, 0, len(s.Steps))
	for _, st := range s.Steps {
		c.use(st.Source)
		row := dialog.Row{Label: c.Words(itemText(w, "steps", st.ID), s)}
		row.Value = join(" ", c.label(s, st.After), plain(st.Booking), plain(st.URL))
		rows = append(rows, row)
	}
	c.block(dialog.Block{Kind: dialog.Steps, Rows: rows})
}

func (c *Context) where(s *knowledge.Service, w *knowledge.Words) {
	c.paragraphs(w, "where", s)
	if len(s.Channels) > 0 {
		rows := make([]dialog.Row, 0, len(s.Channels))
		for _, ch := range s.Channels {
			c.use(ch.Source)
			row := dialog.Row{Label: c.Words(itemText(w, "where", ch.ID), s), Value: c.reach(ch)}
			if names(row.Label, ch) {
				row.Value = dialog.Text{}
			}
			rows = append(rows, row)
		}
		c.block(dialog.Block{Kind: dialog.Table, Rows: rows})
	}
	c.variants(s)
	c.authorityTimes(s)
}

// reach gives the address or number under which a channel is reached.
func (c *Context) reach(ch *knowledge.Channel) dialog.Text {
	if ch.Phone != "" {
		v := c.phone(ch.Phone)
		return dialog.Text{Spans: []dialog.Span{{Value: &v}}}
	}
	return plain(ch.URL)
}

// names says whether the words of a channel name its number or address already.
func names(label dialog.Text, ch *knowledge.Channel) bool {
	host := strings.Trim(strings.TrimPrefix(strings.TrimPrefix(ch.URL, "https:"), "http:"), "/")
	if ch.Phone == "" && host != "" && strings.Contains(label.Plain, host) {
		return true
	}
	for _, sp := range label.Spans {
		if sp.Value != nil && sp.Value.Kind == dialog.Phone && sp.Value.Ref == "phone."+ch.Phone {
			return true
		}
	}
	return false
}

// variants tells where another authority decides, and its number.
func (c *Context) variants(s *knowledge.Service) {
	rows := make([]dialog.Row, 0, len(s.Variants))
	for _, v := range s.Variants {
		var name, phone dialog.Text
		if o := c.Base.Organisation(v.Authority); o != nil {
			name = plain(o.Name.In(c.Base, c.Lang()).Plain)
		}
		if v.Phone != "" {
			number := c.phone(v.Phone)
			phone = dialog.Text{Spans: []dialog.Span{{Value: &number}}}
		}
		if who := join(", ", name, phone); !who.Empty() {
			rows = append(rows, dialog.Row{Label: c.placeName(v.Area), Value: who})
		}
	}
	if len(rows) > 0 {
		c.block(dialog.Block{Kind: dialog.Table, Rows: rows})
	}
}

func (c *Context) result(s *knowledge.Service, w *knowledge.Words) {
	c.paragraphs(w, "result", s)
	if s.Output != nil {
		c.use(s.Output.Source)
	}
	for _, d := range s.Durations {
		if d.Kind == "validity" && d.Holds(c.Today) {
			c.duration(s, d)
		}
	}
}

func (c *Context) representation(s *knowledge.Service, w *knowledge.Words) {
	r := s.Representation
	if r == nil {
		return
	}
	c.use(r.Source)
	if r.Unknown != nil {
		c.unknown(r.Unknown, c.Phrase(knowledge.PhraseRepresentation))
	}
	c.paragraphs(w, "by-another", s)
}

func (c *Context) law(s *knowledge.Service, w *knowledge.Words) {
	c.paragraphs(w, "law", s)
	rows := make([]dialog.Row, 0, len(s.Legal))
	for _, l := range s.Legal {
		c.use(l.Source)
		rows = append(rows, dialog.Row{Label: c.Words(itemText(w, "law", l.ID), s), Value: plain(l.URL)})
	}
	if len(rows) > 0 {
		c.block(dialog.Block{Kind: dialog.Table, Rows: rows})
	}
}

// remedy tells the road of appeal or complaint: the service's own first, then the general one.
func (c *Context) remedy(s *knowledge.Service, w *knowledge.Words, r *knowledge.Remedy, block string, label knowledge.PhraseKey) {
	if r == nil {
		return
	}
	c.use(r.Source)
	if r.Unknown != nil {
		c.unknown(r.Unknown, c.Phrase(label))
	}
	if r.Own {
		c.paragraphs(w, block, s)
	}
	if a := c.Base.Answer(r.Answer); a != nil {
		c.answerBlocks(a)
	}
}
