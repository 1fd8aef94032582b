package eligibility

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/usagov"
)

// smallRules gives Small with rules for its three services, a follow-up and a question about places.
func smallRules(t testing.TB) *knowledge.Base {
	t.Helper()
	files := knowledgetest.Small()
	add := func(name, text string) {
		if files[name] == nil {
			t.Fatalf("Small has no file %s", name)
		}
		files[name].Data = append(files[name].Data, text...)
	}
	file := *files["base.yaml"]
	file.Data = []byte(testFacts)
	files["facts.yaml"] = &file
	add("services/passport/service.yaml", "\neligibility:\n  all:\n    - {id: citizen, fact: citizen, is: yes}\n    - {id: lives, fact: home, is: capital}\n")
	add("services/passport/en.md", "\n## eligibility [draft]\n- citizen: You are a citizen.\n- lives: You live in the capital.\n")
	add("services/pension/service.yaml", "\neligibility:\n  all:\n    - {id: age, fact: born, at_least: parameter.pension-age}\n    - {id: few-hours, fact: hours, below: 20}\n  check_yourself: [{id: years}]\n")
	add("services/pension/en.md", "\n## eligibility [draft]\n- age: You have reached the age.\n- few-hours: You work little.\n- years: You have worked for 25 years.\n")
	add("services/birth-certificate/service.yaml", "\neligibility:\n  any:\n    - {id: child, fact: children, has_any: [baby, twins]}\n    - {id: poor, fact: income, at_most: 99.50}\n  valid: {from: 2020-01-01}\n")
	add("services/birth-certificate/en.md", "\n## eligibility [draft]\n- child: You have a new child.\n- poor: Your income is small.\n")
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatalf("the base does not load: %v", findings)
	}
	return base
}

const testFacts = `
citizen: {code: 1, type: yesno, ask: {en: Citizen?}, cost: 30}
home: {code: 2, type: place, in: land, ask: {en: Home?}}
born: {code: 3, type: date, max: 2026-11-21, ask: {en: Born?}, sensitive: true}
working: {code: 4, type: yesno, ask: {en: Working?}}
hours: {code: 5, type: number, max: 80, ask: {en: Hours?}, only_if: {fact: working, is: yes}}
children: {code: 6, type: several, values: {baby: {en: baby}, twins: {en: twins}, big: {en: big}}, ask: {en: Children?}}
income: {code: 7, type: money, ask: {en: Income?}}
seniority: {code: 8, type: age, ask: {en: Seniority?}}
`

func simulate(t testing.TB, b *knowledge.Base, people int, yes float64) *Report {
	t.Helper()
	r, err := Run(context.Background(), Config{Base: b, On: 20261121, People: people, Yes: yes, Seed: 1, EqualCost: true})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestOursNeverAsksMoreThanEverything(t *testing.T) {
	t.Parallel()
	r := simulate(t, smallRules(t), 200, 0.3)
	for _, row := range append(r.Goals, r.OneService) {
		if row.Ours.Mean > row.All.Mean || row.Fixed.Mean > row.All.Mean {
			t.Errorf("%s: ours %.2f, fixed %.2f, but asking all takes %.2f", row.Goal, row.Ours.Mean, row.Fixed.Mean, row.All.Mean)
		}
	}
	if n := r.Wrong(); n != 0 {
		t.Errorf("%d decisions contradict the whole truth, want none", n)
	}
	if last := r.Goals[0].OursDecided; last[len(last)-1] != 1 {
		t.Errorf("with all answers %.2f of the rules are decided, want all", last[len(last)-1])
	}
}

func TestTheSameSeedMakesTheSameReport(t *testing.T) {
	t.Parallel()
	b := smallRules(t)
	var one, two bytes.Buffer
	if err := errors.Join(simulate(t, b, 50, 0.5).Text(&one), simulate(t, b, 50, 0.5).Text(&two)); err != nil {
		t.Fatal(err)
	}
	if one.String() != two.String() {
		t.Errorf("two runs differ:\n%s\n%s", &one, &two)
	}
	if !strings.Contains(one.String(), "everything") || !strings.Contains(one.String(), "wrong decisions") {
		t.Errorf("the report lacks its tables:\n%s", &one)
	}
}

func TestABaseWithoutRulesCannotBeSimulated(t *testing.T) {
	t.Parallel()
	_, err := Run(context.Background(), Config{Base: knowledgetest.Load(), On: 20261121, People: 1})
	if !errors.Is(err, ErrNoRules) {
		t.Errorf("got %v, want %v", err, ErrNoRules)
	}
}

func TestASimulationCanBeStopped(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Run(ctx, Config{Base: smallRules(t), On: 20261121, People: 10}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

// The figures that the order of questions was built for, on data that nobody here wrote. PLAINLINE_USAGOV names its folder.
func TestFewQuestionsOnTheBenefitsOfUSAGov(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("PLAINLINE_USAGOV")
	if dir == "" {
		t.Skip("PLAINLINE_USAGOV names no folder with the data set")
	}
	result, err := usagov.Import(os.DirFS(dir), usagov.Options{})
	if err != nil {
		t.Fatal(err)
	}
	files := knowledgetest.Small()
	clear(files)
	for _, f := range result.Files {
		file := *knowledgetest.Small()["base.yaml"]
		file.Data = f.Data
		files[f.Path] = &file
	}
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatalf("the base does not load: %v", findings)
	}
	skewed, even := simulate(t, base, 1000, 0.2), simulate(t, base, 1000, 0.5)
	for _, r := range []*Report{skewed, even} {
		var tables bytes.Buffer
		if err := r.Text(&tables); err != nil {
			t.Fatal(err)
		}
		t.Logf("\n%s", &tables)
	}
	for _, want := range []struct {
		row  Row
		most float64
	}{
		{rowOf(t, skewed, "everything"), 8.5}, {rowOf(t, skewed, "event/retirement"), 2.6}, {rowOf(t, skewed, "event/disability"), 3.0},
		{rowOf(t, even, "first"), 4.15}, {even.OneService, 1.55},
	} {
		if want.row.Ours.Mean > want.most {
			t.Errorf("%s takes %.2f questions on average, want at most %.2f", want.row.Goal, want.row.Ours.Mean, want.most)
		}
	}
	if n := skewed.Wrong() + even.Wrong(); n > 0 {
		t.Errorf("%d decisions contradict the whole truth, want none", n)
	}
}

func rowOf(t *testing.T, r *Report, id string) Row {
	for _, row := range r.Goals {
		if row.ID == id {
			return row
		}
	}
	t.Fatalf("the report has no row %s", id)
	return Row{}
}

func TestTargetsAreTheGoalsOfATalk(t *testing.T) {
	t.Parallel()
	r := simulate(t, smallRules(t), 1, 0.5)
	var got []string
	for _, row := range r.Goals {
		got = append(got, row.ID)
	}
	if want := "everything first event/new-baby"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
