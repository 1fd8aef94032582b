package layout

import "unicode/utf8"

// Glue holds together what one page must show whole. It is a space or a line break on the screen; the pager breaks at
// the weaker glue first. No input can forge the two control characters: cleaning drops them.
const (
	nbsp     = '\u00A0' // inside a value: "5 manat"
	lineGlue = 0x1F     // inside an option or a short line
	tieGlue  = '\v'     // a line break that keeps a question with its first option
)

// unglued gives the character that the screen shows for one of a draft.
func unglued(r rune) rune {
	switch r {
	case nbsp, lineGlue:
		return ' '
	case tieGlue:
		return '\n'
	}
	return r
}

// decode is utf8.DecodeRune with a short way for the letters of Europe and the Caucasus, which are two bytes long.
func decode(text []byte) (r rune, n int) {
	if len(text) > 1 && text[0] >= 0xC2 && text[0] < 0xE0 && text[1]&0xC0 == 0x80 {
		return rune(text[0]&0x1F)<<6 | rune(text[1]&0x3F), 2
	}
	return utf8.DecodeRune(text)
}

// class says what cleaning does with a character.
type class uint8

const (
	drop class = iota
	keep
	blank
	newline
)

// classOf gives the class of a character. Marks of direction and invisible characters are dropped: a narrow screen shows
// them as boxes, and they can make a text read otherwise than it was reviewed.
func classOf(r rune) class {
	switch {
	case r < 0xA0:
		return controlClass(r)
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x180E, r == 0x3164, r == 0xFFA0:
		return drop // soft hyphen and fillers
	case r == 0xA0, r == 0x1680, r == 0x3000:
		return blank
	case r >= 0x2000 && r <= 0x206F:
		return punctuationClass(r)
	case r == 0xFEFF, r >= 0xFFF0 && r <= 0xFFFB, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE, r >= 0xE0000:
		return drop // byte order mark, annotations, noncharacters, tags and the private planes
	}
	return keep
}

// controlClass is classOf for ASCII and the C1 controls.
func controlClass(r rune) class {
	switch {
	case r > ' ' && r < 0x7F:
		return keep
	case r == '\n', r == 0x85:
		return newline
	case r == ' ', r >= '\t' && r <= '\r':
		return blank
	}
	return drop
}

// punctuationClass is classOf for the block General Punctuation.
func punctuationClass(r rune) class {
	switch {
	case r == 0x2028, r == 0x2029:
		return newline
	case r <= 0x200A, r == 0x202F, r == 0x205F:
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
	return append(dst, space...)
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
	case ' ', '\n':
		return true
	}
	return endsWithNoBreak(dst)
}

// endsWithNoBreak says whether the last character is glue of a value.
func endsWithNoBreak(text []byte) bool {
	n := len(text)
	return n >= len(space) && text[n-1] == space[1] && text[n-2] == space[0]
}

// trimBlank takes blanks and glue off the end.
func trimBlank(dst []byte) []byte {
	for {
		switch {
		case len(dst) > 0 && dst[len(dst)-1] == ' ':
			dst = dst[:len(dst)-1]
		case endsWithNoBreak(dst):
			dst = dst[:len(dst)-len(space)]
		default:
			return dst
		}
	}
}

// trimEnd takes blanks, glue and one line break off the end; more than one never stand together.
func trimEnd(dst []byte) []byte {
	dst = trimBlank(dst)
	if len(dst) > 0 && dst[len(dst)-1] == '\n' {
		dst = trimBlank(dst[:len(dst)-1])
	}
	return dst
}

// runeCount is utf8.RuneCount for text known to be valid, without its copy.
func runeCount(text []byte) int {
	n := 0
	for _, c := range text {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}
