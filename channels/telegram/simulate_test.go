package telegram_test

import (
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/telegram"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

var noon = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

// sample is the demonstration, made once.
var sample = sync.OnceValue(func() *channels.Edition {
	b := knowledgetest.Sample()
	return channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
})

// newDesk gives a desk of its own over the demonstration.
func newDesk() *channels.Desk {
	return channels.NewDesk(sample(), session.NewMemory(1000), func() time.Time { return noon }, slog.New(slog.DiscardHandler))
}

// A whole talk in a simulated chat, by numbers, words, commands and links.
func TestSimulatedTalk(t *testing.T) {
	t.Parallel()
	chats := telegram.NewChats(telegram.New(newDesk(), &channels.Secret{1}, telegram.Options{}))
	for _, step := range []struct {
		did  channels.Action
		want string // in what is shown
	}{
		{channels.Action{Dial: true}, "[1 Azərbaycanca] [2 English]\n[3 Русский]\n[9 əlaqə]"},
		{channels.Action{Input: "2"}, "What do you need?\n[1 Services]"},
		{channels.Action{Input: "id card fee"}, "ID card: Fee\nUsual price: 5\u00a0manat."},
		{channels.Action{Input: "0"}, "What do you need?"},
		{channels.Action{Input: "/help"}, "0 is back"},
		{channels.Action{Input: "/start 1"}, "Code 1O."},
		{channels.Action{Input: "/home"}, "What do you need?"},
		{channels.Action{Input: "/start id-card"}, "Code 1O."},
		{channels.Action{Input: "/start 1F"}, "Code 1F."},
		{channels.Action{Input: "/start nonsense"}, "You were here before"},
		{channels.Action{Input: "/person"}, "108"},
		{channels.Action{Input: "/language"}, "[1 Azərbaycanca]"},
		{channels.Action{Input: "/passport fee"}, "Passport: Fee"},
		{channels.Action{Input: "/stop"}, "Your answers are erased."},
	} {
		shown, err := chats.Simulate(t.Context(), "resident", step.did)
		if err != nil || !strings.Contains(shown.Text, step.want) {
			t.Errorf("%+v shows\n%s\n(%v), want %q in it", step.did, shown.Text, err, step.want)
		}
		again, err := chats.Redeliver(t.Context(), "resident")
		if err != nil || !shown.End && again.Text != shown.Text {
			t.Errorf("%+v, delivered again, shows\n%s\n(%v)", step.did, again.Text, err)
		}
	}
}
