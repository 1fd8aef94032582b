package layout

import (
	"github.com/plainline/plainline/dialog"
)

// Frame is what stands around a reply on a screen: ready made tails ("98 more"), and the line that names the source.
type Frame struct {
	More       string // there are further pages
	Back       string
	Person     string
	SourceLine dialog.Text
}

// MaxTail is the most that a tail of two parts may take, in characters.
const MaxTail = 16

// Page is one screen.
type Page struct {
	Text   string
	Number int  // from 1
	Of     int  // how many there are; 0 where nobody has counted
	More   bool // further pages follow
	Size   Size
}

// Screen lays out one page of a reply, counted from 0. A page beyond the last gives the last. The last page of a reply that
// ends the talk has no tail, because no key can be pressed any more.
func Screen(w *Writer, r *dialog.Reply, f Frame, b Budget, page int) Page {
	s := newSheet(w, r, f, b, page)
	for {
		p := s.next(s.number < page)
		if !p.More || p.Number > page {
			return p
		}
	}
}

// Pages lays out all pages of a reply.
func Pages(w *Writer, r *dialog.Reply, f Frame, b Budget) []Page {
	var pages []Page
	s := newSheet(w, r, f, b, allPages)
	for more := true; more; {
		p := s.next(false)
		pages, more = append(pages, p), p.More
	}
	for i := range pages {
		pages[i].Of = len(pages)
	}
	return pages
}

// Plain gives a whole reply as text without limits, every letter as written, the tails that apply to a single page last.
func Plain(w *Writer, r *dialog.Reply, f Frame) string {
	d := newDraft(w, w.exact)
	d.reply(r, f.SourceLine)
	if !r.End {
		for _, tail := range []string{f.Back, f.Person} {
			d.raw = append(d.raw[:0], tail...)
			d.line(false, false)
		}
	}
	return string(appendShown(nil, d.text, Budget{}))
}
