package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"strconv"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/telegram"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/channels/web"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/sample"
)

// turnTalks is how often the talk is played on each channel.
const turnTalks = 3000

// turnTalk is what the person does: a language, a menu, an answer, words, back.
var turnTalk = []string{"2", "1", "1", "1", "passport fee", "0"}

// printTurns measures a turn of each channel beside the engine's own, in one process: what reading the person's input, the
// session and the layout cost on top. Gateways and the network are left out.
func printTurns(ctx context.Context, w io.Writer) error {
	b, _ := knowledge.Load(sample.FS())
	if b == nil {
		return fmt.Errorf("load the sample base")
	}
	now := func() time.Time { return time.Unix(1795250000, 0) }
	inner := engine.NewEdition(b, understand.NewNames(b))
	desk := channels.NewDesk(channels.NewEdition(inner), session.NewMemory(0), now, slog.New(slog.DiscardHandler))
	secret := &channels.Secret{1}
	fmt.Fprintf(w, "\nA turn of each channel, in one process without gateways: CPU and allocations\n")
	own := printTurn(w, "the engine alone", 0, func(int) {
		var s dialog.Session
		engine.Turn(inner, &s, dialog.Input{Kind: dialog.Opened}, now())
		for _, text := range turnTalk {
			in := channels.Press(text)
			engine.Turn(inner, &s, in, now())
		}
	})
	for _, c := range []struct {
		name   string
		people channels.Simulator
	}{
		{"USSD screens", ussd.NewPhones(ussd.New(desk, secret, ussd.Options{}))},
		{"web pages", web.New(desk, secret, web.Options{})},
		{"telephone prompts", voice.NewPhones(voice.New(desk, secret, voice.Options{}))},
		{"Telegram messages", telegram.NewChats(telegram.New(desk, secret, telegram.Options{}))},
	} {
		var failed error
		printTurn(w, c.name, own, func(n int) {
			who := strconv.Itoa(n % 500)
			if _, err := c.people.Simulate(ctx, who, channels.Action{Dial: true}); err != nil {
				failed = err
			}
			for _, text := range turnTalk {
				if _, err := c.people.Simulate(ctx, who, channels.Action{Input: text}); err != nil {
					failed = err
				}
			}
		})
		if failed != nil {
			return fmt.Errorf("talk over %s: %w", c.name, failed)
		}
	}
	return nil
}

// printTurn plays talks and prints what a turn costs; own is the engine's share, 0 for itself.
func printTurn(w io.Writer, name string, own time.Duration, talk func(n int)) time.Duration {
	for n := range turnTalks / 10 {
		talk(n)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begun := cpu()
	for n := range turnTalks {
		talk(n)
	}
	turns := turnTalks * (1 + len(turnTalk))
	took := (cpu() - begun) / time.Duration(turns)
	runtime.ReadMemStats(&after)
	fmt.Fprintf(w, "  %-20s %8s, %6.1f allocations", name, took, float64(after.Mallocs-before.Mallocs)/float64(turns))
	if own > 0 {
		fmt.Fprintf(w, ", %.1f times the engine", float64(took)/float64(own))
	}
	fmt.Fprintln(w)
	return took
}
