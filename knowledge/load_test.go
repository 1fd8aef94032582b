package knowledge_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// change is one mistake made in the small base, and a finding that must tell of it.
type change struct {
	name, file string
	old, new   string
	want       string
}

func (c change) apply(t *testing.T, files fstest.MapFS) {
	t.Helper()
	f := files[c.file]
	if f == nil {
		t.Fatalf("the small base has no file %s", c.file)
	}
	changed := strings.Replace(string(f.Data), c.old, c.new, 1)
	if changed == string(f.Data) {
		t.Fatalf("%s does not hold %q", c.file, c.old)
	}
	files[c.file] = &fstest.MapFile{Data: []byte(changed)}
}

const passport = "services/passport/service.yaml"

func changes() []change {
	return []change{
		{"key is misspelt", "base.yaml", "currency: AZN", "curency: AZN", `base.yaml:7:1: the key "curency" means nothing here; did you mean currency? [unknown-key]`},
		{"key is missing", "base.yaml", "format: 1\n", "", `base.yaml:1:1: the key "format" is missing; add format: … [missing-key]`},
		{"format of the future", "base.yaml", "format: 1", "format: 2", `base.yaml:1:1: this program cannot read format 2; write 1 [bad-value]`},
		{"no such zone", "base.yaml", "Asia/Baku", "Asia/Bakku", `base.yaml:8:12: there is no time zone "Asia/Bakku"; write a name such as Asia/Baku [bad-value]`},
		{"fallback to nothing", "base.yaml", "[az]}", "[tr]}", `base.yaml:6:17: the base has no language "tr"; add it to languages in base.yaml [unknown-reference]`},
		{"contact unknown", "base.yaml", `contact: "100"`, `contact: "101"`, `base.yaml:9:11: there is no hotline "101"; did you mean 100? [unknown-reference]`},
		{"language without file", "base.yaml", "[en, az, ru]", "[en, az, ru, ka]", `base.yaml:4:25: the language "ka" has no file; write lang/ka.yaml [missing-file]`},
		{"authority unknown", passport, "authority: town", "authority: twon", `services/passport/service.yaml:2:12: there is no organisation "twon"; did you mean town? [unknown-reference]`},
		{"source unknown", passport, "until: 2026-12-31, source: fees", "until: 2026-12-31, source: fee", `services/passport/service.yaml:8:151: there is no source "fee"; did you mean fees? [unknown-reference]`},
		{"undated amount", passport, "waivers: [waiver.orphan], caveat: caveat.old, from: 2020-01-01, ", "waivers: [waiver.orphan], caveat: caveat.old, ", `services/passport/service.yaml:11:5: the cost "child" has no first day; add from: and the first day of this price [undated-amount]`},
		{"overlapping amount", passport, "until: 2026-12-31", "until: 2027-12-31", `services/passport/service.yaml:9:5: the costs "standard" and "standard" (line 8) hold for the same case on the same day; end the earlier one with until:, or tell them apart by who, area or tier [overlapping-amount]`},
		{"amount of nothing", passport, "{id: child, who: child, amount: 20,", "{id: child, who: child,", `services/passport/service.yaml:11:5: there is no amount, parts or unknown; add amount, parts or unknown [missing-key]`},
		{"amount is no number", passport, "amount: 20", "amount: twenty", `services/passport/service.yaml:11:37: "twenty" is not an amount; write digits, with a point before the hundredths: 3.75 [bad-value]`},
		{"label without words", passport, "pay_by: [pay.card]", "pay_by: [pay.cash]", `services/passport/service.yaml:8:82: the label "pay.cash" has no words in az; add it to the section labels of services/passport/az.md [missing-label]`},
		{"kind unknown", passport, "kind: person", "kind: persn", `services/passport/service.yaml:16:23: "persn" is no kind of time limit; did you mean person? [bad-value]`},
		{"code used twice", "services/pension/service.yaml", "code: 3", "code: 2", `services/pension/service.yaml:1:1: the code 2 belongs to the service at services/birth-certificate/service.yaml:1:1 already; give it the next free number [duplicate-id]`},
		{"step twice", passport, "{id: visit, booking", "{id: pay, booking", `services/passport/service.yaml:24:5: the step "pay" stands in line 23 already; give it another id [duplicate-id]`},
		{"bad id", passport, "{id: pay}", "{id: Pay}", `services/passport/service.yaml:23:10: "Pay" is not an id; use a-z, 0-9 and hyphens [bad-id]`},
		{"slot unknown", "services/passport/en.md", "{duration.issue}", "{duration.isue}", `services/passport/en.md:10:41: the slot {duration.isue} refers to nothing; did you mean issue? [unknown-slot]`},
		{"slot kind unknown", "services/passport/en.md", "{duration.issue}", "{time.issue}", `services/passport/en.md:10:41: the slot {time.issue} refers to nothing; write one of: cost, duration, document, parameter, phone, organisation, office, place, service, date, a point and an id [unknown-slot]`},
		{"case form unknown", "services/passport/en.md", "{duration.issue}", "{duration.issue:gen}", `services/passport/en.md:10:41: the slot {duration.issue:gen} refers to nothing; write the form under currency and units of lang/en.yaml, or leave :gen out [unknown-slot]`},
		{"brace left open", "services/passport/en.md", "Every citizen can", "Every {citizen can", `services/passport/en.md:13:7: a { stands without its }; write {{ and }} for braces in a text [bad-slot]`},
		{"section unknown", "services/passport/en.md", "## summary", "## sumary", `services/passport/en.md:9:1: a section "sumary" means nothing here; did you mean summary? [unknown-key]`},
		{"state unknown", "services/passport/en.md", "## summary [draft]", "## summary [done]", `services/passport/en.md:9:13: "done" is no state of words; write draft or reviewed; plainline stamp adds the rest [bad-value]`},
		{"question without answer", "services/passport/en.md", "  Report it at a centre. Bring the\n  {document.form}.\n", "", `services/passport/en.md:46:1: the question "lost" has no answer; write it in the next line, indented by two spaces [bad-words]`},
		{"phrase missing", "lang/en.yaml", "  goodbye: \"Goodbye\"\n", "", `lang/en.yaml: the phrase "goodbye" is missing; add it under phrases [missing-phrase]`},
		{"phrase misspelt", "lang/en.yaml", "  goodbye:", "  godbye:", `there is no phrase "godbye"; did you mean goodbye? [unknown-key]`},
		{"slot of a phrase unknown", "lang/en.yaml", `"Fee usual {amount}"`, `"Fee usual {sum}"`, `the slot {sum} refers to nothing; the slots here are {amount} [unknown-slot]`},
		{"unknown asks nobody", "services/pension/service.yaml", `price, ask: "100"`, `price, ask: "999"`, `services/pension/service.yaml:7:51: there is no hotline "999"`},
		{"place in itself", "places.yaml", "village: {in: land", "village: {in: village", `places.yaml:3:1: the place "village" lies in itself; change in: of one of them [unknown-reference]`},
		{"age is no age", "parameters.yaml", "64y6m", "64.5", `parameters.yaml:5:7: "64.5" is not an age [bad-value]`},
		{"values overlap", "parameters.yaml", "until: 2026-06-30", "until: 2026-07-30", `parameters.yaml:6:7: this value and the one in line 5 hold on the same day; end the earlier one with until: [overlapping-amount]`},
		{"hours end before they begin", "offices/hours/week.yaml", "open: 09:00, close: 18:00", "open: 18:00, close: 09:00", `offices/hours/week.yaml:2:5: it closes at 09:00 and opens at 18:00; write open: 09:00, close: 18:00; divide a night at 24:00 [bad-value]`},
		{"season without end", "offices/hours/week.yaml", ", from: 2026-07-01, until: 2026-08-31", "", `offices/hours/week.yaml:6:5: there is no from and until; add from and until [missing-key]`},
		{"earlier end of no service", "offices/hours/week.yaml", "service: passport, ", "", `offices/hours/week.yaml:8:5: there is no service; add service [missing-key]`},
		{"notice without end", "notices/bus-late.yaml", "until: 2026-11-30\n", "", `notices/bus-late.yaml:1:1: a notice has no first or no last day; write from: and until:, the first and the last day [missing-key]`},
		{"event unknown", "topics.yaml", "[new-baby]", "[newbaby]", `topics.yaml:4:10: there is no life event "newbaby"; did you mean new-baby? [unknown-reference]`},
		{"event twice", "topics.yaml", "[new-baby]", "[new-baby, new-baby]", `topics.yaml:4:1: the life event "new-baby" stands there twice; write it once [duplicate-id]`},
		{"empty text", "places.yaml", "{en: Village", `{en: ""`, `places.yaml:3:32: the text is empty; write it, or leave the language out [bad-value]`},
		{"empty title", "services/pension/en.md", "title: Old-age pension", `title: ""`, `services/pension/en.md:2:8: the title is empty; write it [bad-value]`},
		{"text without source language", "places.yaml", "{en: Village, az", "{az", `places.yaml:3:1: a text has no words in the source language; add en: … [missing-key]`},
	}
}

