package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/channels/web"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/redis"
)

// serveCommand answers people.
type serveCommand struct {
	baseFlag `embed:""`
	dataFlag `embed:""`
	Listen   string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen; :8080 listens on every address of this machine."`
	Redis    string `placeholder:"URL" help:"Keep sessions in Redis, for several machines: redis://host:6379, a cluster or sentinels. Default: in memory."`
	TLS      bool   `name:"behind-tls" help:"A server in front speaks TLS, so cookies are for TLS only."`
	Exit     string `placeholder:"URL" help:"Where \"leave this page quickly\" leads. Default: a page that says nothing."`
	Screen   string `default:"ussd-160" enum:"ussd-160,ussd-182,ussd-140,ussd-160-exact,ussd-140-exact" placeholder:"PROFILE" help:"What fits a USSD screen: ussd-160, ussd-182 or ussd-140 septets; with -exact, letters are not folded."`
	Doubtful bool   `name:"keep-doubtful" help:"Keep questions that were not understood for certain under -data, masked, for 30 days, so that eval label can show them. Off by default."`
	Demo     bool   `help:"Answer gateways and messengers from a demonstration base too."`

	telegramFlags `embed:""`
	voiceFlags    `embed:""`
	speechFlags   `embed:""`
	limitFlags    `embed:""`
	smsFlags      `embed:""`
}

// Help implements kong.HelpProvider.
func (serveCommand) Help() string {
	return `It answers at once, from a demonstration inside the program, and prints where:

  plainline serve
  plainline serve -base my-base             your own base
  plainline serve -listen :8080 -demo       let a gateway try the demonstration
  PLAINLINE_TELEGRAM_TOKEN=… plainline serve -base my-base
  plainline serve -base my-base -redis redis://10.0.0.5:6379 -secret-file /etc/plainline/secret

The last form runs on as many machines as you like: give all of them the same secret.

SIGHUP reads the base again; with errors in it the old one stays. SIGINT or SIGTERM lets the turns under way end, a second
one does not wait. Put a server that speaks TLS in front before the world can
reach it, and say -behind-tls. The log on standard error holds a
line for each turn, without words, numbers or names of anybody.`
}

// Run builds the house from the ground up and lives in it until it is told to leave.
func (c serveCommand) Run(ctx context.Context, h *host) error {
	log := slog.New(slog.NewTextHandler(h.stderr, nil))
	limits, err := c.limits(h)
	if err != nil {
		return err
	}
	base, err := openOn(h, c.Base, "")
	if err != nil {
		return err
	}
	secret, err := c.secret(h)
	if err != nil {
		return err
	}
	store, closeStore, err := c.sessions(secret, log)
	if err != nil {
		return err
	}
	defer closeStore()

	desk := channels.NewDesk(base.edition, store, h.now, log)
	desk.Observe(turnLog(log))
	if err := c.keepDoubtful(h, desk, log); err != nil {
		return err
	}
	gateway := ussd.New(desk, secret, ussd.Options{Profile: c.Screen, Secret: gatewaySecret(secret), Demo: c.Demo})
	page := web.New(desk, secret, web.Options{Random: rand.Reader, Log: log, Secure: c.TLS, Exit: c.Exit, Phone: ussd.NewPhones(gateway)})

	audio, err := c.audio(h, base.from, base.edition, secret, log)
	if err != nil {
		return err
	}
	defer audio.Wait()
	calls, err := c.voice(h, desk, secret, c.Demo, audio)
	if err != nil {
		return err
	}
	mail, err := c.outbox(h, secret, log)
	if err != nil {
		return err
	}
	messenger, err := c.telegram(h, desk, secret, mail.box, c.Demo, log)
	if err != nil {
		return errors.Join(err, mail.close())
	}
	defer mail.start(ctx, log)()

	mux := http.NewServeMux()
	mail.mount(desk, mux)
	page.Mount(mux)
	gateway.Mount(mux)
	calls.Mount(mux)
	audio.Mount(mux)
	var run []channels.Channel
	if messenger != nil {
		messenger.Mount(mux)
		run = append(run, messenger)
	}
	how, err := learning(h, c.dataFlag, limits)
	if err != nil {
		return err
	}
	learn := &learner{desk: desk, how: how, ready: make(chan struct{})}
	how.Progress = nil // only the first learning is told of
	mountHealth(mux, desk, learn.ready)

	listener, err := listen(ctx, c.Listen)
	if err != nil {
		return err
	}
	ctx, stop := untilSignal(ctx)
	wait := (&reloader{desk: desk, from: base.from, learn: how, audio: audio, log: log}).start(ctx)
	defer wait()
	defer stop()
	c.announce(h, listener.Addr(), base.from, base.edition, secret)
	end := startChannels(ctx, log, run...)
	defer end()
	go learn.run(ctx) // nobody waits for it: it cannot be broken off, and at the end of the program it is of no use
	return serveUntil(ctx, listener, mux, log)
}

// audio makes what callers hear; its prompts are kept under -data.
func (c serveCommand) audio(h *host, from origin, edition *channels.Edition, secret *channels.Secret, log *slog.Logger) (*speech.Studio, error) {
	dir := ""
	if c.SecretFile == "" {
		var err error
		if dir, err = c.dir(h); err != nil {
			return nil, err
		}
	}
	return c.studio(h, from, edition.Base.Languages, secret, dir, log)
}

// sessions gives the store of sessions and what closes it.
func (c serveCommand) sessions(secret *channels.Secret, log *slog.Logger) (session.Store, func(), error) {
	if c.Redis == "" {
		return session.NewMemory(session.DefaultMax), func() {}, nil
	}
	redis.LogTo(log)
	client, err := redis.Connect(c.Redis, channels.StorePatience)
	if err != nil {
		return nil, nil, hint(err, "write it as redis://user:password@host:6379/0; several hosts are a cluster, or sentinels with ?master=NAME")
	}
	key := redis.Key{ID: 1, Secret: [32]byte(secret.Derive("session"))}
	store, err := redis.New(client, redis.Options{Key: key, Rand: rand.Reader, Timeout: channels.StorePatience})
	return store, func() { client.Close() }, err
}

// gatewaySecret is the part of the gateway's path that nobody can guess.
func gatewaySecret(s *channels.Secret) string {
	return hex.EncodeToString(s.Derive("gateway/africastalking"))[:32]
}

// turnLog logs a line for each turn: what kind of place, what came of it, which answer. Never words, never a person.
func turnLog(log *slog.Logger) func(channels.Taken) {
	return func(t channels.Taken) {
		spot, _, _ := strings.Cut(string(t.Event.Spot), "/")
		log.Info("turn", "channel", t.Channel, "lang", string(t.Lang), "spot", spot, "outcome", string(t.Event.Outcome), "code", t.Code, "took", t.Took.Round(time.Microsecond))
	}
}

// mountHealth mounts what a supervisor asks: whether the program lives, and whether it can answer.
func mountHealth(mux *http.ServeMux, desk *channels.Desk, ready <-chan struct{}) {
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		select {
		case <-ready:
			fmt.Fprintln(w, "ready, base", desk.Edition().Base.Revision)
		default:
			http.Error(w, "learning how people ask", http.StatusServiceUnavailable)
		}
	})
}
