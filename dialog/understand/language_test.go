package understand_test

import (
	"sync"
	"testing"

	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// sampleLanguages is trained once: it is the same every time, as TestLanguagesAreTheSameEveryTime shows.
var sampleLanguages = sync.OnceValue(func() *understand.Languages { return understand.NewLanguages(sampleBase(), nil, nil) })

func TestLanguagesAreToldApart(t *testing.T) {
	t.Parallel()
	j := sampleLanguages()
	tests := []struct {
		text          string
		session, want knowledge.Lang
		change        bool
	}{
		{"kak poluchit pasport", "az", "ru", true},
		{"kak polu4it pasport rebenku", "en", "ru", true},
		{"skolko stoit zagranpasport", "az", "ru", true},
		{"gde nahoditsya asan", "en", "ru", true},
		{"kakie dokumenty nuzhny", "", "ru", true},
		{"sexsiyyet vesiqesi itib", "ru", "az", true},
		{"sexsiyyet vesiqesi almaq ucun ne lazimdir", "en", "az", true},
		{"wexsiyyet vesiqesi necheyedir", "en", "az", true},
		{"pasport almaq neçəyədir", "", "az", true},
		{"how much does a passport cost", "az", "en", true},
		{"lost my id card", "ru", "en", true},
		{"Как получить паспорт?", "az", "ru", true},
		{"паспорт", "az", "ru", true}, // no other language is written so
		{"да", "az", "ru", false},
		{"pasport", "ru", "ru", false}, // one word changes nothing
		{"passport", "az", "az", false},
		{"vesiqe", "en", "en", false},
		{"2", "ru", "ru", false},
		{"12.05.1990", "az", "az", false},
		{"", "en", "en", false},
		{"?!", "", "", false},
		{"Bakı", "en", "en", false},
		{"ASAN 1", "ru", "ru", false},
		{"جواز السفر", "az", "az", false}, // a script that no language here is written in
		{"pasport almaq", "az", "az", false},
		{"documents for a child", "en", "en", false},
	}
	for _, test := range tests {
		if got := j.Judge(test.text, test.session); got.Lang != test.want || got.Switch != test.change {
			t.Errorf("%q in a talk in %q: got %+v, want %s, switch %v", test.text, test.session, got, test.want, test.change)
		}
	}
}

// A detector moves doubt between the languages of a script. It does not take evidence away from Russian in Latin letters,
// which it does not know, and does not count where the letters are sure.
func TestASecondOpinionIsWeighedIn(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Load()
	alone, az, en := understand.NewLanguages(b, nil, nil), understand.NewLanguages(b, voter("az"), nil), understand.NewLanguages(b, voter("en"), nil)
	doubtful := 0
	for _, text := range []string{"billboard top onlugu oxut", "radio ac", "men hip hop sevirem", "gel milyon oyun", "play my gym playlist"} {
		own := alone.Judge(text, "")
		if own.Confidence > 0.95 || own.Lang == "ru" {
			continue
		}
		doubtful++
		for lang, j := range map[knowledge.Lang]*understand.Languages{"az": az, "en": en} {
			got := j.Judge(text, "")
			if lang == own.Lang && (got.Lang != lang || got.Confidence <= own.Confidence) ||
				lang != own.Lang && got.Lang == own.Lang && got.Confidence >= own.Confidence {
				t.Errorf("%q with a vote for %s: got %+v, %+v without", text, lang, got, own)
			}
		}
	}
	if doubtful == 0 {
		t.Error("none of the texts is doubtful, so nothing was tried")
	}
	for _, text := range []string{"kak poluchit pasport", "Сколько стоит паспорт"} {
		if got := understand.NewLanguages(sampleBase(), voter("az"), nil).Judge(text, ""); got.Lang != "ru" {
			t.Errorf("%q with a vote for az: got %+v, want ru", text, got)
		}
	}
}

// sampleBase is the demonstration base.
var sampleBase = sync.OnceValue(func() *knowledge.Base {
	b := knowledgetest.Sample()
	return b
})

// voter is a Detector of one opinion.
type voter knowledge.Lang

func (v voter) Detect(string) (knowledge.Lang, float64) { return knowledge.Lang(v), 0.99 }

func TestLanguagesAreTheSameEveryTime(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Load()
	one, two := understand.NewLanguages(b, nil, nil), understand.NewLanguages(b, nil, nil)
	for _, text := range []string{"how much", "sexsiyyet vesiqesi", "kak poluchit", "pasport", "card fee"} {
		if a, b := one.Judge(text, "en"), two.Judge(text, "en"); a != b {
			t.Errorf("%q: trained twice on the same base, got %+v and %+v", text, a, b)
		}
	}
}

func TestABaseWithoutLanguagesIsNotJudged(t *testing.T) {
	t.Parallel()
	if got := understand.NewLanguages(&knowledge.Base{}, nil, nil).Judge("how much", "en"); got != (understand.Judgement{Lang: "en"}) {
		t.Errorf("got %+v, want en and nothing else", got)
	}
}

func FuzzJudge(f *testing.F) {
	f.Add("kak poluchit pasport", "az")
	f.Add("как p\xffolu", "")
	f.Add("\U0001F600 ñ 東京 ə", "xx")
	f.Fuzz(func(t *testing.T, text, session string) {
		got := sampleLanguages().Judge(text, knowledge.Lang(session))
		if !(got.Confidence >= 0 && got.Confidence <= 1) || got.Switch && got.Lang == knowledge.Lang(session) {
			t.Errorf("%q in %q: got %+v", text, session, got)
		}
	})
}

func BenchmarkJudge(b *testing.B) {
	j := sampleLanguages()
	b.ReportAllocs()
	for b.Loop() {
		j.Judge("sexsiyyet vesiqesi almaq ucun ne lazimdir", "en")
	}
}

func BenchmarkNewLanguages(b *testing.B) {
	for b.Loop() {
		understand.NewLanguages(sampleBase(), nil, nil)
	}
}
