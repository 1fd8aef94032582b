package ussd

import (
	"net/url"
	"testing"
)

func TestStateIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	want := state{page: 7, gateway: 1 << 63, length: 65535, input: 3, before: 4}
	b := want.append(nil)
	if got, ok := readState(b); !ok || got != want || len(b) > 64 {
		t.Errorf("%d bytes are read as %+v, want %+v", len(b), got, want)
	}
	for _, other := range [][]byte{nil, b[:len(b)-1], append([]byte("w"), b[1:]...), append(b, 0)} {
		if got, ok := readState(other); ok {
			t.Errorf("the bytes of another channel %q are read as %+v", other, got)
		}
	}
}

// FuzzForm compares the reader of forms with that of package net/url: what is a form to it is the same form here.
func FuzzForm(f *testing.F) {
	for _, s := range []string{
		"sessionId=a&phoneNumber=%2B994501234567&text=1*2&networkCode=1", "text=", "text", "text=a&text=b", "sessionId=&sessionId=b",
		"te%78t=1", "text=%zz", "te+xt=1", "&&=&", "text=a=b", "text=%00%ff", "text=a+b%20c", "a;b=1&text=2", "%zz=1",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		got, err := parseForm(body)
		want, wantErr := url.ParseQuery(body)
		if wantErr != nil {
			return // the general reader judges fields that do not matter here too
		}
		if err != nil {
			t.Fatalf("%q: %v, want it read", body, err)
		}
		if got.session != want.Get("sessionId") || got.phone != want.Get("phoneNumber") || got.text != want.Get("text") || got.hasText != want.Has("text") {
			t.Errorf("%q: %+v, want %v", body, got, want)
		}
		got.call()
	})
}
