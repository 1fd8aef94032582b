package walk

import (
	"reflect"
	"regexp"
	"strings"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
)

// reply checks what is said: something is, every part of it has words, facts have a source, and it is said the same twice.
func (w *walker) reply(s *dialog.Session, r *dialog.Reply) {
	if again := engine.Show(w.e.Edition, s, w.now); !reflect.DeepEqual(*r, again) {
		w.find(s, "repeatable", "the place does not say the same twice")
	}
	if len(r.Blocks) == 0 && r.Prompt.Ask.Empty() {
		w.find(s, "not-empty", "nothing is said")
	}
	for i, b := range r.Blocks {
		if b.Text.Empty() && len(b.Rows) == 0 {
			w.find(s, "not-empty", "block %d says nothing", i+1)
		}
		for j, row := range b.Rows {
			if row.Label.Empty() {
				w.find(s, "not-empty", "row %d of block %d has no label", j+1, i+1)
			}
		}
	}
	w.source(s, r)
	w.offers(s, r)
}

// source checks that facts come with their source, its day and a code, and that the code leads back here.
func (w *walker) source(s *dialog.Session, r *dialog.Reply) {
	if r.Code == "" {
		if kind, _, _ := strings.Cut(string(s.Here()), "/"); w.answers(kind) {
			w.find(s, "sourced", "the answer has no source and no code")
		}
		for _, v := range Values(r) {
			if strings.HasPrefix(v.Ref, "fact.") {
				continue // a number to choose from, or what the person said
			}
			if v.Kind == dialog.Money || v.Kind == dialog.Duration || v.Kind == dialog.Day {
				w.find(s, "sourced", "the fact %s is told without source and code", v.Ref)
			}
		}
		return
	}
	if r.Source.Cite == "" || r.Source.VerifiedOn == 0 {
		w.find(s, "sourced", "the answer %s has no source or no day", r.Code)
	}
	if r.Code[0] == 'P' || r.Code == "K0" || strings.HasPrefix(string(s.Here()), "question/") {
		return // these codes name a person to call, a list, and the list a question stands in
	}
	if kind, _, _ := strings.Cut(string(s.Here()), "/"); kind == "verdict" || kind == "results" || kind == "check" {
		return // an outcome quotes the code of the conditions: nobody else has these answers
	}
	m := w.e.Matcher.Understand(understand.Query{Text: r.Code, Lang: s.Lang})
	if len(m.Targets) != 1 || m.Targets[0] != s.Here() {
		w.find(s, "code", "the code %s leads to %v", r.Code, m.Targets)
	}
}

// answers says whether a kind of place tells an answer, which must name its source whatever it tells.
func (w *walker) answers(kind string) bool {
	_, aspect := answer.AspectNamed(kind)
	return aspect || kind == "answer" || kind == "office" || kind == "question" || kind == "person" || kind == "service"
}

// offers checks that every option has words, leads somewhere, and stands there once.
func (w *walker) offers(s *dialog.Session, r *dialog.Reply) {
	seen := map[string]bool{}
	for i, o := range r.Prompt.Options {
		kind, _, _ := strings.Cut(o.ID, "/")
		switch {
		case seen[o.ID]:
			w.find(s, "options", "the option %s stands there twice", o.ID)
		case o.Label.Empty():
			w.find(s, "options", "the option %s has no words", o.ID)
		case kind != "do" && kind != "give" && kind != "say" && !w.e.Exists(dialog.Spot(o.ID)):
			w.find(s, "options", "the option %s leads nowhere", o.ID)
		case dialog.OptionIndex(dialog.OptionKey(i)) != i:
			w.find(s, "options", "the key of the option %s chooses another", o.ID)
		}
		seen[o.ID] = true
	}
}

// odd are marks that stand where no writer would put them: left by a slot that filled with nothing, or by joined parts.
var odd = regexp.MustCompile(`[{}]| [.,;:!?]( |$)|[^.]\.\.( |$)|[,;:]\s*[.,;]|\(\)|[.!?],|(?m)^[.,;:]`)

// screens checks every page on every screen, and the whole without limits.
func (w *walker) screens(s *dialog.Session, r *dialog.Reply) {
	writer := w.e.Writer(r.Lang)
	plain := layout.Plain(writer, r, w.e.Frame(r, false))
	if at := odd.FindStringIndex(plain); at != nil {
		w.find(s, "written", "%q stands in %q", plain[at[0]:at[1]], around(plain, at))
	}
	for _, b := range w.options.Budgets {
		pages := layout.Pages(writer, r, w.e.Frame(r, true), b)
		w.report.Screens += len(pages)
		for i, p := range pages {
			switch {
			case strings.TrimSpace(p.Text) == "":
				w.find(s, "not-empty", "page %d on %s is empty", i+1, b.Name)
			case !layout.Measure(p.Text, b).Fits():
				w.find(s, "budget", "page %d takes %d of %d on %s", i+1, p.Size.Units, p.Size.Limit, b.Name)
			case p.More != (i < len(pages)-1):
				w.find(s, "budget", "page %d of %d does not say rightly whether more follows, on %s", i+1, len(pages), b.Name)
			}
		}
	}
}

// around gives a few words around a place.
func around(text string, at []int) string {
	from, to := max(at[0]-30, 0), min(at[1]+20, len(text))
	return strings.ToValidUTF8(text[from:to], "")
}

// Values gives every value in a reply, in the order in which they are told.
func Values(r *dialog.Reply) []*dialog.Value {
	var list []*dialog.Value
	add := func(t dialog.Text) {
		for i := range t.Spans {
			if v := t.Spans[i].Value; v != nil {
				list = append(list, v)
			}
		}
	}
	for _, b := range r.Blocks {
		add(b.Text)
		for _, row := range b.Rows {
			add(row.Label)
			add(row.Value)
		}
	}
	add(r.Prompt.Ask)
	for _, o := range r.Prompt.Options {
		add(o.Label)
	}
	return list
}
