package channels

import (
	"strings"
	"unicode"

	"github.com/plainline/plainline/dialog"
)

// Keys, everywhere the same: 9 a person, 0 back, 00 start, 98 more; 1 to 8 (then 10 and on) choose an option.
const (
	KeyPerson = "9"
	KeyBack   = "0"
	KeyHome   = "00"
	KeyMore   = "98"
)

// Press reads what was typed on a channel with keys: a command key, or anything else as said.
func Press(typed string) dialog.Input {
	typed = strings.TrimSpace(typed)
	c := dialog.NoCommand
	switch typed {
	case KeyPerson:
		c = dialog.ToPerson
	case KeyBack:
		c = dialog.Back
	case KeyHome:
		c = dialog.Home
	case KeyMore:
		c = dialog.More
	default:
		return dialog.Input{Kind: dialog.Said, Text: typed}
	}
	return dialog.Input{Kind: dialog.Did, Command: c}
}

// Clean takes out of what was typed what no keyboard types, broken letters and control characters, and makes one line of many.
func Clean(typed string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == unicode.ReplacementChar, unicode.IsControl(r):
			return -1
		}
		return r
	}, typed)
}
