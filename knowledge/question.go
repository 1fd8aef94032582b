package knowledge

import (
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// Example is a question as people really ask it, labelled with what it means: a line of questions/<lang>.jsonl. It teaches
// the matcher, or, where it is held aside, it measures it.
type Example struct {
	source.Pos `json:"-"`
	ID         string    `json:"id"`
	Text       string    `json:"text"`
	Service    ServiceID `json:"service,omitempty"` // without an aspect: the service as such
	Aspect     string    `json:"aspect,omitempty"`  // without a service: asked in a talk that has one
	Answer     string    `json:"answer,omitempty"`  // id of a general answer
	Event      string    `json:"event,omitempty"`   // id of a life event
	None       bool      `json:"none,omitempty"`    // the base does not cover it
	Refer      string    `json:"refer,omitempty"`   // id of a Hotline: who does what the base does not cover
	Origin     string    `json:"origin"`            // real | synthetic: written by those who built the base
}

// heldPrefix opens the ids of questions that are held aside.
const heldPrefix = "eval-"

// Held says whether the question is held aside to measure with, and must never be learned from. The id decides, so that
// a question stays on its side for good.
func (e *Example) Held() bool { return strings.HasPrefix(e.ID, heldPrefix) }
