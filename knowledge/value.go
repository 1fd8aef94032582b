package knowledge

import (
	"fmt"
	"time"
)

// Amount is money in hundredths of the base's currency: 375 is 3.75.
type Amount int64

// Date is a calendar day in the base's time zone, written yyyymmdd as a number (20261121), so that days compare as numbers.
// The zero Date means "not given".
type Date int32

// DateOf gives the calendar day of a moment, in the moment's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date(y*10000 + int(m)*100 + d)
}

// Parts gives year, month and day.
func (d Date) Parts() (year, month, day int) { return int(d) / 10000, int(d) / 100 % 100, int(d) % 100 }

// Time gives midnight of the day in UTC, for arithmetic on days.
func (d Date) Time() time.Time {
	y, m, day := d.Parts()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
}

// AddDays gives the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// Weekday gives the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// String writes the day as 2026-11-21 (ISO 8601); the zero Date is the empty text.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Parts()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// Clock is a time of day in minutes after midnight, in the base's time zone; 24*60 is the end of the day.
type Clock int16

// String writes the time as 09:30.
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c/60, c%60) }

// Span is the time in which something holds: from the first day to the last, both included. A zero end is open.
type Span struct {
	From  Date `yaml:"from"`
	Until Date `yaml:"until"`
}

// Holds says whether the span covers a day.
func (s Span) Holds(d Date) bool { return d >= s.From && (s.Until == 0 || d <= s.Until) }

// ParseDate reads a day written as 2026-11-21; anything else is the zero Date.
func ParseDate(s string) Date {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0
	}
	return DateOf(t)
}

// AddMonths gives the day n months later; a day that the month lacks becomes its last: 31 January and a month is 28 February.
func (d Date) AddMonths(n int) Date {
	y, m, day := d.Parts()
	first := time.Date(y, time.Month(m+n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return DateOf(first.AddDate(0, 0, min(day, last)-1))
}

// DayNumber counts the days since 1 January 1970, so that spans of days are spans of numbers.
func (d Date) DayNumber() int64 { return d.Time().Unix() / 86400 }

// DateOfDay is the inverse of DayNumber.
func DateOfDay(n int64) Date { return DateOf(time.Unix(n*86400, 0).UTC()) }
