package answer_test

import (
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

func TestStateNow(t *testing.T) {
	t.Parallel()
	b := load(t)
	tests := []struct {
		name, moment, hours string
		service             knowledge.ServiceID
		want                string
	}{
		{"before it opens", "2026-11-20 08:59", "week", "", "Closed now Opens at Today 09:00"},
		{"as it opens", "2026-11-20 09:00", "week", "", "Open now 18:00 Last papers 17:30"},
		{"after the last papers", "2026-11-20 17:45", "week", "", "Open now 18:00 Last papers 17:30"},
		{"as it closes, before a Saturday", "2026-11-20 18:00", "week", "", "Closed now Opens at Tomorrow 10:00"},
		{"Saturday", "2026-11-21 12:00", "week", "", "Open now 16:00"},
		{"Saturday evening", "2026-11-21 19:00", "week", "", "Closed now Opens at Monday 09:00"},
		{"Sunday", "2026-11-22 12:00", "week", "", "Closed now Opens at Tomorrow 09:00"},
		{"a service that ends earlier", "2026-11-20 12:00", "week", "passport", "Open now 18:00 Last papers 16:00"},
		{"another service", "2026-11-20 12:00", "week", "pension", "Open now 18:00 Last papers 17:30"},
		{"summer hours", "2026-07-01 08:30", "week", "", "Open now 17:00"},
		{"a Saturday in summer", "2026-07-04 12:00", "week", "", "Open now 16:00"},
		{"a day off", "2026-01-01 12:00", "week", "", "Closed holiday New Year Opens at Saturday 10:00"},
		{"the second day of a row", "2026-01-02 12:00", "week", "", "Closed holiday New Year Opens at Tomorrow 10:00"},
		{"a day off, and no calendar after it", "2026-12-31 12:00", "week", "", "Closed holiday Solidarity Day Holiday unknown"},
		{"the evening before a day off with no calendar after it", "2026-12-30 19:00", "week", "", "Closed now Holiday unknown"},
		{"beyond the calendar, within hours", "2027-01-04 12:00", "week", "", "Open now 18:00 Last papers 17:30 Holiday unknown"},
		{"beyond the calendar, at night", "2027-01-04 20:00", "week", "", "Closed now Holiday unknown"},
		{"hours nobody knows", "2026-11-21 12:00", "unsure", "", "Hours unknown 100"},
		{"the evening before hours nobody knows", "2026-11-20 20:00", "unsure", "", "Closed now"},
		{"open until midnight", "2026-11-22 23:59", "line", "", "Open now 24:00"},
		{"after midnight", "2026-11-22 00:00", "line", "", "Closed now Opens at Today 08:00"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var r dialog.Reply
			c := answer.NewContext(b, "en", at(t, b, test.moment), nil, &r)
			if got := words(c.StateNow(b.Hours(test.hours), test.service)); got != test.want {
				t.Errorf("%s at %s\n got %q\nwant %q", test.hours, test.moment, got, test.want)
			}
		})
	}
}

func TestAnEarlierEndOfAServiceNeverMakesTheDayLonger(t *testing.T) {
	t.Parallel()
	b := load(t, edit{"offices/hours/week.yaml", "last_papers: 17:30", "last_papers: 15:00"})
	if d := answer.OnDay(b.Hours("week"), 20261120, "passport"); d.Papers != 15*60 {
		t.Errorf("papers until %s, want 15:00: the counter closes before the service's own 16:00", d.Papers)
	}
	b = load(t, edit{"offices/hours/week.yaml", "service: passport, close: 16:00", "service: passport, close: 16:00, from: 2026-01-01, until: 2026-06-30"})
	if d := answer.OnDay(b.Hours("week"), 20261120, "passport"); d.Papers != 17*60+30 {
		t.Errorf("papers until %s, want 17:30: the earlier end was over in June", d.Papers)
	}
}

