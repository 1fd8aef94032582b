package rule_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/rule"
)

// The facts of the random rules: one of each type, a follow-up and a follow-up of it.
const propertyFacts = `
citizen: {code: 1, type: yesno, ask: {en: Citizen?}}
working: {code: 2, type: yesno, ask: {en: Working?}}
status: {code: 3, type: one, values: {single: {en: s}, married: {en: m}, widowed: {en: w}}, ask: {en: Status?}}
has: {code: 4, type: several, values: {car: {en: c}, house: {en: h}, dog: {en: d}}, ask: {en: Has?}}
people: {code: 5, type: number, min: 1, max: 5, ask: {en: People?}}
income: {code: 6, type: money, max: 400, ask: {en: Income?}}
age: {code: 7, type: age, max: 90y, ask: {en: Age?}}
born: {code: 8, type: date, min: 1930-01-01, max: 2026-11-21, ask: {en: Born?}}
home: {code: 9, type: place, in: land, ask: {en: Home?}}
hours: {code: 10, type: number, max: 60, ask: {en: Hours?}, only_if: {fact: working, is: yes}}
nights: {code: 11, type: number, max: 9, ask: {en: Nights?}, only_if: {fact: hours, at_least: 20}}
`

const propertyParameters = `
threshold:
  kind: money
  by: people
  sources: {law: {cite: law.example, verified_on: 2026-01-10}}
  values:
    - {rows: [100, 150, 200], extra: 20, from: 2026-01-01, source: law}
old:
  kind: age
  sources: {law: {cite: law.example, verified_on: 2026-01-10}}
  values:
    - {value: 60y, from: 2020-01-01, until: 2026-06-30, source: law}
    - {value: 61y, from: 2026-07-01, source: law}
`

const propertyDay knowledge.Date = 20261121

// domain gives numbers on both sides of every limit that the random rules use.
func domain(f *knowledge.Fact) (values []int64) {
	switch f.ID {
	case "income":
		return []int64{0, 9999, 10000, 10001, 15000, 15001, 20001, 22000, 24001, 40000}
	case "age":
		return []int64{0, 215, 216, 217, 731, 732, 733, 1080}
	case "born":
		for _, d := range []knowledge.Date{19300101, 19651121, 19651122, 19990101, 20081121, 20081122, 20260823, 20260824, 20261121} {
			values = append(values, d.DayNumber())
		}
		return values
	case "hours":
		return []int64{0, 19, 20, 21, 60}
	case "has":
		return []int64{0, 1, 2, 3, 4, 5, 6, 7}
	case "home":
		return []int64{1, 2} // capital and village; the land is both
	}
	for n := f.Lowest; n <= f.Highest; n++ {
		values = append(values, n)
	}
	return values
}

// ruleWriter writes random rules.
type ruleWriter struct {
	*rand.Rand
	ids  int
	free []string // facts that may still be used; nil: all, any number of times
	once bool
}

// comparison writes a comparison with a fact, with a limit inside its domain.
func (w *ruleWriter) comparison(fact string) string {
	pick := func(list ...string) string { return list[w.IntN(len(list))] }
	w.ids++
	var c string
	switch fact {
	case "citizen", "working":
		c = "is: " + pick("yes", "no")
	case "status":
		c = "is: " + pick("single", "[single, widowed]", "[married]")
	case "has":
		c = pick("has_any", "has_all", "has_none") + ": " + pick("[car]", "[car, dog]", "[house, dog]")
	case "people":
		c = pick("is: 3", "is: [2, 4]", "at_least: 3", "below: 3", "at_most: 2", "above: 4")
	case "income":
		c = pick("at_most: parameter.threshold", "above: parameter.threshold", "below: 150", "at_least: 100")
	case "age":
		c = pick("at_least: 18", "below: 18y", "at_most: parameter.old", "above: parameter.old")
	case "born":
		c = pick("at_least: 18", "below: parameter.old", "from: 1999-01-01", "until: 1999-01-01", "within: 90 days", "at_least: 18, below: parameter.old")
	case "home":
		c = "is: " + pick("capital", "village")
	case "hours":
		c = pick("at_least: 20", "below: 20")
	case "nights":
		c = pick("at_least: 3", "at_most: 6", "is: [0, 9]")
	}
	return fmt.Sprintf("{id: c%d, fact: %s, %s}", w.ids, fact, c)
}

