package speech_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/knowledge"
)

// program writes a script that stands for a voice, and gives a Command that runs it.
func program(t *testing.T, script string) *speech.Command {
	t.Helper()
	name := filepath.Join(t.TempDir(), "voice")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	return &speech.Command{Args: []string{"/bin/sh", name, "{voice}", "{rate}"}, Voices: map[knowledge.Lang]string{"en": "anna"}, Limit: 10 * time.Second}
}

func TestCommandGetsTheTextOnItsInput(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	wave := filepath.Join(dir, "out.wav")
	if err := os.WriteFile(wave, speech.EncodeWave(make(speech.Sound, 80)), 0o600); err != nil {
		t.Fatal(err)
	}
	said := filepath.Join(dir, "said")
	c := program(t, "printf '%s|%s|' \"$1\" \"$2\" >'"+said+"'; cat >>'"+said+"'; cat '"+wave+"'")
	text := "-v; $(rm -rf /) `id` [[_^_]] <break/>\x00 'x'"
	sound, err := c.Speak(t.Context(), speech.Utterance{Text: text, Lang: "en", Rate: 120})
	if err != nil || len(sound) != 80 {
		t.Fatalf("%d samples, %v; want 80", len(sound), err)
	}
	got, _ := os.ReadFile(said)
	if want := "anna|120|-v; $(rm -rf /) `id`   _^_    break/   'x'\n"; string(got) != want {
		t.Errorf("the program got %q, want %q", got, want)
	}
}

func TestCommandThatFails(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		script, want string
	}{
		"an error":  {"echo no such voice >&2; exit 3", "no such voice"},
		"no sound":  {"echo hello", "it is no WAV file"},
		"no answer": {"exec sleep 60", "killed"},
	} {
		c := program(t, test.script)
		if name == "no answer" {
			c.Limit = 50 * time.Millisecond
		}
		_, err := c.Speak(t.Context(), speech.Utterance{Text: "hello", Lang: "en", Rate: 140})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
	if _, err := program(t, "").Speak(t.Context(), speech.Utterance{Lang: "ha"}); !errors.Is(err, speech.ErrNoVoice) {
		t.Errorf("a language without a voice: %v, want ErrNoVoice", err)
	}
	if _, err := (speech.None{}).Speak(t.Context(), speech.Utterance{Lang: "en"}); !errors.Is(err, speech.ErrNoVoice) {
		t.Errorf("nobody speaks: %v, want ErrNoVoice", err)
	}
}

func TestOpenAI(t *testing.T) {
	t.Parallel()
	raw := strings.Repeat("\x10\x00", 2400)
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/audio/speech", func(w http.ResponseWriter, r *http.Request) {
		var got struct {
			Model, Input, Voice string
			Format              string `json:"response_format"`
			Speed               float64
		}
		json.NewDecoder(r.Body).Decode(&got)
		switch got.Voice {
		case "wave":
			if got.Model != "m" || got.Input != "Two forms." || got.Format != "wav" || got.Speed < 0.84 || got.Speed > 0.86 || r.Header.Get("Authorization") != "Bearer key" {
				t.Errorf("asked for %+v", got)
			}
			w.Write(speech.EncodeWave(make(speech.Sound, 160)))
		case "raw":
			w.Header().Set("Content-Type", "audio/pcm")
			w.Write([]byte(raw))
		case "text":
			w.Write([]byte("<html>busy</html>"))
		default:
			http.Error(w, `{"error": {"message": "no voice for: `+got.Input+`"}}`, http.StatusBadRequest)
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	s := speech.NewOpenAI(speech.OpenAIOptions{
		BaseURL: server.URL + "/v1", Token: "key", Model: "m", Client: server.Client(), Limit: 10 * time.Second,
		Voices: map[knowledge.Lang]string{"en": "wave", "az": "raw", "ru": "text", "tr": "other"},
	})
	for lang, want := range map[knowledge.Lang]int{"en": 160, "az": 800} {
		sound, err := s.Speak(t.Context(), speech.Utterance{Text: "Two forms.", Lang: lang, Rate: 140})
		if err != nil || len(sound) != want {
			t.Errorf("%s: %d samples, %v; want %d", lang, len(sound), err, want)
		}
	}
	for lang, want := range map[knowledge.Lang]string{"ru": "it is no WAV file", "tr": "the endpoint answers 400", "ka": "there is no voice"} {
		_, err := s.Speak(t.Context(), speech.Utterance{Text: "Two forms.", Lang: lang, Rate: 140})
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "Two forms") {
			t.Errorf("%s: %v; want %q without the text", lang, err, want)
		}
	}
}

// espeak gives espeak-ng, or leaves the test out.
func espeak(t testing.TB) *speech.Command {
	t.Helper()
	name, err := exec.LookPath("espeak-ng")
	if err != nil {
		t.Skip("there is no espeak-ng: nothing was spoken (apt-get install espeak-ng)")
	}
	return speech.Espeak(name, []knowledge.Lang{"az", "en", "ru"})
}

func TestEspeak(t *testing.T) {
	t.Parallel()
	voice := espeak(t)
	var lasts []time.Duration
	for _, rate := range []int{100, 140, 170} {
		s, err := voice.Speak(t.Context(), speech.Utterance{Text: "Bring your identity card and two photographs.", Lang: "en", Rate: rate})
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range s {
			if v > 32700 || v < -32700 {
				t.Fatalf("at %d words a minute sample %d is cut off: %d", rate, i, v)
			}
		}
		lasts = append(lasts, s.Lasts())
	}
	if !(lasts[0] > lasts[1] && lasts[1] > lasts[2]) || lasts[1] < 2*time.Second || lasts[1] > 5*time.Second {
		t.Errorf("at 100, 140 and 170 words a minute it lasts %v", lasts)
	}
}
