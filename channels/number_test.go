package channels_test

import (
	"testing"

	"github.com/plainline/plainline/channels"
)

func TestDigits(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"+994501234567", "994501234567", true}, {"994501234567", "994501234567", true}, {" +994 (50) 123-45-67", "994501234567", true},
		{"12345678", "12345678", true}, {"1234567", "", false}, {"1234567890123456", "", false}, {"", "", false}, {"+", "", false},
		{"99450+1234567", "", false}, {"anonymous", "", false}, {"٠١٢٣٤٥٦٧٨", "", false}, {"99450123456\x00", "", false},
	}
	for _, test := range tests {
		got, ok := channels.ParseNumber(test.in)
		if ok != test.ok || ok && string(got) != test.want {
			t.Errorf("%q: %q %v, want %q %v", test.in, string(got), ok, test.want, test.ok)
		}
	}
}
