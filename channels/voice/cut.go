package voice

import (
	"strings"

	"github.com/plainline/plainline/channels/layout"
)

// shortened cuts a sentence into runs that are not longer than a part may be.
func shortened(heard []layout.Heard, rate int) [][]layout.Heard {
	var list [][]layout.Heard
	for len(heard) > 0 {
		n := fitting(heard, rate)
		if n == len(heard) {
			return append(list, heard)
		}
		if n == 0 {
			head, tail := splitWords(heard[0], rate)
			if tail.Words == "" {
				n = 1 // one word: it is said whole
			} else {
				list = append(list, []layout.Heard{head})
				heard = append([]layout.Heard{tail}, heard[1:]...)
				continue
			}
		}
		list = append(list, heard[:n:n])
		heard = heard[n:]
	}
	return list
}

// fitting gives how many pieces from the first on are together not too long.
func fitting(heard []layout.Heard, rate int) int {
	for n := range heard {
		if lasts(heard[:n+1], rate) > longest {
			return n
		}
	}
	return len(heard)
}

// splitWords cuts a piece that is too long: after the last comma or the like that fits, else after the last word.
func splitWords(h layout.Heard, rate int) (head, tail layout.Heard) {
	word, clause := 0, 0
	for i, r := range h.Words {
		if r != ' ' {
			continue
		}
		if lasts([]layout.Heard{{Words: h.Words[:i]}}, rate) > longest {
			break
		}
		word = i
		if strings.ContainsRune(",;:", rune(h.Words[i-1])) {
			clause = i
		}
	}
	if clause > 0 {
		word = clause
	}
	if word == 0 {
		return h, layout.Heard{}
	}
	return layout.Heard{Words: h.Words[:word], Key: h.Key}, layout.Heard{Words: h.Words[word+1:], Key: h.Key}
}
