package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/plainline/plainline/knowledge/source"
)

// hiddenCharacter keeps out what an editor cannot see: it may hide words from a reviewer, or turn their order around.
func hiddenCharacter() Rule {
	return Rule{
		ID: "hidden-character", Severity: source.Error, Files: true,
		Statement: "A file has no invisible characters, no control characters and none that turn the direction of writing.",
		Check: func(p *Pass) {
			joiners := p.needsJoiners()
			p.eachLine(func(pos source.Pos, line string) {
				if isPrintableASCII(line) {
					return
				}
				for i, r := range line {
					byteOrderMark := r == '\uFEFF' && pos.Line == 1 && i == 0
					if !hidden(r) || byteOrderMark || joiners && (r == '\u200c' || r == '\u200d') {
						continue
					}
					at := pos
					at.Col += utf8.RuneCountInString(line[:i])
					p.Report(at, "delete it", "an invisible character (%U) stands here", r)
				}
			})
		},
	}
}

// needsJoiners says whether a language of the base writes with zero-width joiners, which its alphabet then holds.
func (p *Pass) needsJoiners() bool {
	if p.Base == nil {
		return false
	}
	for _, l := range p.Base.Lang {
		if strings.ContainsAny(l.Alphabet, "\u200c\u200d") {
			return true
		}
	}
	return false
}

func isPrintableASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// hidden says whether a character cannot be seen: controls but the tab, formats (Cf) such as U+202E and the tag characters,
// variation selectors, fillers, and characters of private use.
func hidden(r rune) bool {
	return unicode.IsControl(r) && r != '\t' || unicode.In(r, unicode.Cf, unicode.Co, unicode.Variation_Selector, unicode.Zl, unicode.Zp) ||
		r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0' || r == '\u034f'
}
