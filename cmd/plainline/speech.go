package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/knowledge"
)

// speechFlags say who speaks on the telephone what nobody has recorded.
type speechFlags struct {
	Speaker      string            `default:"auto" placeholder:"VOICE" help:"Who speaks on the telephone what nobody has recorded. auto: espeak-ng where it is installed; none: the gateway's voices; an address, as https://speech.example/v1: an endpoint compatible with OpenAI's, its key in $PLAINLINE_SPEECH_TOKEN; else a program and its arguments, with {voice} and {rate}: it gets the text on its input and writes a WAV file."`
	SpeakerModel string            `default:"tts-1" placeholder:"NAME" help:"The model of the speech endpoint."`
	SpeakerVoice map[string]string `placeholder:"LANG=NAME;..." help:"What the voice calls itself in each language. Default: the language for a program, alloy for an endpoint."`
	PromptsMost  int64             `default:"512" placeholder:"MIB" help:"How many MiB of prompts are kept."`
}

const speechVariable = "PLAINLINE_SPEECH_TOKEN"

// The limits of one utterance: a program on this machine is quick, an endpoint is far away.
const (
	programLimit  = 10 * time.Second
	endpointLimit = 20 * time.Second
)

// speaker gives the voice, and whether there is one.
func (f speechFlags) speaker(h *host, languages []knowledge.Lang) (speech.Speaker, error) {
	switch {
	case f.Speaker == "none":
		return speech.None{}, nil
	case f.Speaker == "auto":
		name, err := exec.LookPath("espeak-ng")
		if err != nil {
			return speech.None{}, nil
		}
		c := speech.Espeak(name, languages)
		f.name(c.Voices)
		return c, nil
	case strings.HasPrefix(f.Speaker, "http://"), strings.HasPrefix(f.Speaker, "https://"):
		return f.endpoint(h, languages)
	}
	args := strings.Fields(f.Speaker)
	if len(args) == 0 {
		return nil, hint(errors.New("-speaker is empty"), "write auto, none, an address or a program")
	}
	name, err := exec.LookPath(args[0])
	if err != nil {
		return nil, hint(fmt.Errorf("find the voice: %w", err), "write auto, none, an address or a program that is installed")
	}
	args[0] = name
	return &speech.Command{Args: args, Voices: f.voices(languages, ""), Limit: programLimit}, nil
}

func (f speechFlags) endpoint(h *host, languages []knowledge.Lang) (speech.Speaker, error) {
	u, err := url.Parse(f.Speaker)
	if err != nil || u.Host == "" {
		return nil, hint(errors.New("-speaker is no address"), "write it as https://speech.example/v1")
	}
	return speech.NewOpenAI(speech.OpenAIOptions{
		BaseURL: strings.TrimSuffix(f.Speaker, "/"), Token: strings.TrimSpace(h.getenv(speechVariable)), Model: f.SpeakerModel,
		Voices: f.voices(languages, "alloy"), Limit: endpointLimit,
	}), nil
}

// voices gives the name of the voice for each language; usual is the one where nothing else is said, empty for the language.
func (f speechFlags) voices(languages []knowledge.Lang, usual string) map[knowledge.Lang]string {
	all := map[knowledge.Lang]string{}
	for _, lang := range languages {
		all[lang] = usual
		if usual == "" {
			all[lang] = string(lang)
		}
	}
	f.name(all)
	return all
}

func (f speechFlags) name(voices map[knowledge.Lang]string) {
	for lang, name := range f.SpeakerVoice {
		voices[knowledge.Lang(lang)] = name
	}
}

// How long an address of a prompt is good at least, and how long an answer to a gateway waits for a prompt: gateways give up
// after five seconds or more.
const (
	promptLasts    = 6 * time.Hour
	promptPatience = 1500 * time.Millisecond
)

// studio makes the sounds of prompts. dir is the data folder; empty keeps them in memory.
func (f speechFlags) studio(h *host, from origin, languages []knowledge.Lang, secret *channels.Secret, dir string, log *slog.Logger) (*speech.Studio, error) {
	voice, err := f.speaker(h, languages)
	if err != nil {
		return nil, err
	}
	recordings, err := speech.OpenRecordings(from.FS)
	if err != nil {
		return nil, err
	}
	if dir != "" {
		dir = filepath.Join(dir, "prompts")
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("keep prompts: %w", err)
		}
	}
	cache, err := speech.OpenCache(dir, f.PromptsMost<<20)
	if err != nil {
		return nil, err
	}
	return speech.NewStudio(voice, recordings, cache, speech.StudioOptions{
		Key: secret.Derive("voice/audio"), Now: h.now, Lasts: promptLasts, Patience: promptPatience, Log: log,
	}), nil
}
