package questions

import (
	"encoding/json"
	"fmt"
	"io"
)

// Save writes the report as JSON, for programs and for Compare.
func (r *Report) Save(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// Load reads a stored run.
func Load(in io.Reader) (*Report, error) {
	var r Report
	if err := json.NewDecoder(in).Decode(&r); err != nil {
		return nil, fmt.Errorf("read a stored run: %w", err)
	}
	if len(r.Groups) == 0 {
		return nil, fmt.Errorf("read a stored run: it has no figures")
	}
	return &r, nil
}

// Failures says in sentences why the report fails: a language too far behind the best.
func (r *Report) Failures() []string {
	var list []string
	for _, g := range r.Gaps {
		list = append(list, fmt.Sprintf("%s %s: right at first is %.1f points behind %s, more than %d", g.Lang, g.Spelling, g.Points, g.Best, maxGap))
	}
	return list
}

// Comparison is what changed against a stored run.
type Comparison struct {
	Failures []string `json:"failures,omitempty"` // worse, beyond the interval of the stored run
	Notes    []string `json:"notes,omitempty"`    // why the runs may not compare
}

// Compare holds the report against a stored run. It fails where fewer questions are right, or more are wrong, than the
// interval of the stored run allows for.
func (r *Report) Compare(before *Report) Comparison {
	var c Comparison
	if r.Set != before.Set {
		c.Notes = append(c.Notes, "the questions are not those of the stored run")
	}
	if r.Service != before.Service {
		c.Notes = append(c.Notes, fmt.Sprintf("the talk is about %q, in the stored run it was about %q", r.Service, before.Service))
	}
	for _, old := range before.Groups {
		now := r.find(old)
		if now == nil {
			c.Notes = append(c.Notes, fmt.Sprintf("%s %s: not measured this time", old.Lang, old.Spelling))
			continue
		}
		c.worse(old, "right at first", old.Right, now.Right, now.Right.Value() < old.Right.Low)
		c.worse(old, "right within the menu", old.Menu, now.Menu, now.Menu.Value() < old.Menu.Low)
		c.worse(old, "wrong overall", old.Wrong, now.Wrong, now.Wrong.Value() > old.Wrong.High)
	}
	return c
}

func (r *Report) find(g Group) *Group {
	for i := range r.Groups {
		if r.Groups[i].Lang == g.Lang && r.Groups[i].Spelling == g.Spelling {
			return &r.Groups[i]
		}
	}
	return nil
}

func (c *Comparison) worse(g Group, what string, old, now Share, worse bool) {
	if worse && old.Of > 0 && now.Of > 0 {
		c.Failures = append(c.Failures, fmt.Sprintf("%s %s: %s is %.1f %%, it was %s", g.Lang, g.Spelling, what, 100*now.Value(), old))
	}
}
