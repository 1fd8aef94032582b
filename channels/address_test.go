package channels_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

func TestAddressesAndSecretsAreNeverPrinted(t *testing.T) {
	t.Parallel()
	const number = "994501234567"
	a := channels.Address(number)
	s := channels.Secret([]byte("0123456789abcdef0123456789abcdef"))
	type request struct {
		Phone  channels.Address
		Secret channels.Secret
	}
	timeless := &slog.HandlerOptions{ReplaceAttr: func(_ []string, at slog.Attr) slog.Attr {
		if at.Key == slog.TimeKey { // its digits may be those of the number
			return slog.Attr{}
		}
		return at
	}}
	things := []any{a, &a, s, &s, request{a, s}, &request{a, s}, []channels.Address{a}}
	for _, thing := range things {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%o", "%b", "%c", "%U", "%e", "%t", "%z", "%20v", "%.3s"} {
			hidden(t, verb, fmt.Sprintf(verb, thing))
		}
		hidden(t, "Sprint", fmt.Sprint(thing))
		if b, err := json.Marshal(thing); err == nil {
			hidden(t, "JSON", string(b))
		}
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, timeless)).Info("x", "thing", thing)
		slog.New(slog.NewJSONHandler(&log, timeless)).Info("x", "thing", thing)
		hidden(t, "log", log.String())
	}
	hidden(t, "error", fmt.Errorf("call of %w: %v", fmt.Errorf("%s", a), s).Error())
}

// hidden checks that neither the number nor the secret can be read in what was printed.
func hidden(t *testing.T, how, got string) {
	t.Helper()
	for _, never := range []string{"994", "4567", "393934", "cdef", "48 49 50", "63646566", "0x30, 0x31"} {
		if strings.Contains(strings.ToLower(got), never) {
			t.Errorf("%s prints %s", how, got)
			return
		}
	}
}

func TestPersonsAreKeyedByInstallationAndKind(t *testing.T) {
	t.Parallel()
	one, two := &channels.Secret{1}, &channels.Secret{2}
	seen := map[dialog.Person]string{}
	for _, c := range []struct {
		secret  *channels.Secret
		kind    channels.AddressKind
		address channels.Address
	}{
		{one, channels.Telephone, "994501234567"}, {one, channels.WebCookie, "994501234567"}, {one, channels.Terminal, "994501234567"},
		{two, channels.Telephone, "994501234567"}, {one, channels.Telephone, "994501234568"}, {one, channels.Telephone, ""},
	} {
		p := channels.NewPersons(c.secret, c.kind).Of(c.address)
		if again := channels.NewPersons(c.secret, c.kind).Of(c.address); again != p {
			t.Errorf("the same address is %q and %q", string(p), string(again))
		}
		what := string(c.kind) + " " + string(c.address)
		if other, twice := seen[p]; twice || len(p) != 22 || strings.Contains(string(p), "9945") {
			t.Errorf("%s is the person %q (also %s)", what, string(p), other)
		}
		seen[p] = what
		if len(p.String()) > 6 || strings.Contains(fmt.Sprintf("%v %s %q", p, p, p), string(p)) {
			t.Errorf("the person prints whole: %v", p)
		}
	}
	if bytes.Equal(one.Derive("a"), one.Derive("b")) || bytes.Equal(one.Derive("a"), two.Derive("a")) {
		t.Error("two purposes or two secrets share a key")
	}
}

func TestPersonsOfManyAtOnce(t *testing.T) {
	t.Parallel()
	persons := channels.NewPersons(&channels.Secret{1}, channels.Telephone)
	want := persons.Of("994501234567")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 200 {
				persons.Of(channels.Address(fmt.Sprint(i)))
				if got := persons.Of("994501234567"); got != want {
					t.Errorf("among others the person is %q, want %q", string(got), string(want))
				}
			}
		})
	}
	all.Wait()
}

func TestPressReadsTheKeysThatAreEverywhereTheSame(t *testing.T) {
	t.Parallel()
	tests := []struct {
		typed   string
		command dialog.Command
		said    string
	}{
		{"9", dialog.ToPerson, ""}, {"0", dialog.Back, ""}, {"00", dialog.Home, ""}, {"98", dialog.More, ""}, {" 98\n", dialog.More, ""},
		{"1", 0, "1"}, {"8", 0, "8"}, {"10", 0, "10"}, {"000", 0, "000"}, {"09", 0, "09"}, {"99", 0, "99"}, {"980", 0, "980"}, {"", 0, ""}, {"  passport ", 0, "passport"},
	}
	for _, test := range tests {
		got := channels.Press(test.typed)
		want := dialog.Input{Kind: dialog.Said, Text: test.said}
		if test.command != dialog.NoCommand {
			want = dialog.Input{Kind: dialog.Did, Command: test.command}
		}
		if got != want {
			t.Errorf("%q is %+v, want %+v", test.typed, got, want)
		}
	}
	for i := range 40 {
		if key := dialog.OptionKey(i); dialog.OptionIndex(key) != i || key == 9 {
			t.Errorf("option %d has the key %d, which chooses option %d", i, key, dialog.OptionIndex(key))
		}
	}
	for _, key := range []int{0, 9, -1} {
		if i := dialog.OptionIndex(key); i != -1 {
			t.Errorf("the key %d chooses option %d", key, i)
		}
	}
}
