package layout_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// sampleBase is loaded once for all tests; nothing changes it.
var sampleBase = sync.OnceValue(knowledgetest.Sample)

func money(n int64, form string) dialog.Value {
	return dialog.Value{Kind: dialog.Money, Number: n, Unit: "AZN", Form: form}
}

func number(n int64) dialog.Value { return dialog.Value{Kind: dialog.Number, Number: n} }

func lasting(n int64, unit, form string) dialog.Value {
	return dialog.Value{Kind: dialog.Duration, Number: n, Unit: unit, Form: form}
}

func on(d knowledge.Date, form string) dialog.Value {
	return dialog.Value{Kind: dialog.Day, Date: d, Form: form}
}

func at(clock string, form string) dialog.Value {
	var c knowledge.Clock
	if err := c.DecodeText(clock); err != nil {
		panic(err)
	}
	return dialog.Value{Kind: dialog.Time, Number: int64(c), Form: form}
}

func phone(s string) dialog.Value { return dialog.Value{Kind: dialog.Phone, Text: s} }

// TestValuesByEar compares values with what a person wrote out by hand.
func TestValuesByEar(t *testing.T) {
	t.Parallel()
	tests := []struct {
		value      dialog.Value
		az, en, ru string
	}{
		{money(0, ""), "pulsuz", "free of charge", "бесплатно"},
		{money(2500, ""), "iyirmi beş manat", "twenty five manat", "двадцать пять манатов"},
		{money(2550, ""), "iyirmi beş manat əlli qəpik", "twenty five manat fifty qepik", "двадцать пять манатов пятьдесят копеек"},
		{money(100, ""), "bir manat", "one manat", "один манат"},
		{money(201, ""), "iki manat bir qəpik", "two manat one qepik", "два маната одна копейка"},
		{money(2, ""), "iki qəpik", "two qepik", "две копейки"},
		{money(2122, ""), "iyirmi bir manat iyirmi iki qəpik", "twenty one manat twenty two qepik", "двадцать один манат двадцать две копейки"},
		{money(28000, ""), "iki yüz səksən manat", "two hundred and eighty manat", "двести восемьдесят манатов"},
		{money(123400, ""), "min iki yüz otuz dörd manat", "one thousand two hundred and thirty four manat", "тысяча двести тридцать четыре маната"},
		{money(4100000, ""), "qırx bir min manat", "forty one thousand manat", "сорок одна тысяча манатов"},
		{money(4300000, ""), "qırx üç min manat", "forty three thousand manat", "сорок три тысячи манатов"},
		{money(500, "dat"), "beş manata", "five manat", "пяти манатам"},
		{money(4100, "gen"), "qırx bir manatın", "forty one manat", "сорока одного маната"},
		{money(-500, ""), "mənfi beş manat", "minus five manat", "минус пять манатов"},
		{number(0), "sıfır", "zero", "ноль"},
		{number(12), "on iki", "twelve", "двенадцать"},
		{number(101), "yüz bir", "one hundred and one", "сто один"},
		{number(2000000), "iki milyon", "two million", "два миллиона"},
		{lasting(10, "working_day", ""), "on iş günü", "ten working days", "десять рабочих дней"},
		{lasting(10, "working_day", "gen"), "on iş gününün", "ten working days", "десяти рабочих дней"},
		{lasting(1, "month", "gen"), "bir ayın", "one month", "одного месяца"},
		{lasting(1, "day", "acc"), "bir günü", "one day", "один день"},
		{lasting(3, "year", "ins"), "üç il", "three years", "тремя годами"},
		{lasting(21, "hour", "loc"), "iyirmi bir saatda", "twenty one hours", "двадцати одном часе"},
		{lasting(15, "day", "abl"), "on beş gündən", "fifteen days", "пятнадцать дней"},
		{lasting(64*12+6, "age", ""), "altmış dörd yaş altı ay", "sixty four years six months", "шестьдесят четыре года шесть месяцев"},
		{lasting(180, "age", ""), "on beş yaş", "fifteen years", "пятнадцать лет"},
		{lasting(7, "age", ""), "yeddi ay", "seven months", "семь месяцев"},
		{on(20261121, ""), "iyirmi bir noyabr iki min iyirmi altıncı il", "the twenty first of November twenty twenty six", "двадцать первого ноября две тысячи двадцать шестого года"},
		{on(20220101, dialog.ShortForm), "bir yanvar iki min iyirmi ikinci il", "the first of January twenty twenty two", "первого января две тысячи двадцать второго года"},
		{on(20000303, ""), "üç mart iki mininci il", "the third of March two thousand", "третьего марта двухтысячного года"},
		{on(20050612, ""), "on iki iyun iki min beşinci il", "the twelfth of June two thousand and five", "двенадцатого июня две тысячи пятого года"},
		{on(19990315, ""), "on beş mart min doqquz yüz doxsan doqquzuncu il", "the fifteenth of March nineteen ninety nine", "пятнадцатого марта тысяча девятьсот девяносто девятого года"},
		{on(19000130, ""), "otuz yanvar min doqquz yüzüncü il", "the thirtieth of January nineteen hundred", "тридцатого января тысяча девятисотого года"},
		{at("09:00", ""), "saat doqquz", "nine in the morning", "девять часов"},
		{at("09:30", ""), "saat doqquz otuz", "nine thirty in the morning", "девять часов тридцать минут"},
		{at("21:05", ""), "saat iyirmi bir sıfır beş", "nine oh five in the evening", "двадцать один час пять минут"},
		{at("12:01", ""), "saat on iki sıfır bir", "twelve oh one in the afternoon", "двенадцать часов одна минута"},
		{at("18:00", "gen"), "saat on səkkiz", "six in the evening", "восемнадцати часов"},
		{at("18:22", "gen"), "saat on səkkiz iyirmi iki", "six twenty two in the evening", "восемнадцати часов двадцати двух минут"},
		{at("18:00", "dat"), "saat on səkkizə", "six in the evening", "восемнадцать часов"},
		{at("00:00", ""), "saat sıfır", "midnight", "ноль часов"},
		{at("24:00", ""), "gecə yarısı", "midnight", "полночь"},
		{at("12:00", ""), "saat on iki", "noon", "двенадцать часов"},
		{phone("108"), "bir sıfır səkkiz", "one zero eight", "один ноль восемь"},
		{phone("1658"), "bir altı beş səkkiz", "one six five eight", "один шесть пять восемь"},
		{phone("+994125550199"), "üstəgəl doqquz doqquz dörd, bir iki, beş beş beş, sıfır bir, doqquz doqquz", "plus nine nine four, one two, five five five, zero one, nine nine", "плюс девять девять четыре, один два, пять пять пять, ноль один, девять девять"},
		{phone("012 555-01-00"), "sıfır bir iki, beş beş beş, sıfır bir, sıfır sıfır", "zero one two, five five five, zero one, zero zero", "ноль один два, пять пять пять, ноль один, ноль ноль"},
	}
	base := sampleBase()
	for _, test := range tests {
		for lang, want := range map[knowledge.Lang]string{"az": test.az, "en": test.en, "ru": test.ru} {
			w := layout.NewWriter(base.Lang[lang])
			text := dialog.Text{Spans: []dialog.Span{{Value: &test.value}}}
			if got := layout.Spoken(w.Ear(text)); got != want {
				t.Errorf("%s: %s is said\n     %q\nwant %q", lang, w.AppendValue(nil, &test.value), got, want)
			}
		}
	}
}

