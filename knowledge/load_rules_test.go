package knowledge_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/rule"
)

const (
	pension = "services/pension/service.yaml"
	cases   = "services/pension/cases.yaml"
)

// ruleFiles gives the small base with facts of every type, a rule with every comparison and cases.
func ruleFiles() fstest.MapFS {
	files := knowledgetest.Small()
	put := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	add := func(name, text string) { put(name, text+string(files[name].Data)) }
	put("facts.yaml", `citizen: {code: 1, type: yesno, ask: {en: Are you a citizen?}}
work: {code: 2, type: one, values: {employed: {en: Employed}, jobless: {en: Jobless}, student: {en: Student}}, ask: {en: What do you do?}}
needs: {code: 3, type: several, values: {heat: {en: Heat}, food: {en: Food}}, ask: {en: What do you need?}}
size: {code: 4, type: number, min: "1", max: "20", ask: {en: How many are you?}}
income: {code: 5, type: money, sensitive: true, ask: {en: What do you earn?}, why: {en: Aid goes by income.}}
age: {code: 6, type: age, max: 120y, ask: {en: How old are you?}}
born: {code: 7, type: date, ask: {en: When were you born?}}
home: {code: 8, type: place, in: land, ask: {en: Where do you live?}}
lost-work: {code: 9, type: date, only_if: {fact: work, is: jobless}, ask: {en: When did you lose your work?}}
`)
	add("parameters.yaml", `limit:
  kind: money
  by: size
  sources: {law: {cite: law.example, verified_on: 2026-01-10}}
  values:
    - {rows: [200, 300], extra: 50, from: 2026-01-01, source: law}
`)
	add(pension, `eligibility:
  valid: {from: 2026-01-01}
  all:
    - {id: of-here, fact: citizen, is: yes}
    - {id: poor, fact: income, at_most: parameter.limit}
    - not: {id: abroad, fact: home, is: village}
  any:
    - {id: old, fact: age, at_least: parameter.pension-age}
    - {id: jobless, fact: lost-work, within: 90 days}
    - {id: veteran, fact: born, until: 1960-12-31}
    - {id: needy, fact: needs, has_all: [heat, food]}
  check_yourself:
    - {id: worked}
`)
	for _, lang := range []string{"en"} {
		f := files["services/pension/"+lang+".md"]
		f.Data = append(f.Data, `
## eligibility [draft]
- of-here: You are a citizen.
- poor: Your income is small.
- abroad: You live in the village.
- old: You have reached the age.
- jobless: You lost your work a short while ago.
- veteran: You were born early.
- needy: You need heat and food.
- worked: You have worked for long.
`...)
	}
	put(cases, `good: {on: 2026-11-21, answers: {citizen: yes, income: "250", size: "2", home: capital, age: 70y}, expect: likely}
foreign: {on: 2026-11-21, answers: {citizen: no, needs: [heat]}, expect: not, because: [of-here]}
silent: {on: 2026-11-21, expect: depends}
early: {on: 2025-11-21, expect: not, because: [valid]}
`)
	return files
}

