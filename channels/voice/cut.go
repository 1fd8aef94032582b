package voice

import (
	"strings"

	"github.com/plainline/plainline/channels/layout"
)

// shortened cuts a sentence into runs that are not longer than a part may be.
func shortened(heard []layout.Heard) [][]layout.Heard {
	var list [][]layout.Heard
	for len(heard) > 0 {
		n := fitting(heard)
		if n == len(heard) {
			return append(list, heard)
		}
		if n == 0 {
			head, tail := splitWords(heard[0])
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

// fitting gives how many pieces from the first on to say together so that they are not too long: up to a comma where one
// stands in the second half, and never up to the middle of a value.
func fitting(heard []layout.Heard) int {
	most := len(heard)
	for n := range heard {
		if lasts(heard[:n+1], Slowest) > longest {
			most = n
			break
		}
	}
	if most == len(heard) {
		return most
	}
	for n := most; n > most/2; n-- {
		if strings.HasSuffix(heard[n-1].Words, ",") || strings.HasSuffix(heard[n-1].Words, ";") {
			return n
		}
	}
	for n := most; n > 0; n-- {
		if heard[n-1].Fixed() || heard[n].Fixed() {
			return n
		}
	}
	return most
}

// splitWords cuts a piece that is too long: after the last comma or the like that fits, else after the last word.
func splitWords(h layout.Heard) (head, tail layout.Heard) {
	word, clause := 0, 0
	for i, r := range h.Words {
		if r != ' ' {
			continue
		}
		if lasts([]layout.Heard{{Words: h.Words[:i]}}, Slowest) > longest {
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
