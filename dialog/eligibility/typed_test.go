package eligibility_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/dialog/eligibility"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
	"github.com/plainline/plainline/knowledge/sample"
)

// typedBase gives the languages of the sample and a fact of each type.
func typedBase(t testing.TB) *knowledge.Base {
	t.Helper()
	base, findings := knowledge.Load(withFacts(t, `
t-yes-no: {code: 9001, type: yesno, ask: {en: x}}
t-work: {code: 9002, type: one, values: {jobless: {az: "İşsiz", en: Without work, ru: "Безработный"}, student: {az: "Tələbə", en: Student, ru: "Учусь"}}, ask: {en: x}}
t-needs: {code: 9003, type: several, values: {heat: {az: "İstilik", en: Heating, ru: "Отопление"}, food: {az: "Ərzaq", en: Food, ru: "Еда"}}, ask: {en: x}}
t-size: {code: 9004, type: number, min: 1, max: 20000, ask: {en: x}}
t-income: {code: 9005, type: money, ask: {en: x}}
t-age: {code: 9006, type: age, max: 120y, ask: {en: x}}
t-born: {code: 9007, type: date, min: 1900-01-01, max: 2027-12-31, ask: {en: x}}
`))
	if base == nil {
		t.Fatalf("the base does not load: %v", findings)
	}
	return base
}

func day(y, m, d int) int64 { return knowledge.Date(y*10000 + m*100 + d).DayNumber() }

func days(y1, m1, d1, y2, m2, d2 int) rule.Answer {
	return rule.Between(day(y1, m1, d1), day(y2, m2, d2))
}