// spans makes a text of literals and values.
func spans(parts ...any) (t dialog.Text) {
	for _, part := range parts {
		switch p := part.(type) {
		case string:
			t.Spans = append(t.Spans, dialog.Span{Literal: p})
		case *dialog.Value:
			t.Spans = append(t.Spans, dialog.Span{Value: p})
		}
	}
	return t
}

func TestWordsByEar(t *testing.T) {
	t.Parallel()
	nine, six := at("09:00", ""), at("18:00", "")
	until := at("18:00", "dat")
	fee := money(4000, "")
	fifteen, seventeen, nineteen := number(15), number(17), number(19)
	ages := dialog.Text{Spans: []dialog.Span{{Value: &fifteen}, {Literal: "-"}, {Value: &seventeen}}}
	ten, three, one := lasting(10, "day", ""), lasting(3, "working_day", ""), lasting(1, "day", "")
	speeds := dialog.Text{Spans: []dialog.Span{{Literal: "A: "}, {Value: &ten}, {Literal: " / "}, {Value: &three}, {Literal: " / "}, {Value: &one}, {Literal: ", B"}}}
	street := dialog.Value{Kind: dialog.Address, Text: "küç. №5"}
	tests := []struct {
		lang knowledge.Lang
		text dialog.Text
		want string // pieces divided by |
	}{
		{"az", ages, "on|beşdən|on|yeddiyə|qədər"},
		{"en", ages, "fifteen|to|seventeen"},
		{"ru", ages, "с|пятнадцати|до|семнадцати"},
		{"az", speeds, "A:|on|gün,|üç|iş günü|və ya|bir|gün,|B"},
		{"en", speeds, "A:|ten|days,|three|working days|or|one|day,|B"},
		{"ru", speeds, "A:|десять|дней,|три|рабочих дня|или|один|день,|B"},
		{"en", dialog.Text{Spans: speeds.Spans[2:4]}, "three|working days"},
		{"en", dialog.Text{Plain: "A paper (the original) is enough. (Ask first.)"}, "A paper, the original, is enough.|Ask first."},
		{"en", dialog.Text{Plain: "A passport costs money. Bring your ID card; it takes 5 min."}, "A passport costs money.|Bring your I D card; it takes 5 minutes."},
		{"az", dialog.Text{Plain: "ASAN-ın saytı: 30 dəq"}, "Asan-ın saytı: 30 dəqiqə"},
		{"ru", dialog.Text{Plain: "Дом №5, скидка 50%"}, "Дом номер 5, скидка 50 процентов"},
		{"az", dialog.Text{Spans: []dialog.Span{{Literal: "Ünvan: "}, {Value: &street}}}, "Ünvan:|küç.|nömrə 5"},
		{"en", dialog.Text{Spans: []dialog.Span{{Literal: "The fee: "}, {Value: &fee}, {Literal: ". Pay at the desk."}}}, "The fee:|forty|manat.|Pay at the desk."},
		{"en", dialog.Text{Spans: []dialog.Span{{Literal: "Monday-Friday "}, {Value: &nine}, {Literal: "-"}, {Value: &six}}}, "Monday to Friday|from|nine|in the morning|to|six|in the evening"},
		{"ru", dialog.Text{Spans: []dialog.Span{{Literal: "вторник-суббота "}, {Value: &nine}, {Literal: "-"}, {Value: &six}}}, "со вторника по субботу|с|девяти|часов|до|восемнадцати|часов"},
		{"az", dialog.Text{Spans: []dialog.Span{{Literal: "bazar ertəsi-cümə "}, {Value: &nine}, {Literal: "-"}, {Value: &six}}}, "bazar ertəsindən cüməyə qədər|saat|doqquzdan|saat|on|səkkizə|qədər"},
		{"az", dialog.Text{Spans: []dialog.Span{{Literal: "İndi açıqdır, "}, {Value: &until}, {Literal: "-dək."}}}, "İndi açıqdır,|saat|on|səkkizə|dək."},
		{"en", dialog.Text{Plain: " … "}, ""},
		{"en", spans(&ten, " (express)"), "ten|days,|express"},
		{"en", spans(&ten, " ", "(express)", ", ", &three), "ten|days,|express,|three|working days"},
		{"en", spans("Wait (at most ", &ten, ") and come. ", "(Ask.)", " Then go"), "Wait, at most|ten|days,|and come.|Ask.|Then go"},
		{"en", spans("Wait (", &ten, "). Come"), "Wait,|ten|days.|Come"},
		{"en", dialog.Text{Plain: "(Ask first.) A card (new) (“blue”), a paper (old)."}, "Ask first.|A card, new, “blue”, a paper, old."},
		{"ru", dialog.Text{Plain: "Потеря 81-100 %. Или (50 %), так"}, "Потеря 81-100 процентов.|Или, 50 процентов, так"},
		{"en", spans(&ten, " / ", &three, ". Fee: ", &fifteen, " / ", &seventeen), "ten|days|or|three|working days.|Fee:|fifteen|or|seventeen"},
		{"en", spans(&ten, " / "), "ten|days"},
		{"en", spans(&ten, " / ", ". Next"), "ten|days.|Next"},
		{"en", spans("A,", " / ", "B", " / ", "C"), "A,|B|or|C"},
		{"ru", spans(&ten, " ", "(если, да)", " / ", &three, " ", "не больше (при болезни)", " / ", &one), "десять|дней,|если, да,|три|рабочих дня|не больше, при болезни,|или|один|день"},
		{"en", spans(&fifteen, "-", &seventeen, "-", &nineteen), "fifteen|seventeen|nineteen"},
		{"en", dialog.Text{Spans: []dialog.Span{{Value: &fifteen}, {Literal: "-"}, {Literal: "about ", Value: &seventeen}}}, "fifteen|about|seventeen"},
	}
	base := sampleBase()
	for _, test := range tests {
		var pieces []string
		for _, h := range layout.NewWriter(base.Lang[test.lang]).Ear(test.text) {
			pieces = append(pieces, h.Words)
		}
		if got := strings.Join(pieces, "|"); got != test.want {
			t.Errorf("%s: %v is heard\n     %q\nwant %q", test.lang, test.text, got, test.want)
		}
	}
}