func ruleChanges() []change {
	const facts, en = "facts.yaml", "services/pension/en.md"
	return []change{
		{"type unknown", facts, "type: yesno", "type: yes", `facts.yaml:1:26: "yes" is no type of fact; did you mean yesno? [bad-value]`},
		{"type missing", facts, "type: yesno, ", "", `facts.yaml:1:10: the key "type" is missing; add type: … [missing-key]`},
		{"question missing", facts, ", ask: {en: Are you a citizen?}", "", `facts.yaml:1:10: the key "ask" is missing; add ask: … [missing-key]`},
		{"question in another language only", facts, "{en: Are you", "{az: Are you", `facts.yaml:1:1: a text has no words in the source language; add en: … [missing-key]`},
		{"fact id", facts, "citizen:", "Citizen:", `facts.yaml:1:1: "Citizen" is not an id; use a-z, 0-9 and hyphens [bad-id]`},
		{"fact twice", facts, "work: {", "citizen: {", `facts.yaml:2:1: the key "citizen" stands here twice; it stands in line 1 already`},
		{"code missing", facts, "code: 1, ", "", `facts.yaml:1:10: the key "code" is missing; add code: … [missing-key]`},
		{"code twice", facts, "code: 2", "code: 1", `facts.yaml:2:8: the code 1 belongs to the fact at facts.yaml:1:1 already; give it the next free number [duplicate-id]`},
		{"code too great", facts, "code: 1,", "code: 10000,", `facts.yaml:1:11: the code 10000 is above 9999; write the next free number [bad-value]`},
		{"one answer", facts, "{heat: {en: Heat}, food: {en: Food}}", "{heat: {en: Heat}}", `facts.yaml:3:1: the fact "needs" has 1 answers to choose from; write 2 to 48 under values: [bad-value]`},
		{"answers of a number", facts, `type: number,`, `type: number, values: {few: {en: few}},`, `facts.yaml:4:1: a fact of type number has no list of values; leave values out, or write type: one [bad-value]`},
		{"answer id", facts, "{heat: {", "{Heat: {", `facts.yaml:3:42: "Heat" is not an id; use a-z, 0-9 and hyphens [bad-id]`},
		{"answer twice", facts, "food: {en", "heat: {en", `facts.yaml:3:60: the key "heat" stands here twice; it stands in line 3 already`},
		{"answer without words", facts, "heat: {en: Heat}", "heat: {az: Heat}", `facts.yaml:3:42: a text has no words in the source language; add en: … [missing-key]`},
		{"slot in a question", facts, "Are you a citizen?", "'Are you {cost.x}?'", `facts.yaml:1:52: the slot {cost.x} refers to nothing`},
		{"place in nothing", facts, "in: land, ", "", `facts.yaml:8:1: the key "in" is missing; add in: and the id of the place whose parts are the answers [missing-key]`},
		{"place unknown", facts, "in: land", "in: lamd", `facts.yaml:8:34: there is no place "lamd"; did you mean land? [unknown-reference]`},
		{"least is no number", facts, `min: "1"`, `min: one`, `facts.yaml:4:1: "one" is not a whole number; write digits only [bad-value]`},
		{"greatest is no age", facts, "max: 120y", "max: 120 years", `facts.yaml:6:1: "120 years" is not an age`},
		{"least above greatest", facts, `min: "1"`, `min: "30"`, `facts.yaml:4:1: the least answer 30 is above the greatest, 20; write the lesser one as min [bad-value]`},
		{"limits of a choice", facts, "type: yesno,", "type: yesno, max: yes,", `facts.yaml:1:1: a fact of type yesno has no least and no greatest answer; leave min and max out [unknown-key]`},
		{"place of a number", facts, "type: number,", "type: number, in: land,", `facts.yaml:4:1: a fact of type number lies in no place; leave in out, or write type: place [unknown-key]`},
		{"guard of an unknown fact", facts, "{fact: work", "{fact: wrok", `facts.yaml:9:50: there is no fact "wrok"; did you mean work? [unknown-reference]`},
		{"guard of itself", facts, "{fact: work, is: jobless}", "{fact: lost-work, from: 2026-01-01}", `facts.yaml:9:1: the fact "lost-work" is asked only if it is known itself; change only_if of one of them [unknown-reference]`},
		{"guard in a ring", facts, "type: one, values", "type: one, only_if: {fact: lost-work, from: 2026-01-01}, values", `facts.yaml:9:1: the fact "lost-work" is asked only if it is known itself`},
		{"guard by a table of itself", facts, `max: "20",`, `max: "20", only_if: {fact: income, below: parameter.limit},`, `facts.yaml:4:1: the fact "size" is asked only if it is known itself`},
		{"rule ends before it begins", pension, "{from: 2026-01-01}", "{from: 2026-01-01, until: 2025-01-01}", `services/pension/service.yaml:2:3: it ends on 2025-01-01, before its first day 2026-01-01; write the earlier day as from [bad-value]`},
		{"clause says two things", pension, "is: yes}", "is: yes, not: {fact: citizen, is: no}}", `services/pension/service.yaml:4:7: a clause says 2 things at once; write one of all:, any:, not: and fact: [bad-value]`},
		{"clause says nothing", pension, "{id: of-here, fact: citizen, is: yes}", "{id: of-here}", `services/pension/service.yaml:4:7: a clause says nothing; write one of all:, any:, not: and fact: [bad-value]`},
		{"comparison with no fact", pension, "fact: citizen, is: yes}", "all: [{id: x, fact: citizen, is: yes}], is: yes}", `services/pension/service.yaml:4:7: there is is: but no fact to compare; add fact: … [missing-key]`},
		{"fact unknown", pension, "fact: citizen", "fact: citisen", `services/pension/service.yaml:4:27: there is no fact "citisen"; did you mean citizen? [unknown-reference]`},
		{"clause without id", pension, "{id: of-here, fact", "{fact", `services/pension/service.yaml:4:7: the key "id" is missing; add id: …, permanent and with words in the section eligibility [missing-key]`},
		{"clause id", pension, "id: of-here", "id: OfHere", `services/pension/service.yaml:4:7: "OfHere" is not an id; use a-z, 0-9 and hyphens [bad-id]`},
		{"clause twice", pension, "id: poor", "id: of-here", `services/pension/service.yaml:5:7: the clause "of-here" stands in line 4 already; give it another id [duplicate-id]`},
		{"clause and condition of one id", pension, "{id: worked}", "{id: old}", `services/pension/service.yaml:8:7: the clause "old" stands in line 13 already; give it another id [duplicate-id]`},
		{"condition without id", pension, "- {id: worked}", "- {source: page}", `services/pension/service.yaml:13:7: the key "id" is missing; add id: … [missing-key]`},
		{"clause without words", en, "- poor: Your income is small.\n", "", `services/pension/service.yaml:5:7: the clause "poor" has no words; add it to the section eligibility of services/pension/en.md [missing-label]`},
		{"source of a clause unknown", pension, "{id: worked}", "{id: worked, source: law}", `services/pension/service.yaml:13:28: there is no source "law"; write one of: page [unknown-reference]`},
		{"compares with nothing", pension, "fact: citizen, is: yes", "fact: citizen", `services/pension/service.yaml:4:7: the clause compares "citizen" with nothing; add one of is [missing-key]`},
		{"wrong comparison", pension, "has_all: [heat", "is: [heat", `services/pension/service.yaml:11:32: is: means nothing for "needs", which is of type several; write one of: has_all, has_any, has_none [unknown-key]`},
		{"two sets", pension, "has_all: [heat, food]", "has_all: [heat], has_none: [food]", `services/pension/service.yaml:11:7: the clause compares "needs" in several ways: has_all, has_none; write a clause for each, with its own id [bad-value]`},
		{"no such answer", pension, "has_all: [heat, food]", "has_all: [heat, fod]", `services/pension/service.yaml:11:48: "fod" is no answer to needs; did you mean food? [bad-value]`},
		{"neither yes nor no", pension, "is: yes", "is: true", `services/pension/service.yaml:4:40: "true" is no answer to citizen; write one of: no, yes [bad-value]`},
		{"place not in that place", pension, "is: village", "is: hamlet", `services/pension/service.yaml:6:41: "hamlet" is no answer to home`},
		{"limit of another kind", pension, "at_most: parameter.limit", "at_most: parameter.pension-age", `services/pension/service.yaml:5:41: the parameter "pension-age" is age, but "income" is compared by money; compare values of one kind [bad-value]`},
		{"limit is no amount", pension, "at_most: parameter.limit", "at_most: few", `services/pension/service.yaml:5:41: "few" is not an amount; write digits, with a point before the hundredths: 3.75 [bad-value]`},
		{"parameter unknown", pension, "parameter.limit", "parameter.limt", `services/pension/service.yaml:5:51: there is no parameter "limt"; did you mean limit? [unknown-reference]`},
		{"days end before they begin", pension, "until: 1960-12-31", "from: 1970-01-01, until: 1960-12-31", `services/pension/service.yaml:10:7: it ends on 1960-12-31, before its first day 1970-01-01; write the earlier day as from [bad-value]`},
		{"time without unit", pension, "within: 90 days", "within: 90", `services/pension/service.yaml:9:46: "90" is no length of time; write a number and days, months or years: 90 days [bad-value]`},
		{"day is none", pension, "until: 1960-12-31", "until: 31.12.1960", `"31.12.1960" is not a day; write year-month-day: 2026-01-31 [bad-value]`},
		{"key misspelt", pension, "check_yourself:", "check_oneself:", `services/pension/service.yaml:12:3: the key "check_oneself" means nothing here; did you mean check_yourself? [unknown-key]`},
		{"outcome unknown", cases, "expect: likely", "expect: yes", `services/pension/cases.yaml:1:108: "yes" is no outcome; write one of: check, depends, likely, not [bad-value]`},
		{"outcome missing", cases, ", expect: likely", "", `services/pension/cases.yaml:1:7: the key "expect" is missing; add expect: … [missing-key]`},
		{"day missing", cases, "{on: 2026-11-21, answers: {citizen: no", "{answers: {citizen: no", `services/pension/cases.yaml:2:10: the key "on" is missing; add on: … [missing-key]`},
		{"fact of a case unknown", cases, "age: 70y", "ages: 70y", `services/pension/cases.yaml:1:89: there is no fact "ages"; did you mean age? [unknown-reference]`},
		{"answer of a case unknown", cases, "home: capital", "home: hamlet", `services/pension/cases.yaml:1:74: "hamlet" is no answer to home`},
		{"answer of several unknown", cases, "needs: [heat]", "needs: [cold]", `services/pension/cases.yaml:2:50: "cold" is no answer to needs; did you mean food? [bad-value]`},
		{"answer outside of min and max", cases, "age: 70y", "age: 121y", `services/pension/cases.yaml:1:89: nobody answers 121y to "age"; see min and max in facts.yaml [bad-value]`},
		{"two answers to one question", cases, "citizen: no", "citizen: [no, yes]", `services/pension/cases.yaml:2:37: "citizen" has 2 answers; write one [bad-value]`},
		{"reason unknown", cases, "because: [of-here]", "because: [of-hare]", `services/pension/cases.yaml:2:89: there is no clause or fact "of-hare"; write ids of clauses or of facts [unknown-reference]`},
		{"table without rows", "parameters.yaml", "rows: [200, 300], extra: 50, ", "value: 200, ", `parameters.yaml:6:7: a value of a table has no rows; add rows: [for 1, for 2, …] [missing-key]`},
		{"rows without by", "parameters.yaml", "  by: size\n", "", `parameters.yaml:5:7: a value has rows, and nothing says what they go by; add by: and the fact of type number that counts the rows [missing-key]`},
		{"table in a text", en, "{parameter.minimum}", "{parameter.limit}", `services/pension/en.md:8:61: the slot {parameter.limit} refers to nothing; write one of: minimum, pension-age [unknown-slot]`},
		{"row is no amount", "parameters.yaml", "rows: [200, 300]", "rows: [200, many]", `parameters.yaml:6:7: "many" is not an amount`},
		{"table by no fact", "parameters.yaml", "by: size", "by: sice", `parameters.yaml:3:7: there is no fact "sice"; did you mean size? [unknown-reference]`},
		{"table by another kind of fact", "parameters.yaml", "by: size", "by: citizen", `parameters.yaml:3:3: the fact "citizen" is of type yesno; name one of type number, as the size of a household [bad-value]`},
	}
}

