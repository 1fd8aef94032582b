package layout

import (
	"bytes"
	"unicode/utf8"
)

// Glue holds together what one page must show whole. It is a space or a line break on the screen; the pager breaks at
// the weaker glue first. No input can forge the two control characters: cleaning drops them.
const (
	nbsp     = '\u00A0' // inside a value: "5 manat"
	lineGlue = 0x1F     // inside an option or a short line
	tieGlue  = '\v'     // a line break that keeps a question with its first option
)

// unglued gives the character that the screen shows for an ASCII character of a draft.
func unglued(c byte) rune {
	switch c {
	case lineGlue:
		return ' '
	case tieGlue:
		return '\n'
	}
	return rune(c)
}

// asciiClass says what cleaning does with an ASCII character.
type asciiClass uint8

const (
	drop asciiClass = iota
	keep
	blank
	newline
	special // a folding rule may apply
)

var asciiClasses = makeASCIIClasses()

func makeASCIIClasses() (t [utf8.RuneSelf]asciiClass) {
	for c := ' ' + 1; c < 0x7F; c++ {
		t[c] = keep
	}
	t[' '], t['\t'], t['\r'], t['\f'], t['\v'] = blank, blank, blank, blank, blank
	t['\n'] = newline
	return t
}

// runeClass says what cleaning does with a character that is not ASCII. Marks of direction and invisible characters are
// dropped: a narrow screen shows them as boxes, and they can make a text read otherwise than it was reviewed.
func runeClass(r rune) asciiClass {
	switch {
	case r < 0xA0:
		if r == 0x85 {
			return newline
		}
		return drop // C1 controls
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x180E, r == 0x3164, r == 0xFFA0:
		return drop // soft hyphen and fillers
	case r < 0x2000:
		if r == 0x1680 {
			return blank
		}
		return keep
	case r <= 0x206F:
		return generalPunctuation(r)
	case r == 0x3000:
		return blank
	case r == 0xFEFF, r >= 0xFFF0 && r <= 0xFFFB, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE, r >= 0xE0000:
		return drop // byte order mark, annotations, noncharacters, tags and the private planes
	}
	return keep
}

func generalPunctuation(r rune) asciiClass {
	switch {
	case r == 0x2028, r == 0x2029:
		return newline
	case r <= 0x200A && r != 0x2007, r == 0x205F:
		return blank
	case r == 0x200B, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060:
		return drop
	}
	return keep // joiners too: Persian and the scripts of India are misspelt without them
}

// isNoBreak says whether a character is a space that does not break.
func isNoBreak(r rune) bool { return r == nbsp || r == 0x202F || r == 0x2007 }

// isJoiner says whether a character shapes its neighbours and shows nothing itself.
func isJoiner(r rune) bool { return r == 0x200C || r == 0x200D }

// appendBlank ends a word. Runs of blanks become one, and none opens a line or stands beside glue.
func appendBlank(dst []byte) []byte {
	if atBlank(dst) {
		return dst
	}
	return append(dst, ' ')
}

// appendNoBreak adds glue between two words of a value.
func appendNoBreak(dst []byte) []byte {
	if atBlank(dst) {
		return dst
	}
	return append(dst, "\u00A0"...)
}

// appendNewline ends a line; empty lines are not kept.
func appendNewline(dst []byte) []byte {
	dst = trimBlank(dst)
	if len(dst) == 0 || dst[len(dst)-1] == '\n' {
		return dst
	}
	return append(dst, '\n')
}

// atBlank says whether a blank at the end of dst would be one too many.
func atBlank(dst []byte) bool {
	if len(dst) == 0 {
		return true
	}
	switch dst[len(dst)-1] {
	case ' ', '\n', tieGlue:
		return true
	}
	return bytes.HasSuffix(dst, []byte("\u00A0"))
}

// trimBlank takes blanks and glue off the end.
func trimBlank(dst []byte) []byte {
	for {
		switch {
		case bytes.HasSuffix(dst, []byte(" ")):
			dst = dst[:len(dst)-1]
		case bytes.HasSuffix(dst, []byte("\u00A0")):
			dst = dst[:len(dst)-2]
		default:
			return dst
		}
	}
}
