package answer

import (
	"strconv"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// Context is what every answer depends on: the base, the language, the moment, and what the person gave.
// It writes into one Reply and remembers which sources were used.
type Context struct {
	Base  *knowledge.Base
	L     *knowledge.Language
	Now   time.Time // in the base's time zone
	Today knowledge.Date
	Given []dialog.Given
	Reply *dialog.Reply

	// Mute leaves out all words: only the ids of what is offered are wanted, to see what a number meant.
	Mute bool

	named *knowledge.Source // the first source used: the one the person sees
	stale *knowledge.Source // one used past its review
}

// NewContext prepares a context; the reply is written in lang, or in the base's first language where it has no such one.
func NewContext(b *knowledge.Base, lang knowledge.Lang, now time.Time, given []dialog.Given, r *dialog.Reply) *Context {
	l := b.Lang[lang]
	if l == nil {
		lang = b.Languages[0]
		l = b.Lang[lang]
	}
	r.Lang = lang
	now = now.In(b.Zone)
	return &Context{Base: b, L: l, Now: now, Today: knowledge.DateOf(now), Given: given, Reply: r}
}

// Lang is the language of the answer.
func (c *Context) Lang() knowledge.Lang { return c.L.Tag }

// use notes that a fact of this source was told. The first source used is the one the person sees.
func (c *Context) use(s *knowledge.Source) {
	if s == nil {
		return
	}
	if c.named == nil {
		c.named = s
		c.Reply.Source = dialog.Source{Cite: s.Cite, Detail: s.Detail, VerifiedOn: s.VerifiedOn}
	}
	if s.PastReview(c.Today) && (c.stale == nil || s.VerifiedOn < c.stale.VerifiedOn) {
		c.stale = s
	}
}

// sourceOr gives the item's own source, else the one of the whole.
func sourceOr(own, whole *knowledge.Source) *knowledge.Source {
	if own != nil {
		return own
	}
	return whole
}

// finish ends an answer: its code, and a word where a fact is past its review.
func (c *Context) finish(code string) {
	c.Reply.Code = code
	if c.stale == nil {
		return
	}
	c.Reply.Source.PastReview = true
	k := knowledge.PhrasePastReview
	if c.stale != c.named {
		k = knowledge.PhrasePastReviewPart
	}
	c.Say(c.Phrase(k, valueArg("date", dialog.Value{Kind: dialog.Day, Form: dialog.ShortForm, Date: c.stale.VerifiedOn}), c.phoneArg(c.Base.Contact)))
}

// Say adds one thought.
func (c *Context) Say(t dialog.Text) { c.block(dialog.Block{Kind: dialog.Say, Text: t}) }

// Notice adds a warning that stands before everything else.
func (c *Context) Notice(t dialog.Text) { c.block(dialog.Block{Kind: dialog.Notice, Text: t}) }

func (c *Context) block(b dialog.Block) {
	if c.Reply.Blocks == nil {
		c.Reply.Blocks = make([]dialog.Block, 0, 8)
	}
	c.Reply.Blocks = append(c.Reply.Blocks, b)
}

// unknown says that a fact is not known and who knows it.
func (c *Context) unknown(u *knowledge.Unknown, label dialog.Text) {
	c.Say(c.Phrase(knowledge.PhraseUnknown, arg{name: "label", text: label}, c.phoneArg(u.Ask)))
}

// Code gives the short code of an aspect of a service: "12F".
func Code(s *knowledge.Service, a Aspect) string {
	return string(append(strconv.AppendInt(make([]byte, 0, 8), int64(s.Code), 10), a.Letter()))
}