// clause writes a random clause; "" where no fact is left.
func (w *ruleWriter) clause(depth int) string {
	if depth == 0 || w.IntN(3) == 0 {
		i := w.IntN(len(w.free))
		fact := w.free[i]
		if w.once {
			w.free = slices.Delete(slices.Clone(w.free), i, i+1)
		}
		return w.comparison(fact)
	}
	shape := []string{"all", "any", "not"}[w.IntN(3)]
	if shape == "not" {
		return "{not: " + w.clause(depth-1) + "}"
	}
	var list []string
	for range 1 + w.IntN(3) {
		if len(w.free) > 0 {
			list = append(list, w.clause(depth-1))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return "{" + shape + ": [" + strings.Join(compact(list), ", ") + "]}"
}

func compact(list []string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// randomIndex gives a dozen random rules. With once, no fact stands twice in a rule, nor do follow-ups and tables, which
// bring facts of their own.
func randomIndex(t testing.TB, r *rand.Rand, once bool) *rule.Index {
	files := knowledgetest.Small()
	files["facts.yaml"] = &fstest.MapFile{Data: []byte(propertyFacts)}
	files["parameters.yaml"].Data = append(files["parameters.yaml"].Data, propertyParameters...)
	service, words := files["services/pension/service.yaml"].Data, files["services/pension/en.md"].Data
	for i := range 12 {
		w := &ruleWriter{Rand: r, once: once, free: []string{"citizen", "working", "status", "has", "people", "income", "age", "born", "home", "hours", "nights"}}
		if once {
			w.free = []string{"citizen", "working", "status", "has", "people", "age", "born", "home"}
		}
		rule := ""
		for !strings.Contains(rule, "fact:") {
			rule = w.clause(3)
		}
		dir := fmt.Sprintf("services/random-%02d/", i)
		text := strings.Replace(string(service), "code: 3", fmt.Sprintf("code: %d", 100+i), 1)
		files[dir+"service.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "%s\neligibility: {all: [%s]}\n", text, rule)}
		items := "\n## eligibility [draft]\n"
		for id := 1; id <= w.ids; id++ {
			if strings.Contains(rule, fmt.Sprintf("id: c%d,", id)) {
				items += fmt.Sprintf("- c%d: words\n", id)
			}
		}
		files[dir+"en.md"] = &fstest.MapFile{Data: append(slices.Clone(words), items...)}
	}
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatalf("the random rules do not load: %v", findings)
	}
	return rule.New(base)
}

// whole decides a rule for somebody of whom everything is known, written apart from the code that it checks.
type whole struct {
	base   *knowledge.Base
	values map[string]int64
	on     knowledge.Date
}

func (p *whole) rule(r *rule.Rule) bool {
	return p.clause(&knowledge.Clause{All: r.Service.Eligibility.All})
}

func (p *whole) clause(c *knowledge.Clause) bool {
	switch {
	case c.Fact != "":
		return p.applies(c.Fact) && p.compare(c, p.base.Fact(c.Fact))
	case c.Not != nil:
		return !p.clause(c.Not)
	case len(c.Any) > 0:
		return slices.ContainsFunc(c.Any, p.clause)
	}
	return !slices.ContainsFunc(c.All, func(d *knowledge.Clause) bool { return !p.clause(d) })
}

func (p *whole) applies(fact string) bool {
	guard := p.base.Fact(fact).OnlyIf
	return guard == nil || p.clause(guard)
}

func (p *whole) compare(c *knowledge.Clause, f *knowledge.Fact) bool {
	v := p.values[f.ID]
	bits := func(ids []string) (m int64) {
		for _, id := range ids {
			n, _ := f.Value(id)
			m |= 1 << n
		}
		return m
	}
	switch {
	case c.Is != nil:
		return slices.ContainsFunc(c.Is, func(id string) bool { n, _ := f.Read(id); return n == v })
	case c.HasAny != nil:
		return v&bits(c.HasAny) != 0
	case c.HasAll != nil:
		return v&bits(c.HasAll) == bits(c.HasAll)
	case c.HasNone != nil:
		return v&bits(c.HasNone) == 0
	}
	if f.Type == knowledge.DateFact {
		return p.day(c, knowledge.DateOfDay(v))
	}
	at := func(text string) int64 { return p.limit(text, f.Type) }
	return (c.AtLeast == "" || v >= at(c.AtLeast)) && (c.AtMost == "" || v <= at(c.AtMost)) &&
		(c.Above == "" || v > at(c.Above)) && (c.Below == "" || v < at(c.Below))
}

func (p *whole) limit(text string, kind knowledge.FactType) int64 {
	id, isParameter := strings.CutPrefix(text, "parameter.")
	if !isParameter {
		n, _ := (&knowledge.Fact{Type: kind}).Read(text)
		return n
	}
	size := int64(1)
	if by := p.base.Parameter(id).By; by != "" {
		size = p.values[by]
	}
	return p.base.Parameter(id).On(p.on).For(size)
}

// day counts birthdays: who was born on the 22nd is not yet 18 on the 21st.
func (p *whole) day(c *knowledge.Clause, born knowledge.Date) bool {
	reached := func(text string) bool { return born.AddMonths(int(p.limit(text, knowledge.AgeFact))) <= p.on }
	return (c.AtLeast == "" || reached(c.AtLeast)) && (c.Below == "" || !reached(c.Below)) &&
		(c.From == 0 || born >= c.From) && (c.Until == 0 || born <= c.Until) &&
		(c.Past == nil || born >= c.Past.Before(p.on) && born <= p.on)
}

// partial makes up what is known of somebody: some facts exactly, some coarsely, some skipped, some not at all.
func partial(r *rand.Rand, x *rule.Index) rule.Answers {
	a := make(rule.Answers, len(x.Base.Facts))
	for i, f := range x.Base.Facts {
		values := domain(f)
		v, w := values[r.IntN(len(values))], values[r.IntN(len(values))]
		switch r.IntN(5) {
		case 0:
			a[i] = rule.Answer{State: rule.Skipped}
		case 1:
			a[i] = rule.Between(min(v, w), max(v, w))
			switch f.Type {
			case knowledge.PlaceFact:
				a[i] = rule.Between(0, 2) // somewhere in the land: a coarse answer is a place with all its parts
			case knowledge.SeveralFact:
				a[i] = rule.Answer{State: rule.Given, Lo: v &^ w, Hi: w &^ v}
			}
		case 2, 3:
			a[i] = exactly(f, v)
		}
	}
	return a
}

func exactly(f *knowledge.Fact, v int64) rule.Answer {
	if f.Type == knowledge.SeveralFact {
		return rule.Just(f, v)
	}
	return rule.Exactly(v)
}

// fits says whether a value may be what an answer means.
func fits(f *knowledge.Fact, a rule.Answer, v int64) bool {
	switch {
	case a.State != rule.Given:
		return true
	case f.Type == knowledge.SeveralFact:
		return v&a.Lo == a.Lo && v&a.Hi == 0
	}
	return a.Lo <= v && v <= a.Hi
}

// completions calls f for everybody that the answers may mean, in the facts that a rule may hang on; of very many for some.
func completions(r *rand.Rand, x *rule.Index, ru *rule.Rule, a rule.Answers, f func(*whole)) {
	choices, many := make([][]int64, len(x.Base.Facts)), 1
	for _, i := range ru.Facts() {
		fact := x.Base.Facts[i]
		choices[i] = slices.DeleteFunc(domain(fact), func(v int64) bool { return !fits(fact, a[i], v) })
		many = min(many*len(choices[i]), 1<<20)
	}
	p := &whole{base: x.Base, values: map[string]int64{}, on: propertyDay}
	for n := range min(many, 4000) {
		for _, i := range ru.Facts() {
			k := n % len(choices[i])
			if n /= len(choices[i]); many > 4000 {
				k = r.IntN(len(choices[i]))
			}
			p.values[x.Base.Facts[i].ID] = choices[i][k]
		}
		f(p)
	}
}

// agree checks that what is decided holds for everybody whom the answers may mean and, with complete, that what is not
// decided may still come out both ways.
func agree(t *testing.T, seed uint64, complete bool) {
	r := rand.New(rand.NewPCG(seed, 1))
	x := randomIndex(t, r, complete)
	day := x.On(propertyDay)
	for range 12 {
		a := partial(r, x)
		for _, ru := range x.Rules {
			truth := day.Truth(ru, a)
			met, unmet := 0, 0
			completions(r, x, ru, a, func(p *whole) {
				if p.rule(ru) {
					met++
				} else {
					unmet++
				}
				if truth == rule.Yes && unmet > 0 || truth == rule.No && met > 0 {
					t.Fatalf("seed %d: %s is %s of %v, but not of %v:\n%s", seed, ru.Service.ID, truth, a, p.values, source(ru))
				}
			})
			if complete && truth == rule.Unknown && (met == 0 || unmet == 0) {
				t.Fatalf("seed %d: %s is unknown of %v, but all %d people come out alike:\n%s", seed, ru.Service.ID, a, met+unmet, source(ru))
			}
		}
	}
}

// source writes a rule for the failure text.
func source(r *rule.Rule) string {
	var b strings.Builder
	var write func(c *knowledge.Clause)
	write = func(c *knowledge.Clause) {
		switch {
		case c.Fact != "":
			fmt.Fprintf(&b, "{%s is%v any%v all%v none%v >=%s <=%s >%s <%s %v..%v past %v}", c.Fact, c.Is, c.HasAny, c.HasAll, c.HasNone, c.AtLeast, c.AtMost, c.Above, c.Below, c.From, c.Until, c.Past)
		case c.Not != nil:
			b.WriteString("not ")
			write(c.Not)
		default:
			fmt.Fprintf(&b, "%s(", map[bool]string{true: "any", false: "all"}[len(c.Any) > 0])
			for _, d := range slices.Concat(c.All, c.Any) {
				write(d)
			}
			b.WriteString(")")
		}
	}
	write(&knowledge.Clause{All: r.Service.Eligibility.All})
	return b.String()
}

const rounds = 25

func TestDecisionsHoldWhateverElseIsTrue(t *testing.T) {
	t.Parallel()
	for seed := range uint64(rounds) {
		agree(t, seed, false)
	}
}

func TestWhatIsOpenMayComeOutBothWays(t *testing.T) {
	t.Parallel()
	for seed := range uint64(rounds) {
		agree(t, seed, true)
	}
}

func FuzzDecisionsHold(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { agree(t, seed, false) })
}

func TestOrderOfAnswersNeverChangesADecision(t *testing.T) {
	t.Parallel()
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 2))
		x := randomIndex(t, r, false)
		day := x.On(propertyDay)
		all := partial(r, x)
		for _, ru := range x.Rules {
			want := day.Truth(ru, all)
			for range 4 {
				a := make(rule.Answers, len(all))
				for _, i := range r.Perm(len(all)) {
					before := day.Truth(ru, a)
					a[i] = all[i]
					if after := day.Truth(ru, a); before != rule.Unknown && after != before {
						t.Fatalf("seed %d: %s was %s and is %s after the answer to %s:\n%s", seed, ru.Service.ID, before, after, x.Base.Facts[i].ID, source(ru))
					}
				}
				if got := day.Truth(ru, a); got != want {
					t.Fatalf("seed %d: %s is %s in another order, want %s:\n%s", seed, ru.Service.ID, got, want, source(ru))
				}
			}
		}
	}
}

