package telegram

import (
	"encoding/base64"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge"
)

// Limits of a button.
const (
	maxData  = 64 // bytes behind it (Bot API, "InlineKeyboardButton")
	wide     = 32 // units of a label that every phone shows whole; longer ones stand in the message too
	narrow   = 14 // units of a label beside which a second one has room
	maxLabel = 60 // units
)

// button is one button: its label begins with the number that may be typed instead.
type button struct {
	Label string `json:"l"`
	Data  string `json:"d"`
}

// options makes the buttons of a reply's options, one for each, and says whether one is too long to be read on it.
func (w writer) options(r *dialog.Reply) (buttons []button, long bool) {
	offered := engine.Offered(r.Prompt.Options)
	for i := range r.Prompt.Options {
		o := &r.Prompt.Options[i]
		key := strconv.Itoa(dialog.OptionKey(i))
		label := key + " " + w.label(o)
		long = long || units(label) > wide
		buttons = append(buttons, button{Label: shorten(label), Data: dataOf(offered, key, o.ID)})
	}
	return buttons, long
}

// label writes an option; another language speaks for itself.
func (w writer) label(o *dialog.Option) string {
	if tag, ok := strings.CutPrefix(o.ID, "language/"); ok && knowledge.Lang(tag) != w.lang {
		if l := w.edition.Base.Lang[knowledge.Lang(tag)]; l != nil {
			return l.Name
		}
	}
	return strings.Join(strings.Fields(string(w.AppendText(nil, o.Label))), " ")
}

// rows puts short labels in pairs, longer ones in rows of their own.
func rows(buttons []button) (rows [][]button) {
	for i := 0; i < len(buttons); i++ {
		if i+1 < len(buttons) && units(buttons[i].Label) <= narrow && units(buttons[i+1].Label) <= narrow {
			rows = append(rows, buttons[i:i+2:i+2])
			i++
			continue
		}
		rows = append(rows, buttons[i:i+1:i+1])
	}
	return rows
}

// keys makes the last row: back, where there is something to go back to, and a person. Labels begin with the key, as all do.
func keys(back, person string) (row []button) {
	for _, k := range [...]struct{ key, label string }{{channels.KeyBack, back}, {channels.KeyPerson, person}} {
		if k.label == "" {
			continue
		}
		if !strings.HasPrefix(k.label, k.key+" ") {
			k.label = k.key + " " + k.label
		}
		row = append(row, button{Label: shorten(k.label), Data: keyData + k.key})
	}
	return row
}

// keyData opens the data of a key that means the same everywhere; other data opens with the hash of what was offered.
const keyData = "="

// dataOf gives what stands behind the button of an option: a hash of all that was offered with it, its number, and where it
// leads, if there is room.
func dataOf(offered uint32, key, id string) string {
	hash := binary.LittleEndian.AppendUint32(nil, offered)
	data := base64.RawURLEncoding.EncodeToString(hash) + key
	if len(data)+1+len(id) <= maxData {
		data += ":" + id
	}
	return data
}

const hashLength = 6 // of four bytes in base64

// pressed reads a button against where the talk stands; nil where it is of an old message and means nothing any more. Data
// that no button of ours has is read like that of an old one.
func pressed(data string, s *dialog.Session) []dialog.Input {
	if key, ok := strings.CutPrefix(data, keyData); ok {
		if in := channels.Press(key); in.Kind == dialog.Did {
			return []dialog.Input{in}
		}
		return nil
	}
	rest, id, _ := strings.Cut(data, ":")
	var fresh bool
	if len(rest) > hashLength {
		hash, err := base64.RawURLEncoding.DecodeString(rest[:hashLength])
		fresh = err == nil && binary.LittleEndian.Uint32(hash) == s.Offered && len(s.Trail) > 0
		rest = rest[hashLength:]
	}
	switch {
	case id != "" && (fresh || lasting(id)):
		return []dialog.Input{{Kind: dialog.Chose, Option: id}}
	case fresh && isNumber(rest):
		return []dialog.Input{{Kind: dialog.Said, Text: rest}}
	case len(s.Trail) == 0:
		return []dialog.Input{{Kind: dialog.Opened}} // the talk is over and forgotten
	}
	return nil
}

// lasting says whether an option means the same whenever it is chosen: a place to go to.
func lasting(id string) bool {
	kind, _, _ := strings.Cut(id, "/")
	return kind != "do" && kind != "give"
}

// units counts UTF-16 units, in which Telegram measures everything.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// shorten cuts a label that no button could show.
func shorten(label string) string {
	if units(label) <= maxLabel {
		return label
	}
	n := 0
	for i, r := range label {
		if n += utf16.RuneLen(r); n >= maxLabel {
			return strings.TrimSpace(label[:i]) + "…"
		}
	}
	return label
}
