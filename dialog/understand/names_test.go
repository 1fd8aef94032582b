package understand_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func sampleNames(tb testing.TB) *understand.Names {
	tb.Helper()
	b := knowledgetest.Sample()
	return understand.NewNames(b)
}

// meant writes a meaning in one line.
func meant(m understand.Meaning) string {
	if m.Command != dialog.NoCommand {
		return "command " + dialog.CommandNames[m.Command]
	}
	out := make([]string, len(m.Targets))
	for i, t := range m.Targets {
		out[i] = string(t)
	}
	return strings.Join(out, " ")
}

func TestTheSmallBaseIsUnderstood(t *testing.T) {
	t.Parallel()
	n := understand.NewNames(knowledgetest.Load())
	tests := []struct {
		text    string
		lang    knowledge.Lang
		service knowledge.ServiceID
		want    string
	}{
		// codes
		{"1F", "en", "", "fee/passport"},
		{" 1f ", "ru", "", "fee/passport"},
		{"1o", "en", "", "service/passport"},
		{"3D", "en", "", "documents/pension"},
		{"g6", "en", "", "answer/taxes"},
		{"K2", "en", "", "office/north"},
		{"N1", "en", "", "notice/bus-late"},
		{"9F", "en", "", ""},
		{"1Z", "en", "", ""},
		{"G99", "en", "", ""},
		{"F1", "en", "", ""},
		// commands
		{"back", "en", "", "command back"},
		{"BACK!", "en", "", "command back"},
		{"geri", "en", "", "command back"},
		{"назад", "en", "", "command back"},
		{"Təkrar", "az", "", "command repeat"},
		{"оператор", "az", "", "command person"},
		{"come back later with the passport", "en", "", "service/passport"},
		// places of the menus under their own names
		{"privacy", "en", "", "privacy"},
		{"privacy of my passport", "en", "", "service/passport"},
		// names
		{"passport", "en", "", "service/passport"},
		{"Passport of a citizen", "en", "", "service/passport"},
		{"travel document", "en", "", "service/passport"},
		{"pasport", "en", "", "service/passport"},
		{"паспорт", "en", "", "service/passport"},
		{"doğum haqqında şəhadətnamə", "az", "", "service/birth-certificate"},
		{"dogum haqqinda sehadetname", "az", "", "service/birth-certificate"},
		{"birth certifikate", "en", "", "service/birth-certificate"},
		{"a baby is born", "en", "", "event/new-baby"},
		{"taxes", "en", "", "answer/taxes"},
		// aspects
		{"passport fee", "en", "", "fee/passport"},
		{"how much is a passport", "en", "", "fee/passport"},
		{"сколько стоит паспорт", "ru", "", "fee/passport"},
		{"pasport neçəyə", "az", "", "fee/passport"},
		{"pension documents", "en", "", "documents/pension"},
		{"fee", "en", "passport", "fee/passport"},
		{"how long", "en", "passport", "time/passport"},
		{"fee", "en", "", "for/fee"},
		{"appeal", "en", "", "answer/appeal"},
		{"pension fee", "en", "passport", "fee/pension"}, // a name wins over the talk
		// offices
		{"long street", "en", "", "office/centre"},
		{"village", "en", "", "office/bus"},
		// nothing
		{"", "en", "", ""},
		{"...", "en", "", ""},
		{"of my", "en", "", ""},
		{"zzzz qqqq", "en", "passport", ""},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			t.Parallel()
			if got := meant(n.Understand(understand.Query{Text: test.text, Lang: test.lang, Service: test.service})); got != test.want {
				t.Errorf("%q in %s (talk about %q) means %q, want %q", test.text, test.lang, test.service, got, test.want)
			}
		})
	}
}

// Questions as people type them, about the sample base. Where several targets are given, the question is asked back.
func TestTheSampleBaseIsUnderstood(t *testing.T) {
	t.Parallel()
	n := sampleNames(t)
	tests := []struct {
		text string
		lang knowledge.Lang
		want string // must be among at most four
	}{
		{"şəxsiyyət vəsiqəsi", "az", "service/id-card"},
		{"sexsiyyet vesiqesi", "az", "service/id-card"},
		{"wexsiyyet vesiqesi", "az", "service/id-card"},
		{"shexsiyyet vesiqesi", "az", "service/id-card"},
		{"sexsiyyet vesiqesi neceyedir", "az", "fee/id-card"},
		{"şəxsiyyət vəsiqəsinin qiyməti", "az", "fee/id-card"},
		{"id card", "en", "service/id-card"},
		{"identity card price", "en", "fee/id-card"},
		{"удостоверение личности", "ru", "service/id-card"},
		{"сколько стоит удостоверение личности", "ru", "fee/id-card"},
		{"kak poluchit pasport", "ru", "passport"},
		{"паспорт ребенку", "ru", "service/child-passport"},
		{"потерял паспорт", "ru", "service/lost-passport"},
		{"lost passport", "en", "service/lost-passport"},
		{"drivng licence", "en", "service/driving-licence"},
		{"sürücülük vəsiqəsi", "az", "service/driving-licence"},
		{"suruculuk vesiqesi senedler", "az", "documents/driving-licence"},
		{"водительские права", "ru", "service/driving-licence"},
		{"pensiya", "az", "service/old-age-pension"},
		{"пенсию", "ru", "service/old-age-pension"},
		{"pension", "en", "service/old-age-pension"},
		{"ünvanlı sosial yardım", "az", "service/social-aid"},
		{"unvanli sosial yardim", "az", "service/social-aid"},
		{"social aid documents", "en", "documents/social-aid"},
		{"What am I entitled to", "en", "for/who"},
		{"mene ne dusur", "az", "for/who"},
		{"ваши данные", "ru", "privacy"},
		{"they asked me to pay a bribe for my id card", "en", "answer/asked-to-pay-more"}, // a bribe is no question of the card
		{"civil record correction", "en", "service/civil-record-correct"},
		{"взятка за паспорт ребенку", "ru", "answer/asked-to-pay-more"},
		{"vəsiqə üçün rüşvət istəyirlər", "az", "answer/asked-to-pay-more"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			t.Parallel()
			m := n.Understand(understand.Query{Text: test.text, Lang: test.lang})
			if got := meant(m); !strings.Contains(got, test.want) || len(m.Targets) > understand.MaxChoices {
				t.Errorf("%q in %s means %q, want %s among at most %d", test.text, test.lang, got, test.want, understand.MaxChoices)
			}
		})
	}
}

