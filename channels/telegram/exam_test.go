package telegram_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/channeltest"
	"github.com/plainline/plainline/channels/telegram"
)

func TestExam(t *testing.T) {
	t.Parallel()
	channeltest.Exam(t, channeltest.Candidate{Open: func(t *testing.T, d *channels.Desk) channeltest.Taker {
		f := newFake(t)
		o, _ := options(f)
		o.Webhook = "https://plainline.example"
		bot := telegram.New(d, &channels.Secret{1}, o)
		end := run(t, bot)
		f.until("the webhook is set", func() bool { return len(f.of("setWebhook")) == 1 })
		mux := http.NewServeMux()
		bot.Mount(mux)
		const header = "X-Telegram-Bot-Api-Secret-Token"
		body := func(b []byte) *http.Request {
			r := httptest.NewRequest(http.MethodPost, telegram.Path, bytes.NewReader(b))
			r.Header.Set(header, f.of("setWebhook")[0].form["secret_token"])
			return r
		}
		return channeltest.Taker{People: telegram.NewChats(bot), Close: end, Door: &channeltest.Door{
			Handler: mux,
			Letter: func(person, n int) *http.Request {
				id := int64(1000*person + n)
				b, err := json.Marshal(map[string]any{"update_id": id, "message": private(int64(person), int64(n+1), "/help")})
				if err != nil {
					t.Fatal(err)
				}
				return body(b)
			},
			Forge: func(r *http.Request) {
				secret := []byte(r.Header.Get(header))
				secret[0] ^= 1
				r.Header.Set(header, string(secret))
			},
			Body: body,
		}}
	}})
}
