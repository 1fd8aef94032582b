package answer

import (
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// arg fills a slot of an interface phrase: with a text, or with a value.
type arg struct {
	name  string
	text  dialog.Text
	value *dialog.Value
}

func textArg(name string, t dialog.Text) arg { return arg{name: name, text: t} }

func valueArg(name string, v dialog.Value) arg { return arg{name: name, value: &v} }

func dateArg(name string, d knowledge.Date) arg {
	return valueArg(name, dialog.Value{Kind: dialog.Day, Date: d})
}

func timeArg(name string, t knowledge.Clock) arg {
	return valueArg(name, dialog.Value{Kind: dialog.Time, Number: int64(t)})
}

// phoneArg gives a telephone number as the slot {phone}.
func (c *Context) phoneArg(hotline string) arg { return valueArg("phone", c.phone(hotline)) }

func (c *Context) phone(hotline string) dialog.Value {
	v := dialog.Value{Kind: dialog.Phone, Ref: "phone." + hotline, Text: hotline}
	if h := c.Base.Hotline(hotline); h != nil && h.Number != "" {
		v.Text = h.Number
	}
	return v
}

// Phrase gives one of the program's own phrases with its slots filled.
func (c *Context) Phrase(k knowledge.PhraseKey, args ...arg) dialog.Text {
	if c.Mute {
		return dialog.Text{}
	}
	t := c.L.Phrase(k).One
	if len(t.Parts) == 0 {
		return dialog.Text{Plain: t.Plain}
	}
	return fill(t, args)
}

// Plural gives the phrase in the plural form that n needs, with {n} filled.
func (c *Context) Plural(k knowledge.PhraseKey, n int64, args ...arg) dialog.Text {
	args = append(args, valueArg("n", dialog.Value{Kind: dialog.Number, Number: n}))
	return fill(c.L.Phrase(k).For(n, c.L), args)
}

func fill(t knowledge.Text, args []arg) dialog.Text {
	if len(t.Parts) == 0 {
		return dialog.Text{Plain: t.Plain}
	}
	spans := make([]dialog.Span, 0, len(t.Parts)+2)
	for i := range t.Parts {
		p := &t.Parts[i]
		if !p.Slot {
			spans = append(spans, dialog.Span{Literal: afterStop(spans, p.Literal)})
			continue
		}
		spans = appendArg(spans, p, args)
	}
	return dialog.Text{Spans: spans}
}

// afterStop leaves out the full stop that opens a literal where the words before it end a sentence already: a question in
// "We do not know this: {label}. Ask {phone}."
func afterStop(before []dialog.Span, literal string) string {
	if n := len(before); n > 0 && strings.HasPrefix(literal, ".") {
		if last := before[n-1].Literal; last != "" && strings.IndexByte("?!.", last[len(last)-1]) >= 0 {
			return literal[1:]
		}
	}
	return literal
}

func appendArg(spans []dialog.Span, p *knowledge.TextPart, args []arg) []dialog.Span {
	for i := range args {
		a := &args[i]
		if a.name != p.Ref {
			continue
		}
		if a.value == nil {
			return appendText(spans, a.text)
		}
		if p.Form != "" && a.value.Form == "" {
			v := *a.value
			v.Form = p.Form
			return append(spans, dialog.Span{Value: &v})
		}
		return append(spans, dialog.Span{Value: a.value})
	}
	return spans
}

func appendText(spans []dialog.Span, t dialog.Text) []dialog.Span {
	if t.Plain != "" {
		return append(spans, dialog.Span{Literal: t.Plain})
	}
	return append(spans, t.Spans...)
}

// plain makes a text of words that need no value.
func plain(s string) dialog.Text { return dialog.Text{Plain: s} }

// join puts texts in a row with a separator, leaving out empty ones.
func join(sep string, texts ...dialog.Text) dialog.Text {
	var spans []dialog.Span
	for _, t := range texts {
		if t.Empty() {
			continue
		}
		if len(spans) > 0 {
			spans = append(spans, dialog.Span{Literal: afterStop(spans, sep)})
		}
		spans = appendText(spans, t)
	}
	if len(spans) == 1 && spans[0].Value == nil {
		return plain(spans[0].Literal)
	}
	return dialog.Text{Spans: spans}
}

// Words resolves the slots of words of the base on the day of the question; s is the service they belong to, or nil.
func (c *Context) Words(t knowledge.Text, s *knowledge.Service) dialog.Text {
	if len(t.Parts) == 0 || c.Mute {
		return plain(t.Plain)
	}
	spans := make([]dialog.Span, 0, len(t.Parts))
	for i := range t.Parts {
		p := &t.Parts[i]
		if !p.Slot {
			spans = append(spans, dialog.Span{Literal: p.Literal})
			continue
		}
		if v, words, ok := c.slot(p, s); !ok {
			continue
		} else if !words.Empty() {
			spans = appendText(spans, words)
		} else {
			spans = append(spans, dialog.Span{Value: &v})
		}
	}
	return dialog.Text{Spans: spans}
}

// slot finds the fact that a slot names. Load has checked that it exists.
func (c *Context) slot(p *knowledge.TextPart, s *knowledge.Service) (v dialog.Value, words dialog.Text, ok bool) {
	v = dialog.Value{Form: p.Form}
	switch p.Kind {
	case "cost":
		return c.costSlot(v, p.Ref, s)
	case "duration":
		return c.durationSlot(v, p.Ref, s)
	case "document":
		w, _ := c.Base.ServiceWords(s, c.Lang())
		if it := w.Blocks["documents"].Item(p.Ref); it != nil {
			return v, c.Words(it.Text, s), true
		}
		return v, words, false
	case "parameter":
		return c.parameterSlot(v, p.Ref)
	case "phone":
		v = c.phone(p.Ref)
		return v, words, true
	case "date":
		v.Kind, v.Date = dialog.Day, knowledge.ParseDate(p.Ref)
		return v, words, v.Date != 0
	}
	return c.nameSlot(v, p)
}

func (c *Context) nameSlot(v dialog.Value, p *knowledge.TextPart) (dialog.Value, dialog.Text, bool) {
	v.Kind, v.Ref = dialog.Name, p.Kind+"."+p.Ref
	switch p.Kind {
	case "organisation":
		if o := c.Base.Organisation(p.Ref); o != nil {
			v.Text = o.Name.In(c.Base, c.Lang()).Plain
		}
	case "office":
		if o := c.Base.Office(p.Ref); o != nil {
			v.Kind, v.Text = dialog.Office, o.Name.In(c.Base, c.Lang()).Plain
		}
	case "place":
		if o := c.Base.Place(p.Ref); o != nil {
			v.Text = o.Name.In(c.Base, c.Lang()).Plain
		}
	case "service":
		if o := c.Base.Service(knowledge.ServiceID(p.Ref)); o != nil {
			w, _ := c.Base.ServiceWords(o, c.Lang())
			v.Text = w.Title.Plain
		}
	}
	return v, dialog.Text{}, v.Text != ""
}

func (c *Context) costSlot(v dialog.Value, ref string, s *knowledge.Service) (dialog.Value, dialog.Text, bool) {
	id, part, _ := strings.Cut(ref, ".")
	cost := costOn(s, id, c.Today)
	if cost == nil {
		return v, c.unknownValue(nil), true
	}
	c.use(sourceOr(cost.Source, s.Source))
	if _, known := cost.Total(); !known {
		return v, c.unknownValue(cost.Unknown), true
	}
	v = c.money(cost, s, v.Form)
	for _, p := range cost.Parts {
		if p.ID == part {
			v.Number = int64(p.Amount)
			v.Ref += "." + part
		}
	}
	return v, dialog.Text{}, true
}

func (c *Context) money(cost *knowledge.Cost, s *knowledge.Service, form string) dialog.Value {
	total, _ := cost.Total()
	return dialog.Value{Kind: dialog.Money, Ref: string(s.ID) + "/cost." + cost.ID, Form: form, Number: int64(total), Unit: c.Base.Currency}
}

func (c *Context) durationSlot(v dialog.Value, ref string, s *knowledge.Service) (dialog.Value, dialog.Text, bool) {
	for _, d := range s.Durations {
		if d.ID != ref || !d.Holds(c.Today) {
			continue
		}
		c.use(sourceOr(d.Source, s.Source))
		switch {
		case d.Unknown != nil:
			return v, c.unknownValue(d.Unknown), true
		case d.Unlimited:
			return v, c.Phrase(knowledge.PhraseTimeUnlimited), true
		}
		return durationValue(d, s, v.Form), dialog.Text{}, true
	}
	return v, c.unknownValue(nil), true
}

// unknownValue stands in a sentence for a value that nobody knows.
func (c *Context) unknownValue(u *knowledge.Unknown) dialog.Text {
	ask := c.Base.Contact
	if u != nil {
		ask = u.Ask
	}
	return c.Phrase(knowledge.PhraseUnknownValue, c.phoneArg(ask))
}

func durationValue(d *knowledge.Duration, s *knowledge.Service, form string) dialog.Value {
	return dialog.Value{Kind: dialog.Duration, Ref: string(s.ID) + "/duration." + d.ID, Form: form, Number: int64(d.Amount), Unit: d.Unit}
}

// parameterSlot gives the value of today; where nobody knows it, "unknown, ask" stands in its place.
func (c *Context) parameterSlot(v dialog.Value, ref string) (dialog.Value, dialog.Text, bool) {
	p := c.Base.Parameter(ref)
	if p == nil {
		return v, dialog.Text{}, false
	}
	at := p.On(c.Today)
	switch {
	case at == nil:
		return v, c.unknownValue(nil), true
	case at.Unknown != nil:
		return v, c.unknownValue(at.Unknown), true
	}
	c.use(at.Source)
	v.Ref, v.Number = "parameter."+ref, at.Value.N
	switch p.Kind {
	case "money":
		v.Kind, v.Unit = dialog.Money, c.Base.Currency
	case "age":
		v.Kind, v.Unit = dialog.Duration, "age"
	default:
		v.Kind = dialog.Number
	}
	return v, dialog.Text{}, true
}

// Join puts texts in a row with a separator, leaving out empty ones.
func Join(sep string, texts ...dialog.Text) dialog.Text { return join(sep, texts...) }

// PhraseText gives a phrase with one slot filled by a text.
func (c *Context) PhraseText(k knowledge.PhraseKey, slot string, t dialog.Text) dialog.Text {
	return c.Phrase(k, textArg(slot, t))
}
