package engine

import (
	"strings"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

// view is a reply in the making.
type view struct {
	*answer.Context
	e *Edition
	s *dialog.Session
}

// Show says what the program means at the place where the talk stands. It changes nothing: to show again is to repeat.
func Show(e *Edition, s *dialog.Session, now time.Time) dialog.Reply {
	var r dialog.Reply
	v := view{e: e, s: s}
	v.Context = answer.NewContext(e.Base, s.Lang, now, s.Given, &r)
	if s.Flags&dialog.Ended != 0 {
		v.Say(v.Phrase(knowledge.PhraseGoodbye))
		v.Say(v.Phrase(knowledge.PhraseErased))
		r.End = true
		return r
	}
	v.remark()
	v.at(v.here())
	if s.Flags&dialog.Brief != 0 {
		r.Blocks = brief(r.Blocks)
	}
	return r
}

// here gives the place to show. Where the base has lost it, the change is said and the nearest place before it is shown.
func (v *view) here() dialog.Spot {
	trail := v.s.Trail
	n := v.e.sound(trail)
	switch {
	case len(trail) == 0:
		return "notice"
	case n == len(trail):
		return trail[n-1]
	}
	v.Notice(v.Phrase(knowledge.PhraseChanged))
	if n == 0 {
		return "home"
	}
	return trail[n-1]
}

// at shows a place with what stands around it: what was understood, where words led there, and what is offered beside it.
func (v *view) at(spot dialog.Spot) {
	byWords := v.s.Flags&dialog.ByWords != 0
	if byWords && v.s.Flags&dialog.Brief == 0 && v.e.serviceOf(spot) != nil {
		v.understood(spot)
	}
	v.spot(spot)
	if spot == "resume" {
		return // what was offered comes back with the place that is resumed
	}
	if also := v.s.Also; also != "" && v.e.Exists(also) {
		v.option(string(also), v.alsoTitle(also))
	}
	if byWords {
		v.phraseOption("do/not-this", knowledge.PhraseNotThis)
	}
	if v.e.textable(v.s) {
		v.phraseOption(textMe, knowledge.PhraseTextMe)
	}
}

// understood names the service and the side of it that words led to; a service's own menu names itself.
func (v *view) understood(spot dialog.Spot) {
	if kind, _, _ := strings.Cut(string(spot), "/"); kind != "service" && !v.Mute {
		v.Say(v.title(spot))
	}
}

// alsoTitle names what is offered beside an answer; another language speaks for itself.
func (v *view) alsoTitle(also dialog.Spot) dialog.Text {
	if tag, ok := strings.CutPrefix(string(also), "language/"); ok {
		return dialog.Text{Plain: v.Base.Lang[knowledge.Lang(tag)].Phrase(knowledge.PhraseSwitchLanguage).One.Plain}
	}
	return v.title(also)
}

// optionsAt gives what is offered where the talk stands.
func optionsAt(e *Edition, s *dialog.Session, now time.Time) []dialog.Option {
	var r dialog.Reply
	v := view{e: e, s: s}
	v.Context = answer.NewContext(e.Base, s.Lang, now, s.Given, &r)
	v.Mute = true
	v.at(s.Here())
	return r.Prompt.Options
}

// brief keeps notices and the first thought.
func brief(blocks []dialog.Block) []dialog.Block {
	for i := range blocks {
		if blocks[i].Kind != dialog.Notice {
			return blocks[:i+1]
		}
	}
	return blocks
}

var remarkPhrases = [...]knowledge.PhraseKey{
	dialog.WrongKey:      knowledge.PhraseWrongKey,
	dialog.NotUnderstood: knowledge.PhraseNotUnderstood,
	dialog.BaseChanged:   knowledge.PhraseChanged,
	dialog.NoMore:        knowledge.PhraseNoMore,
	dialog.TooLong:       knowledge.PhraseTooLong,
	dialog.Erased:        knowledge.PhraseErased,
	dialog.TextComing:    knowledge.PhraseTextComing,
	dialog.NotTexted:     knowledge.PhraseTextNot,
}

// remark says first what was wrong with the input, and offers a person when it was wrong again and again.
func (v *view) remark() {
	switch r := v.s.Remark; {
	case r == dialog.NotErased:
		v.TryAgain()
	case r == dialog.WrongValue:
		v.wrongValue()
	case r != dialog.NoRemark && int(r) < len(remarkPhrases):
		v.Notice(v.Phrase(remarkPhrases[r]))
	}
	if v.s.Wrong >= patience {
		v.Notice(v.Phrase(knowledge.PhraseWrongThrice))
	}
}

// wrongValue says what an answer to the question on the screen may look like.
func (v *view) wrongValue() {
	if q, ok := v.e.factAsked(v.s.Here(), v.s, v.Now); ok && !v.Base.Facts[q.Fact].Closed() && v.Base.Facts[q.Fact].Type != knowledge.SeveralFact {
		v.Notice(v.PhraseText(knowledge.PhraseCheckWrong, "example", v.FactExample(v.Base.Facts[q.Fact])))
		return
	}
	v.Notice(v.Phrase(knowledge.PhraseCheckChoose))
}

// ask sets the question over the options and makes room for n of them.
func (v *view) ask(t dialog.Text, n int) {
	v.Reply.Prompt = dialog.Prompt{Kind: dialog.Choice, Ask: t, Options: make([]dialog.Option, 0, n)}
}

func (v *view) option(id string, label dialog.Text) {
	p := &v.Reply.Prompt
	p.Kind = dialog.Choice
	p.Options = append(p.Options, dialog.Option{ID: id, Label: label})
}

func (v *view) phraseOption(id string, k knowledge.PhraseKey) { v.option(id, v.Phrase(k)) }

// spot shows one place of the talk.
func (v *view) spot(spot dialog.Spot) {
	v.Reply.Prompt.Kind = dialog.Choice
	kind, rest, has := strings.Cut(string(spot), "/")
	if !has {
		v.plainSpot(kind)
		return
	}
	if checkSpot(spot) {
		v.checkSpot(kind, rest, v.Now)
		return
	}
	switch kind {
	case "topic":
		v.topic(rest)
	case "event":
		v.event(rest)
	case "for":
		v.forAspect(rest)
	case "offices":
		v.officeGroup(rest)
	case "office":
		v.Office(v.Base.Office(rest), v.lastService())
	case "answer":
		v.General(v.Base.Answer(rest))
	case "notice":
		v.FullNotice(v.Base.Notice(rest))
	case "choices":
		v.choices(rest)
	case "refer":
		v.dontKnow(rest)
	case "question":
		s, q := v.e.question(rest)
		v.Question(s, q)
	default:
		v.service(kind, rest)
	}
}

func (v *view) plainSpot(kind string) {
	switch kind {
	case "notice":
		v.firstContact()
	case "home":
		v.home()
	case "services":
		v.ask(v.Phrase(knowledge.PhraseServices), 2)
		v.phraseOption("topics", knowledge.PhraseByTopic)
		v.phraseOption("events", knowledge.PhraseByEvent)
	case "topics":
		v.topics(v.Phrase(knowledge.PhraseChooseTopic), "topic/")
	case "events":
		v.events()
	case "offices":
		v.offices()
	case "more":
		v.more()
	case "languages":
		v.languages()
	case "privacy":
		v.Say(v.Phrase(knowledge.PhrasePrivacyText))
		v.ask(dialog.Text{}, 1)
		v.phraseOption("erase", knowledge.PhraseErase)
	case "erase":
		v.ask(v.Phrase(knowledge.PhraseEraseAsk), 2)
		v.phraseOption("do/erase", knowledge.PhraseYes)
		v.phraseOption("do/no", knowledge.PhraseNo)
	case "help":
		v.Say(v.Phrase(knowledge.PhraseHelpText)) // it names the keys
	case "person":
		v.Person(v.personFor())
	case "unknown":
		v.dontKnow(v.Base.Contact)
	case "resume":
		v.resume()
	case "check":
		v.checkMenu()
	case "check-events":
		v.checkEvents()
	}
}

// service shows the menus and aspects of a service.
func (v *view) service(kind, id string) {
	s := v.Base.Service(knowledge.ServiceID(id))
	sp := v.e.spots[s.ID]
	switch kind {
	case "service":
		v.serviceMenu(s, sp)
		return
	case "service-more":
		v.serviceMore(s, sp)
		return
	case "remedies":
		v.remedies(s, sp)
		return
	}
	a, _ := answer.AspectNamed(kind)
	v.Service(s, a)
	v.afterAspect(s, sp, a)
}