func TestTyped(t *testing.T) {
	t.Parallel()
	base := typedBase(t)
	none := rule.Answer{}
	year64 := rule.Between(64*12, 64*12+11) // who is 64 may reach 64 and a half before the birthday: "at least 64y6m" stays open
	march := days(1962, 3, 14, 1962, 3, 14)
	for _, test := range []struct {
		fact string
		lang knowledge.Lang
		text string
		want rule.Answer
	}{
		{"yes-no", "az", "Bəli", rule.Exactly(1)},
		{"yes-no", "az", "beli", rule.Exactly(1)},
		{"yes-no", "az", "XEYR", rule.Exactly(0)},
		{"yes-no", "ru", "да", rule.Exactly(1)},
		{"yes-no", "ru", "net", rule.Exactly(0)},
		{"yes-no", "az", "да!", rule.Exactly(1)},
		{"yes-no", "en", "no idea", none},
		{"yes-no", "en", "not yes", none},

		{"work", "az", "issiz", rule.Exactly(0)},
		{"work", "az", "TƏLƏBƏ", rule.Exactly(1)},
		{"work", "ru", "bezrabotnyy", rule.Exactly(0)},
		{"work", "en", "without  work", rule.Exactly(0)},
		{"work", "en", "rich", none},
		{"needs", "az", "ərzaq", rule.Answer{State: rule.Given, Lo: 2, Hi: 1}},
		{"needs", "en", "food, heating", rule.Answer{State: rule.Given, Lo: 3}},
		{"needs", "en", "food, love", none},
		{"needs", "en", ",", none},

		{"size", "az", "4", rule.Exactly(4)},
		{"size", "az", "4 nəfər", rule.Exactly(4)},
		{"size", "ru", "нас четверо: 4", rule.Exactly(4)},
		{"size", "ru", "двадцать", rule.Exactly(20)},
		{"size", "az", "iyirmi beş", rule.Exactly(25)},
		{"size", "en", "three", rule.Exactly(3)},
		{"size", "az", "-4", none},
		{"size", "az", "− 4", none},
		{"size", "az", "mənfi 4", none},
		{"size", "az", "0", none},
		{"size", "az", "2,5", none},
		{"size", "az", "3-4", none},
		{"size", "az", "3 və ya 4", none},
		{"size", "az", "99999999999999999999", none},

		{"income", "az", "250", rule.Exactly(250_00)},
		{"income", "az", "250 manat", rule.Exactly(250_00)},
		{"income", "az", "250,5", rule.Exactly(250_50)},
		{"income", "en", "AZN 250.05", rule.Exactly(250_05)},
		{"income", "ru", "1 200,50", rule.Exactly(1200_50)},
		{"income", "ru", "1\u00a0200", rule.Exactly(1200_00)},
		{"income", "az", "1.200,50", rule.Exactly(1200_50)},
		{"income", "en", "1,200.50", rule.Exactly(1200_50)},
		{"income", "en", "1'200", rule.Exactly(1200_00)},
		{"income", "en", "1 200 000", rule.Exactly(1_200_000_00)},
		{"income", "az", "5 min", rule.Exactly(5000_00)},
		{"income", "ru", "1,5 тыс.", rule.Exactly(1500_00)},
		{"income", "ru", "2 тысячи манатов", rule.Exactly(2000_00)},
		{"income", "en", "two hundred", none},
		{"income", "az", "-250", none},
		{"income", "ru", "минус 250", none},
		{"income", "az", "200-300", none},
		{"income", "az", "çox", none},

		{"age", "az", "64", year64},
		{"age", "az", "64 yaş", year64},
		{"age", "az", "2 yaş", rule.Between(24, 35)},
		{"age", "az", "64 yaşım var", year64},
		{"age", "az", "64 il 6 ay", rule.Exactly(64*12 + 6)},
		{"age", "az", "64 yaş 6 aylıq", rule.Exactly(64*12 + 6)},
		{"age", "az", "6 aylıq", rule.Exactly(6)},
		{"age", "az", "6 ayliq", rule.Exactly(6)},
		{"age", "ru", "мне 64 года", year64},
		{"age", "ru", "64 года и 6 месяцев", rule.Exactly(64*12 + 6)},
		{"age", "ru", "8 мес.", rule.Exactly(8)},
		{"age", "ru", "двадцать лет", rule.Between(240, 251)},
		{"age", "az", "iyirmi", rule.Between(240, 251)},
		{"age", "en", "64.5", rule.Exactly(64*12 + 6)},
		{"age", "en", "64y6m", rule.Exactly(64*12 + 6)},
		{"age", "en", "18 months", rule.Exactly(18)},
		{"age", "en", "2-3", none},
		{"age", "en", "64 years 14 months", none},
		{"age", "en", "121", none},
		{"age", "en", "-5", none},
		{"age", "en", "old", none},

		{"born", "az", "14.03.1962", march},
		{"born", "az", "14/3/1962", march},
		{"born", "az", "14-03-62", march},
		{"born", "az", "1962-03-14", march},
		{"born", "az", "14031962", march},
		{"born", "az", "19620314", march},
		{"born", "az", "14 mart 1962", march},
		{"born", "az", "14 mart 1962-ci il", march},
		{"born", "az", "14 martın 1962", march},
		{"born", "ru", "14 марта 1962 года", march},
		{"born", "ru", "14-го марта 1962 г.", march},
		{"born", "ru", "14 marta 1962", march},
		{"born", "az", "14 марта 1962", march},
		{"born", "en", "14th of March, 1962", march},
		{"born", "en", "Mar 14 1962", march},
		{"born", "az", "5 sentyabr 2001", days(2001, 9, 5, 2001, 9, 5)},
		{"born", "az", "5 ИЮЛЯ 2001", days(2001, 7, 5, 2001, 7, 5)},
		{"born", "az", "iyunun 5-i 2001", days(2001, 6, 5, 2001, 6, 5)},
		{"born", "az", "5 İYUN 2001", days(2001, 6, 5, 2001, 6, 5)},
		{"born", "ru", "июнь 2001", days(2001, 6, 1, 2001, 6, 30)},
		{"born", "ru", "май 2001", days(2001, 5, 1, 2001, 5, 31)},
		{"born", "ru", "в мае 2001", days(2001, 5, 1, 2001, 5, 31)},
		{"born", "ru", "январь 2001", days(2001, 1, 1, 2001, 1, 31)},
		{"born", "az", "02.2001", days(2001, 2, 1, 2001, 2, 28)},
		{"born", "az", "2001-02", days(2001, 2, 1, 2001, 2, 28)},
		{"born", "az", "1962", days(1962, 1, 1, 1962, 12, 31)},
		{"born", "az", "1962-ci ildə", days(1962, 1, 1, 1962, 12, 31)},
		{"born", "ru", "в 1962 году", days(1962, 1, 1, 1962, 12, 31)},
		{"born", "az", "14.03.26", none}, // 1926 or 2026
		{"born", "az", "31.04.1962", none},
		{"born", "az", "29.02.1963", none},
		{"born", "az", "0.03.1962", none},
		{"born", "az", "14.13.1962", none},
		{"born", "az", "14.03", none},
		{"born", "az", "14 mart", none},
		{"born", "az", "62", none},
		{"born", "az", "iyu 2001", none}, // June or July
		{"born", "az", "1890", none},
		{"born", "az", "2030", none},
		{"born", "az", "20012001", none},
		{"born", "az", "how much is a passport since 2001", none},
		{"born", "tr", "1962", none},
		{"born", "az", " ", none},
	} {
		f := base.Fact("t-" + test.fact)
		got, ok := eligibility.Typed(base, f, test.lang, test.text)
		if ok != (test.want != none) || ok && got != test.want {
			t.Errorf("%s in %s: %q gives %+v, %v; want %+v", test.fact, test.lang, test.text, got, ok, test.want)
		}
	}
}

// FuzzTyped reads anything; what is taken lies in the domain of the fact.
func FuzzTyped(f *testing.F) {
	base := typedBase(f)
	for i, text := range []string{"bəli", "issiz", "food, heating", "− 4", "1.200,50", "64 il 6 ay", "14 марта 1962 г.", "19620314", "İ", "\xff"} {
		f.Add(i, text)
	}
	f.Fuzz(func(t *testing.T, i int, text string) {
		fact := base.Facts[uint(i)%uint(len(base.Facts))]
		for _, lang := range base.Languages {
			a, ok := eligibility.Typed(base, fact, lang, text)
			if !ok || fact.Type == knowledge.SeveralFact {
				continue
			}
			if a.State != rule.Given || a.Lo > a.Hi || a.Hi < fact.Lowest || a.Lo > fact.Highest {
				t.Errorf("%s in %s: %q gives %+v, want a span within %d and %d", fact.ID, lang, text, a, fact.Lowest, fact.Highest)
			}
		}
	})
}

// withFacts adds facts to those of the sample.
func withFacts(t testing.TB, facts string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(sample.FS(), ".", func(p string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(sample.FS(), p)
		if p == "facts.yaml" {
			data = append(data, facts...)
		}
		files[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
