package telegram

import (
	"strconv"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// delivery is an update that is meant for us, as a channel sees it: who, where, and what was done.
type delivery struct {
	update  int64
	chat    int64
	user    int64
	thread  int64 // of a forum's topic; 0 elsewhere
	message int64 // the person's own; 0 for a button
	group   bool
	edited  bool
	strange bool // a picture, a voice, …: nothing to read in it

	query   string // id of a pressed button's query, which must be answered
	data    string // what stands behind the button
	text    string // what was written, clean
	command dialog.Command
	start   bool // the command start
	payload string
	hint    string // the language of the person's own program
}

// read finds out whether an update is meant for us, and what was done. An update that is not is acknowledged and left.
func read(u *update, me *identity) (delivery, bool) {
	switch {
	case u.Callback != nil:
		return readCallback(u)
	case u.Message != nil:
		return readMessage(u.ID, u.Message, me, false)
	case u.Edited != nil:
		return readMessage(u.ID, u.Edited, me, true)
	}
	return delivery{}, false
}

func readCallback(u *update) (delivery, bool) {
	q := u.Callback
	d := delivery{update: u.ID, query: q.ID, data: q.Data}
	if q.From == nil || q.Message == nil || q.Message.Chat.ID == 0 {
		return d, false // the query is answered, but there is no chat to answer in
	}
	m := q.Message
	d.user, d.hint = q.From.ID, q.From.Lang
	d.chat, d.group, d.thread = m.Chat.ID, m.Chat.Type != "private", m.thread()
	return d, m.Chat.Type != "channel"
}

func readMessage(id int64, m *inMessage, me *identity, edited bool) (delivery, bool) {
	d := delivery{update: id, chat: m.Chat.ID, message: m.ID, edited: edited, group: m.Chat.Type != "private", thread: m.thread()}
	if d.chat == 0 || m.Chat.Type == "channel" || !d.from(m) {
		return d, false
	}
	text := m.Text
	if text == "" {
		text = m.Caption
	}
	said := addressed(m, text, me)
	if d.group && !said.us {
		return d, false
	}
	d.text = strings.TrimSpace(channels.Clean(said.text))
	d.strange = d.text == "" && m.media.any()
	if d.text == "" && !d.strange && !said.named {
		return d, false
	}
	return d, d.readCommand(said.named)
}

// from notes who wrote. In a group that may be the group itself, or a channel.
func (d *delivery) from(m *inMessage) bool {
	switch {
	case m.Sender != nil && m.Sender.ID != 0:
		d.user = m.Sender.ID
	case m.From == nil || m.From.IsBot || m.From.ID == 0:
		return false
	default:
		d.user, d.hint = m.From.ID, m.From.Lang
	}
	return true
}

func (m *inMessage) thread() int64 {
	if m.Topic {
		return m.Thread
	}
	return 0
}

// readCommand reads "/word rest". In a group a word that is no command of ours may be another bot's, unless it was said to us
// by name; elsewhere it is taken as a word.
func (d *delivery) readCommand(named bool) bool {
	rest, ok := strings.CutPrefix(d.text, "/")
	if !ok {
		return true
	}
	word, rest, _ := strings.Cut(rest, " ")
	word, _, _ = strings.Cut(word, "@")
	c, known := commandNamed(word)
	switch {
	case known && c == dialog.NoCommand:
		d.start, d.payload = true, strings.TrimSpace(rest)
	case known:
		d.command = c
	case d.group && !named:
		return false
	default:
		d.text = strings.TrimSpace(word + " " + rest)
	}
	return true
}

// address is what the person is known by: the chat, and in a group also who wrote there, so that nothing of a talk between
// two is ever seen by others.
func (d *delivery) address() channels.Address {
	if d.group {
		return channels.Address("group " + strconv.FormatInt(d.chat, 10) + " " + strconv.FormatInt(d.user, 10))
	}
	return channels.Address(strconv.FormatInt(d.chat, 10))
}
