package ussd_test

import (
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// TestQuestionIsOneScreen holds that every question of a check stands on one screen with all its answers, "I don't know",
// why it is asked and the result so far, in every language of the sample, even where its letters leave room for 80 only.
func TestQuestionIsOneScreen(t *testing.T) {
	t.Parallel()
	e := channels.NewEdition(engine.NewEdition(knowledgetest.Sample(), nil))
	day := time.Date(2026, 11, 21, 12, 0, 0, 0, e.Base.Zone)
	for _, lang := range e.Base.Languages {
		for _, f := range e.Base.Facts {
			oneScreen(t, e, lang, f, day)
		}
	}
}

// oneScreen lays out the question for a fact as a check of everything asks it, with nothing decided before.
func oneScreen(t *testing.T, e *channels.Edition, lang knowledge.Lang, f *knowledge.Fact, day time.Time) {
	t.Helper()
	s := dialog.Session{Lang: lang, Trail: []dialog.Spot{"home", dialog.Spot("ask/" + f.ID)}}
	r := engine.Show(e.Edition, &s, day)
	for id, k := range map[string]knowledge.PhraseKey{"why/all": knowledge.PhraseCheckWhy, "results/all": knowledge.PhraseCheckResult} {
		label := dialog.Text{Plain: e.Base.Lang[lang].Phrase(k).One.Plain}
		r.Prompt.Options = append(r.Prompt.Options, dialog.Option{ID: id, Label: label})
	}
	for _, b := range []layout.Budget{layout.USSD160(), layout.USSD160().Exact()} {
		pages := layout.Pages(e.Writer(lang), &r, e.Frame(&r, true), b)
		if len(pages) > 1 {
			t.Errorf("%s %s takes %d screens, want one of %d units:\n%s\n--\n%s",
				lang, f.ID, len(pages), pages[0].Size.Limit, pages[0].Text, pages[1].Text)
		}
	}
}
