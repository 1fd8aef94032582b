// Package telegram talks with people over a Telegram bot: it fetches what they write (long polling) or is sent it (webhook),
// and answers with messages that have a button beside every number that may be typed.
//
// An update that was seen before changes nothing; one that cannot be read is acknowledged and left. Updates of one chat are
// taken in their order, those of many chats at once. What goes out goes through a Sender, under a key by which the same
// answer is known again. No token, chat or word of a person is ever in a log or an error.
//
// Reading order: update.go and delivery.go (what came), address.go (who is meant in a group), visit.go and state.go (one
// delivery as a turn), message.go, writer.go and keyboard.go (a reply as messages), handle.go and lanes.go (turns in order),
// sender.go, direct.go, durable.go and deliver.go (what goes out), api.go and failure.go (the Bot API), poll.go, webhook.go, commands.go,
// simulate.go.
package telegram

import (
	"context"
	"encoding/hex"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
)

// Options are what an operator decides, and what comes from outside.
type Options struct {
	Token   string         // of the bot, as BotFather gives it; empty: the channel can only be simulated
	Server  string         // of the Bot API; empty: Telegram's own
	Webhook string         // https address under which the world reaches this program; empty: long polling
	Demo    bool           // answer from a demonstration base too
	Log     *slog.Logger   // nil: nobody is told
	Sender  Sender         // carries messages out; nil: from Outbox, or from memory, see Direct
	Outbox  *outbox.Outbox // keeps messages on disk until they are sent; nil: nobody does
	Client  *http.Client   // nil: one of its own
}

// Telegram is the channel. It is safe for any number of callers.
type Telegram struct {
	desk    *channels.Desk
	persons *channels.Persons
	options Options
	mark    []byte // key of the marks of texts
	webhook string // what Telegram must show with every update
	api     *api
	me      atomic.Pointer[identity]
	lanes   lanes
	sender  Sender
	direct  *Direct // the sender, where it is our own
}

// identity is the bot as Telegram knows it.
type identity struct {
	id   int64
	name string // without @
}

// Path is where the webhook stands.
const Path = "/telegram"

// New makes the channel.
func New(d *channels.Desk, secret *channels.Secret, o Options) *Telegram {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	o.Webhook = strings.TrimSuffix(o.Webhook, "/")
	t := &Telegram{
		desk:    d,
		persons: channels.NewPersons(secret, channels.Telegram),
		options: o,
		mark:    secret.Derive("telegram/mark"),
		webhook: hex.EncodeToString(secret.Derive("telegram/webhook")),
		api:     newAPI(o),
		sender:  o.Sender,
	}
	if t.sender == nil && o.Outbox != nil {
		t.sender = newDurable(o.Outbox, t.Deliver)
	}
	if t.sender == nil {
		t.direct = NewDirect(t.Deliver, o.Log)
		t.sender = t.direct
	}
	return t
}

// Name implements channels.Channel.
func (*Telegram) Name() string { return name }

const name = "telegram"

// Run implements channels.Channel: it tells Telegram who we are, and then fetches updates, or waits while the webhook is
// sent them. It returns an error only where it has no token.
func (t *Telegram) Run(ctx context.Context) error {
	if t.options.Token == "" {
		return errors.New("run telegram: there is no token")
	}
	if t.refuses() {
		t.options.Log.Warn("telegram is not answered: this is a demonstration base, and only -demo lets a messenger have it")
		<-ctx.Done()
		return nil
	}
	sent := make(chan struct{})
	sending, stop := context.WithCancel(context.WithoutCancel(ctx))
	go func() {
		defer close(sent)
		if t.direct != nil {
			t.direct.Run(sending)
		}
	}()
	t.work(ctx)
	stop()
	<-sent
	return nil
}

func (t *Telegram) work(ctx context.Context) {
	if !t.introduce(ctx) {
		return
	}
	t.options.Log.Info("telegram knows the bot", "name", t.me.Load().name)
	var told sync.WaitGroup
	told.Go(func() { t.tellCommands(ctx) })
	defer told.Wait()
	if t.options.Webhook == "" {
		t.poll(ctx)
		return
	}
	if t.persist(ctx, "setWebhook", t.setWebhook) {
		t.options.Log.Info("telegram sends updates here")
		<-ctx.Done()
	}
}

// refuses says whether the base in use is not for people at a messenger.
func (t *Telegram) refuses() bool {
	return t.desk.Edition().Base.Demonstration && !t.options.Demo
}

// introduce asks who we are, and goes on asking where there is no answer.
func (t *Telegram) introduce(ctx context.Context) bool {
	return t.persist(ctx, "getMe", func(ctx context.Context) error {
		me, err := t.api.me(ctx)
		if err == nil {
			t.me.Store(&me)
		}
		return err
	})
}

// persist tries until it is done or the context ends; the log says the first failure, and the first of each other kind.
func (t *Telegram) persist(ctx context.Context, what string, try func(context.Context) error) bool {
	said := ""
	for n := 0; ; n++ {
		err := try(ctx)
		if err == nil {
			return true
		}
		if ctx.Err() != nil {
			return false
		}
		if text := err.Error(); text != said {
			t.options.Log.Error("telegram", "doing", what, "err", err)
			said = text
		}
		after, _ := outbox.Retry(err)
		if !pause(ctx, max(after, backoff(n))) {
			return false
		}
	}
}