// outOfScope are questions that the sample base knows nothing about.
var outOfScope = map[knowledge.Lang][]string{
	"en": {
		"what is the weather tomorrow", "who won the football match", "how do I cook rice", "play some music", "tell me a joke",
		"train to Tbilisi", "exchange rate of the dollar", "my phone does not charge", "what is two plus two", "best hotel on the beach",
	},
	"az": {
		"sabah hava necə olacaq", "futbol neçə-neçə bitdi", "plov necə bişirilir", "mahnı oxu", "mənə lətifə danış",
		"dolların məzənnəsi", "telefonum xarab olub", "iki üstəgəl iki", "kinoda nə var", "toy üçün paltar",
	},
	"ru": {
		"какая завтра погода", "кто выиграл матч", "как сварить плов", "включи музыку", "расскажи анекдот",
		"курс доллара", "телефон не заряжается", "сколько будет два плюс два", "что идёт в кино", "где купить ёлку",
	},
}

func TestOutOfScopeQuestionsGetNoSureAnswer(t *testing.T) {
	t.Parallel()
	n := sampleNames(t)
	for lang, texts := range outOfScope {
		for _, text := range texts {
			m := n.Understand(understand.Query{Text: text, Lang: lang})
			if len(m.Targets) == 1 && !m.Doubt && !strings.HasPrefix(string(m.Targets[0]), "for/") || m.Command != dialog.NoCommand {
				t.Errorf("%q (%s) is surely answered by %s", text, lang, meant(m))
			}
		}
	}
}

func TestUnderstandingIsTheSameEveryTime(t *testing.T) {
	t.Parallel()
	texts := []string{"passport", "vesiqe", "карта", "how much and how long", "şikayət qiymət", "документы срок"}
	first := map[string]string{}
	for range 8 {
		n := sampleNames(t)
		for _, text := range texts {
			for _, lang := range []knowledge.Lang{"az", "en", "ru", ""} {
				key := string(lang) + " " + text
				got := fmt.Sprintf("%+v", n.Understand(understand.Query{Text: text, Lang: lang}))
				if was, ok := first[key]; ok && was != got {
					t.Errorf("%s is understood as %s and as %s", key, was, got)
				}
				first[key] = got
			}
		}
	}
}

func FuzzUnderstand(f *testing.F) {
	b := knowledgetest.Load()
	n := understand.NewNames(b)
	for _, s := range []string{"passport fee", "1F", "ёлка İI ıi", "\xff\xfe", "G", "", "- -", "паспорт", strings.Repeat("passport ", 100)} {
		f.Add(s, "en", "passport")
	}
	f.Fuzz(func(t *testing.T, text, lang, service string) {
		q := understand.Query{Text: text, Lang: knowledge.Lang(lang), Service: knowledge.ServiceID(service)}
		m := n.Understand(q)
		if len(m.Targets) > understand.MaxChoices || m.Command != dialog.NoCommand && len(m.Targets) > 0 {
			t.Errorf("%q: %+v", text, m)
		}
		seen := map[dialog.Spot]bool{}
		for _, target := range m.Targets {
			if target == "" || seen[target] {
				t.Errorf("%q: an empty or repeated target in %v", text, m.Targets)
			}
			seen[target] = true
		}
		if again := n.Understand(q); !reflect.DeepEqual(m, again) {
			t.Errorf("%q is understood as %+v and as %+v", text, m, again)
		}
	})
}

func BenchmarkUnderstand1000(b *testing.B) {
	base, _ := knowledge.Load(knowledgetest.Generate(1000))
	n := understand.NewNames(base)
	texts := []string{"register house family", "документы на замену диплома студенту", "qeydiyyat necə edim", "zzzz qqqq", "renew the documents of my car please, I am a driver and do not know how"}
	for _, text := range texts {
		b.Run(strings.ReplaceAll(text, " ", "_"), func(b *testing.B) {
			start := time.Now()
			for b.Loop() {
				n.Understand(understand.Query{Text: text, Lang: "en"})
			}
			b.ReportMetric(float64(time.Since(start).Microseconds())/float64(b.N), "µs/query")
		})
	}
}
