package telegram

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"regexp"
	"strconv"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge"
)

// visit is one delivery as a turn.
type visit struct {
	channel *Telegram
	did     *delivery

	silent   bool // nothing is to be sent
	puzzled  bool // there was nothing to read
	messages []message
	lang     knowledge.Lang
	end      bool
}

// Read implements channels.Visit.
func (v *visit) Read(s *dialog.Session) ([]dialog.Input, channels.Verdict) {
	d, st := v.did, readState(s.Channel)
	v.silent, v.puzzled = false, false
	seen, old := st.seen(uint32(d.update))
	switch {
	case seen:
		return nil, channels.Again
	case old:
		v.silent = true
		return nil, channels.Again
	case d.strange:
		v.puzzled, v.silent = true, d.edited
		return nil, channels.Again
	case d.edited && (uint32(d.message) != st.message || st.edited || v.mark() == st.mark):
		v.silent = true
		return nil, channels.Again
	case d.edited && isNumber(d.text):
		return nil, channels.Again // a number means what was on the screen when it was first sent
	}
	inputs := v.inputs(s)
	if inputs == nil {
		return nil, channels.Again
	}
	st.take(uint32(d.update))
	if d.message != 0 {
		st.message, st.mark, st.edited = uint32(d.message), v.mark(), d.edited
	}
	s.Channel = st.append(s.Channel)
	return inputs, channels.Take
}

// inputs says what the person did; nil for a button of an old keyboard that means nothing any more.
func (v *visit) inputs(s *dialog.Session) []dialog.Input {
	d := v.did
	if len(s.Trail) == 0 {
		v.greetIn(s)
	}
	switch {
	case d.start:
		if in, ok := v.deep(d.payload); ok {
			return []dialog.Input{in}
		}
		return []dialog.Input{{Kind: dialog.Opened}}
	case d.command != dialog.NoCommand:
		return []dialog.Input{{Kind: dialog.Did, Command: d.command}}
	case d.query != "":
		return pressed(d.data, s)
	case d.text == "": // our name and nothing else
		return []dialog.Input{{Kind: dialog.Opened}}
	}
	return []dialog.Input{channels.Press(d.text)}
}

// greetIn begins a talk in the language of the person's own program, where the base speaks it.
func (v *visit) greetIn(s *dialog.Session) {
	tag, _, _ := strings.Cut(strings.ToLower(v.did.hint), "-")
	if lang := knowledge.Lang(tag); s.Lang == "" && v.channel.desk.Edition().Base.Lang[lang] != nil {
		s.Lang = lang
	}
}

// deep reads the payload of a link into the talk: the id or the code of a service, or the code of an answer.
func (v *visit) deep(payload string) (dialog.Input, bool) {
	b := v.channel.desk.Edition().Base
	s := b.Service(knowledge.ServiceID(payload))
	if n, err := strconv.Atoi(payload); err == nil {
		s = b.ServiceByCode(n)
	}
	switch {
	case s != nil:
		return dialog.Input{Kind: dialog.Chose, Option: "service/" + string(s.ID)}, true
	case answerCode.MatchString(payload):
		return dialog.Input{Kind: dialog.Said, Text: payload}, true
	}
	return dialog.Input{}, false
}

// answerCode is a code to quote, as 12F or G3.
var answerCode = regexp.MustCompile(`^(\d{1,5}[A-Za-z]|[A-Za-z]\d{1,5})$`)

// mark is a keyed hash of the words: it says nothing to who has not the key.
func (v *visit) mark() uint32 {
	m := hmac.New(sha256.New, v.channel.mark)
	m.Write([]byte(v.did.text))
	return binary.LittleEndian.Uint32(m.Sum(nil))
}

// Lay implements channels.Visit.
func (v *visit) Lay(e *channels.Edition, s *dialog.Session, r *dialog.Reply) {
	reply := *r
	if v.puzzled {
		with := *s
		with.Remark = dialog.NotUnderstood
		reply = engine.Show(e.Edition, &with, v.channel.desk.Now())
	}
	v.lang, v.end = reply.Lang, reply.End
	if v.messages = nil; !v.silent {
		v.messages = lay(e, &reply, len(s.Trail) > 1)
	}
}

func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
