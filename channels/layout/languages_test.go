package layout

import (
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

func az() *knowledge.Language {
	return &knowledge.Language{
		Tag: "az", Decimal: ",", DateForm: "{d} {month} {y}", DateShort: "{dd}.{mm}.{yy}",
		Months:   []string{"yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr"},
		Weekdays: []string{"bazar ertəsi", "çərşənbə axşamı", "çərşənbə", "cümə axşamı", "cümə", "şənbə", "bazar"},
		Currency: map[string]knowledge.Forms{"AZN": {"nom": {"other": "manat"}, "dat": {"other": "manata"}}},
		Units: map[string]knowledge.Forms{
			"working_day": {"nom": {"other": "iş günü"}, "loc": {"other": "iş günündə"}},
			"day":         {"nom": {"other": "gün"}}, "month": {"nom": {"other": "ay"}}, "year": {"nom": {"other": "il"}},
		},
		Free: map[string]string{"nom": "pulsuz"},
		Fold: []knowledge.Pair{
			{From: "ə", To: "e"}, {From: "Ə", To: "E"}, {From: "ç", To: "c"}, {From: "ğ", To: "g"}, {From: "Ğ", To: "G"},
			{From: "ı", To: "i"}, {From: "İ", To: "I"}, {From: "ş", To: "s"}, {From: "Ş", To: "S"},
		},
		FoldByDefault: true,
	}
}

func en() *knowledge.Language {
	return &knowledge.Language{
		Tag: "en", Decimal: ".", DateForm: "{weekday}, {d} {month} {y}", DateShort: "{dd}/{mm}/{yy}",
		Months:   []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		Weekdays: []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
		Currency: map[string]knowledge.Forms{"AZN": {"nom": {"one": "manat", "other": "manats"}}},
		Units: map[string]knowledge.Forms{
			"working_day": {"nom": {"one": "working day", "other": "working days"}},
			"day":         {"nom": {"one": "day", "other": "days"}}, "month": {"nom": {"one": "month", "other": "months"}}, "year": {"nom": {"one": "year", "other": "years"}},
		},
		Free: map[string]string{"nom": "free of charge"},
	}
}

func ru() *knowledge.Language {
	return &knowledge.Language{
		Tag: "ru", Decimal: ",", DateForm: "{d} {month} {y} г.", DateShort: "{dd}.{mm}.{yy}",
		Months:   []string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
		Weekdays: []string{"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"},
		Currency: map[string]knowledge.Forms{"AZN": {"nom": {"one": "манат", "few": "маната", "many": "манатов", "other": "маната"}, "dat": {"one": "манату", "other": "манатам"}}},
		Units: map[string]knowledge.Forms{
			"day":   {"nom": {"one": "день", "few": "дня", "many": "дней", "other": "дня"}},
			"month": {"nom": {"one": "месяц", "few": "месяца", "many": "месяцев", "other": "месяца"}},
			"year":  {"nom": {"one": "год", "few": "года", "many": "лет", "other": "года"}},
		},
		Free: map[string]string{"nom": "бесплатно"},
		Fold: []knowledge.Pair{{From: "№", To: "N"}},
	}
}

// text makes a dialog.Text of strings and values in order.
func text(parts ...any) dialog.Text {
	var t dialog.Text
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			t.Spans = append(t.Spans, dialog.Span{Literal: p})
		case dialog.Value:
			t.Spans = append(t.Spans, dialog.Span{Value: &p})
		}
	}
	return t
}

func plain(s string) dialog.Text { return dialog.Text{Plain: s} }

func azn(hundredths int64) dialog.Value {
	return dialog.Value{Kind: dialog.Money, Number: hundredths, Unit: "AZN"}
}

func duration(n int64, unit string) dialog.Value {
	return dialog.Value{Kind: dialog.Duration, Number: n, Unit: unit}
}
