// Package questions measures how well a matcher understands the questions that a base holds aside: right at first, right
// within the menu, wrong, refused, in each language and each way of spelling. It also keeps the doubtful questions of real
// talks, where the operator wants them, and helps an editor to label them.
//
// Most callers want Run. Read on in want.go (what counts as right), judge.go (what became of a question), spelling.go,
// measure.go, risk.go, compare.go; then doubtful.go, mask.go and label.go.
//
// No report holds the words of a question: it names the id, by which an editor finds it.
package questions

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// Config says what to measure.
type Config struct {
	Base      *knowledge.Base
	Matcher   understand.Matcher
	Langs     []knowledge.Lang    // all of the base where empty
	Spellings []Spelling          // all where empty
	Service   knowledge.ServiceID // what a talk is about where a question names no service; FixedService where empty
}

// ErrNoQuestions says that nothing is held aside to measure with.
var ErrNoQuestions = errors.New("the base holds no questions aside; give some an id that begins with eval-")

// Report is what was measured. Its names in JSON stay as they are, because stored runs are compared with later ones.
type Report struct {
	Revision   string      `json:"revision"` // of the base
	Set        string      `json:"set"`      // hash of the questions held aside: only runs on the same ones compare exactly
	Service    string      `json:"service"`  // what a talk was about where a question named no service
	Groups     []Group     `json:"groups"`
	Crisis     []Crisis    `json:"crisis,omitempty"`
	Risk       []Risk      `json:"risk,omitempty"` // empty where the matcher gives no probabilities
	Confusions []Confusion `json:"confusions,omitempty"`
	Short      []Short     `json:"short,omitempty"`
	Gaps       []Gap       `json:"gaps,omitempty"`
}

// Run asks the matcher every question held aside, in every spelling.
func Run(ctx context.Context, c Config) (*Report, error) {
	if len(c.Langs) == 0 {
		c.Langs = c.Base.Languages
	}
	if len(c.Spellings) == 0 {
		c.Spellings = Spellings()
	}
	if c.Service == "" {
		c.Service = FixedService(c.Base)
	}
	r := &Report{Revision: c.Base.Revision, Service: string(c.Service), Short: shortOfExamples(c.Base, c.Langs)}
	judge := newJudge(c)
	set := fnv.New64a()
	var mixed confusions
	for _, l := range c.Langs {
		held := heldAside(c.Base, l)
		for _, e := range held {
			fmt.Fprintf(set, "%s\n%s\n%s\n%s\n", l, e.ID, e.Text, labelOf(e))
		}
		for _, s := range c.Spellings {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			seen := judge.all(held, l, s)
			r.add(l, s, seen)
			if s == c.Spellings[0] {
				mixed.add(l, seen)
			}
		}
	}
	if len(r.Groups) == 0 {
		return nil, ErrNoQuestions
	}
	r.Set = fmt.Sprintf("%016x", set.Sum64())
	r.Confusions = mixed.top(maxConfusions)
	r.Gaps = gaps(r.Groups)
	return r, nil
}

// FixedService gives the service that a talk is about where a question names none: the passport, else the first.
func FixedService(b *knowledge.Base) knowledge.ServiceID {
	switch {
	case b.Service("passport") != nil:
		return "passport"
	case len(b.Services) > 0:
		return b.Services[0].ID
	}
	return ""
}

func heldAside(b *knowledge.Base, l knowledge.Lang) []*knowledge.Example {
	held := slices.Clone(b.Questions[l])
	return slices.DeleteFunc(held, func(e *knowledge.Example) bool { return !e.Held() })
}

// add counts what became of the questions of one language in one spelling.
func (r *Report) add(l knowledge.Lang, s Spelling, seen []judged) {
	if len(seen) == 0 {
		return
	}
	r.Groups = append(r.Groups, group(l, s, seen))
	if c, ok := crisis(l, s, seen); ok {
		r.Crisis = append(r.Crisis, c)
	}
	r.Risk = append(r.Risk, risk(l, s, seen)...)
}
