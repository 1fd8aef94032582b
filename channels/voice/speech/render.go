package speech

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/knowledge"
)

// Prompt is what is spoken in one go.
type Prompt struct {
	Lang  knowledge.Lang
	Rate  int // in words a minute
	Heard []layout.Heard
}

// Usual is the rate at which people are asked to record, in words a minute.
const Usual = 140

// piece is a recording, or words for a voice.
type piece struct {
	id    ID // of a recording; empty for words to be spoken
	words string
}

// cut divides a prompt into recordings and what a voice must say between them. A value is recorded whole or not at all: one
// word of a number in another voice is worse than the number. Neighbours that a voice says, it says in one breath.
func (r *Recordings) cut(p Prompt) []piece {
	var pieces []piece
	for at := 0; at < len(p.Heard); {
		end := at + 1
		for !p.Heard[at].Fixed() && end < len(p.Heard) && !p.Heard[end].Fixed() {
			end++
		}
		run := p.Heard[at:end]
		at = end
		if r.hasAll(p.Lang, run) {
			for _, h := range run {
				pieces = append(pieces, piece{id: IDOf(p.Lang, h.Words), words: h.Words})
			}
			continue
		}
		words := layout.Spoken(run)
		if n := len(pieces); n > 0 && pieces[n-1].id == "" {
			pieces[n-1].words += " " + words
			continue
		}
		pieces = append(pieces, piece{words: words})
	}
	return pieces
}

func (r *Recordings) hasAll(lang knowledge.Lang, run []layout.Heard) bool {
	for _, h := range run {
		if !r.Has(lang, IDOf(lang, h.Words)) {
			return false
		}
	}
	return true
}

// Key names a sound by what it says and who says it: a SHA-256 in hexadecimal digits.
type Key string

// version changes when the same pieces begin to sound otherwise.
const version = "1"

// key gives the key of the pieces of a prompt.
func key(p Prompt, pieces []piece, r *Recordings, voice string) Key {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%d\x00", version, p.Lang, p.Rate)
	for _, piece := range pieces {
		if piece.id != "" {
			fmt.Fprintf(h, "recorded\x00%s\x00%s\x00%s\x00", piece.id, r.have[p.Lang][piece.id].mark, ending(piece.words))
			continue
		}
		fmt.Fprintf(h, "spoken\x00%s\x00%s\x00", voice, piece.words)
	}
	return Key(hex.EncodeToString(h.Sum(nil)))
}

// render makes the sound of the pieces of a prompt. What is spoken of them comes from say.
func render(ctx context.Context, p Prompt, pieces []piece, r *Recordings, say func(context.Context, Utterance) (Sound, error)) (Sound, error) {
	var out Sound
	for i, piece := range pieces {
		var s Sound
		var err error
		if piece.id != "" {
			s, err = r.Sound(p.Lang, piece.id)
			s = s.paced(float64(p.Rate) / Usual)
		} else {
			s, err = say(ctx, Utterance{Text: piece.words, Lang: p.Lang, Rate: p.Rate})
		}
		if err != nil {
			return nil, err
		}
		out = append(out, s...)
		if i+1 < len(pieces) {
			out = append(out, silence(pause(piece.words)*Usual/time.Duration(max(p.Rate, 1)))...)
		}
	}
	return out, nil
}

// pause gives the silence after words, by the sign at their end; the silence around the words comes on top of it.
func pause(words string) time.Duration {
	switch ending(words) {
	case ".", "!", "?", "…":
		return 350 * time.Millisecond
	case ",", ";", ":":
		return 180 * time.Millisecond
	}
	return 10 * time.Millisecond
}

// ending gives the sign at the end of words, if it is one of those that make a pause.
func ending(words string) string {
	for _, sign := range []string{".", "!", "?", "…", ",", ";", ":"} {
		if strings.HasSuffix(words, sign) {
			return sign
		}
	}
	return ""
}