func TestEarWithoutSpokenKeepsDigits(t *testing.T) {
	t.Parallel()
	fee := money(1234550, "")
	l := *sampleBase().Lang["en"]
	l.Spoken = nil
	got := layout.NewWriter(&l).Ear(dialog.Text{Spans: []dialog.Span{{Literal: "Pay "}, {Value: &fee}}})
	if len(got) != 2 || got[1].Words != "12 345.50 manat" || got[1].Fixed() || !got[0].Fixed() {
		t.Errorf("heard %+v, want the words and the amount in digits", got)
	}
	if got := layout.NewWriter(nil).Ear(dialog.Text{Spans: []dialog.Span{{Value: &fee}}}); len(got) != 1 {
		t.Errorf("without a language: heard %+v, want the amount in digits", got)
	}
}

func FuzzEar(f *testing.F) {
	f.Add("Pay №5. Now", int64(2550), "AZN", "gen", uint8(1))
	f.Add("", int64(-1<<63), "age", "from", uint8(3))
	f.Add(") x. (", int64(15), "", "", uint8(2))
	f.Add("-", int64(20261121), "", "short", uint8(4))
	f.Add("Monday-Friday", int64(555), "+994 (12) x", "", uint8(6))
	base := sampleBase()
	var writers []*layout.Writer
	for _, lang := range base.Languages {
		writers = append(writers, layout.NewWriter(base.Lang[lang]))
	}
	f.Fuzz(func(t *testing.T, words string, n int64, text, form string, kind uint8) {
		v := dialog.Value{Kind: dialog.Kind(kind), Number: n, Unit: text, Text: text, Form: form, Date: knowledge.Date(n)}
		for _, w := range writers {
			for _, h := range w.Ear(dialog.Text{Spans: []dialog.Span{{Literal: words}, {Value: &v}, {Literal: words}}}) {
				if strings.TrimSpace(h.Words) != h.Words || h.Words == "" {
					t.Errorf("%q %+v: the piece %q is empty or has blanks at its ends", words, v, h.Words)
				}
			}
		}
	})
}

