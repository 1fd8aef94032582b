package answer_test

import (
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

func TestEveryAspectSaysWhatItsFactsAre(t *testing.T) {
	t.Parallel()
	b := load(t)
	tests := []struct {
		service     string
		aspect      answer.Aspect
		want, never []string
	}{
		{"passport", answer.Overview, []string{"A passport for travel. 40.00 AZN, 10 working_day.", "Ask for the fast passport. It costs more: 60.50 AZN."}, nil},
		{"passport", answer.Documents, []string{
			"Application form = Evidence original",
			"Evidence any of Identity card; Driving licence = Evidence original, Evidence max age one year",
			"Photograph = Evidence when for a child, Evidence instead Visit a centre.",
		}, []string{"Unknown"}},
		{"pension", answer.Documents, []string{"Unknown Documents 100"}, []string{"none"}},
		{"passport", answer.Where, []string{"Any centre = ", "On the website = https://town.example/passport", "Village = Town Service, 150"}, nil},
		{"passport", answer.Steps, []string{"1. \n  Pay 40.00 AZN. = ", "Visit a centre. = Pay https://town.example/book"}, nil},
		{"pension", answer.Steps, []string{"Any centre"}, nil},
		{"passport", answer.Time, []string{"Time authority 10 working_day", "Time starts from the day of the papers", "Time authority 1 day", "Time person 1 month. Time late You pay a fine.", "Time validity 10 year"}, nil},
		{"birth-certificate", answer.Time, []string{"Time person 1 month, Time starts from the day of the papers", "Time unlimited"}, nil},
		{"pension", answer.Time, []string{"Unknown Time 100"}, nil},
		{"passport", answer.Who, []string{"Every citizen can get one."}, nil},
		{"passport", answer.Result, []string{"A passport for travel. 10 year."}, nil},
		{"passport", answer.Representation, []string{"power of attorney"}, []string{"Unknown"}},
		{"birth-certificate", answer.Representation, []string{"Unknown Representation 100"}, nil},
		{"passport", answer.Law, []string{"Law on passports = https://law.example/1"}, nil},
		{"pension", answer.Law, []string{"Unknown Law 100"}, nil},
		{"passport", answer.Questions, []string{"Passport of a citizen"}, nil},
		{"passport", answer.Appeal, []string{"Write to the passport desk first.", "Write to Town Service within 30 days."}, nil},
		{"passport", answer.Complaint, []string{"Call 100."}, nil},
		{"birth-certificate", answer.Complaint, []string{"Unknown Complaint 100"}, nil},
	}
	for _, test := range tests {
		t.Run(test.service+" "+test.aspect.String(), func(t *testing.T) {
			t.Parallel()
			says(t, aspect(t, b, "2026-11-10", test.service, test.aspect), test.want, test.never...)
		})
	}
}

// Every answer has words, a code, a source, and none of the marks that badly joined words leave.
func TestEveryAnswerIsSoundInEveryLanguage(t *testing.T) {
	t.Parallel()
	b := load(t)
	marks := []string{"..", ",,", ", ,", ": .", ":.", " .", "  ", "{", "}", "!.", ",."}
	for _, s := range b.Services {
		for a := range answer.AspectCount {
			for _, lang := range b.Languages {
				got, r := told(t, b, "2026-11-10 12:00", lang, nil, func(c *answer.Context) { c.Service(s, a) })
				for _, m := range marks {
					if strings.Contains(strings.ReplaceAll(got, "\n  ", "\n"), m) {
						t.Errorf("%s/%s in %s holds %q:\n%s", a, s.ID, lang, m, got)
					}
				}
				if got == "" || r.Code != answer.Code(s, a) || r.Source.Cite == "" || r.Source.VerifiedOn == 0 || r.Lang != lang {
					t.Errorf("%s/%s in %s: code %q, source %+v, language %s, words %q", a, s.ID, lang, r.Code, r.Source, r.Lang, got)
				}
			}
		}
	}
}

func TestTheSourceIsThatOfTheFactAndSaysWhenItIsOld(t *testing.T) {
	t.Parallel()
	b := load(t)
	tests := []struct {
		service string
		aspect  answer.Aspect
		given   []dialog.Given
		day     string
		cite    string
		checked knowledge.Date
		old     string
	}{
		{"passport", answer.Who, nil, "2026-11-10", "town.example", 20260110, ""},
		{"passport", answer.Fee, nil, "2026-01-09", "law.example", 20240110, ""},
		{"passport", answer.Fee, nil, "2026-01-10", "law.example", 20240110, ""},
		{"passport", answer.Fee, nil, "2026-01-11", "law.example", 20240110, "Past review 2024-01-10 100"},
		{"passport", answer.Documents, nil, "2026-01-11", "town.example", 20260110, ""},
		{"pension", answer.Who, nil, "2026-11-10", "town.example", 20230110, "Past review 2023-01-10 100"},
	}
	for _, test := range tests {
		got, r := told(t, b, test.day+" 12:00", "en", test.given, func(c *answer.Context) { c.Service(b.Service(knowledge.ServiceID(test.service)), test.aspect) })
		if r.Source.Cite != test.cite || r.Source.VerifiedOn != test.checked || r.Source.PastReview != (test.old != "") {
			t.Errorf("%s/%s on %s: source %+v, want %s of %s", test.aspect, test.service, test.day, r.Source, test.cite, test.checked)
		}
		if strings.Contains(got, "Past review") != (test.old != "") || !strings.Contains(got, test.old) {
			t.Errorf("%s/%s on %s told\n%s\nwant %q", test.aspect, test.service, test.day, got, test.old)
		}
	}
}

func TestNoticesAreToldFirstAndOnlyWhereTheyBelong(t *testing.T) {
	t.Parallel()
	const file = "notices/bus-late.yaml"
	fee := load(t)
	all := load(t, edit{file, "services: [passport]\noffices: [centre]\naspects: [fee]\n", ""})
	office := load(t, edit{file, "services: [passport]\noffices: [centre]\naspects: [fee]\n", "offices: [centre]\n"})
	service := load(t, edit{file, "offices: [centre]\naspects: [fee]\n", ""})
	tests := []struct {
		name    string
		base    *knowledge.Base
		day     string
		service string
		aspect  answer.Aspect
		want    bool
	}{
		{"its aspect", fee, "2026-11-20", "passport", answer.Fee, true},
		{"its last day", fee, "2026-11-30", "passport", answer.Fee, true},
		{"the day before", fee, "2026-11-19", "passport", answer.Fee, false},
		{"the day after", fee, "2026-12-01", "passport", answer.Fee, false},
		{"another aspect", fee, "2026-11-20", "passport", answer.Who, false},
		{"another service", fee, "2026-11-20", "pension", answer.Fee, false},
		{"for everything", all, "2026-11-20", "pension", answer.Law, true},
		{"of an office, where", office, "2026-11-20", "pension", answer.Where, true},
		{"of an office, fee", office, "2026-11-20", "pension", answer.Fee, false},
		{"of a service, any aspect", service, "2026-11-20", "passport", answer.Who, true},
	}
	for _, test := range tests {
		got := aspect(t, test.base, test.day, test.service, test.aspect)
		if first := strings.HasPrefix(got, "! Long Street is closed\n"); first != test.want {
			t.Errorf("%s: told first %v, want %v:\n%s", test.name, first, test.want, got)
		}
	}
	passport := service.Service("passport")
	got, _ := told(t, service, "2026-11-20 12:00", "en", nil, func(c *answer.Context) { c.Question(passport, passport.Questions[0]) })
	says(t, got, []string{"! Long Street is closed", "Report it at a centre."})
}

func TestQuestionsOfPeople(t *testing.T) {
	t.Parallel()
	b := load(t)
	s := b.Service("passport")
	for i, want := range []string{"Report it at a centre. Bring the Application form.", "Unknown Can I apply abroad? 150"} {
		got, r := told(t, b, "2026-11-10 12:00", "en", nil, func(c *answer.Context) { c.Question(s, s.Questions[i]) })
		says(t, got, []string{want})
		if r.Code != "1Q" {
			t.Errorf("question %d has the code %q, want 1Q", i, r.Code)
		}
	}
}

func TestWordsOfAnotherLanguageAreAnnounced(t *testing.T) {
	t.Parallel()
	b := load(t, edit{file: "services/passport/ru.md"}, edit{file: "answers/appeal/ru.md"}, edit{file: "events/new-baby/ru.md"})
	s := b.Service("passport")
	tests := []struct {
		name string
		tell func(*answer.Context)
		want []string
	}{
		{"a service", func(c *answer.Context) { c.Service(s, answer.Who) }, []string{"! ru Other language Azərbaycanca", "Hər vətəndaş ala bilər."}},
		{"its labels", func(c *answer.Context) { c.Service(s, answer.Fee) }, []string{"! ru Other language Azərbaycanca", "böyük üçün, 10 günə"}},
		{"an answer", func(c *answer.Context) { c.General(b.Answer("appeal")) }, []string{"! ru Other language Azərbaycanca", "ünvanına yazın."}},
		{"an event", func(c *answer.Context) { c.Event(b.Event("new-baby")) }, []string{"! ru Other language Azərbaycanca", "Əvvəl doğumu qeyd edin."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, r := told(t, b, "2026-11-10 12:00", "ru", nil, test.tell)
			says(t, got, test.want)
			if strings.Count(got, "Other language") != 1 {
				t.Errorf("announced more than once:\n%s", got)
			}
			if r.Lang != "ru" {
				t.Errorf("the reply is in %s, want ru: its phrases are", r.Lang)
			}
		})
	}
	got, r := told(t, b, "2026-11-10 12:00", "xx", nil, func(c *answer.Context) { c.Service(s, answer.Who) })
	if r.Lang != "en" || !strings.Contains(got, "Every citizen") {
		t.Errorf("an unknown language is answered in %s: %s", r.Lang, got)
	}
}

func TestGeneralAnswers(t *testing.T) {
	t.Parallel()
	b := load(t)
	tests := []struct {
		id, code string
		want     []string
	}{
		{"taxes", "G6", []string{"This assistant does not know taxes.", "all services = 100"}},
		{"crisis", "G4", []string{"Rescue = 112", "Call 112 now."}}, // the number before the words
		{"privacy", "G5", []string{"Nothing is kept"}},
	}
	for _, test := range tests {
		got, r := told(t, b, "2026-11-10 12:00", "en", nil, func(c *answer.Context) { c.General(b.Answer(test.id)) })
		says(t, got, test.want)
		if r.Code != test.code || r.Source.Cite != "town.example" {
			t.Errorf("%s has the code %q and the source %q, want %s and town.example", test.id, r.Code, r.Source.Cite, test.code)
		}
	}
	got, _ := told(t, b, "2026-11-10 12:00", "en", nil, func(c *answer.Context) { c.DontKnow(c.Base.Contact) })
	says(t, got, []string{"Dont know Town 100"})
	got, r := told(t, b, "2026-11-20 12:00", "en", nil, func(c *answer.Context) { c.FullNotice(b.Notice("bus-late")) })
	says(t, got, []string{"! The centre on Long Street is closed until 2026-11-30."})
	if r.Code != "N1" {
		t.Errorf("the notice has the code %q, want N1", r.Code)
	}
}

func TestAspectsHaveTheirOwnNamesAndLetters(t *testing.T) {
	t.Parallel()
	letters := map[byte]answer.Aspect{}
	for a := range answer.AspectCount {
		if got, ok := answer.AspectNamed(a.String()); !ok || got != a {
			t.Errorf("the name %q leads to %v", a, got)
		}
		for _, letter := range []byte{a.Letter(), a.Letter() | 0x20} {
			if got, ok := answer.AspectLettered(letter); !ok || got != a {
				t.Errorf("the letter %c leads to %v, want %v", letter, got, a)
			}
		}
		if other, twice := letters[a.Letter()]; twice {
			t.Errorf("%v and %v share the letter %c", a, other, a.Letter())
		}
		letters[a.Letter()] = a
	}
	for _, letter := range []byte{0, '0', '9', 'Z', 0xff, 0x11} {
		if a, ok := answer.AspectLettered(letter); ok {
			t.Errorf("the byte %#x leads to %v", letter, a)
		}
	}
	if _, ok := answer.AspectNamed("price"); ok {
		t.Error("an unknown name leads to an aspect")
	}
}

func TestAMuteContextSaysNothing(t *testing.T) {
	t.Parallel()
	b := load(t)
	got, r := told(t, b, "2026-11-20 12:00", "en", nil, func(c *answer.Context) {
		c.Mute = true
		s := b.Service("passport")
		c.Service(s, answer.Fee)
		c.Question(s, s.Questions[0])
		c.General(b.Answer("taxes"))
		c.Event(b.Event("new-baby"))
		c.Office(b.Office("centre"), "")
		c.Offices()
		c.Person("100")
		c.DontKnow(c.Base.Contact)
		c.FullNotice(b.Notice("bus-late"))
	})
	if got != "" || r.Code != "" {
		t.Errorf("a mute context said %q with the code %q", got, r.Code)
	}
}
