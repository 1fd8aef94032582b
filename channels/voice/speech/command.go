package speech

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/plainline/plainline/knowledge"
)

// Command is a Speaker that runs a program for each utterance: the text goes to its standard input, a WAV file comes from its
// standard output. No shell sees the text.
type Command struct {
	Args   []string                  // the program and its arguments; {voice} and {rate} are filled
	Voices map[knowledge.Lang]string // the program's name of its voice for each language
	Limit  time.Duration             // for one utterance
}

// Espeak gives espeak-ng, softer than it is by itself: at its usual loudness some sounds are cut off.
func Espeak(program string, languages []knowledge.Lang) *Command {
	voices := make(map[knowledge.Lang]string, len(languages))
	for _, lang := range languages {
		voices[lang] = string(lang)
	}
	return &Command{
		Args:   []string{program, "-v", "{voice}", "-s", "{rate}", "-a", "80", "--stdin", "--stdout"},
		Voices: voices,
		Limit:  5 * time.Second,
	}
}

// Voice implements Speaker.
func (c *Command) Voice(lang knowledge.Lang) string {
	if c.Voices[lang] == "" {
		return ""
	}
	return strings.Join(c.Args, " ") + " " + c.Voices[lang]
}

// The most that is read from a program.
const (
	mostSound = 32 << 20
	mostFault = 512
)

// Speak implements Speaker.
func (c *Command) Speak(ctx context.Context, u Utterance) (Sound, error) {
	voice := c.Voices[u.Lang]
	if voice == "" || len(c.Args) == 0 {
		return nil, fmt.Errorf("speak %s: %w", u.Lang, ErrNoVoice)
	}
	ctx, cancel := context.WithTimeout(ctx, c.Limit)
	defer cancel()
	args := make([]string, len(c.Args))
	fill := strings.NewReplacer("{voice}", voice, "{rate}", strconv.Itoa(u.Rate))
	for i, a := range c.Args {
		args[i] = fill.Replace(a)
	}
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Stdin = strings.NewReader(clean(u.Text) + "\n")
	out, fault := &limited{most: mostSound}, &limited{most: mostFault}
	cmd.Stdout, cmd.Stderr = out, fault
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("speak with %s: %w: %s", args[0], err, strings.TrimSpace(fault.String()))
	}
	wave, err := DecodeWave(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("speak with %s: its output: %w", args[0], err)
	}
	return Resample(wave.Samples, wave.Rate), nil
}

// limited is a buffer that takes so many bytes and refuses the rest.
type limited struct {
	bytes.Buffer
	most int
}

var errTooMuch = errors.New("it says too much")

// Write implements io.Writer.
func (l *limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > l.most {
		return 0, errTooMuch
	}
	return l.Buffer.Write(p)
}
