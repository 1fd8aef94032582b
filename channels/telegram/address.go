package telegram

import "strings"

// said is a text, and whether it is said to us.
type said struct {
	text  string // without our name
	us    bool   // by name, by a command, or as an answer to what we wrote
	named bool   // not only by a command, which may be any bot's
}

// addressed finds out whether a text in a group is for us: it names us, begins with a command that names nobody else, or
// answers what we wrote.
func addressed(m *inMessage, text string, me *identity) said {
	s := said{text: text}
	if r := m.ReplyTo; r != nil && r.From != nil && me != nil && r.From.ID == me.id {
		s.named = true
	}
	words := strings.Fields(text)
	kept := words[:0]
	for i, w := range words {
		if i == 0 && strings.HasPrefix(w, "/") {
			_, name, naming := strings.Cut(w, "@")
			s.us, s.named = !naming || me.named(name), s.named || naming && me.named(name)
		}
		if me.mentioned(w) {
			s.named = true
			continue
		}
		kept = append(kept, w)
	}
	if s.us = s.us || s.named; s.named {
		s.text = strings.Join(kept, " ")
	}
	return s
}

// named says whether a name is ours; Telegram's names have no case.
func (me *identity) named(name string) bool {
	return me != nil && me.name != "" && strings.EqualFold(name, me.name)
}

// mentioned says whether a word is our name, with what may stand around it in a sentence.
func (me *identity) mentioned(word string) bool {
	name, ok := strings.CutPrefix(strings.Trim(word, ",.:;!?()\"'"), "@")
	return ok && me.named(name)
}
