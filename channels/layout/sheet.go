package layout

import (
	"github.com/plainline/plainline/dialog"
)

// allPages is more pages than any reply has.
const allPages = 1 << 20

// sheet is a reply on its way into pages.
type sheet struct {
	b      Budget
	rest   []byte // what no page has shown yet
	number int    // pages given so far
	more   tail   // under a page that others follow
	ends   [2]tail
	nEnds  int // how many of ends count, the fullest first
}

// tail is the last line of a page.
type tail struct {
	text  []byte
	gauge gauge // with the line break before it
}

// newSheet prepares the pages of a reply up to the last page asked for, counted from 0; allPages stands for all.
func newSheet(w *Writer, r *dialog.Reply, f Frame, b Budget, last int) *sheet {
	d := newDraft(w, w.folder(b))
	if last < allPages {
		d.most = (max(last, 0) + 1) * (b.mostRunes() + 1) // one more for the separator that the end of a page swallows
	}
	d.reply(r, f.SourceLine)
	s := &sheet{b: b, rest: d.text}
	s.setTails(&d, r.End, f)
	return s
}

// setTails chooses the tails: two parts where they fit together in MaxTail, else the one that is needed more.
func (s *sheet) setTails(d *draft, end bool, f Frame) {
	more, back, person := d.tailPart(f.More), d.tailPart(f.Back), d.tailPart(f.Person)
	s.more = s.newTail(d.join(more, back))
	if end {
		s.nEnds = 1
		return
	}
	s.ends[0], s.ends[1] = s.newTail(d.join(back, person)), s.newTail(back)
	s.nEnds = 2
}

// newTail measures a tail. One that would take more than half of a page is left out.
func (s *sheet) newTail(text []byte) tail {
	if len(text) == 0 {
		return tail{}
	}
	t := tail{text: text}
	t.gauge.addRune('\n', s.b)
	t.gauge.add(text, s.b)
	if 2*t.gauge.septets > s.b.Septets || 2*t.gauge.units > s.b.Units {
		return tail{} // in either alphabet, because the page may need the other
	}
	return t
}

// next gives the next page. Where skip is true and the page is not the last, its text is not made.
func (s *sheet) next(skip bool) Page {
	s.number++
	s.rest = trimGlue(s.rest)
	if t, ok := s.ending(); ok {
		return s.page(s.rest, t, false)
	}
	n := s.cut()
	text := s.rest[:n]
	s.rest = s.rest[n:]
	if len(s.rest) == 0 {
		return s.page(text, tail{}, false)
	}
	if skip {
		return Page{Number: s.number, More: true}
	}
	return s.page(text, s.more, true)
}

// ending gives the tail with which all the rest fits one page.
func (s *sheet) ending() (t tail, ok bool) {
	if len(s.rest) > s.b.mostBytes() || runeCount(s.rest) > s.b.mostRunes() {
		return tail{}, false
	}
	all := s.b.gauge()
	all.add(s.rest, s.b)
	for _, t := range s.ends[:s.nEnds] {
		if with := all.plus(t.gauge); with.fits(s.b) {
			return t, true
		}
	}
	return tail{}, false
}

// cut gives how many bytes go on a page that others follow. Where all the rest would fit under the tail for more, but not
// under the tail of a last page, something is kept back for the last page.
func (s *sheet) cut() int {
	p := newPager(s.b, s.more.gauge)
	n := p.fill(s.rest)
	if n < len(s.rest) || s.nEnds == 0 {
		return n
	}
	end := s.ends[s.nEnds-1].gauge
	p = newPager(s.b, gauge{
		septets: max(end.septets, s.more.gauge.septets),
		units:   max(end.units, s.more.gauge.units),
		foreign: end.foreign || s.more.gauge.foreign,
	})
	return p.fill(s.rest)
}

// page makes the text of a page.
func (s *sheet) page(text []byte, t tail, more bool) Page {
	var room [1024]byte
	shown := appendShown(room[:0], text, s.b)
	if len(t.text) > 0 {
		if len(shown) > 0 {
			shown = appendBreak(shown, s.b)
		}
		shown = appendShown(shown, t.text, s.b)
	}
	p := Page{Text: string(shown), Number: s.number, More: more}
	p.Size = Measure(p.Text, s.b)
	if !more {
		p.Of = s.number
	}
	return p
}

// appendShown writes text as the screen shows it, without glue.
func appendShown(dst, text []byte, b Budget) []byte {
	done := 0
	for i, c := range text {
		if c >= ' ' && c != space[0] {
			continue
		}
		switch {
		case c == lineGlue:
			dst = append(append(dst, text[done:i]...), ' ')
		case c == space[0] && separator(text[i:], inValues) > 0:
			dst = append(append(dst, text[done:i]...), ' ')
			i += len(space) - 1
		case c == tieGlue, c == '\n':
			dst = appendBreak(append(dst, text[done:i]...), b)
		default:
			continue
		}
		done = i + 1
	}
	return append(dst, text[done:]...)
}

func appendBreak(dst []byte, b Budget) []byte {
	if b.CRLF {
		dst = append(dst, '\r')
	}
	return append(dst, '\n')
}

// trimGlue takes separators off the start.
func trimGlue(text []byte) []byte {
	for {
		n := 0
		for at := atWords; at < inWords; at++ {
			n = max(n, separator(text, at))
		}
		if n == 0 {
			return text
		}
		text = text[n:]
	}
}
