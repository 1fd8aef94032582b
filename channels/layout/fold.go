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
	low   [lowLetters]action
	high  map[rune]action
	rules [][]knowledge.Pair // by first character, the longest first
}

// action is what a folder does with a character: look at its class, keep it, or apply the rules at action-firstRule.
type action uint16

const (
	byClass action = iota
	asIs
	firstRule
)

// newFolder makes a folder of rules; of two for the same text the first counts.
func newFolder(lists ...[]knowledge.Pair) *folder {
	f := &folder{high: map[rune]action{}}
	for r := range rune(lowLetters) {
		if classOf(r) == keep {
			f.low[r] = asIs
		}
	}
	if len(lists) == 0 {
		return f
	}
	plain := newFolder()
	seen := map[string]bool{}
	for _, list := range lists {
		for _, p := range list {
			r, _ := utf8.DecodeRuneInString(p.From)
			if r == utf8.RuneError || classOf(r) != keep || seen[p.From] {
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

func (f *folder) addRule(r rune, p knowledge.Pair) {
	at := f.action(r)
	if at < firstRule {
		f.rules = append(f.rules, nil)
		at = firstRule + action(len(f.rules)-1)
		if r < lowLetters {
			f.low[r] = at
		} else {
			f.high[r] = at
		}
	}
	f.rules[at-firstRule] = append(f.rules[at-firstRule], p)
}

func (f *folder) action(r rune) action {
	if uint32(r) < lowLetters {
		return f.low[r]
	}
	return f.high[r]
}

// append adds src to dst: valid UTF-8 without controls, blanks collapsed, rules applied. What is not valid UTF-8 becomes a
// question mark, because a visible hole is more honest than a missing letter.
func (f *folder) append(dst, src []byte) []byte {
	for i := 0; i < len(src); {
		if c := src[i]; c < utf8.RuneSelf && f.low[c] == asIs || c == ' ' && !endsWithDigit(dst) && !atBlank(dst) {
			dst = append(dst, c)
			i++
			continue
		}
		r, n := decode(src[i:])
		act := f.action(r)
		if act == asIs {
			dst = append(dst, src[i:i+n]...)
			i += n
			continue
		}
		if act >= firstRule {
			if rule := f.match(act, src[i:]); rule != nil {
				dst = append(dst, rule.To...)
				i += len(rule.From)
				continue
			}
		}
		dst = appendByClass(dst, src[i:], r, n)
		i += n
	}
	return dst
}

// match gives the rule that applies at the start of src, or nil.
func (f *folder) match(at action, src []byte) *knowledge.Pair {
	rules := f.rules[at-firstRule]
	for i := range rules {
		from := rules[i].From
		if len(src) >= len(from) && string(src[:len(from)]) == from {
			return &rules[i]
		}
	}
	return nil
}

// appendByClass adds the character r, the first n bytes of src.
func appendByClass(dst, src []byte, r rune, n int) []byte {
	switch {
	case r == utf8.RuneError && n <= 1:
		return append(dst, '?')
	case isNoBreak(r):
		return appendNoBreak(dst)
	case isJoiner(r) && (atBlank(dst) || dst[len(dst)-1] < utf8.RuneSelf):
		return dst
	}
	switch classOf(r) {
	case keep:
		return append(dst, src[:n]...)
	case blank:
		if endsWithDigit(dst) && beginsWithDigit(bytes.TrimLeft(src[n:], " ")) {
			return appendNoBreak(dst) // "10 000" is one number
		}
		return appendBlank(dst)
	case newline:
		return appendNewline(dst)
	}
	return dst
}

func endsWithDigit(text []byte) bool { return len(text) > 0 && isDigit(text[len(text)-1]) }

func beginsWithDigit(text []byte) bool { return len(text) > 0 && isDigit(text[0]) }

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
