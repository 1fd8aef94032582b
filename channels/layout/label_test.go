package layout_test

import (
	"testing"

	"github.com/plainline/plainline/channels/layout"
)

func TestAfterLabel(t *testing.T) {
	t.Parallel()
	for label, want := range map[string]string{
		"":                  "",
		"Fee":               ": ",
		"Fee (usual)":       ": ",
		"Haqqı":             ": ",
		"№ 5":               ": ",
		"\xff":              ": ",
		"Lost it?":          " ",
		"Bring:":            " ",
		"Pay in cash.":      " ",
		"Hurry!":            " ",
		"And then…":         " ",
		"كم؟":               " ",
		"Ինչու։":            " ",
		"費用。":               " ",
		"費用：":               " ",
		"Say “why?”":        " ",
		"Вопрос «зачем?»":   " ",
		`He asked ("why?")`: " ",
		"(Lost it?)":        " ",
		"The “fee”":         ": ",
		"”":                 ": ",
		"Lost it? ":         "",
		"(Lost it?) ":       "",
		"Lost it?\u00a0":    "",
	} {
		if got := layout.AfterLabel(label); got != want {
			t.Errorf("AfterLabel(%q) = %q, want %q", label, got, want)
		}
		if got := layout.AfterLabel([]byte(label)); got != want {
			t.Errorf("AfterLabel of the bytes of %q = %q, want %q", label, got, want)
		}
	}
}
