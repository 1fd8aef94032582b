package rule

import (
	"slices"

	"github.com/plainline/plainline/knowledge"
)

// Failure is a case that did not come out as its editor expects.
type Failure struct {
	Service *knowledge.Service
	Case    *knowledge.Case
	Got     Verdict
}

// Cases runs the cases of every rule and gives those that fail: another outcome, or other clauses or facts than Because names.
func (x *Index) Cases() []Failure {
	var failed []Failure
	days := map[knowledge.Date]*Day{} // most cases share a few
	for _, r := range x.Rules {
		for _, c := range r.Service.Cases {
			a, err := Read(x.Base, c.Answers)
			if err != nil {
				continue // Load has told of it
			}
			if days[c.On] == nil {
				days[c.On] = x.On(c.On)
			}
			v := days[c.On].Judge(r, a)
			if v.Outcome != c.Expect || !v.because(x, c.Because) {
				failed = append(failed, Failure{r.Service, c, v})
			}
		}
	}
	return failed
}

// because says whether the reasons of a verdict are those that a case names; none named fits all.
func (v *Verdict) because(x *Index, ids []string) bool {
	got := v.Reasons(x)
	if len(ids) == 0 {
		return true
	}
	want := slices.Sorted(slices.Values(ids))
	slices.Sort(got)
	return slices.Equal(got, want)
}

// Reasons gives the ids of what decides: of the clauses that fail ("valid" where the rule does not hold on the day), or of
// the facts and clauses that the outcome depends on.
func (v *Verdict) Reasons(x *Index) []string {
	var ids []string
	if v.Expired {
		ids = append(ids, "valid")
	}
	for _, c := range slices.Concat(v.Failing, v.Blocked) {
		ids = append(ids, c.ID)
	}
	for _, f := range v.Missing {
		ids = append(ids, x.Base.Facts[f].ID)
	}
	return ids
}
