package spoken_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// TestAWholeCallIsHeard plays a call in each language: the language is chosen, a service is found by keys, its fee is heard
// twice, a pension is checked by two questions, and a person is asked for. What the caller hears is a WAV file, kept under dist/calls for ears.
func TestAWholeCallIsHeard(t *testing.T) {
	t.Parallel()
	name, err := exec.LookPath("espeak-ng")
	if err != nil {
		t.Skip("there is no espeak-ng: no call was heard (apt-get install espeak-ng)")
	}
	base := knowledgetest.Sample()
	e := edition(base)
	cache, err := speech.OpenCache("", 1<<28)
	if err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return noon }
	log := slog.New(slog.DiscardHandler)
	st := speech.NewStudio(speech.Espeak(name, base.Languages), nil, cache, speech.StudioOptions{Now: time.Now, Log: log})
	fees := map[string]string{"az": "manat", "en": "manat", "ru": "манат"}
	for i, lang := range base.Languages {
		phones := voice.NewPhones(voice.New(channels.NewDesk(e, session.NewMemory(1), clock, log), &channels.Secret{}, voice.Options{}))
		var call speech.Sound
		var heard []string
		do := func(did channels.Action) voice.Turn {
			call = call.Then(speech.Keys(did.Input), 700*time.Millisecond)
			_, turn, err := phones.Heard(context.Background(), "caller", did)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range turn.Prompts {
				s, err := st.Sound(context.Background(), speech.Prompt{Lang: p.Lang, Rate: p.Rate, Heard: p.Heard})
				if err != nil {
					t.Fatal(err)
				}
				call = call.Then(s, p.Pause)
				heard = append(heard, p.Text())
			}
			return turn
		}
		do(channels.Action{Dial: true})
		do(channels.Action{Input: fmt.Sprint(i + 1)})
		do(channels.Action{Input: feeOfTheIDCard[0]})
		for _, key := range feeOfTheIDCard[1:] {
			do(channels.Action{Input: key})
		}
		fee := heard[len(heard)-1]
		first := len(heard)
		do(channels.Action{Input: "8"})
		again := strings.Join(heard[first:], "\n")
		for _, key := range pensionCheck {
			do(channels.Action{Input: key})
		}
		verdict := heard[len(heard)-1]
		for n := len(heard) - 1; n > first && !strings.Contains(verdict, likely(base, lang)); n-- {
			verdict = heard[n]
		}
		do(channels.Action{Input: "9"})
		all := strings.Join(heard, "\n")
		if !strings.Contains(again, fees[string(lang)]) || strings.Count(all, again) != 2 {
			t.Errorf("%s: the fee is not heard twice:\n%s\nlast before: %s", lang, all, fee)
		}
		if !strings.Contains(verdict, likely(base, lang)) {
			t.Errorf("%s: the check of the pension does not come out as likely (%q):\n%s", lang, likely(base, lang), all)
		}
		checkCall(t, string(lang), call)
	}
}

// likely gives how a likely entitlement is told, after the name of the service.
func likely(b *knowledge.Base, lang knowledge.Lang) string {
	parts := b.Lang[lang].Phrase(knowledge.PhraseVerdictLikely).One.Parts
	return strings.TrimSpace(parts[len(parts)-1].Literal)
}

// feeOfTheIDCard are the keys from the start menu: services, by topic, personal documents, identity card, its fee.
var feeOfTheIDCard = []string{"1", "1", "1", "1", "2"}

// pensionCheck are the keys from an answer: start, what am I entitled to, one service, the second page, pensions, old-age
// pension, am I entitled; then 65 or older, and 25 insured years.
var pensionCheck = []string{"6", "2", "4", "#", "3", "1", "1", "2", "1"}

// checkCall looks for what a listener would mind, and keeps the call.
func checkCall(t *testing.T, lang string, call speech.Sound) {
	t.Helper()
	peak, quiet, longestQuiet := int16(0), 0, 0
	for _, v := range call {
		peak = max(peak, v, -max(v, -32767))
		if quiet++; v > 150 || v < -150 {
			quiet = 0
		}
		longestQuiet = max(longestQuiet, quiet)
	}
	if d := call.Lasts(); d < 40*time.Second || d > 7*time.Minute {
		t.Errorf("%s: the call lasts %v", lang, d)
	}
	if peak < 4000 || peak == 32767 {
		t.Errorf("%s: the loudest sample is %d", lang, peak)
	}
	if longestQuiet > 2*speech.Rate {
		t.Errorf("%s: nothing is heard for %.1f s", lang, float64(longestQuiet)/speech.Rate)
	}
	dir := filepath.Join("..", "..", "dist", "calls")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a-whole-call-"+lang+".wav"), speech.EncodeWave(call), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %.0f s, kept in dist/calls", lang, call.Lasts().Seconds())
}