func TestCorrectingAnAnswerIsHavingGivenItFirst(t *testing.T) {
	t.Parallel()
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 3))
		x := randomIndex(t, r, false)
		day := x.On(propertyDay)
		wrong, right := partial(r, x), partial(r, x)
		corrected := slices.Clone(wrong)
		for _, i := range r.Perm(len(right)) {
			for _, ru := range x.Rules {
				day.Judge(ru, corrected) // looking at results in between leaves no trace
			}
			corrected[i] = right[i]
		}
		for _, ru := range x.Rules {
			got, want := day.Judge(ru, corrected), day.Judge(ru, right)
			if got.Outcome != want.Outcome || !slices.Equal(got.Reasons(x), want.Reasons(x)) || got.Changes != want.Changes {
				t.Fatalf("seed %d: %s corrected is %s %v, want %s %v", seed, ru.Service.ID, got.Outcome, got.Reasons(x), want.Outcome, want.Reasons(x))
			}
		}
	}
}

// Only of a fact of type several do forks overlap: each says one value that applies, and there may be more.
func TestForksCoverAFactWithoutOverlap(t *testing.T) {
	t.Parallel()
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 4))
		x := randomIndex(t, r, false)
		day := x.On(propertyDay)
		a := partial(r, x)
		rules := make([]int32, len(x.Rules))
		for i := range rules {
			rules[i] = int32(i)
		}
		for i, f := range x.Base.Facts {
			if !day.Askable(i, a) || f.Type == knowledge.SeveralFact && a[i].State == rule.Given {
				continue
			}
			forks := day.Forks(i, a, rules, nil)
			for _, v := range domain(f) {
				n := 0
				for _, k := range forks {
					if fits(f, k, v) {
						n++
					}
				}
				known := fits(f, a[i], v)
				if several := f.Type == knowledge.SeveralFact; known && n == 0 || !several && known && n != 1 || !known && n > 0 && !several {
					t.Fatalf("seed %d: %d of the forks %v of %s hold %d, which fits what is known, %v: %t", seed, n, forks, f.ID, v, a[i], known)
				}
			}
		}
	}
}
