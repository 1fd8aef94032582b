package engine

import (
	"slices"
	"strings"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// patience is how many inputs in a row may fit nothing before a person is offered.
const patience = 3

// Turn takes one turn: it changes the session by the input, shows where the talk stands, and notes what was offered.
func Turn(e *Edition, s *dialog.Session, in dialog.Input, now time.Time) (dialog.Reply, dialog.Event) {
	ev := Step(e, s, in, now)
	r := Show(e, s, now)
	s.Offered = Offered(r.Prompt.Options)
	s.Revision = e.Base.Revision
	return r, ev
}

// Step changes the session by what the person did.
func Step(e *Edition, s *dialog.Session, in dialog.Input, now time.Time) dialog.Event {
	t := step{e: e, s: s, now: now}
	s.Trail = append(make([]dialog.Spot, 0, len(s.Trail)+1), s.Trail...) // another copy of the session keeps its own
	t.begin()
	s.Remark = dialog.NoRemark
	outcome := t.take(in)
	if outcome != dialog.WrongInput && outcome != dialog.NotAnswered {
		s.Wrong = 0
	}
	return dialog.Event{Spot: s.Here(), Outcome: outcome, Effects: t.effects}
}

type step struct {
	e   *Edition
	s   *dialog.Session
	now time.Time

	effects []dialog.Effect
}

// begin counts the turn and starts a talk that has not begun, or was ended.
func (t *step) begin() {
	s := t.s
	if s.Flags&dialog.Ended != 0 {
		*s = dialog.Session{Lang: s.Lang, Channel: s.Channel, Flags: s.Flags & dialog.Texts}
	}
	s.Turn++
	s.Last = t.now.Unix()
	if s.Started == 0 {
		s.Started = s.Last
	}
	if t.e.Base.Lang[s.Lang] == nil {
		s.Lang = t.e.Base.Languages[0]
	}
}

func (t *step) take(in dialog.Input) dialog.Outcome {
	stale := t.stale()
	if in.Kind == dialog.Opened {
		return t.opened()
	}
	if len(t.s.Trail) == 0 {
		t.s.Trail = append(t.s.Trail, "notice")
		if _, key := number(strings.TrimSpace(in.Text)); key && in.Kind == dialog.Said {
			return dialog.Began // a number of a list that nobody remembers
		}
	}
	if t.prune() || stale {
		t.s.Remark = dialog.BaseChanged
		return dialog.BaseReloaded
	}
	switch in.Kind {
	case dialog.Did:
		return t.command(in.Command)
	case dialog.Chose:
		return t.chose(in.Option)
	case dialog.Said:
		return t.said(strings.TrimSpace(in.Text))
	}
	return dialog.NothingToDo
}

// opened begins a talk with the notice, or meets one again that was dropped.
func (t *step) opened() dialog.Outcome {
	s := t.s
	t.prune()
	if len(s.Answers) > 0 {
		s.Flags |= dialog.Hidden
	}
	switch here := s.Here(); {
	case here == "" || here == "notice":
		s.Trail = append(s.Trail[:0], "notice")
		return dialog.Began
	case len(s.Trail) == 1:
		return dialog.Resumed
	case here != "resume":
		t.push("resume")
	}
	return dialog.Resumed
}

// prune drops the end of the trail that the base no longer has.
func (t *step) prune() bool {
	s := t.s
	n := t.e.sound(s.Trail)
	if n == len(s.Trail) {
		return false
	}
	if s.Trail = s.Trail[:n]; n == 0 {
		s.Trail = append(s.Trail, "home")
	}
	return true
}

func (t *step) command(c dialog.Command) dialog.Outcome {
	s := t.s
	switch c {
	case dialog.Back:
		if !t.unsay() {
			t.back()
		}
	case dialog.Home:
		s.Trail = append(s.Trail[:0], "home")
	case dialog.Help:
		t.push("help")
	case dialog.ToPerson:
		t.push("person")
	case dialog.Languages:
		t.push("languages")
	case dialog.Shorter:
		s.Flags |= dialog.Brief
		return dialog.Moved
	case dialog.Repeat:
		return dialog.Moved
	case dialog.Stop:
		s.Flags |= dialog.Ended
		return dialog.Left
	case dialog.More:
		s.Remark = dialog.NoMore
	}
	s.Flags &^= dialog.Brief
	if c != dialog.More {
		t.offerNothing()
	}
	return dialog.Moved
}

func (t *step) back() {
	s := t.s
	if len(s.Trail) > 1 {
		s.Trail = s.Trail[:len(s.Trail)-1]
	} else if s.Here() != "notice" {
		s.Trail = append(s.Trail[:0], "home")
	}
}

// said takes typed or spoken words: a number of an option, a command word, or a question.
func (t *step) said(text string) dialog.Outcome {
	switch {
	case text == "":
		return dialog.Repeated
	case len(text) > dialog.MaxSaid:
		t.s.Remark = dialog.TooLong
		return t.wrong()
	}
	if n, ok := number(text); ok {
		if i := dialog.OptionIndex(n); t.asked() && (i < 0 || i >= len(optionsAt(t.e, t.s, t.now))) && t.typed(text) {
			return dialog.Moved
		}
		return t.pick(n)
	}
	if t.typed(text) {
		return dialog.Moved
	}
	if id := t.offered(text); id != "" {
		return t.follow(id)
	}
	m := t.e.Matcher.Understand(understand.Query{Text: text, Lang: t.s.Lang, Service: t.service(), Aspect: t.aspect()})
	first := t.s.Here() == "notice"
	t.maybeSwitch(m.Lang)
	if m.Command != dialog.NoCommand {
		return t.command(m.Command)
	}
	if t.asked() && (len(m.Targets) != 1 || m.Doubt) {
		t.s.Remark = dialog.WrongValue
		return t.wrong()
	}
	outcome := t.understood(&m)
	if t.offerNothing(); outcome == dialog.Understood {
		t.s.Flags |= dialog.ByWords
		t.s.Also = m.Second
	}
	if t.s.Also == "" && !first && m.Switch != "" && m.Switch != t.s.Lang {
		t.s.Also = "language/" + dialog.Spot(m.Switch)
	}
	return outcome
}

// offered gives the option that is offered in just these words: "not this" may be typed as well as its number. Marks may be
// left out where that leads to one option only, for "12" is also "1-2" without its marks.
func (t *step) offered(text string) string {
	options := Show(t.e, t.s, t.now).Prompt.Options
	for _, o := range options {
		if o.Label.Plain != "" && strings.EqualFold(text, o.Label.Plain) {
			return o.ID
		}
	}
	lang, found := t.e.Base.Lang[t.s.Lang], ""
	for _, o := range options {
		switch {
		case o.Label.Plain == "" || o.ID == found || !lang.Same(text, o.Label.Plain):
		case found != "":
			return ""
		default:
			found = o.ID
		}
	}
	return found
}

// understood goes where a meaning leads: to the answer, to a question back, or to who knows.
func (t *step) understood(m *understand.Meaning) dialog.Outcome {
	for _, g := range m.Given {
		if t.forget(g.Key); g.Value != "" {
			t.give(g.Key + "/" + g.Value)
		}
	}
	switch {
	case len(m.Targets) == 0 && m.Refer != "":
		t.push("refer/" + dialog.Spot(m.Refer))
		return dialog.NotAnswered
	case len(m.Targets) == 0:
		t.push("unknown")
		t.wrong()
		return dialog.NotAnswered
	case len(m.Targets) == 1 && !m.Doubt:
		t.push(m.Targets[0])
		return dialog.Understood
	}
	t.push("choices/" + dialog.Spot(joinSpots(m.Targets)))
	return dialog.AskedBack
}

// offerNothing takes back what was offered beside the last answer.
func (t *step) offerNothing() {
	t.s.Also = ""
	t.s.Flags &^= dialog.ByWords
}

// aspect gives the aspect that is on the screen, so that "and for a child?" is understood; "" for none.
func (t *step) aspect() string {
	kind, _, has := strings.Cut(string(t.s.Here()), "/")
	if _, ok := answer.AspectNamed(kind); ok && has {
		return kind
	}
	return ""
}

// maybeSwitch takes the language of the first message; later a switch is the person's own choice.
func (t *step) maybeSwitch(l knowledge.Lang) {
	if l != "" && t.s.Here() == "notice" && t.e.Base.Lang[l] != nil {
		t.s.Lang = l
	}
}

func (t *step) wrong() dialog.Outcome {
	if t.s.Wrong < patience {
		t.s.Wrong++
	}
	return dialog.WrongInput
}

// pick takes the number of an option. Where the list has changed since it was shown, the new list is shown instead.
func (t *step) pick(n int) dialog.Outcome {
	options := optionsAt(t.e, t.s, t.now)
	if t.s.Revision != "" && Offered(options) != t.s.Offered {
		t.s.Remark = dialog.BaseChanged
		return dialog.BaseReloaded
	}
	i := dialog.OptionIndex(n)
	if i < 0 || i >= len(options) {
		t.s.Remark = dialog.WrongKey
		return t.wrong()
	}
	return t.follow(options[i].ID)
}

// chose takes the id of an option. An option of an earlier reply is followed too, where the base still has its place.
func (t *step) chose(id string) dialog.Outcome {
	for _, o := range optionsAt(t.e, t.s, t.now) {
		if o.ID == id {
			return t.follow(id)
		}
	}
	if kind, _, _ := strings.Cut(id, "/"); kind != "do" && kind != "give" && kind != "say" && t.e.Exists(dialog.Spot(id)) {
		return t.follow(id)
	}
	t.s.Remark = dialog.WrongKey
	return t.wrong()
}

// follow does what an option says: an action, a value given, a language, or a place to go to.
func (t *step) follow(id string) dialog.Outcome {
	if id != "do/continue" && id != textMe { // which go back to just what was on the screen
		t.offerNothing()
	}
	kind, rest, _ := strings.Cut(id, "/")
	switch kind {
	case "do":
		t.do(rest)
	case "give":
		t.give(rest)
	case "say":
		t.say(rest)
	case "language":
		t.s.Lang = knowledge.Lang(rest)
		switch t.s.Here() {
		case "notice":
			t.s.Trail = append(t.s.Trail[:0], "home")
		case "languages":
			t.back()
		}
	case "home":
		t.s.Trail = append(t.s.Trail[:0], "home")
	default:
		t.push(dialog.Spot(id))
	}
	t.s.Flags &^= dialog.Brief
	return dialog.Moved
}

func (t *step) do(what string) {
	s := t.s
	switch {
	case what == "continue" && t.confirm():
	case what == "continue" || what == "no":
		t.back()
	case what == "not-this":
		t.back()
		t.push("topics")
		s.Remark = dialog.NotUnderstood
	case what == "restart":
		s.Trail, s.Given, s.Answers = append(s.Trail[:0], "home"), nil, nil
	case what == "forget-answers":
		s.Answers = nil
		t.back()
	case what == "erase":
		*s = dialog.Session{Lang: s.Lang, Channel: s.Channel, Turn: s.Turn, Started: s.Last, Last: s.Last, Trail: []dialog.Spot{"home"}, Remark: dialog.Erased,
			Flags: s.Flags & dialog.Texts}
	case "do/"+what == textMe:
		t.textMe()
	case strings.HasPrefix(what, "ask-again/"):
		t.forget("fee." + what[len("ask-again/"):] + ".")
	}
}

// give notes a value under its key: "fee.passport.who/adult". The oldest is forgotten where there are too many.
func (t *step) give(pair string) {
	key, value, _ := strings.Cut(pair, "/")
	t.forget(key)
	if n := len(t.s.Given); n >= dialog.MaxGiven {
		t.s.Given = t.s.Given[n-dialog.MaxGiven+1:]
	}
	t.s.Given = append(slices.Clip(t.s.Given), dialog.Given{Key: key, Value: value})
}

// forget drops what was given under keys with a prefix.
func (t *step) forget(prefix string) {
	t.s.Given = slices.DeleteFunc(slices.Clone(t.s.Given), func(g dialog.Given) bool { return strings.HasPrefix(g.Key, prefix) })
}

// push goes to a spot. Passing places (a question back, "I don't know", the resume screen) are left behind, not kept.
func (t *step) push(spot dialog.Spot) {
	s := t.s
	s.Flags &^= dialog.Brief
	for passing(s.Here()) && len(s.Trail) > 1 && s.Here() != spot {
		s.Trail = s.Trail[:len(s.Trail)-1]
	}
	if s.Here() == "notice" {
		s.Trail[0] = "home"
	}
	if s.Here() == spot {
		return
	}
	if len(s.Trail) >= dialog.MaxTrail {
		s.Trail = append(s.Trail[:1], s.Trail[2:]...) // home stays
	}
	s.Trail = append(s.Trail, spot)
}

func passing(s dialog.Spot) bool {
	return s == "unknown" || s == "resume" || strings.HasPrefix(string(s), "refer/") || strings.HasPrefix(string(s), "choices/") ||
		strings.HasPrefix(string(s), "sofar/")
}

// service gives the service that the talk is about, so that "and how long does it take?" is understood.
func (t *step) service() knowledge.ServiceID {
	for i := len(t.s.Trail) - 1; i > 0; i-- {
		if s := t.e.serviceOf(t.s.Trail[i]); s != nil {
			return s.ID
		}
		if list, ok := strings.CutPrefix(string(t.s.Trail[i]), "choices/"); ok {
			if id := t.e.oneService(list); id != "" {
				return id
			}
		}
	}
	return ""
}

// number reads a key or a typed number of at most three digits.
func number(text string) (int, bool) {
	if len(text) > 3 {
		return 0, false
	}
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, true
}

func joinSpots(spots []dialog.Spot) string {
	var b strings.Builder
	for i, s := range spots {
		if i > 0 {
			b.WriteByte('|')
		}
		b.WriteString(string(s))
	}
	return b.String()
}
