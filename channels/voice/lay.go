package voice

import (
	"strings"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge"
)

// layer lays the part of a reply that is to be heard out as a Turn.
type layer struct {
	*visit
	edition *channels.Edition
	session *dialog.Session
	reply   *dialog.Reply

	lang *knowledge.Language // of the reply
	rate int
	out  Turn
}

// turn makes the Turn, and keeps in the state which options it offers.
func (l *layer) turn() Turn {
	st := &l.state
	l.lang = l.edition.Base.Lang[l.reply.Lang]
	l.rate = st.speed()
	l.out = Turn{Lang: l.reply.Lang, Step: int(st.step)}
	switch {
	case l.reply.End, st.flags&hungUp != 0:
		l.goodbye()
	case st.flags&putting != 0:
		l.phrase(knowledge.PhraseVoicePuttingOn)
		l.out.PutOn = l.channel.options.PutOn
	case st.silences >= mostSilences:
		l.phrase(knowledge.PhraseVoiceEnding)
		l.out.HangUp = true
	default:
		l.part()
	}
	return l.out
}

// goodbye says the last words of a talk.
func (l *layer) goodbye() {
	l.out.HangUp = true
	if !l.reply.End {
		l.phrase(knowledge.PhraseGoodbye)
		return
	}
	for _, b := range l.reply.Blocks {
		l.text(b.Text)
	}
}

// part says the part of the reply, with the ladder before it, and waits for a key.
func (l *layer) part() {
	st := &l.state
	p := newScript(l.edition, l.heardKey(), l.before()).part(int(st.part), l.rate)
	if st.aside != noAside {
		l.phrase(asidePhrases[st.aside], slot{"phone", l.contact()})
	}
	st.first, st.next = uint8(p.first), uint8(min(p.then, 255))
	l.out.More = p.next != nothing
	switch st.silences {
	case 0:
		l.whole(&p)
	default:
		l.ladder(&p)
	}
	l.keys(&p)
	l.phrases(&p)
}

// whole says all of a part.
func (l *layer) whole(p *part) {
	l.prompt(l.out.Lang, p.said)
	if p.fact {
		l.phrase(knowledge.PhraseVoiceAgain)
	}
	l.menu(p)
	l.tail(p)
}

// menu says the question and the options, what each is for before its key (VOICE-1).
func (l *layer) menu(p *part) {
	if len(p.options) == 0 {
		return
	}
	begun := len(l.out.Prompts)
	defer func() {
		for i := begun; i < len(l.out.Prompts); i++ {
			l.out.Prompts[i].Menu = true
		}
	}()
	if !l.choosesLanguage() {
		l.text(l.reply.Prompt.Ask)
	}
	for i, o := range p.options {
		l.option(byte('1'+i), o)
	}
	switch p.next {
	case more:
		l.phrase(knowledge.PhraseVoiceMore)
	case sources:
		l.phrase(knowledge.PhraseVoiceSource)
	}
}

// option says one option; a language speaks for itself.
func (l *layer) option(key byte, o dialog.Option) {
	lang, label := l.lang, o.Label
	if tag, ok := strings.CutPrefix(o.ID, "language/"); ok && l.edition.Base.Lang[knowledge.Lang(tag)] != nil {
		lang = l.edition.Base.Lang[knowledge.Lang(tag)]
		if label.Plain == lang.Latin {
			label = dialog.Text{Plain: lang.Name}
		}
	}
	label = withoutStop(label)
	t := phrase(lang, knowledge.PhraseVoiceOption, slot{"label", label}, slot{"key", keyText(lang, key)})
	l.prompt(lang.Tag, l.edition.Writer(lang.Tag).Ear(t))
}

// withoutStop takes the full stop off a label, because the sentence goes on.
func withoutStop(t dialog.Text) dialog.Text {
	if len(t.Spans) == 0 {
		t.Plain = strings.TrimRight(t.Plain, ".: ")
	}
	return t
}

// tail says what else there is to press.
func (l *layer) tail(p *part) {
	switch {
	case len(p.options) == 0 && p.next == more:
		l.phrase(knowledge.PhraseVoiceMore)
	case len(p.options) == 0 && p.next == sources:
		l.phrase(knowledge.PhraseVoiceSource)
	}
	switch {
	case l.choosesLanguage():
	case l.state.flags&told == 0:
		l.phrase(knowledge.PhraseVoiceKeys)
	case p.next != more && (l.reply.Code != "" || len(p.options) == 0) && len(l.session.Trail) > 1:
		l.phrase(knowledge.PhraseVoiceBack)
		if l.session.Here() != "person" {
			l.phrase(knowledge.PhraseVoicePerson)
		}
	}
	if ask := l.channel.options.ReadOn; ask != "" && (l.session.Here() == "help" || l.session.Here() == "person") {
		l.readOn()
	}
}

