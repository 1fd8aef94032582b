// Package eligibility measures how many questions a base asks until people know what they are entitled to. It makes people up,
// so it says nothing about what real people answer; it compares ways of asking the same people.
//
// Most callers want Run, which compares three ways: every question there is (but for follow-ups that do not apply), the
// editor's order without what no longer matters, and ours (dialog/eligibility). It also skips questions at random and counts
// decisions that contradict what holds with all answers: there must be none. Check scores rules against people from outside.
//
// Reading order: people.go (who is asked), way.go (how), talk.go (one check), simulate.go (all of it), report.go; check.go
// and check_read.go stand by themselves.
package eligibility

import (
	"context"
	"errors"
	"fmt"

	ask "github.com/plainline/plainline/dialog/eligibility"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// ErrNoRules is returned for a base in which no service has a rule.
var ErrNoRules = errors.New("no service of the base has a rule")

// Config says what to simulate.
type Config struct {
	Base      *knowledge.Base
	On        knowledge.Date // the day of the question
	People    int
	Yes       float64 // how likely the answer to a yes/no question is yes
	Seed      uint64
	EqualCost bool                               // every question costs the same; none is pinned or sensitive
	Progress  func(what string, done, whole int) // may be nil
}

// goals are what is simulated: a name, and the rules.
type target struct {
	name string
	id   string
	goal ask.Goal
}

// Run simulates all goals of a base.
func Run(ctx context.Context, c Config) (*Report, error) {
	base := c.Base
	if c.EqualCost {
		base = level(base)
	}
	x := rule.New(base)
	if len(x.Rules) == 0 {
		return nil, ErrNoRules
	}
	day := x.On(c.On)
	people := makePeople(day, c)
	r := &Report{On: c.On.String(), People: len(people), Yes: c.Yes, Seed: c.Seed, EqualCost: c.EqualCost, Services: len(x.Rules), Facts: usedFacts(x, ask.Of(x, ask.Everything))}
	s := simulation{Config: c, day: day, people: people}
	for _, t := range targets(x) {
		row, err := s.row(ctx, t)
		if err != nil {
			return nil, err
		}
		r.Goals = append(r.Goals, row)
	}
	var err error
	if r.OneService, err = s.oneService(ctx); err != nil {
		return nil, err
	}
	for _, p := range []float64{0.1, 0.25} {
		d, err := s.doubt(ctx, p)
		if err != nil {
			return nil, err
		}
		r.DontKnow = append(r.DontKnow, d)
	}
	return r, nil
}

// simulation is one run.
type simulation struct {
	Config
	day    *rule.Day
	people []person
}

// targets gives everything, the first entitlement, and everything within each life event.
func targets(x *rule.Index) []target {
	list := []target{
		{"everything", "everything", ask.Of(x, ask.Everything)},
		{"first entitlement", "first", ask.Of(x, ask.FirstFound)},
	}
	for _, e := range x.Base.Events {
		g := ask.Goal{Aim: ask.Everything}
		for _, id := range e.Services {
			for i, r := range x.Rules {
				if r.Service.ID == id {
					g.Rules = append(g.Rules, int32(i))
				}
			}
		}
		if len(g.Rules) > 0 {
			list = append(list, target{"life event " + e.ID, "event/" + e.ID, g})
		}
	}
	return list
}

// row simulates one goal in the three ways.
func (s *simulation) row(ctx context.Context, t target) (Row, error) {
	row := Row{Goal: t.name, ID: t.id, Services: len(t.goal.Rules), Facts: usedFacts(s.day.Index, t.goal)}
	var counts [3][]int
	var decided [3]shares
	for i, p := range s.people {
		if err := ctx.Err(); err != nil {
			return row, err
		}
		s.progress(t.name, i)
		for w, way := range []way{everyQuestion, editorsOrder, ours} {
			talk := s.talk(p, t.goal, way, 0)
			counts[w] = append(counts[w], talk.questions)
			decided[w].add(talk.decided, len(t.goal.Rules))
		}
	}
	row.All, row.Fixed, row.Ours = count(counts[0]), count(counts[1]), count(counts[2])
	row.FixedDecided, row.OursDecided = decided[1].after(), decided[2].after()
	row.FixedUntil90, row.OursUntil90 = decided[1].until90(), decided[2].until90()
	return row, nil
}

// oneService simulates the goal of one named service, for each service, and gives the mean over services.
func (s *simulation) oneService(ctx context.Context) (Row, error) {
	row := Row{Goal: "one named service", ID: "one"}
	rules := s.day.Rules
	var counts [3][]int
	facts := 0
	for i := range rules {
		if err := ctx.Err(); err != nil {
			return row, err
		}
		s.step("one named service", i, len(rules))
		if rules[i].Bare() {
			continue
		}
		row.Services++
		g := ask.Goal{Aim: ask.Everything, Rules: []int32{int32(i)}}
		facts += usedFacts(s.day.Index, g)
		for _, p := range s.people {
			for w, way := range []way{everyQuestion, editorsOrder, ours} {
				counts[w] = append(counts[w], s.talk(p, g, way, 0).questions)
			}
		}
	}
	if row.Services > 0 {
		row.Facts = (facts + row.Services/2) / row.Services
	}
	row.All, row.Fixed, row.Ours = count(counts[0]), count(counts[1]), count(counts[2])
	return row, nil
}

// doubt simulates everything, each question skipped with a chance, and looks for decisions that contradict the whole truth.
func (s *simulation) doubt(ctx context.Context, chance float64) (Doubt, error) {
	d := Doubt{Chance: chance}
	g := ask.Of(s.day.Index, ask.Everything)
	var counts []int
	open, all := 0, 0
	for i, p := range s.people {
		if err := ctx.Err(); err != nil {
			return d, err
		}
		s.progress(fmt.Sprintf("don't know %.0f %%", chance*100), i)
		talk := s.talk(p, g, ours, chance)
		counts = append(counts, talk.questions)
		for _, i := range g.Rules {
			now, truth := s.day.Truth(s.day.Rules[i], talk.answers), s.day.Truth(s.day.Rules[i], p.truth)
			all++
			switch {
			case now == rule.Unknown:
				open++
			case now != truth:
				d.Wrong++
			}
		}
	}
	d.Questions = count(counts)
	d.Open = float64(open) / float64(max(all, 1))
	return d, nil
}

func (s *simulation) progress(what string, done int) {
	if done%100 == 0 {
		s.step(what, done, len(s.people))
	}
}

func (s *simulation) step(what string, done, whole int) {
	if s.Progress != nil {
		s.Progress(what, done, whole)
	}
}

// level gives a base in which all questions cost the same, none is pinned and none is sensitive.
func level(b *knowledge.Base) *knowledge.Base {
	flat := *b
	flat.Facts = make([]*knowledge.Fact, len(b.Facts))
	for i, f := range b.Facts {
		g := *f
		g.Cost, g.First, g.Sensitive = 10, false, false
		flat.Facts[i] = &g
	}
	return &flat
}

// usedFacts counts the facts on which the rules of a goal may hang.
func usedFacts(x *rule.Index, g ask.Goal) int {
	seen := map[int32]bool{}
	for _, i := range g.Rules {
		for _, f := range x.Rules[i].Facts() {
			seen[f] = true
		}
	}
	return len(seen)
}
