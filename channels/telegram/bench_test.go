package telegram_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/telegram"
)

// BenchmarkUpdate takes an update at the webhook up to the messages that are handed over.
func BenchmarkUpdate(b *testing.B) {
	k := &kept{}
	f := newFake(b)
	o, _ := options(f)
	o.Webhook, o.Sender = "https://plainline.example", k
	bot := telegram.New(newDesk(), &channels.Secret{1}, o)
	b.Cleanup(run(b, bot))
	f.until("the webhook is set", func() bool { return len(f.of("setWebhook")) == 1 })
	secret := f.of("setWebhook")[0].form["secret_token"]
	mux := http.NewServeMux()
	bot.Mount(mux)
	id := int64(0)
	b.ReportAllocs()
	for b.Loop() {
		id++
		data, _ := json.Marshal(map[string]any{"update_id": id, "message": private(id%500+1, id, "1F")})
		r := httptest.NewRequest(http.MethodPost, telegram.Path, strings.NewReader(string(data)))
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
		rec := httptest.NewRecorder()
		mux.ServeHTTP(rec, r)
		if rec.Code != http.StatusOK {
			b.Fatalf("update %s: status %d", strconv.FormatInt(id, 10), rec.Code)
		}
	}
}
