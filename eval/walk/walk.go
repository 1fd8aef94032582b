// Package walk goes through every menu and every answer of a base, in every language, and tells where a promise to the
// person is broken: a dead end, a screen over its budget, a fact without a source, a key that leads astray.
//
// It looks at shapes, not at meaning; stories (eval/transcript) look at meaning. Most callers want Walk, whose findings
// are empty for a base that may be served.
package walk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge"
)

// Options say how far to walk. The zero value takes every named screen and at most MostStates states a language.
type Options struct {
	Budgets []layout.Budget
	Most    int
	Met     func(*dialog.Session, *dialog.Reply) // told of each place; it must not change what it is given
}

// MostStates is how many states of a language are visited if nobody says otherwise: a base with more would tire anybody.
const MostStates = 20000

// Finding is a broken promise and where it was met.
type Finding struct {
	Lang knowledge.Lang
	Spot dialog.Spot
	Rule string
	Text string
}

// String writes a finding in one line.
func (f Finding) String() string {
	return fmt.Sprintf("%s %s: %s [%s]", f.Lang, f.Spot, f.Text, f.Rule)
}

// Report is what a walk met.
type Report struct {
	States   int // places with what the person had given, over all languages
	Screens  int
	Findings []Finding
}

// Walk walks through the whole of an edition at one moment.
func Walk(e *channels.Edition, now time.Time, o Options) Report {
	if o.Budgets == nil {
		o.Budgets = layout.Profiles()
	}
	if o.Most <= 0 {
		o.Most = MostStates
	}
	w := walker{e: e, now: now, options: o}
	for _, tag := range e.Base.Languages {
		w.language(tag)
	}
	return w.report
}

type walker struct {
	e       *channels.Edition
	now     time.Time
	options Options
	report  Report

	seen  map[string]bool
	queue []dialog.Session
}

// language visits every place that can be reached in one language, the nearest first, so that trails are short.
func (w *walker) language(tag knowledge.Lang) {
	w.seen, w.queue = map[string]bool{}, nil
	w.start(tag, "notice")
	w.start(tag, "home")
	w.start(tag, "home", "resume")
	w.start(tag, "home", "unknown")
	w.start(tag, "home", "person")
	for n := 0; len(w.queue) > 0; n++ {
		s := w.queue[0]
		w.queue = w.queue[1:]
		if n == w.options.Most {
			w.find(&s, "bounded", "there are more than %d states", n)
			return
		}
		w.report.States++
		w.visit(&s)
	}
}

func (w *walker) start(tag knowledge.Lang, trail ...dialog.Spot) {
	w.push(dialog.Session{Lang: tag, Trail: trail, Turn: 1, Started: w.now.Unix(), Last: w.now.Unix()}, "")
}

// push queues a session unless its place was seen, with the same things given that matter there. A check of entitlement is
// at another place with every question, whatever was answered before: all that can be answered would tire anybody.
func (w *walker) push(s dialog.Session, asked string) {
	key := string(s.Here()) + asked
	_, id, _ := strings.Cut(key, "/")
	for _, g := range s.Given {
		if strings.Contains(g.Key, "."+id+".") {
			key += " " + g.Key + "=" + g.Value
		}
	}
	if !w.seen[key] {
		w.seen[key] = true
		w.queue = append(w.queue, s)
	}
}

func (w *walker) find(s *dialog.Session, rule, format string, args ...any) {
	w.report.Findings = append(w.report.Findings, Finding{Lang: s.Lang, Spot: s.Here(), Rule: rule, Text: fmt.Sprintf(format, args...)})
}

// visit checks one place and queues where its options lead.
func (w *walker) visit(s *dialog.Session) {
	r := engine.Show(w.e.Edition, s, w.now)
	s.Offered, s.Revision = engine.Offered(r.Prompt.Options), w.e.Base.Revision
	if w.options.Met != nil {
		w.options.Met(s, &r)
	}
	w.reply(s, &r)
	w.screens(s, &r)
	w.keys(s, &r)
	for _, o := range r.Prompt.Options {
		next := clone(s)
		then, _ := engine.Turn(w.e.Edition, &next, dialog.Input{Kind: dialog.Chose, Option: o.ID}, w.now)
		if next.Lang != s.Lang {
			continue // the other language has its own walk
		}
		w.edge(s, &next, o.ID)
		w.push(next, asked(&then))
	}
}

// asked gives the question of a check that a reply asks, as its options name it.
func asked(r *dialog.Reply) string {
	for _, o := range r.Prompt.Options {
		if rest, ok := strings.CutPrefix(o.ID, "say/"); ok {
			fact, _, _ := strings.Cut(rest, "/")
			return " " + fact
		}
	}
	return ""
}

// turn plays one input on a copy of a session.
func (w *walker) turn(s *dialog.Session, in dialog.Input) (dialog.Session, dialog.Reply) {
	next := clone(s)
	r, _ := engine.Turn(w.e.Edition, &next, in, w.now)
	return next, r
}

func clone(s *dialog.Session) dialog.Session {
	c := *s
	c.Trail, c.Given, c.Answers = slices.Clone(s.Trail), slices.Clone(s.Given), slices.Clone(s.Answers)
	return c
}
