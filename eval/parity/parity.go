// Package parity checks that every channel and every language tells the same facts: an amount that is in the answer is on
// every screen, and one language does not know less than another.
//
// A fact is a value with a reference into the base. It is looked for as the language writes it, with letters folded and
// blanks left out, so that paging and old alphabets do not matter.
package parity

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/eval/walk"
	"github.com/plainline/plainline/knowledge"
)

// Missing is a fact of an answer that a channel or a language does not tell.
type Missing struct {
	Where string // the channel, or the language
	Lang  knowledge.Lang
	Code  string // of the answer
	Fact  string // its reference
	Want  string // as it should be written
}

// String writes it in one line.
func (m Missing) String() string {
	return fmt.Sprintf("%s %s: %s does not tell %s (%s)", m.Lang, m.Code, m.Where, m.Fact, m.Want)
}

// Checker compares answers with what channels make of them.
type Checker struct {
	edition *channels.Edition
	now     time.Time
	folds   *strings.Replacer
}

// NewChecker prepares the check of an edition at one moment.
func NewChecker(e *channels.Edition, now time.Time) *Checker {
	var pairs []string
	for _, tag := range e.Base.Languages {
		for _, p := range e.Base.Lang[tag].Fold {
			pairs = append(pairs, p.From, p.To)
		}
	}
	return &Checker{edition: e, now: now, folds: strings.NewReplacer(pairs...)}
}

// Reply gives the answer to an aspect, as somebody gets it who asks for it by its code.
func (c *Checker) Reply(s *knowledge.Service, a answer.Aspect, lang knowledge.Lang) dialog.Reply {
	session := dialog.Session{Lang: lang, Trail: []dialog.Spot{"home"}}
	r, _ := engine.Turn(c.edition.Edition, &session, dialog.Input{Kind: dialog.Said, Text: answer.Code(s, a)}, c.now)
	return r
}

// fold brings a text to the form in which texts are compared: folded letters, small, nothing but letters and digits.
func (c *Checker) fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, c.folds.Replace(text))
}

// Facts gives the facts of a reply by reference, with the number, day or text that each is, and the source's day and code.
func Facts(r *dialog.Reply) map[string]string {
	facts := map[string]string{}
	for _, v := range walk.Values(r) {
		if v.Ref != "" && v.Kind < dialog.Address {
			facts[v.Ref] = fmt.Sprint(v.Number, v.Unit, v.Date, v.Text)
		}
	}
	facts["source"] = r.Source.VerifiedOn.String()
	facts["code"] = r.Code
	return facts
}

// Channel compares a reply with the text that a channel showed for it. Short says that the channel writes days short.
func (c *Checker) Channel(r *dialog.Reply, name, shown string, short bool) []Missing {
	w := c.edition.Writer(r.Lang)
	write := func(v *dialog.Value) string { return string(w.AppendValue(nil, v)) }
	day := write(verified(r))
	if short {
		day = string(w.AppendShortDate(nil, r.Source.VerifiedOn))
	}
	return c.compare(r, name, shown, day, write)
}

// Call compares a reply with what is heard of it in a call, where values are spoken.
func (c *Checker) Call(r *dialog.Reply, name, heard string) []Missing {
	w := c.edition.Writer(r.Lang)
	speak := func(v *dialog.Value) string {
		return layout.Spoken(w.Ear(dialog.Text{Spans: []dialog.Span{{Value: v}}}))
	}
	return c.compare(r, name, heard, speak(verified(r)), speak)
}

// verified gives the day on which the source of a reply was read.
func verified(r *dialog.Reply) *dialog.Value {
	return &dialog.Value{Kind: dialog.Day, Date: r.Source.VerifiedOn}
}

// compare looks for every value of a reply, as it should be written, and for its source and code.
func (c *Checker) compare(r *dialog.Reply, name, shown, day string, write func(*dialog.Value) string) []Missing {
	var missing []Missing
	shown = c.fold(shown)
	look := func(fact, want string) {
		if !strings.Contains(shown, c.fold(want)) {
			missing = append(missing, Missing{Where: name, Lang: r.Lang, Code: r.Code, Fact: fact, Want: want})
		}
	}
	for _, v := range walk.Values(r) {
		look(v.Ref, write(v))
	}
	look("source", day)
	look("source", r.Source.Cite)
	look("code", r.Code)
	return missing
}

// Languages compares the facts of an aspect in every language with those of the first.
func (c *Checker) Languages(s *knowledge.Service, a answer.Aspect) []Missing {
	var missing []Missing
	replies := map[knowledge.Lang]map[string]string{}
	all := map[string]string{}
	for _, tag := range c.edition.Base.Languages {
		r := c.Reply(s, a, tag)
		replies[tag] = Facts(&r)
		maps.Copy(all, replies[tag])
	}
	for _, tag := range c.edition.Base.Languages {
		for _, fact := range slices.Sorted(maps.Keys(all)) {
			if replies[tag][fact] != all[fact] {
				missing = append(missing, Missing{Where: "this language", Lang: tag, Code: answer.Code(s, a), Fact: fact, Want: all[fact]})
			}
		}
	}
	return missing
}

// Read asks a simulated channel for the answer of a code, in a language, and reads every page of it.
func (c *Checker) Read(ctx context.Context, sim channels.Simulator, who, code string, lang knowledge.Lang) (string, error) {
	key := dialog.OptionKey(slices.Index(c.edition.Base.Languages, lang))
	var all strings.Builder
	steps := []channels.Action{{Dial: true}, {Input: fmt.Sprint(key)}, {Input: code}}
	for n := 0; n < len(steps); n++ {
		shown, err := sim.Simulate(ctx, who, steps[n])
		if err != nil {
			return "", fmt.Errorf("ask for %s: %w", code, err)
		}
		if n < 2 {
			continue
		}
		text, more := withoutTail(shown.Text)
		all.WriteString(text)
		for _, message := range shown.Further {
			all.WriteString(message)
		}
		if shown.More == "" && more {
			shown.More = channels.KeyMore
		}
		if shown.More != "" && n < mostPages {
			steps = append(steps, channels.Action{Input: shown.More})
		}
	}
	return all.String(), nil
}

const mostPages = 80

// withoutTail takes the line with the key for more off a page, and says whether there was one.
func withoutTail(page string) (text string, more bool) {
	i := strings.LastIndexByte(page, '\n')
	if strings.HasPrefix(page[i+1:], channels.KeyMore+" ") {
		return page[:i+1], true
	}
	return page, false
}
