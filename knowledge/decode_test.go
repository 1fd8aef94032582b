package knowledge_test

import (
	"fmt"
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// read decodes a text and writes it out again; "-" where it is refused.
func read[T any, P interface {
	*T
	source.TextDecoder
}](text string) string {
	var v T
	if P(&v).DecodeText(text) != nil {
		return "-"
	}
	return fmt.Sprint(v)
}

func TestValues(t *testing.T) {
	t.Parallel()
	tests := []struct {
		read func(string) string
		in   string
		want string
	}{
		{read[knowledge.Amount], "5", "500"},
		{read[knowledge.Amount], "3.75", "375"},
		{read[knowledge.Amount], "3.5", "350"},
		{read[knowledge.Amount], "0", "0"},
		{read[knowledge.Amount], "08", "800"},
		{read[knowledge.Amount], "1200", "120000"},
		{read[knowledge.Amount], "-5", "-"},
		{read[knowledge.Amount], "+5", "-"},
		{read[knowledge.Amount], "3.", "-"},
		{read[knowledge.Amount], ".5", "-"},
		{read[knowledge.Amount], "3.755", "-"},
		{read[knowledge.Amount], "3,75", "-"},
		{read[knowledge.Amount], "5 AZN", "-"},
		{read[knowledge.Amount], "99999999999999999999", "-"},
		{read[knowledge.Date], "2026-01-31", "2026-01-31"},
		{read[knowledge.Date], "2026-02-29", "-"},
		{read[knowledge.Date], "31.01.2026", "-"},
		{read[knowledge.Date], "0000-01-01", "-"},
		{read[knowledge.Clock], "09:30", "09:30"},
		{read[knowledge.Clock], "24:00", "24:00"},
		{read[knowledge.Clock], "24:01", "-"},
		{read[knowledge.Clock], "9:30", "-"},
		{read[knowledge.Clock], "09:60", "-"},
		{read[knowledge.Weekdays], "mon-fri", "62"},
		{read[knowledge.Weekdays], "sat, sun", "65"},
		{read[knowledge.Weekdays], "sat-mon", "67"},
		{read[knowledge.Weekdays], "mon-sun", "127"},
		{read[knowledge.Weekdays], "monday", "-"},
		{read[knowledge.Weekdays], "", "-"},
		{read[knowledge.Weekdays], "onm", "-"},
	}
	for _, test := range tests {
		if got := test.read(test.in); got != test.want {
			t.Errorf("%q is read as %s, want %s", test.in, got, test.want)
		}
	}
}
