package engine

import (
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

// firstContact is the one screen of notice: who answers, what is kept, what it costs, the keys; and the languages.
func (v *view) firstContact() {
	if v.Base.Demonstration {
		v.Say(v.Phrase(knowledge.PhraseNoticeDemo))
	} else {
		v.Publisher()
	}
	v.Say(v.Phrase(knowledge.PhraseNotice))
	v.Say(v.Phrase(knowledge.PhraseNoticeKeys))
	if len(v.Base.Languages) == 1 {
		v.ask(dialog.Text{}, 1)
		v.phraseOption("home", knowledge.PhraseContinue)
		return
	}
	v.languages()
	v.Reply.Prompt.Ask = dialog.Text{}
}

// languages offers every language under its own name, in Latin letters where the screen is in them.
func (v *view) languages() {
	v.ask(v.Phrase(knowledge.PhraseChooseLanguage), len(v.Base.Languages))
	for _, tag := range v.Base.Languages {
		l := v.Base.Lang[tag]
		name := l.Name
		if tag != v.Lang() && l.Latin != "" {
			name = l.Latin
		}
		v.option("language/"+string(tag), dialog.Text{Plain: name})
	}
}

func (v *view) home() {
	v.ask(v.Phrase(knowledge.PhraseHome), 4)
	v.phraseOption("services", knowledge.PhraseServices)
	if len(v.e.Rules.Rules) > 0 {
		v.phraseOption("check", knowledge.PhraseEntitled)
	} else {
		v.phraseOption("for/who", knowledge.PhraseEntitled)
	}
	v.phraseOption("offices", knowledge.PhraseOfficesOpen)
	v.phraseOption("more", knowledge.PhraseMore)
}

func (v *view) more() {
	notices := v.NoticesNow()
	v.ask(v.Phrase(knowledge.PhraseMore), 3+len(notices))
	v.phraseOption("languages", knowledge.PhraseLanguage)
	v.phraseOption("privacy", knowledge.PhrasePrivacy)
	v.phraseOption("help", knowledge.PhraseHelp)
	if a := v.Base.AnswerOfKind("crisis"); a != nil {
		v.option("answer/"+a.ID, v.title(dialog.Spot("answer/"+a.ID)))
	}
	for _, n := range notices {
		v.option("notice/"+n.ID, v.Words(n.Short.In(v.Base, v.Lang()), nil))
	}
}

func (v *view) topics(ask dialog.Text, prefix string) {
	v.ask(ask, len(v.Base.Topics))
	for _, t := range v.Base.Topics {
		v.option(prefix+t.ID, v.Words(t.Title.In(v.Base, v.Lang()), nil))
	}
}

func (v *view) topic(id string) {
	t := v.Base.Topic(id)
	v.ask(v.Phrase(knowledge.PhraseChooseService), len(t.Services))
	for _, sid := range t.Services {
		v.option(v.e.spots[sid].open, v.Short(v.Base.Service(sid)))
	}
}

// forAspect lists services to learn one aspect of: "for/who" is the way to the conditions in words.
func (v *view) forAspect(rest string) {
	name, topic, has := strings.Cut(rest, "/")
	a, _ := answer.AspectNamed(name)
	ask := knowledge.PhraseChooseService
	if a == answer.Who {
		ask = knowledge.PhraseChooseEntitled
	}
	if !has {
		v.topics(v.Phrase(ask), "for/"+name+"/")
		return
	}
	t := v.Base.Topic(topic)
	v.ask(v.Phrase(ask), len(t.Services))
	for _, sid := range t.Services {
		v.option(v.e.spots[sid].aspects[a], v.Short(v.Base.Service(sid)))
	}
}

func (v *view) events() {
	v.ask(v.Phrase(knowledge.PhraseChooseEvent), len(v.Base.Events))
	for _, e := range v.Base.Events {
		v.option("event/"+e.ID, v.title(dialog.Spot("event/"+e.ID)))
	}
}

func (v *view) event(id string) {
	e := v.Base.Event(id)
	v.Event(e)
	v.ask(v.Phrase(knowledge.PhraseChooseService), len(e.Services)+len(e.Answers))
	for _, sid := range e.Services {
		v.option(v.e.spots[sid].open, v.Short(v.Base.Service(sid)))
	}
	for _, a := range e.Answers {
		v.option("answer/"+a, v.title(dialog.Spot("answer/"+a)))
	}
	if len(v.e.rules(e.Services)) > 0 {
		v.phraseOption("check/event/"+id, knowledge.PhraseCheckMe)
	}
}

func (v *view) offices() {
	v.Offices()
	v.ask(v.Phrase(knowledge.PhraseChooseOffices), len(v.Base.OfficeGroups))
	for _, g := range v.Base.OfficeGroups {
		v.option("offices/"+g.ID, v.Words(g.Title.In(v.Base, v.Lang()), nil))
	}
}

func (v *view) officeGroup(id string) {
	g := v.Base.OfficeGroup(id)
	v.ask(v.Phrase(knowledge.PhraseChooseOffice), len(g.Offices))
	for _, o := range g.Offices {
		v.option("office/"+o, v.OfficeShort(v.Base.Office(o)))
	}
}

// serviceMenu opens a service: its summary and the four entries.
func (v *view) serviceMenu(s *knowledge.Service, sp *serviceSpots) {
	v.Service(s, answer.Overview)
	v.ask(dialog.Text{}, 4)
	v.phraseOption(sp.aspects[answer.Documents], answer.Documents.Phrase())
	v.phraseOption(sp.aspects[answer.Fee], answer.Fee.Phrase())
	v.phraseOption(sp.aspects[answer.Where], answer.Where.Phrase())
	v.phraseOption(sp.more, knowledge.PhraseMore)
}

func (v *view) serviceMore(s *knowledge.Service, sp *serviceSpots) {
	v.ask(v.Short(s), 8)
	for _, a := range [...]answer.Aspect{answer.Steps, answer.Time, answer.Who, answer.Result, answer.Representation, answer.Law} {
		v.phraseOption(sp.aspects[a], a.Phrase())
	}
	if len(s.Questions) > 0 {
		v.phraseOption(sp.aspects[answer.Questions], answer.Questions.Phrase())
	}
	v.phraseOption(sp.remedies, knowledge.PhraseRemedies)
}

func (v *view) remedies(s *knowledge.Service, sp *serviceSpots) {
	v.ask(v.Phrase(knowledge.PhraseRemedies), 3)
	v.phraseOption(sp.aspects[answer.Appeal], knowledge.PhraseAppeal)
	v.phraseOption(sp.aspects[answer.Complaint], knowledge.PhraseComplaint)
	if a := v.Base.AnswerOfKind("bribe"); a != nil {
		v.phraseOption("answer/"+a.ID, knowledge.PhraseBribe)
	}
}

// afterAspect offers what people ask next.
func (v *view) afterAspect(s *knowledge.Service, sp *serviceSpots, a answer.Aspect) {
	switch a {
	case answer.Fee:
		v.afterFee(s, sp)
	case answer.Questions:
		v.ask(v.Phrase(knowledge.PhraseQuestions), len(s.Questions))
		w, _ := v.Base.ServiceWords(s, v.Lang())
		for _, q := range s.Questions {
			if it := w.Blocks["questions"].Item(q.ID); it != nil {
				v.option("question/"+string(s.ID)+"/"+q.ID, v.Words(it.Text, s))
			}
		}
	case answer.Documents, answer.Steps, answer.Who, answer.Time:
		if a == answer.Who && s.Eligibility != nil {
			v.phraseOption(sp.check, knowledge.PhraseCheckMe)
		}
		v.phraseOption(sp.aspects[answer.Fee], knowledge.PhraseFee)
		v.phraseOption(sp.aspects[answer.Where], knowledge.PhraseWhereWhen)
	case answer.Where:
		v.phraseOption("offices", knowledge.PhraseOfficesOpen)
		v.phraseOption(sp.aspects[answer.Documents], knowledge.PhraseDocuments)
	case answer.Overview:
		v.phraseOption(sp.open, knowledge.PhraseMore)
	}
}

// afterFee asks the next question that narrows the price, or offers another case and the way to complain.
func (v *view) afterFee(s *knowledge.Service, sp *serviceSpots) {
	if q := v.NextFeeQuestion(s); q != nil {
		v.ask(q.Ask, len(q.Values)+2)
		for i, value := range q.Values {
			v.option("give/"+answer.FeeKey(s.ID, q.Name)+"/"+value, q.Labels[i])
		}
		v.phraseOption("give/"+answer.FeeKey(s.ID, q.Name)+"/"+answer.Skipped, knowledge.PhraseSkip)
	} else if v.Narrowed(s) {
		v.phraseOption("do/ask-again/"+string(s.ID), knowledge.PhraseFeeOther)
	}
	v.phraseOption(sp.remedies, knowledge.PhraseRemedies)
}

// personFor gives the number of the person to talk to: of the service the talk is about where its channels name one.
func (v *view) personFor() string {
	for i := len(v.s.Trail) - 1; i >= 0; i-- {
		s := v.e.serviceOf(v.s.Trail[i])
		if s == nil {
			continue
		}
		if o := v.Base.Organisation(s.Authority); o != nil && len(o.Hotlines) > 0 && o.Hotlines[0].Number != "" && !v.servedByContact(s) {
			return o.Hotlines[0].ID
		}
		break
	}
	return v.Base.Contact
}

// servedByContact says whether the organisation behind the base's own number serves this too.
func (v *view) servedByContact(s *knowledge.Service) bool {
	h := v.Base.Hotline(v.Base.Contact)
	for _, ch := range s.Channels {
		if h != nil && ch.Organisation == h.Organisation.ID {
			return true
		}
	}
	return false
}

func (v *view) lastService() knowledge.ServiceID {
	for i := len(v.s.Trail) - 1; i >= 0; i-- {
		if s := v.e.serviceOf(v.s.Trail[i]); s != nil {
			return s.ID
		}
	}
	return ""
}

// choices asks which of several places was meant.
func (v *view) choices(list string) {
	v.ask(v.Phrase(knowledge.PhraseDidYouMean), 5)
	for spot := range strings.SplitSeq(list, "|") {
		v.option(spot, v.title(dialog.Spot(spot)))
	}
	v.phraseOption("unknown", knowledge.PhraseNoneOfThese)
}

// dontKnow is the honest "I don't know" with who does.
func (v *view) dontKnow(hotline string) {
	v.DontKnow(hotline)
	v.ask(dialog.Text{}, 2)
	v.phraseOption("topics", knowledge.PhraseByTopic)
	v.phraseOption("person", knowledge.PhrasePerson)
}

// resume meets a dropped talk: the topic is named only where nothing in the talk is sensitive, because phones are shared.
func (v *view) resume() {
	v.ask(v.resumeQuestion(), 2)
	v.phraseOption("do/continue", knowledge.PhraseContinue)
	v.phraseOption("do/restart", knowledge.PhraseStartAgain)
}

func (v *view) resumeQuestion() dialog.Text {
	if len(v.s.Answers) > 0 {
		return v.Phrase(knowledge.PhraseCheckResume)
	}
	var topic dialog.Text
	for _, spot := range v.s.Trail {
		if v.e.sensitive(spot) {
			return v.Phrase(knowledge.PhraseResume)
		}
		if s := v.e.serviceOf(spot); s != nil {
			topic = v.Short(s)
		}
	}
	if topic.Empty() {
		return v.Phrase(knowledge.PhraseResume)
	}
	return v.PhraseText(knowledge.PhraseResumeTopic, "topic", topic)
}

// title names a spot for a list of choices: "ID card: Fee".
func (v *view) title(spot dialog.Spot) dialog.Text {
	if v.Mute {
		return dialog.Text{}
	}
	kind, rest, _ := strings.Cut(string(spot), "/")
	switch kind {
	case "event":
		if w, _ := v.Base.EventWords(v.Base.Event(rest), v.Lang()); w != nil {
			return v.Words(w.Short, nil)
		}
	case "answer":
		if w, _ := v.Base.AnswerWords(v.Base.Answer(rest), v.Lang()); w != nil {
			return v.Words(w.Short, nil)
		}
	case "for":
		name, _, _ := strings.Cut(rest, "/")
		a, _ := answer.AspectNamed(name)
		return v.Phrase(a.Phrase())
	case "office":
		return v.OfficeShort(v.Base.Office(rest))
	case "offices":
		if rest == "" {
			return v.Phrase(knowledge.PhraseOfficesOpen)
		}
		return v.Words(v.Base.OfficeGroup(rest).Title.In(v.Base, v.Lang()), nil)
	}
	s := v.e.serviceOf(spot)
	if s == nil {
		return dialog.Text{Plain: string(spot)}
	}
	if a, ok := answer.AspectNamed(kind); ok {
		return answer.Join(": ", v.Short(s), v.Phrase(a.Phrase()))
	}
	return v.Short(s)
}
