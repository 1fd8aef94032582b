package web

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/plainline/plainline/channels"
)

// Simulate implements channels.Simulator: the page as a person would read it, without a browser. Who never meets a cookie,
// because a blank is in no cookie.
func (w *Web) Simulate(ctx context.Context, who string, did channels.Action) (channels.Shown, error) {
	if did.HangUp {
		return channels.Shown{}, nil
	}
	f := &form{open: did.Dial, latest: true}
	if !did.Dial {
		f.input = channels.Press(channels.Clean(did.Input))
	}
	v := &visit{web: w, form: f}
	w.desk.Take(ctx, w.Name(), w.person(cookie("simulated "+who)), v)
	p := &v.page
	return channels.Shown{Text: p.text(), Lang: p.lang, End: p.End}, nil
}

// text writes a page as plain text.
func (p *page) text() string {
	var t text
	for _, n := range p.Reply.Notices {
		t.line(p.Words.Notice, n)
	}
	for i := range p.Reply.Blocks {
		t.block(&p.Reply.Blocks[i])
	}
	t.line("", p.Reply.Source)
	t.line("", p.Reply.Ask)
	for _, o := range p.Reply.Options {
		t.line("["+strconv.Itoa(o.Key)+"] ", o.Label)
	}
	return strings.TrimSuffix(t.String(), "\n")
}

type text struct{ strings.Builder }

// line writes a line, unless it is empty.
func (t *text) line(before string, runs ...[]piece) {
	if len(runs) == 0 || len(runs[0]) == 0 {
		return
	}
	t.WriteString(before)
	for _, p := range slices.Concat(runs...) {
		t.WriteString(p.Text)
	}
	t.WriteByte('\n')
}

func (t *text) block(b *block) {
	if b.URL != "" {
		t.line("", b.Lead, []piece{{Text: b.Sign + b.URL}})
		return
	}
	t.line("", b.Lead)
	for _, l := range b.Lines {
		t.line("", l)
	}
	for i, r := range b.Rows {
		before := "- "
		if b.Kind == "steps" {
			before = strconv.Itoa(i+1) + ". "
		}
		t.line(before, r.Label, []piece{{Text: r.Sign}}, r.Value)
	}
}

var _ interface {
	channels.Channel
	channels.Mounter
	channels.Simulator
} = (*Web)(nil)

var _ channels.Visit = (*visit)(nil)