func TestMistakesInRulesAreTold(t *testing.T) {
	t.Parallel()
	if base, findings := knowledge.Load(ruleFiles()); base == nil || len(findings) > 0 {
		t.Fatalf("the base without a mistake does not load: %v", findings)
	} else if failed := rule.New(base).Cases(); len(failed) > 0 {
		t.Fatalf("the case %q comes out as %s", failed[0].Case.ID, failed[0].Got.Outcome)
	}
	for _, c := range ruleChanges() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			files := ruleFiles()
			c.apply(t, files)
			base, findings := knowledge.Load(files)
			if (base != nil) != (c.want == "") {
				t.Errorf("base %v, want a base only where there is no mistake", base != nil)
			}
			var got []string
			for _, f := range findings {
				got = append(got, f.String())
			}
			if all := strings.Join(got, "\n"); !strings.Contains(all, c.want) {
				t.Errorf("got\n%s\nwant\n%s", all, c.want)
			}
		})
	}
}

// TestMisplacedRulesAreTold looks at mistakes that concern whole files.
func TestMisplacedRulesAreTold(t *testing.T) {
	t.Parallel()
	small := knowledgetest.Small()
	for _, test := range []struct{ name, file, text, want string }{
		{"rule of nothing", pension, string(small[pension].Data) + "eligibility: {valid: {from: 2026-01-01}}\n",
			`services/pension/service.yaml:15:14: there is no all, any or check_yourself; add all, any or check_yourself [missing-key]`},
		{"cases without a rule", cases, "good: {on: 2026-11-21, expect: likely}\n",
			`services/pension/cases.yaml:1:1: the service "pension" has cases but no rule; add eligibility: to service.yaml [unknown-reference]`},
		{"cases without a service", "services/dog/cases.yaml", "good: {on: 2026-11-21, expect: likely}\n",
			`services/dog/cases.yaml: the cases belong to no service; write the service beside it [missing-file]`},
		{"cases elsewhere", "events/new-baby/cases.yaml", "good: {on: 2026-11-21, expect: likely}\n", `events/new-baby/cases.yaml: nothing reads this file`},
		{"facts as a list", "facts.yaml", "- {id: citizen, code: 1}\n", `facts.yaml:1:1: a list stands where a mapping belongs; write each under its own key, as key: value [bad-value]`},
		{"too many answers", "facts.yaml", "town: {code: 1, type: one, ask: {en: Which?}, values: {" + manyValues(49) + "}}\n",
			`facts.yaml:1:1: the fact "town" has 49 answers to choose from; write 2 to 48 under values: [bad-value]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			files := knowledgetest.Small()
			files[test.file] = &fstest.MapFile{Data: []byte(test.text)}
			_, findings := knowledge.Load(files)
			var got []string
			for _, f := range findings {
				got = append(got, f.String())
			}
			if all := strings.Join(got, "\n"); !strings.Contains(all, test.want) {
				t.Errorf("got\n%s\nwant\n%s", all, test.want)
			}
		})
	}
}

func manyValues(n int) string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf("v%d: {en: V}", i))
	}
	return strings.Join(list, ", ")
}

// FuzzLoadRules puts any text in the place of the facts, of a rule or of its cases. What loads can be judged, on any day and
// whatever is answered.
func FuzzLoadRules(f *testing.F) {
	names := []string{"facts.yaml", pension, cases, "parameters.yaml"}
	for i, name := range names {
		f.Add(i, string(ruleFiles()[name].Data))
	}
	f.Add(0, "a: {code: 1, type: one, values: {a: {en: A}, a: {en: B}}, only_if: {not: {fact: a, is: a}}, ask: {en: x}}")
	f.Add(1, "eligibility: {all: [{any: []}, {not: {all: [{}]}}, {id: x, fact: age, above: parameter.limit}]}")
	f.Add(2, "x: {on: 1800-01-01, answers: {size: [], home: [land, land]}, expect: check, because: [valid, x]}")
	f.Add(3, "limit: {kind: money, by: limit, values: [{rows: [], extra: -1, from: 2026-01-01}]}")
	f.Fuzz(func(t *testing.T, i int, text string) {
		files := ruleFiles()
		name := names[uint(i)%uint(len(names))]
		files[name] = &fstest.MapFile{Data: []byte(text)}
		base, findings := knowledge.Load(files)
		if base == nil {
			if len(findings) == 0 {
				t.Errorf("%s: %q does not load and no finding says why", name, text)
			}
			return
		}
		x := rule.New(base)
		x.Cases()
		day := x.On(20261121)
		for _, r := range x.Rules {
			day.Judge(r, nil)
			for i := range base.Facts {
				for _, v := range day.Forks(i, nil, nil, nil) {
					a := make(rule.Answers, len(base.Facts))
					a[i] = v
					day.Judge(r, a)
				}
			}
		}
	})
}

// A comparison looks its limits up by one fact.
func TestTablesOfOneComparisonGoByOneFact(t *testing.T) {
	t.Parallel()
	files := ruleFiles()
	facts, parameters := files["facts.yaml"], files["parameters.yaml"]
	facts.Data = append(facts.Data, "rooms: {code: 10, type: number, ask: {en: How many rooms?}}\n"...)
	least := `least:
  kind: money
  by: rooms
  sources: {law: {cite: law.example, verified_on: 2026-01-10}}
  values:
    - {rows: [20, 30], extra: 5, from: 2026-01-01, source: law}
`
	parameters.Data = append([]byte(least), parameters.Data...)
	files[pension].Data = []byte(strings.Replace(string(files[pension].Data), "at_most: parameter.limit", "at_most: parameter.limit, above: parameter.least", 1))
	base, findings := knowledge.Load(files)
	if want := `the limits of "income" go by different facts: size, rooms`; base != nil || !strings.Contains(fmt.Sprint(findings), want) {
		t.Errorf("got %v, want %s", findings, want)
	}
}

func TestPlaceWithoutPartsIsNoQuestion(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	files["facts.yaml"] = &fstest.MapFile{Data: []byte("home: {code: 1, type: place, in: village, ask: {en: Where do you live?}}\n")}
	base, findings := knowledge.Load(files)
	want := `facts.yaml:1:30: there is nothing to choose from in "village"; name a place that others lie in [bad-value]`
	if base != nil || len(findings) != 1 || findings[0].String() != want {
		t.Errorf("got  %v\nwant %s", findings, want)
	}
}
