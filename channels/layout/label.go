package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// AfterLabel gives what stands between a label and its value on every channel: a colon and a blank, only the blank where the
// label ends with a sign of its own, be it inside of quotation marks or brackets, and nothing where there is no label or it ends with a blank.
func AfterLabel[T string | []byte](label T) string {
	const few = 4 * utf8.UTFMax // as many closing marks as anybody writes, and the sign before them
	end := string(label[max(0, len(label)-few):])
	if r, _ := utf8.DecodeLastRuneInString(end); end == "" || unicode.IsSpace(r) {
		return ""
	}
	end = strings.TrimRightFunc(end, func(r rune) bool { return unicode.In(r, unicode.Pe, unicode.Quotation_Mark) })
	switch r, _ := utf8.DecodeLastRuneInString(end); {
	case r == ':', r == '：', r == '…', unicode.Is(unicode.STerm, r):
		return " "
	}
	return ": "
}