func TestOfficeTellsDoorHoursPlaceAndVisits(t *testing.T) {
	t.Parallel()
	b := load(t)
	tests := []struct {
		name, office, moment string
		service              knowledge.ServiceID
		want, never          []string
	}{
		{"a centre", "centre", "2026-11-10 12:00", "", []string{
			"@ Centre on Long Street", "Open now 18:00", "Hours = Monday-Friday 09:00-18:00; Saturday 10:00-16:00; Sunday Closed",
			"Address = 1 Long Street", "Landmark = by the park", "Access = step-free", "Phone = 100", "Days off move",
		}, []string{"! ", "Visit"}},
		{"with a disruption", "centre", "2026-11-20 12:00", "", []string{"! Long Street is closed", "Open now"}, nil},
		{"in summer", "centre", "2026-07-02 12:00", "", []string{"Hours = Monday-Friday 08:00-17:00; Saturday 10:00-16:00; Sunday Closed"}, []string{"18:00"}},
		{"for a service", "centre", "2026-11-10 12:00", "passport", []string{"Last papers 16:00"}, nil},
		{"with unknowns", "north", "2026-11-20 12:00", "", []string{"Saturday-Sunday Unknown value 100", "Address = Unknown value 100", "Access = Unknown value 100"}, []string{"Landmark", "! "}},
		{"mobile", "bus", "2026-11-24 13:59", "", []string{"Visit 2026-11-24 10:00 14:00 Village the square", "Visit 2026-12-08"}, nil},
		{"mobile, after a visit", "bus", "2026-11-24 14:00", "", []string{"Visit 2026-12-08 10:00 14:00 Village"}, []string{"2026-11-24"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, r := told(t, b, test.moment, "en", nil, func(c *answer.Context) { c.Office(b.Office(test.office), test.service) })
			says(t, got, test.want, test.never...)
			if r.Code == "" || r.Source.Cite != "town.example" {
				t.Errorf("code %q, source %q; want both", r.Code, r.Source.Cite)
			}
		})
	}
}

func TestTheNextThreeVisitsAreToldInTheirOrder(t *testing.T) {
	t.Parallel()
	b := load(t, edit{"offices/bus.yaml", "visits:\n", `visits:
  - {place: village, on: 2027-02-01, open: 10:00, close: 14:00}
  - {place: village, on: 2026-12-08, open: 16:00, close: 18:00}
`})
	got, _ := told(t, b, "2026-11-20 12:00", "en", nil, func(c *answer.Context) { c.Office(b.Office("bus"), "") })
	says(t, got, []string{"Visit 2026-11-24 10:00", "Visit 2026-12-08 10:00", "Visit 2026-12-08 16:00"}, "2027")
}

func TestOfficesCountsDoors(t *testing.T) {
	t.Parallel()
	b := load(t)
	tests := []struct {
		moment      string
		want, never []string
	}{
		{"2026-11-20 12:00", []string{"Open list 3 other"}, []string{"Hours unknown", "!"}},
		{"2026-11-21 12:00", []string{"Open list 2 other", "Unknown list 1 100"}, nil},
		{"2026-12-31 12:00", []string{"Closed holiday Solidarity Day", "Open list 1 one"}, nil},
		{"2026-11-20 03:00", []string{"Open list 0 other"}, nil},
	}
	for _, test := range tests {
		got, _ := told(t, b, test.moment, "en", nil, func(c *answer.Context) { c.Offices() })
		says(t, got, test.want, test.never...)
	}
}

func TestPersonTellsNumberHoursAndCharge(t *testing.T) {
	t.Parallel()
	b := load(t)
	tests := []struct {
		hotline     string
		want, never []string
	}{
		{"100", []string{"Person call 100", "Person hours Monday-Sunday 08:00-24:00", "Open now 24:00", "Person outside Use the website.", "Charge free", "From abroad +994125550100", "> Websitehttps://town.example/"}, []string{"press"}},
		{"150", []string{"Person call 150", "Person press 2", "Unknown Hours 100", "Charge unknown"}, []string{"Person hours", "abroad"}},
		{"112", []string{"Person call 112", "Person hours Always", "Charge free"}, []string{"Open now", "Website"}},
	}
	for _, test := range tests {
		got, r := told(t, b, "2026-11-20 12:00", "en", nil, func(c *answer.Context) { c.Person(test.hotline) })
		says(t, got, test.want, test.never...)
		if r.Code != "P"+test.hotline {
			t.Errorf("%s has the code %q", test.hotline, r.Code)
		}
	}
}
