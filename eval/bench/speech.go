package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"slices"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/eval/spoken"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/sample"
)

// spokenPrompts is how many prompts are made to measure a voice.
const spokenPrompts = 150

// slowestPrompt is how long a prompt that is not kept may take, so that a caller does not wonder (VOICE-23 says 700 ms from
// the key to the sound; the rest is the way there and back).
const slowestPrompt = 300 * time.Millisecond

// printSpeech measures how long prompts take to be made, and to be fetched once they are kept on disk.
func printSpeech(ctx context.Context, w io.Writer) error {
	name, err := exec.LookPath("espeak-ng")
	if err != nil {
		fmt.Fprintln(w, "SKIPPED: prompts: espeak-ng is not installed (Debian: espeak-ng)")
		return nil
	}
	b, _ := knowledge.Load(sample.FS())
	if b == nil {
		return fmt.Errorf("load the sample base")
	}
	dir, err := os.MkdirTemp("", "plainline-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	cache, err := speech.OpenCache(dir, 1<<30)
	if err != nil {
		return err
	}
	st := speech.NewStudio(speech.Espeak(name, b.Languages), nil, cache, speech.StudioOptions{Now: time.Now, Log: slog.New(slog.DiscardHandler)})
	prompts := somePrompts(channels.NewEdition(engine.NewEdition(b, understand.NewNames(b))))
	made, lasts, err := soundAll(ctx, st, prompts)
	if err != nil {
		return err
	}
	kept, _, err := soundAll(ctx, st, prompts)
	if err != nil {
		return err
	}
	verdict := "reached"
	if at(made, 95) > slowestPrompt {
		verdict = "MISSED"
	}
	fmt.Fprintf(w, "\nPrompts spoken by espeak-ng: median %s, p95 %s (goal <= %s: %s), %.1f s of speech each; kept on disk: median %s, p95 %s; %d made, %d hits\n",
		round(at(made, 50)), round(at(made, 95)), slowestPrompt, verdict, lasts.Seconds()/float64(len(prompts)), round(at(kept, 50)), round(at(kept, 95)),
		st.Counts().Made, st.Counts().Hits)
	return nil
}

func round(d time.Duration) time.Duration { return d.Round(10 * time.Microsecond) }

func at(sorted []time.Duration, percent int) time.Duration {
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}

// somePrompts gives prompts from all over the base, each once.
func somePrompts(e *channels.Edition) []speech.Prompt {
	var all []speech.Prompt
	seen := map[string]bool{}
	for _, t := range spoken.Turns(e, time.Unix(1795250000, 0)) {
		for _, p := range t.Prompts {
			if key := string(p.Lang) + p.Text(); !seen[key] {
				seen[key] = true
				all = append(all, speech.Prompt{Lang: p.Lang, Rate: p.Rate, Heard: p.Heard})
			}
		}
	}
	step := max(1, len(all)/spokenPrompts)
	var some []speech.Prompt
	for i := 0; i < len(all); i += step {
		some = append(some, all[i])
	}
	return some
}

func soundAll(ctx context.Context, st *speech.Studio, prompts []speech.Prompt) (took []time.Duration, lasts time.Duration, err error) {
	for _, p := range prompts {
		begun := time.Now()
		s, err := st.Sound(ctx, p)
		if err != nil {
			return nil, 0, err
		}
		took = append(took, time.Since(begun))
		lasts += s.Lasts()
	}
	slices.Sort(took)
	return took, lasts, nil
}
