package layout

import (
	"unicode"
	"unicode/utf8"
)

// AfterLabel gives what stands between a label and its value on every channel: a colon and a blank, only the blank where the
// label ends with a sign of its own, and nothing where there is no label or it ends with a blank.
func AfterLabel[T string | []byte](label T) string {
	end := string(label[max(0, len(label)-utf8.UTFMax):])
	switch r, _ := utf8.DecodeLastRuneInString(end); {
	case end == "", unicode.IsSpace(r):
		return ""
	case r == ':', r == '…', unicode.Is(unicode.STerm, r):
		return " "
	}
	return ": "
}
