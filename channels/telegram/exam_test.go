package telegram_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/channeltest"
	"github.com/plainline/plainline/channels/telegram"
)

// TestExam puts chats and the webhook through the exam; how messages go out, and a server in trouble, have tests of their own.
func TestExam(t *testing.T) {
	t.Parallel()
	channeltest.Exam(t, channeltest.Candidate{Open: func(t *testing.T, d *channels.Desk) channeltest.Taker {
		h := open(t, newFake(t), d, func(o *telegram.Options) { o.Webhook = "https://plainline.example/" })
		h.until("the webhook is set", func() bool { return len(h.of("setWebhook")) == 1 })
		proof := h.of("setWebhook")[0].form["secret_token"]
		mux := http.NewServeMux()
		h.bot.Mount(mux)
		request := func(body string) *http.Request {
			r := httptest.NewRequest(http.MethodPost, telegram.Path, strings.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("X-Telegram-Bot-Api-Secret-Token", proof)
			return r
		}
		return channeltest.Taker{People: telegram.NewChats(h.bot), Close: h.end, Door: &channeltest.Door{
			Handler: mux,
			Letter: func(person, n int) *http.Request {
				return request(fmt.Sprintf(`{"update_id": %d, "message": {"message_id": %d, "date": 1795400000, "chat": {"id": %d, "type": "private"},
					"from": {"id": %[3]d, "is_bot": false, "first_name": "A"}, "text": "passport fee"}}`, 100+n, 10+n, 4000+person))
			},
			Forge: func(r *http.Request) {
				s := []byte(proof)
				s[5] ^= 1
				r.Header.Set("X-Telegram-Bot-Api-Secret-Token", string(s))
			},
			Body: func(body []byte) *http.Request { return request(string(body)) },
		}}
	}})
}
