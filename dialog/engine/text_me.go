package engine

import (
	"strings"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
)

// An answer may be sent to the person's telephone. An SMS stays there, and phones are shared: so nothing goes out that the
// editors marked as sensitive, nor anything of a talk that came by such a thing, nor what concerns somebody's entitlement.

// textMe is the option that asks for an SMS. It stands last, so that no other option changes its number by it.
const textMe = "do/text-me"

// textMe promises an SMS of the answer where the talk stands.
func (t *step) textMe() {
	if t.e.textable(t.s) {
		t.s.Remark = dialog.TextComing
		t.effects = append(t.effects, dialog.Effect{Kind: dialog.TextMe, Spot: t.s.Here()})
	}
}

// textable says whether the answer where the talk stands may go out as an SMS, and can.
func (e *Edition) textable(s *dialog.Session) bool {
	if s.Flags&dialog.Texts == 0 || e.sensitive(s.Here()) {
		return false
	}
	switch kind, _, _ := strings.Cut(string(s.Here()), "/"); kind {
	case "question", "answer", "office":
	default:
		if _, ok := answer.AspectNamed(kind); !ok || e.serviceOf(s.Here()) == nil {
			return false
		}
	}
	for _, spot := range s.Trail {
		if e.marked(spot) {
			return false
		}
	}
	return true
}

// Answer gives what an SMS says of the place where a talk stands: the answer without what stands around it.
func Answer(e *Edition, s *dialog.Session, now time.Time) dialog.Reply {
	alone := *s
	alone.Remark, alone.Wrong, alone.Also = dialog.NoRemark, 0, ""
	alone.Flags &^= dialog.Brief
	alone.Flags |= dialog.ByWords // it names its service, because it stands alone
	r := Show(e, &alone, now)
	r.Prompt = dialog.Prompt{}
	return r
}
