package answer_test

import (
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// The words of the sample base, joined by the program, read as sentences in every language.
func TestTheSampleBaseReadsWell(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Sample()
	marks := []string{"..", ",,", ", ,", ": .", ":.", " .", "  ", "{", "}", "!.", "?.", ",."}
	sound := func(what string, lang knowledge.Lang, tell func(*answer.Context)) {
		got, r := told(t, b, "2026-11-21 12:00", lang, nil, tell)
		for _, m := range marks {
			if strings.Contains(strings.ReplaceAll(got, "\n  ", "\n"), m) {
				t.Errorf("%s in %s holds %q:\n%s", what, lang, m, got)
			}
		}
		if len(r.Blocks) == 0 || empty(r.Blocks) {
			t.Errorf("%s in %s has an empty block:\n%s", what, lang, got)
		}
	}
	for _, lang := range b.Languages {
		for _, s := range b.Services {
			for a := range answer.AspectCount {
				sound(a.String()+"/"+string(s.ID), lang, func(c *answer.Context) { c.Service(s, a) })
			}
			for _, q := range s.Questions {
				sound("question/"+string(s.ID)+"/"+q.ID, lang, func(c *answer.Context) { c.Question(s, q) })
			}
		}
		for _, a := range b.Answers {
			sound("answer/"+a.ID, lang, func(c *answer.Context) { c.General(a) })
		}
		for _, o := range b.Offices {
			sound("office/"+o.ID, lang, func(c *answer.Context) { c.Office(o, "") })
		}
		for _, e := range b.Events {
			sound("event/"+e.ID, lang, func(c *answer.Context) { c.Event(e) })
		}
		for _, n := range b.Notices {
			sound("notice/"+n.ID, lang, func(c *answer.Context) { c.FullNotice(n) })
		}
	}
}

// empty says whether a block has neither words nor rows, or a row has neither side.
func empty(blocks []dialog.Block) bool {
	for _, b := range blocks {
		if b.Text.Empty() && len(b.Rows) == 0 {
			return true
		}
		for _, r := range b.Rows {
			if words(r.Label) == "" && words(r.Value) == "" {
				return true
			}
		}
	}
	return false
}
