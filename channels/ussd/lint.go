package ussd

import (
	"strconv"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/source"
)

// Most is how many screens a person should have to read, by the default profile.
const (
	mostNotice = 1 // of first contact; two where the language needs UCS-2
	mostHome   = 2 // even at 80 UCS-2 units
	mostAnswer = 6 // ten where the language needs UCS-2 and a screen holds half as much
)

// LintRules gives the rules that need to know a screen: what fits no phone, and what takes too many screens.
func LintRules() []lint.Rule {
	return []lint.Rule{
		{ID: "unfit-screen", Severity: source.Error, Statement: "Every option fits a screen of every profile on its own.", Check: eachScreen(checkOptions)},
		{ID: "long-start", Severity: source.Warning, Statement: "The first notice takes one screen (two in UCS-2), the start menu two.", Check: checkStart},
		{ID: "long-answer", Severity: source.Warning, Statement: "An answer takes at most six screens of the default profile, ten in UCS-2.", Check: eachScreen(checkLength)},
	}
}

// screenOf is a reply at a spot and where an editor finds its words.
type screenOf struct {
	edition *channels.Edition
	spot    dialog.Spot
	reply   *dialog.Reply
	pos     source.Pos
}

// eachScreen makes a check of every aspect of every service, every event, general answer and office, in every language.
func eachScreen(check func(*lint.Pass, screenOf)) func(*lint.Pass) {
	return func(p *lint.Pass) {
		e := channels.NewEdition(engine.NewEdition(p.Base, nil))
		for _, lang := range p.Base.Languages {
			eachSpot(p.Base, lang, func(spot dialog.Spot, pos source.Pos) {
				r := show(e, lang, spot, p.On)
				check(p, screenOf{e, spot, &r, pos})
			})
		}
	}
}

func show(e *channels.Edition, lang knowledge.Lang, spot dialog.Spot, on knowledge.Date) dialog.Reply {
	s := dialog.Session{Lang: lang, Trail: []dialog.Spot{"home", spot}}
	y, m, d := on.Parts()
	return engine.Show(e.Edition, &s, time.Date(y, time.Month(m), d, 12, 0, 0, 0, e.Base.Zone))
}

func eachSpot(b *knowledge.Base, lang knowledge.Lang, visit func(dialog.Spot, source.Pos)) {
	for _, menu := range []dialog.Spot{"topics", "events", "offices", "more"} {
		visit(menu, source.Pos{File: "topics.yaml"})
	}
	for _, s := range b.Services {
		w, _ := b.ServiceWords(s, lang)
		for a := range answer.AspectCount {
			if a != answer.Overview {
				visit(dialog.Spot(a.String()+"/"+string(s.ID)), w.Pos)
			}
		}
		visit(dialog.Spot("service/"+string(s.ID)), w.Pos)
	}
	for _, ev := range b.Events {
		w, _ := b.EventWords(ev, lang)
		visit(dialog.Spot("event/"+ev.ID), w.Pos)
	}
	for _, a := range b.Answers {
		w, _ := b.AnswerWords(a, lang)
		visit(dialog.Spot("answer/"+a.ID), w.Pos)
	}
	for _, t := range b.Topics {
		visit(dialog.Spot("topic/"+t.ID), t.Pos)
	}
	for _, g := range b.OfficeGroups {
		visit(dialog.Spot("offices/"+g.ID), g.Pos)
	}
	for _, o := range b.Offices {
		visit(dialog.Spot("office/"+o.ID), o.Pos)
	}
}

// checkOptions measures every option alone beside the longest tail.
func checkOptions(p *lint.Pass, s screenOf) {
	w := s.edition.Writer(s.reply.Lang)
	for _, b := range layout.Profiles() {
		for i, o := range s.reply.Prompt.Options {
			line := strconv.AppendInt(nil, int64(dialog.OptionKey(i)), 10)
			line = w.AppendText(append(line, ' '), o.Label)
			size := layout.Measure(w.Shown(dialog.Text{Plain: string(line)}, b), b)
			if size.Units+1+layout.MaxTail > size.Limit {
				p.Report(s.pos, "shorten it: a phone cannot show it whole", "the option %q at %s takes %d of %d units of the profile %s", line, s.spot, size.Units, size.Limit, b.Name)
				return
			}
		}
	}
}

func checkLength(p *lint.Pass, s screenOf) {
	most := mostAnswer
	if !s.edition.Base.Lang[s.reply.Lang].FoldByDefault {
		most = 10
	}
	if n := screens(s.edition, s.reply, s.edition.Frame(s.reply, true), layout.USSD160()); n > most {
		p.Report(s.pos, "say the important first and drop what few people need", "%s takes %d screens in %s, more than %d", s.spot, n, s.reply.Lang, most)
	}
}

func screens(e *channels.Edition, r *dialog.Reply, f layout.Frame, b layout.Budget) int {
	return len(layout.Pages(e.Writer(r.Lang), r, f, b))
}

// startScreens counts the screens of a place from which there is nothing to go back to.
func startScreens(e *channels.Edition, r *dialog.Reply, b layout.Budget) int {
	f := e.Frame(r, true)
	f.Back = ""
	return screens(e, r, f, b)
}

// checkStart measures the first notice and the start menu.
func checkStart(p *lint.Pass) {
	e := channels.NewEdition(engine.NewEdition(p.Base, nil))
	for _, lang := range p.Base.Languages {
		l := p.Base.Lang[lang]
		most := mostNotice
		if !l.FoldByDefault {
			most++
		}
		notice := show(e, lang, "notice", p.On)
		if n := startScreens(e, &notice, layout.USSD160()); n > most {
			p.Report(l.Pos, "shorten notice, notice-demo or notice-keys", "the first notice takes %d screens in %s, more than %d", n, lang, most)
		}
		home := show(e, lang, "home", p.On)
		if n := startScreens(e, &home, layout.USSD160().Exact()); n > mostHome {
			p.Report(l.Pos, "shorten the entries of the start menu", "the start menu takes %d screens of 80 UCS-2 units in %s, more than %d", n, lang, mostHome)
		}
	}
}
