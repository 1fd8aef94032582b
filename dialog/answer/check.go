package answer

import (
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// Ask gives the question for a fact.
func (c *Context) Ask(f *knowledge.Fact) dialog.Text { return c.Words(f.Ask.In(c.Base, c.Lang()), nil) }

// FactLabel gives what a fact is called in a summary.
func (c *Context) FactLabel(f *knowledge.Fact) dialog.Text {
	return c.Words(f.Label().In(c.Base, c.Lang()), nil)
}

// AnswerLabel gives the words for an answer to a fact: one of those to choose from, or what was chosen.
func (c *Context) AnswerLabel(f *knowledge.Fact, a rule.Answer) dialog.Text {
	switch {
	case c.Mute:
		return dialog.Text{}
	case a.State == rule.Skipped:
		return c.Phrase(knowledge.PhraseCheckSkipped)
	}
	switch f.Type {
	case knowledge.YesNoFact:
		if a.Lo == 1 {
			return c.Phrase(knowledge.PhraseYes)
		}
		return c.Phrase(knowledge.PhraseNo)
	case knowledge.OneFact:
		return c.Words(f.Values[a.Lo].Words.In(c.Base, c.Lang()), nil)
	case knowledge.PlaceFact:
		return c.Words(f.Places[a.Lo].Name.In(c.Base, c.Lang()), nil)
	case knowledge.SeveralFact:
		return c.severalLabel(f, a)
	}
	return c.band(f, a)
}

// severalLabel lists what applies.
func (c *Context) severalLabel(f *knowledge.Fact, a rule.Answer) dialog.Text {
	var list []dialog.Text
	for i, v := range f.Values {
		if a.Lo&(1<<i) != 0 {
			list = append(list, c.Words(v.Words.In(c.Base, c.Lang()), nil))
		}
	}
	if len(list) == 0 {
		return c.Phrase(knowledge.PhraseCheckNone)
	}
	return join(", ", list...)
}

// band names a span of numbers: "up to 14", "15 to 64", "65 or more", "less than 300.00 manat". It has to be short, for all
// bands of a question stand on one screen: what the question asks for is not said again where the number is whole.
func (c *Context) band(f *knowledge.Fact, a rule.Answer) dialog.Text {
	open, closed := a.Lo <= f.Lowest, a.Hi >= f.Highest
	switch {
	case a.Lo == a.Hi, f.Type == knowledge.AgeFact && a.Lo%12 == 0 && a.Hi == a.Lo+11: // a full year of age has one name
		return value(c.factValue(f, a.Lo))
	case open && closed:
		return c.Phrase(knowledge.PhraseCheckAny)
	case open:
		return c.below(f, a.Hi)
	case closed:
		return c.atLeast(f, a.Lo)
	case f.Type == knowledge.NumberFact, f.Type == knowledge.AgeFact && a.Lo%12 == 0 && (a.Hi+1)%12 == 0:
		return c.Phrase(knowledge.PhraseBandBetween, valueArg("from", c.bare(f, a.Lo)), valueArg("to", c.bare(f, c.last(f, a.Hi))))
	case f.Type == knowledge.AgeFact:
		return join(", ", c.atLeast(f, a.Lo), c.Phrase(knowledge.PhraseBandBelow, valueArg("value", c.factValue(f, a.Hi+1))))
	}
	return join(", ", c.atLeast(f, a.Lo), c.below(f, a.Hi))
}

// below says where a span ends: the last value where it is round, else the first one beyond it.
func (c *Context) below(f *knowledge.Fact, hi int64) dialog.Text {
	switch {
	case f.Type == knowledge.DateFact:
		return c.Phrase(knowledge.PhraseBandBefore, valueArg("value", c.factValue(f, hi+1)))
	case f.Type == knowledge.AgeFact && (hi+1)%12 != 0, f.Type == knowledge.MoneyFact && hi%100 != 0:
		return c.Phrase(knowledge.PhraseBandBelow, valueArg("value", c.factValue(f, hi+1)))
	}
	return c.Phrase(knowledge.PhraseBandUpTo, valueArg("value", c.bare(f, c.last(f, hi))))
}

func (c *Context) atLeast(f *knowledge.Fact, lo int64) dialog.Text {
	switch {
	case f.Type == knowledge.DateFact:
		return c.Phrase(knowledge.PhraseBandSince, valueArg("value", c.factValue(f, lo)))
	case f.Type == knowledge.MoneyFact && lo%100 != 0:
		return c.Phrase(knowledge.PhraseBandAbove, valueArg("value", c.factValue(f, lo-1)))
	}
	return c.Phrase(knowledge.PhraseBandFrom, valueArg("value", c.bare(f, lo)))
}

// last gives what people call the end of a span: of ages the last full year, who is 14 and eleven months is 14.
func (c *Context) last(f *knowledge.Fact, hi int64) int64 {
	if f.Type == knowledge.AgeFact {
		return hi + 1 - 12
	}
	return hi
}

// bare gives a number that answers a fact without its unit where it is a whole one.
func (c *Context) bare(f *knowledge.Fact, n int64) dialog.Value {
	whole := map[knowledge.FactType]int64{knowledge.MoneyFact: 100, knowledge.AgeFact: 12}[f.Type]
	if whole == 0 || n%whole != 0 {
		return c.factValue(f, n)
	}
	return dialog.Value{Kind: dialog.Number, Ref: "fact." + f.ID, Number: n / whole}
}

// factValue gives a number that answers a fact as a value of the talk.
func (c *Context) factValue(f *knowledge.Fact, n int64) dialog.Value {
	v := dialog.Value{Kind: dialog.Number, Ref: "fact." + f.ID, Number: n}
	switch f.Type {
	case knowledge.MoneyFact:
		v.Kind, v.Unit = dialog.Money, c.Base.Currency
	case knowledge.AgeFact:
		v.Kind, v.Unit = dialog.Duration, "age"
	case knowledge.DateFact:
		v.Kind, v.Form, v.Date = dialog.Day, dialog.ShortForm, knowledge.DateOfDay(n)
	}
	return v
}

func value(v dialog.Value) dialog.Text { return dialog.Text{Spans: []dialog.Span{{Value: &v}}} }

// WhyAsk says why a question is asked: how many services hang on it, and the editors' own reason.
func (c *Context) WhyAsk(f *knowledge.Fact, decides int) {
	c.Say(c.Plural(knowledge.PhraseCheckDecides, int64(decides)))
	if len(f.Why) > 0 {
		c.Say(c.Words(f.Why.In(c.Base, c.Lang()), nil))
	}
}

// FactExample gives a value as people may type it.
func (c *Context) FactExample(f *knowledge.Fact) dialog.Text {
	n := map[knowledge.FactType]int64{knowledge.NumberFact: 3, knowledge.MoneyFact: 250_00, knowledge.AgeFact: 64 * 12,
		knowledge.DateFact: knowledge.Date(19620314).DayNumber()}[f.Type]
	return value(c.factValue(f, n))
}
