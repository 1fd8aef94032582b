package layout

import (
	"bytes"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/plainline/plainline/knowledge"
)

// typography brings signs that force a screen into UCS-2, or that old telephones lack, to plain ones. Letters are never
// in it: they belong to the language's own reviewed table.
var typography = []knowledge.Pair{
	{From: "‘", To: "'"}, {From: "’", To: "'"}, {From: "‚", To: "'"}, {From: "‛", To: "'"}, {From: "ʼ", To: "'"}, {From: "ʻ", To: "'"},
	{From: "′", To: "'"}, {From: "`", To: "'"}, {From: "´", To: "'"}, {From: "‹", To: "'"}, {From: "›", To: "'"},
	{From: "“", To: `"`}, {From: "”", To: `"`}, {From: "„", To: `"`}, {From: "‟", To: `"`}, {From: "«", To: `"`}, {From: "»", To: `"`}, {From: "″", To: `"`},
	{From: "‐", To: "-"}, {From: "‑", To: "-"}, {From: "‒", To: "-"}, {From: "–", To: "-"}, {From: "—", To: "-"}, {From: "―", To: "-"}, {From: "−", To: "-"},
	{From: "•", To: "-"}, {From: "·", To: "-"}, {From: "…", To: "..."}, {From: "→", To: "->"}, {From: "×", To: "x"},
	{From: "№", To: "No"}, {From: "₼", To: "AZN"},
}

// lowLetters bounds the part of a folder that is a table; letters above it are found in a map.
const lowLetters = 0x600

// folder cleans text and replaces characters by rules. It is immutable once made.
type folder struct {
	low   [lowLetters]uint16 // index into rules plus one; 0: no rule begins with this character
	high  map[rune]uint16
	rules [][]knowledge.Pair // by first character, the longest first
	ascii [utf8.RuneSelf]asciiClass
}

// newFolder makes a folder of rules; of two for the same text the first counts.
func newFolder(lists ...[]knowledge.Pair) *folder {
	f := &folder{high: map[rune]uint16{}, ascii: asciiClasses}
	plain := &folder{ascii: asciiClasses}
	seen := map[string]bool{}
	for _, list := range lists {
		for _, p := range list {
			r, n := utf8.DecodeRuneInString(p.From)
			if n == 0 || r == utf8.RuneError || runeOrASCIIClass(r) != keep || seen[p.From] {
				continue
			}
			seen[p.From] = true
			f.addRule(r, knowledge.Pair{From: p.From, To: string(plain.append(nil, []byte(p.To)))})
		}
	}
	for _, rules := range f.rules {
		sort.SliceStable(rules, func(i, j int) bool { return len(rules[i].From) > len(rules[j].From) })
	}
	return f
}

func runeOrASCIIClass(r rune) asciiClass {
	if r < utf8.RuneSelf {
		return asciiClasses[r]
	}
	return runeClass(r)
}

func (f *folder) addRule(r rune, p knowledge.Pair) {
	at := f.find(r)
	if at == 0 {
		f.rules = append(f.rules, nil)
		at = uint16(len(f.rules))
		if r < lowLetters {
			f.low[r] = at
		} else {
			f.high[r] = at
		}
	}
	if r < utf8.RuneSelf {
		f.ascii[r] = special
	}
	f.rules[at-1] = append(f.rules[at-1], p)
}

func (f *folder) find(r rune) uint16 {
	if uint32(r) < lowLetters {
		return f.low[r]
	}
	return f.high[r]
}

// append adds src to dst: valid UTF-8 without controls, blanks collapsed, rules applied. What is not valid UTF-8 becomes a
// question mark, because a visible hole is more honest than a missing letter.
func (f *folder) append(dst, src []byte) []byte {
	for i := 0; i < len(src); {
		start := i
		for i < len(src) && src[i] < utf8.RuneSelf && f.ascii[src[i]] == keep {
			i++
		}
		if i > start {
			dst = appendWord(dst, src[start:i])
			continue
		}
		r, n := rune(src[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(src[i:])
		}
		if rule := f.match(r, src[i:]); rule != nil {
			dst = appendWord(dst, []byte(rule.To))
			i += len(rule.From)
			continue
		}
		dst = f.appendRune(dst, src[i:i+n], r)
		i += n
	}
	return dst
}

// match gives the rule that applies where src begins with r, or nil.
func (f *folder) match(r rune, src []byte) *knowledge.Pair {
	at := f.find(r)
	if at == 0 {
		return nil
	}
	rules := f.rules[at-1]
	for i := range rules {
		from := rules[i].From
		if len(src) >= len(from) && string(src[:len(from)]) == from {
			return &rules[i]
		}
	}
	return nil
}

// appendRune adds one character, which src spells, by its class.
func (f *folder) appendRune(dst, src []byte, r rune) []byte {
	if r == utf8.RuneError && len(src) == 1 {
		return append(dst, '?')
	}
	if isNoBreak(r) {
		return appendNoBreak(dst)
	}
	if isJoiner(r) && (len(dst) == 0 || dst[len(dst)-1] < utf8.RuneSelf || atBlank(dst)) {
		return dst
	}
	switch runeOrASCIIClass(r) {
	case keep:
		return append(dst, src...)
	case blank:
		return appendBlank(dst)
	case newline:
		return appendNewline(dst)
	}
	return dst
}

// appendWord adds visible text. A blank between two digits becomes glue, because "10 000" is one number.
func appendWord(dst, word []byte) []byte {
	if n := len(dst); n >= 2 && len(word) > 0 && dst[n-1] == ' ' && isDigit(dst[n-2]) && isDigit(word[0]) {
		dst = append(dst[:n-1], "\u00A0"...)
	}
	return append(dst, word...)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// signsOnly gives the pairs that replace something other than a letter; they apply even where letters are left alone.
func signsOnly(pairs []knowledge.Pair) []knowledge.Pair {
	var signs []knowledge.Pair
	for _, p := range pairs {
		if bytes.IndexFunc([]byte(p.From), unicode.IsLetter) < 0 {
			signs = append(signs, p)
		}
	}
	return signs
}
