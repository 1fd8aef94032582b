package understand

import (
	"strings"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// second finds another question behind the first: the words after "and", a comma or a question mark, where both parts are
// understood for certain and lead to different places. A part that leads to the best place takes away the doubt about it.
func (l *Learned) second(m *model, q Query, lang knowledge.Lang, first *Meaning) dialog.Spot {
	if len(first.Targets) == 0 {
		return ""
	}
	best := first.Targets[0]
	for _, cut := range cuts(q.Text, l.base.Lang[lang].Joins) {
		head, tail := q.Text[:cut[0]], q.Text[cut[1]:]
		a := l.part(m, Query{Text: head, Lang: q.Lang, Service: q.Service}, lang)
		if a == "" {
			continue
		}
		b := l.part(m, Query{Text: tail, Lang: q.Lang, Service: serviceIn(a, q.Service)}, lang)
		if b == "" || a == b || a != best && b != best || names(a, b) || names(b, a) {
			continue
		}
		first.Targets, first.Doubt = []dialog.Spot{best}, false
		switch {
		case a == best:
			return b
		case serviceIn(a, "") == serviceIn(b, "") && serviceIn(a, "") != "": // two sides of one service: told in the order in which they were asked
			first.Targets[0] = a
			return b
		}
		return a // "hello, what does it cost?" is about the cost
	}
	return ""
}

// names says whether one place is only the service that another is a side of: "a passport, how much" is one question.
func names(service, side dialog.Spot) bool {
	id, ok := strings.CutPrefix(string(service), "service/")
	return ok && string(serviceIn(side, "")) == id
}

// part reads a part of a question; "" where it is not certain alone.
func (l *Learned) part(m *model, q Query, lang knowledge.Lang) dialog.Spot {
	readings := l.readings(q.Text)
	out := l.read(m, q, lang, readings, l.understand(q, readings))
	if len(out.Targets) != 1 || out.Doubt {
		return ""
	}
	return out.Targets[0]
}

// cuts gives the places where a text may be two questions: [end of the first, start of the second].
func cuts(text string, joins []string) [][2]int {
	var list [][2]int
	for i, r := range text {
		if strings.ContainsRune("?.!;,", r) && i+1 < len(text) && strings.TrimSpace(text[i+1:]) != "" {
			list = append(list, [2]int{i, i + 1})
		}
	}
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return list
	}
	for _, j := range joins {
		word := " " + j + " "
		for from := 0; ; {
			at := strings.Index(low[from:], word)
			if at < 0 {
				break
			}
			list = append(list, [2]int{from + at, from + at + len(word)})
			from += at + len(word)
		}
	}
	return list
}
