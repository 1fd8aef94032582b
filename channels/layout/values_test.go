package layout

import (
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

func TestValues(t *testing.T) {
	t.Parallel()
	writers := map[string]*Writer{"az": NewWriter(az()), "en": NewWriter(en()), "ru": NewWriter(ru()), "none": NewWriter(nil)}
	money := func(n int64, form string) dialog.Value {
		return dialog.Value{Kind: dialog.Money, Number: n, Unit: "AZN", Form: form}
	}
	tests := []struct {
		lang string
		v    dialog.Value
		want string
	}{
		{"az", money(500, ""), "5_manat"},
		{"az", money(375, "dat"), "3,75_manata"},
		{"az", money(305, "gen"), "3,05_manat"},
		{"az", money(0, "dat"), "pulsuz"},
		{"az", money(1_234_567_00, ""), "1_234_567_manat"},
		{"az", money(9999_00, ""), "9999_manat"},
		{"en", money(100, ""), "1_manat"},
		{"en", money(150, ""), "1.50_manats"},
		{"en", money(0, ""), "free_of_charge"},
		{"en", money(-25, ""), "-0.25_manats"},
		{"ru", money(2_00, ""), "2_маната"},
		{"ru", money(5_00, ""), "5_манатов"},
		{"ru", money(21_00, ""), "21_манат"},
		{"ru", money(1121_00, ""), "1121_манат"},
		{"ru", money(1_000_000_00, ""), "1_000_000_манатов"},
		{"ru", money(3_75, ""), "3,75_маната"},
		{"ru", money(5_00, "dat"), "5_манатам"},
		{"none", money(100, ""), "1_AZN"},
		{"none", money(0, ""), "0_AZN"},
		{"en", dialog.Value{Kind: dialog.Number, Number: 12345}, "12_345"},
		{"en", dialog.Value{Kind: dialog.Number, Number: -9223372036854775808}, "-9_223_372_036_854_775_808"},
		{"az", dialog.Value{Kind: dialog.Duration, Number: 10, Unit: "working_day", Form: "loc"}, "10_iş_günündə"},
		{"ru", duration(3, "day"), "3_дня"},
		{"en", duration(2, "fortnight"), "2_fortnight"},
		{"az", duration(786, "age"), "65_il_6_ay"},
		{"en", duration(780, "age"), "65_years"},
		{"en", duration(6, "age"), "6_months"},
		{"az", dialog.Value{Kind: dialog.Day, Date: 20261121}, "21_noyabr_2026"},
		{"en", dialog.Value{Kind: dialog.Day, Date: 20261121}, "Saturday,_21_November_2026"},
		{"ru", dialog.Value{Kind: dialog.Day, Date: 20260105}, "5_января_2026_г."},
		{"en", dialog.Value{Kind: dialog.Day, Date: 20261321}, "2026-13-21"},
		{"none", dialog.Value{Kind: dialog.Day, Date: 20261121}, "2026-11-21"},
		{"az", dialog.Value{Kind: dialog.Day}, ""},
		{"az", dialog.Value{Kind: dialog.Time, Number: 570}, "09:30"},
		{"az", dialog.Value{Kind: dialog.Time, Number: 1440}, "24:00"},
		{"az", dialog.Value{Kind: dialog.Phone, Text: "012 465 90 90"}, "012_465_90_90"},
		{"az", dialog.Value{Kind: dialog.Office, Text: "1 saylı ASAN"}, "1 saylı ASAN"},
	}
	for _, test := range tests {
		got := strings.ReplaceAll(string(writers[test.lang].AppendValue(nil, &test.v)), "\u00A0", "_")
		if got != test.want {
			t.Errorf("%s: AppendValue(%+v) = %q, want %q", test.lang, test.v, got, test.want)
		}
	}
}

func TestShortDate(t *testing.T) {
	t.Parallel()
	w := NewWriter(az())
	for d, want := range map[knowledge.Date]string{20260703: "03.07.26", 0: ""} {
		if got := string(w.AppendShortDate(nil, d)); got != want {
			t.Errorf("AppendShortDate(%d) = %q, want %q", d, got, want)
		}
	}
}

func TestPluralBeyondTable(t *testing.T) {
	t.Parallel()
	for _, lang := range []knowledge.Lang{"az", "en", "ru", "ar", "fr", "pl", "lv"} {
		p := newPlurals(lang)
		for _, n := range []int64{200, 201, 1001, 1121, 999_999, 1_000_000, 1_000_001, 2_000_000, 3_000_005} {
			if got, want := p.of(n), matchPlural(p.tag, int(n)); got != want {
				t.Errorf("%s: category of %d = %s, want %s", lang, n, categoryNames[got], categoryNames[want])
			}
		}
	}
}