func TestMistakesAreTold(t *testing.T) {
	t.Parallel()
	for _, c := range changes() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			files := knowledgetest.Small()
			c.apply(t, files)
			base, findings := knowledge.Load(files)
			if base != nil {
				t.Errorf("a base with this mistake loads: %s", c.want)
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

func TestMissingWords(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	delete(files, "services/passport/ru.md")
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatalf("words missing in another language keep the base from loading: %v", findings)
	}
	w, got := base.ServiceWords(base.Service("passport"), "ru")
	if got != "az" || w.Title.Plain != "Vətəndaşın pasportu" {
		t.Errorf("got %q in %s, want the Azerbaijani words that Russian falls back to", w.Title, got)
	}
	delete(files, "services/passport/en.md")
	if base, _ := knowledge.Load(files); base != nil {
		t.Error("a base without words in its source language loads")
	}
}

func TestStrangeFilesAreWarnings(t *testing.T) {
	t.Parallel()
	files := knowledgetest.Small()
	files["organisation/town.yaml"] = &fstest.MapFile{Data: []byte("x")}
	base, findings := knowledge.Load(files)
	want := "organisation/town.yaml: nothing reads this file; did you mean organisations? [unknown-file]"
	if base == nil || len(findings) != 1 || findings[0].String() != want {
		t.Errorf("got  %v\nwant %s", findings, want)
	}
}

func TestSourcesAndDefaults(t *testing.T) {
	t.Parallel()
	base := knowledgetest.Load()
	s := base.Service("passport")
	if got := s.Output.Source; got == nil || got.ID != "page" {
		t.Errorf("the output's source is %v, want the file's", got)
	}
	if got := s.Source.ReviewBy.String(); got != "2028-01-10" {
		t.Errorf("got %s, want verified_on and 24 months", got)
	}
	if got := s.Costs[0].Source.ReviewBy.String(); got != "2026-01-10" {
		t.Errorf("got %s, want the review_by of the file", got)
	}
	if got := base.Hotline("112").Organisation.ID; got != "rescue" {
		t.Errorf("the hotline 112 belongs to %q, want rescue", got)
	}
	if base.Office("centre").Hours.Holidays == nil {
		t.Error("the timetable of an office has no holidays")
	}
	if got := base.Parameter("pension-age").Values[0].Value.N; got != 64*12+6 {
		t.Errorf("64y6m is %d months, want %d", got, 64*12+6)
	}
	if !s.Demo || base.Events[0].ID != "new-baby" {
		t.Error("a service of a demonstration is no demonstration, or the events have lost their order")
	}
}

func TestBlocks(t *testing.T) {
	t.Parallel()
	base := knowledgetest.Load()
	w := base.Service("birth-certificate").Words["en"]
	if zero := w.Blocks["summary"].Zero; zero == nil || zero.Text[0].Plain != "The certificate is free." {
		t.Errorf("got %+v, want the section summary zero", zero)
	}
	q := base.Service("passport").Words["en"].Blocks["questions"].Item("lost")
	if q.Text.Plain != "Is my passport lost?" || q.More.String() != "Report it at a centre. Bring the {document.form}." {
		t.Errorf("got %q and %q", q.Text, q.More)
	}
	if label, ok := base.LabelText(base.Service("passport"), "en", "part.duty"); !ok || label.Plain != "state duty" {
		t.Errorf("got %q, %v; want the label of the language", label, ok)
	}
}

func TestRevision(t *testing.T) {
	t.Parallel()
	first, again := knowledgetest.Load(), knowledgetest.Load()
	files := knowledgetest.Small()
	files["transcripts/talk.txtar"] = &fstest.MapFile{Data: []byte("another talk")}
	changed, _ := knowledge.Load(files)
	if first.Revision != again.Revision || len(first.Revision) != 12 || changed.Revision == first.Revision {
		t.Errorf("got %s, %s and, with another file, %s", first.Revision, again.Revision, changed.Revision)
	}
}
