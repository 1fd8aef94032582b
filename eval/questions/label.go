package questions

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// Pending gives the doubtful questions that nobody has labelled yet, those first that a label teaches most: the nearer to
// even odds, the more. What was asked in the same words is shown once, and what stands in the base already is left out.
func Pending(b *knowledge.Base, m understand.Matcher, list []Doubtful) []Doubtful {
	known := map[string]bool{}
	for l, examples := range b.Questions {
		for _, e := range examples {
			known[sameWords(l, e.Text)] = true
		}
	}
	var pending []Doubtful
	for _, d := range list {
		key := sameWords(d.Lang, d.Text)
		if known[key] || b.Lang[d.Lang] == nil {
			continue
		}
		known[key] = true
		d.think(m)
		d.Targets = slices.DeleteFunc(d.Targets, func(s dialog.Spot) bool { return Label(b, string(s)) == nil })
		pending = append(pending, d)
	}
	slices.SortStableFunc(pending, func(a, b Doubtful) int {
		return cmp.Compare(math.Abs(a.Probability-0.5), math.Abs(b.Probability-0.5))
	})
	return pending
}

// think sets what the question may mean by what is known today, where that is anything.
func (d *Doubtful) think(m understand.Matcher) {
	spots, p := thoughts(m.Understand(understand.Query{Text: d.Text, Lang: d.Lang}))
	if len(spots) > 0 {
		d.Targets = slices.Clone(spots)
	}
	if p > 0 {
		d.Probability = p
	}
}

func sameWords(l knowledge.Lang, text string) string {
	return string(l) + " " + strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// Labelling asks an editor what doubtful questions mean, one after the other.
type Labelling struct {
	Base *knowledge.Base
	In   io.Reader
	Out  io.Writer
	Keep func(knowledge.Lang, *knowledge.Example) error // called for each label; gives the example its id
}

const labelHelp = "a number; a label such as fee/passport, fee, answer/ID or event/ID; n: not covered; Enter: skip; q: quit"

// Run shows the questions until the editor has seen all or wants to stop; it gives how many were labelled.
func (l *Labelling) Run(pending []Doubtful) (labelled int, err error) {
	in := bufio.NewScanner(l.In)
	for i := range pending {
		d := &pending[i]
		l.show(i+1, len(pending), d)
		e, more := l.ask(in, d)
		if !more {
			break
		}
		if e == nil {
			continue
		}
		e.Text, e.Origin = d.Text, "real"
		if err := l.Keep(d.Lang, e); err != nil {
			return labelled, err
		}
		labelled++
		fmt.Fprintf(l.Out, "   kept as %s: %s\n\n", e.ID, labelOf(e))
	}
	return labelled, in.Err()
}

func (l *Labelling) show(n, of int, d *Doubtful) {
	fmt.Fprintf(l.Out, "%d of %d, %s: %s\n", n, of, d.Lang, printable(d.Text))
	for i, spot := range d.Targets {
		fmt.Fprintf(l.Out, "   %d  %s  (%s)\n", i+1, l.title(d.Lang, spot), spot)
	}
	if len(d.Targets) == 0 {
		fmt.Fprintln(l.Out, "   nothing was understood")
	}
}

// ask reads what the editor says until it is understood; no example is "skip".
func (l *Labelling) ask(in *bufio.Scanner, d *Doubtful) (e *knowledge.Example, more bool) {
	for {
		fmt.Fprint(l.Out, "   what does it mean? ")
		if !in.Scan() {
			fmt.Fprintln(l.Out)
			return nil, false
		}
		said := strings.TrimSpace(in.Text())
		switch said {
		case "q", "quit":
			return nil, false
		case "", "s", "skip":
			return nil, true
		case "n", "none":
			return &knowledge.Example{None: true}, true
		}
		if i, err := strconv.Atoi(said); err == nil && i >= 1 && i <= len(d.Targets) {
			said = string(d.Targets[i-1])
		}
		if e := Label(l.Base, said); e != nil {
			return e, true
		}
		fmt.Fprintln(l.Out, "   write "+labelHelp)
	}
}

// Label makes a label from a spot, or from an aspect alone; nil where the base has no such thing, or nobody asks for it.
func Label(b *knowledge.Base, text string) *knowledge.Example {
	kind, id, has := strings.Cut(text, "/")
	switch {
	case kind == "for" && has && !strings.Contains(id, "/"):
		return Label(b, id)
	case text == "offices":
		return &knowledge.Example{Aspect: "hours"}
	case !has && slices.Contains(knowledge.AspectNames(), kind):
		return &knowledge.Example{Aspect: kind}
	case kind == "answer" && b.Answer(id) != nil:
		return &knowledge.Example{Answer: id}
	case kind == "event" && b.Event(id) != nil:
		return &knowledge.Example{Event: id}
	case b.Service(knowledge.ServiceID(id)) == nil:
		return nil
	case kind == "service":
		return &knowledge.Example{Service: knowledge.ServiceID(id)}
	case slices.Contains(knowledge.AspectNames(), kind):
		return &knowledge.Example{Service: knowledge.ServiceID(id), Aspect: kind}
	}
	return nil
}

// title says in words what a spot is.
func (l *Labelling) title(lang knowledge.Lang, spot dialog.Spot) string {
	kind, id, _ := strings.Cut(string(spot), "/")
	var words map[knowledge.Lang]*knowledge.Words
	switch kind {
	case "answer":
		if a := l.Base.Answer(id); a != nil {
			words = a.Words
		}
	case "event":
		if e := l.Base.Event(id); e != nil {
			words = e.Words
		}
	default:
		if s := l.Base.Service(knowledge.ServiceID(id)); s != nil {
			words = s.Words
		}
	}
	w := words[lang]
	if w == nil {
		return "?"
	}
	if a, ok := answer.AspectNamed(kind); ok {
		return w.Title.Plain + ": " + l.Base.Lang[lang].Phrase(a.Phrase()).One.Plain
	}
	return w.Title.Plain
}

// printable leaves out what a terminal would obey.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, text)
}

// NextID gives an id that no question of the language has: real-1, real-2 and so on. Such a question is learned from, never
// held aside: what is chosen because it was doubtful measures nothing.
func NextID(examples []*knowledge.Example) string {
	last := 0
	for _, e := range examples {
		if n, ok := strings.CutPrefix(e.ID, "real-"); ok {
			if i, err := strconv.Atoi(n); err == nil {
				last = max(last, i)
			}
		}
	}
	return "real-" + strconv.Itoa(last+1)
}
