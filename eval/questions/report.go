package questions

import (
	"fmt"
	"io"
	"strings"
)

// Text writes the report for people. Every share is in per cent, with its 95 % interval.
func (r *Report) Text(w io.Writer) error {
	var b strings.Builder
	r.groups(&b)
	r.crises(&b)
	r.risks(&b)
	r.confused(&b)
	r.short(&b)
	r.behind(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Report) groups(b *strings.Builder) {
	total, synthetic := 0, 0
	for _, g := range r.Groups {
		if g.Spelling == r.Groups[0].Spelling {
			total += g.InScope + g.LookAlikes
			synthetic += g.Synthetic
		}
	}
	fmt.Fprintf(b, "Base %s, %d questions held aside, %d of them written by those who built the base.\n", r.Revision, total, synthetic)
	if r.Service != "" {
		fmt.Fprintf(b, "Where a question names no service, the talk is about %s.\n", r.Service)
	}
	fmt.Fprintf(b, "\nOf the questions that the base answers, in per cent\n")
	table(b, "lang", "spelling", "questions", "right at first", "within the menu", "beside", "asked astray", "refused wrongly")
	for _, g := range r.Groups {
		table(b, g.Lang, g.Spelling, g.InScope, g.Right, g.Menu, g.Beside, g.Astray, g.Refused)
	}
	fmt.Fprintf(b, "\nOf all questions: wrong; of the look-alikes, which it does not cover: the rest\n")
	table(b, "lang", "spelling", "look-alikes", "wrong overall", "refused rightly", "asked back", "answered", "sent on rightly")
	for _, g := range r.Groups {
		table(b, g.Lang, g.Spelling, g.LookAlikes, g.Wrong, g.Rightly, g.Asked, g.Told, g.Refer)
	}
}

func (r *Report) crises(b *strings.Builder) {
	if len(r.Crisis) == 0 {
		return
	}
	fmt.Fprintf(b, "\nPeople in distress, met with the emergency numbers at once\n")
	table(b, "lang", "spelling", "questions", "met", "false alarms", "other questions")
	for _, c := range r.Crisis {
		table(b, c.Lang, c.Spelling, c.Recall.Of, c.Recall, c.Alarms, c.Others)
	}
}

// risks prints the table of the first spelling only; JSON has the others.
func (r *Report) risks(b *strings.Builder) {
	if len(r.Risk) == 0 {
		fmt.Fprintf(b, "\nNo table of risk and coverage: this matcher does not say how probable its thoughts are.\n")
		return
	}
	fmt.Fprintf(b, "\nRisk and coverage: if every first thought at least this probable were told (serve -answer-from)\n")
	table(b, "lang", "spelling", "threshold", "answered", "wrong of these", "look-alikes told")
	for _, x := range r.Risk {
		if x.Spelling == r.Risk[0].Spelling {
			table(b, x.Lang, x.Spelling, x.Threshold, x.Coverage, x.Risk, x.Told)
		}
	}
}

func (r *Report) confused(b *strings.Builder) {
	if len(r.Confusions) == 0 {
		return
	}
	fmt.Fprintf(b, "\nConfusions worth fixing\n%5s  %-32s %-32s %s\n", "times", "asked", "understood", "for example")
	for _, c := range r.Confusions {
		fmt.Fprintf(b, "%5d  %-32s %-32s %s %s\n", c.Count, c.Wanted, c.Got, c.Lang, c.Example)
	}
}

func (r *Report) short(b *strings.Builder) {
	if len(r.Short) == 0 {
		return
	}
	fmt.Fprintf(b, "\nAnswers short of examples\n")
	for _, s := range r.Short {
		fmt.Fprintf(b, "%-7s  %s  %-32s %d\n", s.Level, s.Lang, s.What, s.Examples)
	}
}

func (r *Report) behind(b *strings.Builder) {
	if len(r.Gaps) == 0 {
		return
	}
	fmt.Fprintf(b, "\nLanguages more than %d points behind the best (right at first)\n", maxGap)
	for _, g := range r.Gaps {
		fmt.Fprintf(b, "%-4s %-9s %.1f points behind %s\n", g.Lang, g.Spelling, g.Points, g.Best)
	}
}

// table writes a line of columns.
func table(b *strings.Builder, cells ...any) {
	line := fmt.Sprintf("%-4v %-9v %11v", cells[0], cells[1], cells[2])
	for _, c := range cells[3:] {
		line += fmt.Sprintf("  %-18v", c)
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
}
