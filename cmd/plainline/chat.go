package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/telegram"
	"github.com/plainline/plainline/channels/terminal"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/channels/web"
	"github.com/plainline/plainline/dialog/session"
)

// chatCommand talks with whoever sits at the terminal.
type chatCommand struct {
	baseFlag `embed:""`
	dataFlag `embed:""`
	As       string `default:"terminal" enum:"terminal,ussd,voice,telegram,web" placeholder:"CHANNEL" help:"terminal; ussd: the screens of a phone and how full each is; voice: what is heard in a call; telegram: messages and their buttons; web: the words of the page."`
	Listen   string `placeholder:"FILE" help:"With -as voice: write the call to this WAV file, as it is heard."`

	speechFlags `embed:""`
	limitFlags  `embed:""`
}

// Help implements kong.HelpProvider.
func (chatCommand) Help() string {
	return `Type as people do, or press a key that the answer offers. 0 goes back, 9 gives a person, Ctrl-D ends the talk.

  plainline chat
  plainline chat -as ussd
  plainline chat -as voice                  an empty line is silence
  plainline chat -as voice -listen call.wav
  plainline chat -base my-base
  printf 'passport\n1\n' | plainline chat -as ussd`
}

// Run does the work.
func (c chatCommand) Run(ctx context.Context, h *host) error {
	from, err := c.find(h)
	if err != nil {
		return err
	}
	limits, err := c.limits(h)
	if err != nil {
		return err
	}
	edition, err := learnedEdition(h, from, c.dataFlag, limits)
	if err != nil {
		return err
	}
	desk := channels.NewDesk(edition, session.NewMemory(1), h.now, slog.New(slog.NewTextHandler(h.stderr, nil)))
	ctx, stop := untilSignal(ctx)
	defer stop()
	sim, hangUp, err := c.simulator(h, desk, from)
	if err != nil {
		return err
	}
	// A terminal that waits for a line cannot be interrupted, so this goroutine alone is not waited for: the program ends.
	done := make(chan error, 1)
	go func() { done <- terminal.Talk(ctx, sim, h.stdin, h.stdout) }()
	select {
	case err = <-done:
	case <-ctx.Done():
		fmt.Fprintln(h.stdout)
	}
	return errors.Join(err, hangUp())
}

// simulator gives the channel to talk over, and what is to be done at the end. Nobody needs to be known again, so the secret
// is of this talk only.
func (c chatCommand) simulator(h *host, desk *channels.Desk, from origin) (sim channels.Simulator, hangUp func() error, err error) {
	var secret channels.Secret
	rand.Read(secret[:])
	if c.Listen == "" {
		return c.silent(desk, &secret), func() error { return nil }, nil
	}
	if c.As != "voice" {
		return nil, nil, hint(errors.New("only a call can be listened to"), "add -as voice")
	}
	l, err := c.listener(h, desk, &secret, from)
	if err != nil {
		return nil, nil, err
	}
	return l, func() error { return l.write(h, c.Listen) }, nil
}

// silent gives the channel where nothing is heard.
func (c chatCommand) silent(desk *channels.Desk, secret *channels.Secret) channels.Simulator {
	switch c.As {
	case "ussd":
		return ussd.NewPhones(ussd.New(desk, secret, ussd.Options{}))
	case "voice":
		return voice.NewPhones(voice.New(desk, secret, voice.Options{}))
	case "telegram":
		return telegram.NewChats(telegram.New(desk, secret, telegram.Options{}))
	case "web":
		return web.New(desk, secret, web.Options{Random: rand.Reader})
	}
	return terminal.New(desk, secret)
}