// TestEveryValueIsMadeOfFragments: whoever records what Fragments lists has recorded every value there can be.
func TestEveryValueIsMadeOfFragments(t *testing.T) {
	t.Parallel()
	base := sampleBase()
	for _, lang := range base.Languages {
		w := layout.NewWriter(base.Lang[lang])
		have := map[string]bool{}
		for _, h := range w.Fragments() {
			have[h.Words] = true
		}
		var values []dialog.Value
		for n := int64(0); n < 2_000_000; n += 1 + n/3 {
			values = append(values, money(n, ""), money(n*101, "gen"), number(n), lasting(n, "day", "acc"), lasting(n, "age", ""),
				dialog.Value{Kind: dialog.Time, Number: n % 1441}, dialog.Value{Kind: dialog.Time, Number: n % 1441, Form: "from"},
				on(knowledge.DateOf(knowledge.Date(19000101).Time().AddDate(0, 0, int(n%60000))), ""))
		}
		values = append(values, phone("+994 12 555"), number(-5))
		for _, v := range values {
			for _, h := range w.Ear(dialog.Text{Spans: []dialog.Span{{Value: &v}}}) {
				if words := strings.TrimRight(h.Words, ","); !have[words] || h.Fixed() {
					t.Fatalf("%s: %q of %+v is not among the fragments", lang, h.Words, v)
				}
			}
		}
	}
}
