package voice_test

import (
	"context"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice"
)

var keyNamed = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4"}

// TestACallerAsksForAnSMS goes by the keys to an answer and on to the option that sends it, which a caller who hides the
// number must not hear.
func TestACallerAsksForAnSMS(t *testing.T) {
	t.Parallel()
	desk := newDesk()
	var promised []channels.Promised
	desk.Promise(func(_ context.Context, p channels.Promised) error {
		promised = append(promised, p)
		return nil
	})
	g := &gateway{t, http.NewServeMux()}
	voice.New(desk, &channels.Secret{1}, voice.Options{Public: root, Token: token, Demo: true}).Mount(g.mux)
	for _, from := range []string{"+994501234567", "anonymous"} {
		call := []string{"From", from, "CallSid", "CA" + from}
		heard := g.twilio(voice.TwilioPath, call...)
		next := func(keys string) {
			path := strings.TrimPrefix(heard.path("Gather", "action"), root)
			heard = g.twilio(path, append(call, "Digits", keys)...)
		}
		for _, keys := range []string{"2", "1", "1", "1", "1", "1"} { // English, services, by topic, the first topic, its first service, documents
			next(keys)
		}
		option := regexp.MustCompile(`Send it to me by S M S: press (one|two|three|four)`)
		for n := 0; !option.MatchString(heard.raw) && n < 12; n++ {
			next("#")
		}
		m := option.FindStringSubmatch(heard.raw)
		if from == "anonymous" {
			if m != nil {
				t.Errorf("a hidden number is offered an SMS: %s", heard.raw)
			}
			continue
		}
		if m == nil {
			t.Fatalf("no SMS is offered: %s", heard.raw)
		}
		if next(keyNamed[m[1]]); !strings.Contains(heard.raw, "It will come by S M S.") {
			t.Errorf("it is not promised: %s", heard.raw)
		}
		if len(promised) != 1 || promised[0].To != "994501234567" || !strings.HasPrefix(promised[0].Talk, "voice/CA") {
			t.Errorf("promised %+v, want one to the caller", promised)
		}
	}
}
