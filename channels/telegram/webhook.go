package telegram

import (
	"context"
	"crypto/subtle"
	"errors"
	"io"
	"net/http"

	"github.com/go-telegram/bot"
)

// maxUpdate is the largest update that is read; those that matter are a hundredth of it.
const maxUpdate = 512 << 10

// secretHeader proves that an update comes from Telegram (Bot API, "setWebhook").
const secretHeader = "X-Telegram-Bot-Api-Secret-Token"

// Mount implements channels.Mounter: the webhook, where there is to be one.
func (t *Telegram) Mount(mux *http.ServeMux) {
	if t.options.Webhook != "" && t.options.Token != "" {
		mux.HandleFunc(Path, t.receive)
	}
}

// receive takes an update that Telegram sends. Who does not know the secret learns nothing. An update is acknowledged when
// its answer is handed over, or where nothing can be done with it.
func (t *Telegram) receive(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get(secretHeader)), []byte(t.webhook)) != 1 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if r.Method != http.MethodPost {
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpdate))
	if err != nil {
		status := http.StatusBadRequest
		if tooBig := (*http.MaxBytesError)(nil); errors.As(err, &tooBig) {
			status = http.StatusRequestEntityTooLarge
		}
		w.WriteHeader(status)
		return
	}
	u, ok := readUpdate(raw)
	if !ok {
		t.options.Log.Warn("telegram sent an update that cannot be read")
		return // sent again it would be no better
	}
	if err := t.admit(&u).run(r.Context()); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (t *Telegram) setWebhook(ctx context.Context) error {
	return t.api.do(ctx, "setWebhook", quickly, func(ctx context.Context, b *bot.Bot) error {
		_, err := b.SetWebhook(ctx, &bot.SetWebhookParams{URL: t.options.Webhook + Path, SecretToken: t.webhook, AllowedUpdates: wanted})
		return err
	})
}
