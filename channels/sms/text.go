package sms

import (
	"slices"
	"sort"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
)

// Parts is the most parts of one SMS; each is paid for.
const Parts = 3

// budget is what three parts hold: each of them gives 7 of its 160 septets, or 3 of its 70 units, to the header by which a
// telephone puts them together (3GPP TS 23.040, clause 9.2.3.24.1).
var budget = layout.Budget{Name: "sms-3", Septets: Parts * 153, Units: Parts * 67, Fold: true}

// Text writes an answer as an SMS: all of it, or as many of its lines as fit and the number to call; the source and the code
// to quote stand at the end in any case.
func Text(e *channels.Edition, r *dialog.Reply) string {
	w := e.Writer(r.Lang)
	f := layout.Frame{SourceLine: e.SourceLine(r, true)}
	reply := dialog.Reply{Lang: r.Lang, Blocks: r.Blocks, Code: r.Code, Source: r.Source, End: true}
	page := layout.Screen(w, &reply, f, budget, 0)
	if !page.More {
		return page.Text
	}
	more := e.MoreLine(r.Lang)
	first := func(n int) layout.Page {
		reply.Blocks = append(head(r.Blocks, n), dialog.Block{Kind: dialog.Say, Text: more})
		return layout.Screen(w, &reply, f, budget, 0)
	}
	if n := sort.Search(lines(r.Blocks)-1, func(n int) bool { return first(n + 1).More }); n > 0 {
		return first(n).Text
	}
	// One thought alone is too long: it is cut between words.
	reply.Blocks = r.Blocks
	f.More = w.Shown(more, budget) + " " + w.Shown(f.SourceLine, budget)
	return layout.Screen(w, &reply, f, budget, 0).Text
}

// lines counts blocks and their rows.
func lines(blocks []dialog.Block) (n int) {
	for i := range blocks {
		n += 1 + len(blocks[i].Rows)
	}
	return n
}

// head gives the first n lines of the blocks; a lead that has lost all its rows is left out.
func head(blocks []dialog.Block, n int) (all []dialog.Block) {
	ordered := slices.Clone(blocks)
	slices.SortStableFunc(ordered, func(a, b dialog.Block) int { return notice(b) - notice(a) })
	for _, b := range ordered {
		rows := min(len(b.Rows), n-1)
		if n <= 0 || rows <= 0 && len(b.Rows) > 0 {
			break
		}
		n -= 1 + rows
		b.Rows = b.Rows[:rows]
		all = append(all, b)
	}
	return all
}

// notice is 1 for what stands first wherever it came.
func notice(b dialog.Block) int {
	if b.Kind == dialog.Notice {
		return 1
	}
	return 0
}
