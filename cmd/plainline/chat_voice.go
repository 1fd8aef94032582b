package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/channels/voice/speech"
)

// listener is a simulated telephone whose call is written down as sound: what is heard, and the keys as they sound.
type listener struct {
	*voice.Phones
	studio *speech.Studio
	mu     sync.Mutex
	call   speech.Sound
}

// listener makes the telephone.
func (c chatCommand) listener(h *host, desk *channels.Desk, secret *channels.Secret, from origin) (*listener, error) {
	log := slog.New(slog.NewTextHandler(h.stderr, nil))
	studio, err := c.studio(h, from, desk.Edition().Base.Languages, secret, "", log)
	if err != nil {
		return nil, err
	}
	return &listener{Phones: voice.NewPhones(voice.New(desk, secret, voice.Options{})), studio: studio}, nil
}

// thought is the silence while a caller makes up their mind.
const thought = 600 * time.Millisecond

// Simulate implements channels.Simulator.
func (l *listener) Simulate(ctx context.Context, who string, did channels.Action) (channels.Shown, error) {
	l.record(speech.Keys(did.Input), thought)
	shown, turn, err := l.Phones.Heard(ctx, who, did)
	if err != nil {
		return shown, err
	}
	for _, p := range turn.Prompts {
		s, err := l.studio.Sound(ctx, speech.Prompt{Lang: p.Lang, Rate: p.Rate, Heard: p.Heard})
		if err != nil {
			return shown, fmt.Errorf("speak %q: %w", p.Text(), err)
		}
		l.record(s.Louder(p.Louder), p.Pause)
	}
	return shown, nil
}

func (l *listener) record(s speech.Sound, pause time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.call = l.call.Then(s, pause)
}

// write writes the call to a WAV file.
func (l *listener) write(h *host, name string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := os.WriteFile(name, speech.EncodeWave(l.call), 0o644); err != nil {
		return fmt.Errorf("write the call: %w", err)
	}
	fmt.Fprintf(h.stdout, "The call is in %s, %.0f s.\n", name, l.call.Lasts().Seconds())
	return nil
}