// contact gives the number of the base for everything else.
func (l *layer) contact() dialog.Text {
	h := l.edition.Base.Hotline(l.edition.Base.Contact)
	if h == nil {
		return dialog.Text{}
	}
	return dialog.Text{Spans: []dialog.Span{{Value: &dialog.Value{Kind: dialog.Phone, Text: h.Number}}}}
}

// readOn tells where the same can be read (VOICE-17).
func (l *layer) readOn() {
	number := &dialog.Value{Kind: dialog.Phone, Text: l.channel.options.ReadOn}
	l.phrase(knowledge.PhraseVoiceRead, slot{"phone", dialog.Text{Spans: []dialog.Span{{Value: number}}}})
}

// choosesLanguage says whether the reply is the choice of a language at the beginning: nothing is said before it (VOICE-12).
func (l *layer) choosesLanguage() bool {
	return l.session.Here() == "notice" && len(l.edition.Base.Languages) > 1
}

// before gives the notice of first contact, which is heard in the language that was chosen, with the first reply in it.
func (l *layer) before() []dialog.Block {
	if l.state.flags&told != 0 || l.session.Here() == "notice" || l.session.Here() == "" || l.danger() {
		return nil
	}
	first := dialog.Session{Lang: l.reply.Lang, Trail: []dialog.Spot{"notice"}}
	blocks := engine.Show(l.edition.Edition, &first, l.channel.desk.Now()).Blocks
	keys := l.lang.Phrase(knowledge.PhraseNoticeKeys).One.Plain
	var out []dialog.Block
	for _, b := range blocks {
		if b.Text.Plain != keys { // they are said at the end
			out = append(out, b)
		}
	}
	return out
}

// danger says whether the reply is for somebody in danger: nothing is heard before the emergency numbers.
func (l *layer) danger() bool {
	a := l.edition.Base.AnswerOfKind("crisis")
	return a != nil && l.session.Here() == dialog.Spot("answer/"+a.ID)
}

// heardKey gives the reply as it is heard: nothing before the choice of a language, and the key that does not fit is named.
func (l *layer) heardKey() *dialog.Reply {
	r := *l.reply
	r.Blocks = nil
	wrong := l.lang.Phrase(knowledge.PhraseWrongKey).One.Plain
	for _, b := range l.reply.Blocks {
		switch {
		case l.choosesLanguage() && b.Kind != dialog.Notice:
		case b.Kind == dialog.Notice && b.Text.Plain == wrong && l.state.pressed != 0:
			b.Text = phrase(l.lang, knowledge.PhraseVoiceHeard, slot{"key", keyText(l.lang, l.state.pressed)})
			r.Blocks = append(r.Blocks, b)
		default:
			r.Blocks = append(r.Blocks, b)
		}
	}
	return &r
}

// keys says which keys are expected and for how long.
func (l *layer) keys(p *part) {
	k := Keys{Most: 1, First: l.channel.options.Patient, Between: betweenKey}
	if l.rate < Usual {
		k.First, k.Between = 2*k.First, 2*k.Between
	}
	k.Allowed = allKeys[:len(p.options)] + "567890"
	if len(l.session.Trail) > 1 {
		k.Allowed += string(rune(keyBack))
	}
	if p.next != nothing {
		k.Allowed += string(rune(keyMore))
	}
	l.out.Keys = k
}

// phrase says one of the channel's own sentences.
func (l *layer) phrase(k knowledge.PhraseKey, slots ...slot) { l.text(phrase(l.lang, k, slots...)) }

// text says a text in the language of the reply.
func (l *layer) text(t dialog.Text) {
	l.prompt(l.lang.Tag, stopped(l.edition.Writer(l.lang.Tag).Ear(t)))
}

// prompt says what is heard.
func (l *layer) prompt(lang knowledge.Lang, heard []layout.Heard) {
	if len(heard) > 0 {
		l.out.Prompts = append(l.out.Prompts, Prompt{Lang: lang, Heard: heard, Rate: l.rate, Louder: int(l.state.louder), Pause: breath})
	}
}

// Lasts estimates how long all prompts are heard.
func (t *Turn) Lasts() time.Duration {
	d := time.Duration(0)
	for i := range t.Prompts {
		d += lasts(t.Prompts[i].Heard, t.Prompts[i].Rate) + t.Prompts[i].Pause
	}
	return d
}
