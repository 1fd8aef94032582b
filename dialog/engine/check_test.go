package engine_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

const checkFacts = `
citizen: {code: 1, type: yesno, ask: {en: Are you a citizen?}, why: {en: Only citizens have a passport here.}}
age: {code: 2, type: age, ask: {en: How old are you?}, short: {en: Age}}
married: {code: 3, type: yesno, ask: {en: Are you married?}}
wedding: {code: 4, type: date, ask: {en: When was the wedding?}, only_if: {fact: married, is: "yes"}}
income: {code: 5, type: money, ask: {en: Income of the family in a month?}, sensitive: true}
people: {code: 6, type: number, min: "1", max: "20", ask: {en: How many live in the family?}}
needs: {code: 7, type: several, values: {sight: {en: Poor sight}, walking: {en: Poor walking}, hearing: {en: Poor hearing}}, ask: {en: What applies to you?}}
home: {code: 8, type: place, in: land, ask: {en: Where do you live?}}
`

// checked is the small base with facts and rules.
func checked(tb testing.TB) *engine.Edition {
	tb.Helper()
	files := knowledgetest.Small()
	files["facts.yaml"] = &fstest.MapFile{Data: []byte(checkFacts)}
	more := func(file, text string) {
		files[file] = &fstest.MapFile{Data: append([]byte(strings.TrimRight(string(files[file].Data), "\n")+"\n"), text...)}
	}
	more("parameters.yaml", `
need:
  kind: money
  by: people
  sources: {law: {cite: law.example, verified_on: 2026-01-10, confidence: A}}
  values:
    - {rows: [300, 550], extra: 200, from: 2026-01-01, source: law}
`)
	more("services/passport/service.yaml", `
eligibility:
  all:
    - {id: citizen, fact: citizen, is: "yes"}
`)
	more("services/passport/en.md", "\n## eligibility [draft]\n- citizen: You are a citizen.\n")
	more("services/pension/service.yaml", `
eligibility:
  all:
    - {id: age, fact: age, at_least: parameter.pension-age}
    - id: either
      any:
        - {id: poor, fact: income, below: parameter.need}
        - {id: needs, fact: needs, has_any: [sight, walking]}
        - {id: new, fact: wedding, within: 90 days}
  check_yourself:
    - {id: lived}
`)
	more("services/pension/en.md", "\n## eligibility [draft]\nUp to {parameter.pension-age}.\n\n- age: You are {parameter.pension-age} or older.\n- either: You are in need.\n- poor: Little income.\n- needs: Poor sight or walking.\n- new: Just married.\n- lived: You have lived here for ten years.\n")
	return edition(tb, files)
}

func TestCheckAsksUntilDecided(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home")
	k.choose("check")
	k.hears("[check/first]")
	k.choose("check/all")
	k.hears("Are you a citizen?")
	k.say("3")
	k.hears("How old are you?") // the first was skipped, and is never asked again
	k.say("64")                 // not a key of the list: an age
	k.hears("Check sums")
	k.choose("unlikely/all")
	k.choose("verdict/pension")
	k.hears("or older.")
	k.hears("Verdict alone")
	k.hears("[ask/age]")
	k.hears("[appeal/pension]")
	k.choose("ask/age")
	k.say("70")
	k.stands("home > check > check/all > unlikely/all > verdict/pension")
	k.hears("Verdict depends")
	k.choose("check/service/pension")
	k.hears("What applies to you?")
}

func TestCheckTakesBackTheLastAnswer(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check", "check/all")
	k.say("yes")
	k.do(dialog.Back)
	k.hears("Are you a citizen?")
	k.do(dialog.Back)
	k.stands("home > check")
}

func TestCheckOfOneService(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "who/pension")
	k.choose("check/service/pension")
	k.say("70")
	k.hears("What applies to you?")
	k.say("3") // poor hearing: more may apply
	k.hears("Check thats all")
	k.hears("Poor sight")
	k.say("1")
	k.hears("lived here") // decided: the rest is not asked
	k.hears("Verdict likely")
}

func TestCheckWrongAndOtherWords(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check", "check/service/pension")
	if got := k.say("xyzzy"); got != dialog.WrongInput {
		t.Errorf("got %s, want wrong input", got)
	}
	k.hears("Check wrong")
	k.hears("How old are you?")
	k.say("passport fee") // another question is answered; back leads to the check
	k.stands("home > check > check/service/pension > fee/passport")
	k.do(dialog.Back)
	k.hears("How old are you?")
}

func TestCheckOffersResultsAfterFive(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check", "check/all")
	for range 5 {
		k.hears("[why/all]")
		k.say(strconv.Itoa(dialog.OptionKey(slices.IndexFunc(k.r.Prompt.Options, func(o dialog.Option) bool { return strings.HasSuffix(o.ID, "/skip") }))))
	}
	k.stands("home > check > check/all > sofar/all")
	k.choose("do/continue")
	k.stands("home > check > check/all")
}

func TestCheckBackLeavesTheAnswersOfAnother(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check", "check/service/passport")
	k.say("yes")
	k.choose("check/service/pension")
	if k.do(dialog.Back); len(k.s.Answers) != 1 {
		t.Errorf("back out of another check leaves %d answers, want 1", len(k.s.Answers))
	}
	k.stands("home > check > check/service/passport")
}

func TestCheckBackFromAnOffer(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check", "check/all")
	for range 5 {
		k.choose(k.r.Prompt.Options[len(k.r.Prompt.Options)-3].ID)
	}
	k.stands("home > check > check/all > sofar/all")
	k.do(dialog.Back)
	k.stands("home > check > check/all")
	if len(k.s.Answers) != 4 {
		t.Errorf("back from the offer leaves %d answers, want 4", len(k.s.Answers))
	}
}

// The base is read again before anything was answered: the first answer that is typed then counts, and is not asked for twice.
func TestCheckCountsTheFirstAnswerAfterAReload(t *testing.T) {
	t.Parallel()
	k := at(t, checked(t), "home", "check/service/pension")
	k.s.Revision = "another"
	k.hears("How old are you?")
	k.say("70")
	k.hearsNot("How old are you?")
	if len(k.s.Answers) != 1 {
		t.Errorf("got the answers %v, want one", k.s.Answers)
	}
}
