package layout

import (
	"bytes"
	"unicode/utf8"

	"github.com/rivo/uniseg" // grapheme clusters (UAX 29), for the rare word that is longer than a page
)

// level is how deep a text is being cut: between words, between tied lines, inside a whole line, inside a value, and only
// then inside a word.
type level uint8

const (
	atWords level = iota
	atTies
	inLines
	inValues
	inWords
)

// pager fills one page.
type pager struct {
	b     Budget
	tail  gauge // what must stay free for the tail
	used  gauge
	empty bool
}

func newPager(b Budget, tail gauge) pager {
	return pager{b: b, tail: tail, used: b.gauge(), empty: true}
}

// fill gives how many bytes of text go on the page: as many as fit, and at least one character, so that paging ends.
func (p *pager) fill(text []byte) int {
	if n := p.place(text, atWords); n > 0 {
		return n
	}
	_, n := utf8.DecodeRune(text)
	return n
}

// place puts pieces of text on the page, each after its separator, until one does not fit.
func (p *pager) place(text []byte, at level) int {
	if at == inWords {
		return p.placeGraphemes(text)
	}
	done := 0
	for done < len(text) {
		sep := separator(text[done:], at)
		end := done + sep + nextBreak(text[done+sep:], at)
		from := done
		if p.empty {
			from += sep
		}
		if p.take(text[from:end]) {
			done = end
			continue
		}
		if !p.fitsAlone(text[done+sep : end]) {
			done += p.descend(text[done:end], sep, at)
		}
		return done
	}
	return done
}

// descend cuts a piece that is longer than a page more finely. It gives 0 where not even a part fits.
func (p *pager) descend(piece []byte, sep int, at level) int {
	saved := *p
	if !p.empty && !p.take(piece[:sep]) {
		return 0
	}
	n := p.place(piece[sep:], at+1)
	if n == 0 {
		*p = saved
		return 0
	}
	return sep + n
}

// placeGraphemes cuts inside a word. A cluster that is itself longer than a page is cut between characters.
func (p *pager) placeGraphemes(word []byte) int {
	done, state := 0, -1
	for done < len(word) {
		cluster, _, _, next := uniseg.FirstGraphemeCluster(word[done:], state)
		if !p.take(cluster) {
			if !p.fitsAlone(cluster) {
				done += p.placeRunes(cluster)
			}
			return done
		}
		done, state = done+len(cluster), next
	}
	return done
}

func (p *pager) placeRunes(cluster []byte) int {
	done := 0
	for done < len(cluster) {
		_, n := utf8.DecodeRune(cluster[done:])
		if !p.take(cluster[done : done+n]) {
			break
		}
		done += n
	}
	return done
}

// take puts text on the page if it fits.
func (p *pager) take(text []byte) bool {
	g, ok := p.with(p.used, text)
	if ok {
		p.used, p.empty = g, p.empty && len(text) == 0
	}
	return ok
}

// fitsAlone says whether text fits a page of its own.
func (p *pager) fitsAlone(text []byte) bool {
	_, ok := p.with(p.b.gauge(), text)
	return ok
}

// with adds text to a gauge; ok says whether that still fits above the tail.
func (p *pager) with(g gauge, text []byte) (sum gauge, ok bool) {
	if len(text) > p.b.mostBytes() {
		return g, false
	}
	g.add(text, p.b)
	under := g.plus(p.tail)
	return g, under.fits(p.b)
}

// separator gives the length of the separator at the start of text, 0 where there is none.
func separator(text []byte, at level) int {
	if len(text) == 0 {
		return 0
	}
	switch at {
	case atWords:
		return btoi(text[0] == ' ' || text[0] == '\n')
	case atTies:
		return btoi(text[0] == tieGlue)
	case inLines:
		return btoi(text[0] == lineGlue)
	}
	if len(text) >= len(space) && text[0] == space[0] && text[1] == space[1] {
		return len(space)
	}
	return 0
}

// nextBreak gives the length of the piece at the start of text.
func nextBreak(text []byte, at level) int {
	end := -1
	switch at {
	case atWords:
		for i, c := range text {
			if c == ' ' || c == '\n' {
				return i
			}
		}
	case atTies:
		end = bytes.IndexByte(text, tieGlue)
	case inLines:
		end = bytes.IndexByte(text, lineGlue)
	case inValues:
		end = bytes.Index(text, []byte(space))
	}
	if end < 0 {
		return len(text)
	}
	return end
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
