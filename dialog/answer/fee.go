package answer

import (
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// A fee depends on up to three things: who it is for, in which area, how fast. They are asked in this order.
const (
	byWho = iota
	byArea
	byTier
	dimensions
)

var dimensionNames = [dimensions]string{"who", "area", "tier"}

var dimensionPhrases = [dimensions]knowledge.PhraseKey{knowledge.PhraseFeeWho, knowledge.PhraseFeeArea, knowledge.PhraseFeeTier}

func dimension(c *knowledge.Cost, d int) string {
	switch d {
	case byWho:
		return c.Who
	case byArea:
		return c.Area
	}
	return c.Tier
}

// smallTable is how many prices are told at once; above it the person is asked.
const smallTable = 4

// tooMany says whether so many prices hold that a question is better than a table. A table has no room for the parts of
// each price, so prices with parts are asked for one by one.
func tooMany(lines []*knowledge.Cost) bool {
	if len(lines) > smallTable {
		return true
	}
	for _, l := range lines {
		if len(l.Parts) > 1 {
			return len(lines) > 1
		}
	}
	return false
}

// Skipped is the Given value of a question that the person did not answer.
const Skipped = "-"

// FeeKey gives the Given key of a question about a fee: "fee.passport.who".
func FeeKey(s knowledge.ServiceID, name string) string { return "fee." + string(s) + "." + name }

// FeeQuestion is a question that narrows the price. Values are label ids without their kind.
type FeeQuestion struct {
	Name   string // who | area | tier
	Ask    dialog.Text
	Values []string
	Labels []dialog.Text
}

// costsOn gives the lines of a service in force on a day.
func costsOn(s *knowledge.Service, day knowledge.Date) []*knowledge.Cost {
	lines := make([]*knowledge.Cost, 0, len(s.Costs))
	for _, c := range s.Costs {
		if c.Holds(day) {
			lines = append(lines, c)
		}
	}
	return lines
}

// costOn gives the line of an id in force on a day, or another line for the same case where the id's own has ended.
func costOn(s *knowledge.Service, id string, day knowledge.Date) *knowledge.Cost {
	if s == nil {
		return nil
	}
	var named *knowledge.Cost
	for _, c := range s.Costs {
		if c.ID == id {
			if named = c; c.Holds(day) {
				return c
			}
		}
	}
	if named == nil {
		return nil
	}
	for _, c := range s.Costs {
		if sameCase(c, named) && c.Holds(day) {
			return c
		}
	}
	return nil
}

func sameCase(a, b *knowledge.Cost) bool {
	return a.Who == b.Who && a.Area == b.Area && a.Tier == b.Tier
}

// narrowed gives the lines that fit what the person gave.
func (c *Context) narrowed(s *knowledge.Service, lines []*knowledge.Cost) []*knowledge.Cost {
	for d := range dimensions {
		v := c.given(s, d)
		if v == "" || v == Skipped {
			continue
		}
		kept := make([]*knowledge.Cost, 0, len(lines))
		for _, l := range lines {
			if has := dimension(l, d); has == v || has == "" {
				kept = append(kept, l)
			}
		}
		if len(kept) > 0 {
			lines = kept
		}
	}
	return lines
}

func (c *Context) given(s *knowledge.Service, d int) string {
	for i := range c.Given {
		rest, ok := strings.CutPrefix(c.Given[i].Key, "fee.")
		if !ok {
			continue
		}
		id, name, _ := strings.Cut(rest, ".")
		if id == string(s.ID) && name == dimensionNames[d] {
			return c.Given[i].Value
		}
	}
	return ""
}

// NextFeeQuestion gives the question to ask next about the fee, or nil where the remaining prices fit a small table.
func (c *Context) NextFeeQuestion(s *knowledge.Service) *FeeQuestion {
	lines := c.narrowed(s, costsOn(s, c.Today))
	if !tooMany(lines) {
		return nil
	}
	for d := range dimensions {
		if c.given(s, d) != "" {
			continue
		}
		if values := distinct(lines, d); len(values) > 1 {
			q := &FeeQuestion{Name: dimensionNames[d], Ask: c.Phrase(dimensionPhrases[d]), Values: values}
			for _, v := range values {
				q.Labels = append(q.Labels, c.label(s, q.Name+"."+v))
			}
			return q
		}
	}
	return nil
}

// Narrowed says whether the person's own words or choices already narrowed the fee of the service.
func (c *Context) Narrowed(s *knowledge.Service) bool {
	for d := range dimensions {
		if c.given(s, d) != "" {
			return true
		}
	}
	return false
}

func distinct(lines []*knowledge.Cost, d int) []string {
	var values []string
	for _, l := range lines {
		v := dimension(l, d)
		if v != "" && !contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// fee tells the usual price first, then the rest as a small table, unless a question is to be asked before.
func (c *Context) fee(s *knowledge.Service, w *knowledge.Words) {
	all := costsOn(s, c.Today)
	if len(all) == 0 {
		c.noFee(s)
		c.paragraphs(w, "fee", s)
		return
	}
	lines := c.narrowed(s, all)
	usual := usualLine(lines)
	c.feeLead(s, usual, lines)
	c.changes(s, usual)
	if len(lines) > 1 && c.NextFeeQuestion(s) != nil {
		c.caveats(s, []*knowledge.Cost{usual}, usual)
		return // the question comes first; the rest follows when it is answered or skipped
	}
	if len(lines) > 1 {
		c.feeTable(s, lines, usual)
	}
	c.caveats(s, lines, usual)
	c.feeNotes(s, usual)
	if s.CostsUnknown != nil {
		c.unknown(s.CostsUnknown, c.Phrase(knowledge.PhraseFee))
	}
	c.paragraphs(w, "fee", s)
}

// noFee says that no price of today is known.
func (c *Context) noFee(s *knowledge.Service) {
	u := s.CostsUnknown
	if u == nil {
		u = &knowledge.Unknown{Ask: c.Base.Contact}
	}
	c.unknown(u, c.Phrase(knowledge.PhraseFee))
}

func usualLine(lines []*knowledge.Cost) *knowledge.Cost {
	for _, l := range lines {
		if l.Usual {
			return l
		}
	}
	return lines[0]
}

// feeLead tells the usual price with the case it is for.
func (c *Context) feeLead(s *knowledge.Service, usual *knowledge.Cost, lines []*knowledge.Cost) {
	c.use(sourceOr(usual.Source, s.Source))
	amount, free := c.wholeAmount(s, usual)
	if free && len(lines) == 1 {
		c.Say(c.Phrase(knowledge.PhraseFeeFree))
		return
	}
	lead := c.Phrase(knowledge.PhraseFeeUsual, textArg("amount", amount))
	if len(lines) == 1 && usual.Unknown == nil {
		lead = c.Phrase(knowledge.PhraseFeeOnly, textArg("amount", amount))
	}
	c.block(dialog.Block{Kind: dialog.Say, Text: lead})
	if label := c.caseLabel(s, usual, nil); !label.Empty() {
		c.Say(label)
	}
}

// amount writes what a line costs and what it is counted by; free says that it is nothing.
func (c *Context) amount(s *knowledge.Service, l *knowledge.Cost) (t dialog.Text, free bool) {
	total, ok := l.Total()
	if !ok {
		ask := c.Base.Contact
		if l.Unknown != nil {
			ask = l.Unknown.Ask
		}
		return c.Phrase(knowledge.PhraseUnknownValue, c.phoneArg(ask)), false
	}
	v := c.money(l, s, "")
	t = dialog.Text{Spans: []dialog.Span{{Value: &v}}}
	if l.PerUnit != "" {
		t = join(" ", t, c.label(s, l.PerUnit))
	}
	return t, total == 0
}

// wholeAmount is amount with the parts it is made of.
func (c *Context) wholeAmount(s *knowledge.Service, l *knowledge.Cost) (t dialog.Text, free bool) {
	t, free = c.amount(s, l)
	if len(l.Parts) > 1 {
		t = join(", ", t, c.Phrase(knowledge.PhraseFeeParts, textArg("parts", c.parts(s, l))))
	}
	return t, free
}

func (c *Context) parts(s *knowledge.Service, l *knowledge.Cost) dialog.Text {
	texts := make([]dialog.Text, 0, len(l.Parts))
	for _, p := range l.Parts {
		v := dialog.Value{Kind: dialog.Money, Ref: string(s.ID) + "/cost." + l.ID + "." + p.ID, Number: int64(p.Amount), Unit: c.Base.Currency}
		texts = append(texts, join(" ", c.label(s, "part."+p.ID), dialog.Text{Spans: []dialog.Span{{Value: &v}}}))
	}
	return join(", ", texts...)
}

// caseLabel says which case a line is for: "under 15, in 10 days". Beside others it says only what tells them apart.
func (c *Context) caseLabel(s *knowledge.Service, l *knowledge.Cost, others []*knowledge.Cost) dialog.Text {
	var labels [dimensions]dialog.Text
	for d := range dimensions {
		if v := dimension(l, d); v != "" && (others == nil || !shared(others, d)) {
			labels[d] = c.label(s, dimensionNames[d]+"."+v)
		}
	}
	return join(", ", labels[:]...)
}

// shared says whether all lines are for the same value in a dimension, or all for none.
func shared(lines []*knowledge.Cost, d int) bool {
	for _, l := range lines {
		if dimension(l, d) != dimension(lines[0], d) {
			return false
		}
	}
	return true
}

func (c *Context) feeTable(s *knowledge.Service, lines []*knowledge.Cost, told *knowledge.Cost) {
	rows := make([]dialog.Row, 0, len(lines))
	for _, l := range lines {
		if l == told {
			continue
		}
		c.use(sourceOr(l.Source, s.Source))
		t, _ := c.amount(s, l)
		label := c.caseLabel(s, l, lines)
		if label.Empty() {
			label = c.Phrase(knowledge.PhraseFee) // whoever, anywhere, at the only speed
		}
		rows = append(rows, dialog.Row{Label: label, Value: t})
	}
	c.block(dialog.Block{Kind: dialog.Table, Text: c.Phrase(knowledge.PhraseFeeAll), Rows: rows})
}

// changes mentions a price that changed a short time ago or will soon.
func (c *Context) changes(s *knowledge.Service, usual *knowledge.Cost) {
	near := c.Base.NearDays
	for _, l := range s.Costs {
		if l == usual || !sameCase(l, usual) {
			continue
		}
		t, _ := c.amount(s, l)
		if l.From > c.Today && l.From <= c.Today.AddDays(near) {
			c.Say(c.Phrase(knowledge.PhraseFeeChange, dateArg("date", l.From), textArg("amount", t)))
		}
		if l.Until != 0 && l.Until.AddDays(1) == usual.From && usual.From.AddDays(near) >= c.Today {
			c.Say(c.Phrase(knowledge.PhraseFeeChanged, dateArg("date", usual.From), textArg("amount", t)))
		}
	}
}

// caveats tells what holds an amount back, of every line that is told: that of the leading line bare, and that of a single
// other line with its case before it.
func (c *Context) caveats(s *knowledge.Service, lines []*knowledge.Cost, told *knowledge.Cost) {
	if told.Caveat != "" {
		c.Say(c.label(s, told.Caveat))
	}
	count := map[string]int{}
	for _, l := range lines {
		count[l.Caveat]++
	}
	delete(count, "")
	delete(count, told.Caveat)
	for _, l := range lines {
		switch count[l.Caveat] {
		case 0:
			continue // there is none, or it was told
		case 1:
			c.Say(join(": ", c.caseLabel(s, l, lines), c.label(s, l.Caveat)))
		default:
			c.Say(c.label(s, l.Caveat))
		}
		delete(count, l.Caveat)
	}
}

// feeNotes tells how to pay, and who pays nothing.
func (c *Context) feeNotes(s *knowledge.Service, l *knowledge.Cost) {
	for _, p := range l.PayBy {
		c.Say(c.Phrase(knowledge.PhraseFeePayBy, textArg("label", c.label(s, p))))
	}
	for _, id := range l.WaivedFor {
		c.Say(c.Phrase(knowledge.PhraseFeeWaived, textArg("label", c.label(s, id))))
	}
}
