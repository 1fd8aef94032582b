package ussd

import (
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge"
)

// visit is one request of a gateway with cumulative input: all that was keyed in since the talk began, joined by *.
type visit struct {
	channel *USSD
	gateway string           // the gateway's session id
	input   string           // cumulative
	phone   channels.Address // empty for a simulated phone

	state state
	home  bool // there is nothing to go back to
	page  layout.Page
	lang  knowledge.Lang
	end   bool
}

// maxPath is how many keys are read from one request; a path dialled by hand is far shorter.
const maxPath = 120

// Read implements channels.Visit.
func (v *visit) Read(s *dialog.Session) ([]dialog.Input, channels.Verdict) {
	st, known := readState(s.Channel)
	gw := hash(v.gateway)
	switch {
	case known && st.before == gw: // late, from a talk that was hung up
		v.state = st
		return nil, channels.Again
	case !known || st.gateway != gw:
		v.state = state{gateway: gw, before: st.gateway}
		return v.begin(s), channels.Take
	}
	v.state = st
	rest, ok := v.suffix(st)
	if !ok {
		return nil, channels.Again
	}
	v.mark()
	return v.keys(nil, rest), channels.Take
}

// begin starts a talk in a session of the gateway that is new to us. With keys already in it, it was dialled as a path, or
// our memory of it was lost: both are played from the start.
func (v *visit) begin(s *dialog.Session) []dialog.Input {
	v.mark()
	if v.input != "" {
		*s = dialog.Session{Lang: s.Lang, Channel: s.Channel}
	}
	inputs := []dialog.Input{{Kind: dialog.Opened}}
	if v.input == "" {
		return inputs
	}
	return v.keys(inputs, v.input)
}

// suffix gives what was keyed in since the last answer; not ok for a request that was answered before, came late, or does
// not follow from what we know.
func (v *visit) suffix(st state) (string, bool) {
	n := int(st.length)
	if len(v.input) <= n || hash(v.input[:n]) != st.input {
		return "", false
	}
	if n == 0 {
		return v.input, true
	}
	if v.input[n] != '*' {
		return "", false
	}
	return v.input[n+1:], true
}

// Reach implements channels.Reachable.
func (v *visit) Reach() (channels.Address, string) { return v.phone, "ussd/" + v.gateway }

func (v *visit) mark() {
	v.state.length, v.state.input = uint16(len(v.input)), hash(v.input)
}

// keys plays what was keyed in one after the other: a path dialled in one go, or what the gateway sent while we had no
// memory. Words are cut at a * too, because nothing tells one that was typed from one of the gateway.
func (v *visit) keys(inputs []dialog.Input, rest string) []dialog.Input {
	n := 0
	for key := range strings.SplitSeq(rest, "*") {
		if n++; key != "" && n <= maxPath {
			inputs = v.press(inputs, key)
		}
	}
	return inputs
}

// press reads one key. The next page is the channel's own affair; every other input begins at the first page again.
func (v *visit) press(inputs []dialog.Input, key string) []dialog.Input {
	in := channels.Press(key)
	if in.Command == dialog.More {
		if v.state.page < 250 {
			v.state.page++
		}
		return inputs
	}
	v.state.page = 0
	return append(inputs, in)
}

// Lay implements channels.Visit: it lays out the page on the screen, and says so where there is no further one.
func (v *visit) Lay(e *channels.Edition, s *dialog.Session, r *dialog.Reply) {
	if v.state.gateway == 0 {
		v.state, _ = readState(s.Channel)
	}
	want := int(v.state.page)
	v.home = len(s.Trail) <= 1
	v.page = v.screen(e, r, want)
	if want > 0 && v.page.Number <= want {
		v.state.page = 0
		s.Remark = dialog.NoMore
		again := engine.Show(e.Edition, s, v.channel.desk.Now())
		v.page = v.screen(e, &again, 0)
	}
	v.end, v.lang = r.End, r.Lang
	s.Channel = v.state.append(s.Channel)
}

func (v *visit) screen(e *channels.Edition, r *dialog.Reply, page int) layout.Page {
	f := e.Frame(r, true)
	if v.home {
		f.Back = ""
	}
	return layout.Screen(e.Writer(r.Lang), r, f, v.channel.budget, page)
}

// hash is FNV-1a of 64 bits, enough to tell one input from another.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
