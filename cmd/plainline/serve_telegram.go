package main

import (
	"context"
	"errors"
	"log/slog"
	"regexp"
	"strings"
	"sync"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
	"github.com/plainline/plainline/channels/telegram"
)

// telegramFlags say how the Telegram bot is reached. Its token is a secret and comes from the environment.
type telegramFlags struct {
	TelegramWebhook string `placeholder:"URL" help:"Let Telegram send messages here: the https address of this program as the world sees it. Default: they are fetched. The bot's token is read from $PLAINLINE_TELEGRAM_TOKEN."`
	TelegramServer  string `placeholder:"URL" help:"A Bot API server of your own."`
}

const tokenVariable = "PLAINLINE_TELEGRAM_TOKEN"

var tokenForm = regexp.MustCompile(`^[0-9]+:[A-Za-z0-9_-]+$`)

// telegram makes the channel; nil where there is no token.
func (f telegramFlags) telegram(h *host, desk *channels.Desk, secret *channels.Secret, box *outbox.Outbox, demo bool, log *slog.Logger) (*telegram.Telegram, error) {
	token := strings.TrimSpace(h.getenv(tokenVariable))
	switch {
	case token == "" && f.TelegramWebhook != "":
		return nil, hint(errors.New("-telegram-webhook is given, but no token of a bot"), "put what BotFather gave you into "+tokenVariable)
	case token == "":
		return nil, nil
	case !tokenForm.MatchString(token):
		return nil, hint(errors.New(tokenVariable+" does not hold the token of a bot"), "BotFather writes it as 123456789:AAbbCC-dd_ee")
	case f.TelegramWebhook != "" && f.TelegramServer == "" && !strings.HasPrefix(f.TelegramWebhook, "https://"):
		return nil, hint(errors.New("-telegram-webhook is no https address"), "Telegram sends to https only; leave the flag out, and messages are fetched")
	}
	return telegram.New(desk, secret, telegram.Options{Token: token, Server: f.TelegramServer, Webhook: f.TelegramWebhook, Demo: demo, Log: log, Outbox: box}), nil
}

// messages says how messages come here.
func (f telegramFlags) messages() string {
	if f.TelegramWebhook != "" {
		return "sends messages to " + strings.TrimSuffix(f.TelegramWebhook, "/") + telegram.Path
	}
	return "is asked for messages"
}

// startChannels runs channels; the function it gives ends them and waits. They outlive the first signal, so that what the
// HTTP server still takes can be sent.
func startChannels(ctx context.Context, log *slog.Logger, all ...channels.Channel) (stop func()) {
	running, cancel := context.WithCancel(context.WithoutCancel(ctx))
	var wait sync.WaitGroup
	for _, c := range all {
		wait.Go(func() {
			if err := c.Run(running); err != nil {
				log.Error("channel ended", "channel", c.Name(), "err", err)
			}
		})
	}
	return func() {
		cancel()
		wait.Wait()
	}
}
