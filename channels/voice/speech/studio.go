package speech

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/knowledge"
)

// Studio makes and keeps the sounds of prompts, and gives gateways addresses of them. It is safe for any number of callers.
type Studio struct {
	speaker    Speaker
	recordings atomic.Pointer[Recordings]
	cache      *Cache
	o          StudioOptions
	mu         sync.Mutex
	flights    map[Key]*flight
	busy       sync.WaitGroup
	counts     counts
}

// StudioOptions are what the program gives a Studio.
type StudioOptions struct {
	Key      []byte // signs addresses; the same on every machine
	Public   string // put before addresses: https://your.host; may be empty
	Now      func() time.Time
	Lasts    time.Duration // how long an address is good, at least
	Patience time.Duration // how long an answer to a gateway waits for a prompt that is not ready
	Log      *slog.Logger
}

// flight is a sound being made; whoever wants the same waits for it.
type flight struct {
	done  chan struct{}
	sound Sound
	err   error
}

// Counts says how much a Studio has done.
type Counts struct {
	Hits   int64 // prompts that were there
	Made   int64 // prompts made
	Failed int64
	Took   time.Duration // to make them, in all
}

type counts struct{ hits, made, failed, took atomic.Int64 }

// NewStudio makes a Studio.
func NewStudio(s Speaker, r *Recordings, c *Cache, o StudioOptions) *Studio {
	st := &Studio{speaker: s, cache: c, o: o, flights: map[Key]*flight{}}
	st.Use(r)
	return st
}

// Use takes the recordings of a newer edition of the base.
func (st *Studio) Use(r *Recordings) {
	if r == nil {
		r = &Recordings{}
	}
	st.recordings.Store(r)
}

// Counts gives what was done so far.
func (st *Studio) Counts() Counts {
	c := &st.counts
	return Counts{Hits: c.hits.Load(), Made: c.made.Load(), Failed: c.failed.Load(), Took: time.Duration(c.took.Load())}
}

// Wait waits until nothing is being made.
func (st *Studio) Wait() { st.busy.Wait() }

// longestRender is how long a prompt may be in the making; each voice has a shorter limit of its own.
const longestRender = time.Minute

// Sound gives the sound of a prompt, made now where it is not kept.
func (st *Studio) Sound(ctx context.Context, p Prompt) (Sound, error) {
	f, _ := st.begin(p)
	select {
	case <-f.done:
		return f.sound, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Address implements the Audio of package voice: the address of a prompt's sound. Not ok where nobody can say it; a prompt
// that takes longer than the operator's patience is promised, and its address waits for it.
func (st *Studio) Address(lang knowledge.Lang, rate, louder int, heard []layout.Heard) (url string, ok bool) {
	f, k := st.begin(Prompt{Lang: lang, Rate: rate, Heard: heard})
	patience := time.NewTimer(st.o.Patience)
	defer patience.Stop()
	select {
	case <-f.done:
		if f.err != nil || len(f.sound) == 0 {
			return "", false
		}
	case <-patience.C:
	}
	return st.sign(k, louder), true
}

// begin gives the flight of a prompt: landed where the sound is kept, in the air where somebody makes it, or a new one.
func (st *Studio) begin(p Prompt) (*flight, Key) {
	r := st.recordings.Load()
	pieces := r.cut(p)
	k := key(p, pieces, r, st.speaker.Voice(p.Lang))
	st.mu.Lock()
	defer st.mu.Unlock()
	if f := st.flights[k]; f != nil {
		return f, k
	}
	f := &flight{done: make(chan struct{})}
	if s, ok := st.kept(k); ok {
		st.counts.hits.Add(1)
		f.sound = s
		close(f.done)
		return f, k
	}
	st.flights[k] = f
	st.busy.Add(1)
	go st.make(f, k, p, pieces, r)
	return f, k
}

func (st *Studio) kept(k Key) (Sound, bool) {
	data, ok := st.cache.Get(k)
	if !ok {
		return nil, false
	}
	wave, err := DecodeWave(data)
	if err != nil || wave.Cut || wave.Rate != Rate {
		return nil, false // a disk that was full once; it is made again
	}
	return wave.Samples, true
}

// make makes a sound and keeps it.
func (st *Studio) make(f *flight, k Key, p Prompt, pieces []piece, r *Recordings) {
	defer st.busy.Done()
	ctx, cancel := context.WithTimeout(context.Background(), longestRender)
	defer cancel()
	begun := st.o.Now()
	f.sound, f.err = render(ctx, p, pieces, r, st.say)
	if f.err != nil {
		st.counts.failed.Add(1)
		st.o.Log.Warn("make prompt", "language", p.Lang, "error", f.err)
	} else {
		st.counts.made.Add(1)
		st.counts.took.Add(int64(st.o.Now().Sub(begun)))
		if err := st.cache.Put(k, EncodeWave(f.sound)); err != nil {
			st.o.Log.Warn("keep prompt", "error", err)
		}
	}
	st.mu.Lock()
	delete(st.flights, k)
	st.mu.Unlock()
	close(f.done)
}

// say lets the voice speak, at the level of everything else.
func (st *Studio) say(ctx context.Context, u Utterance) (Sound, error) {
	s, err := st.speaker.Speak(ctx, u)
	return s.trim().levelled(), err
}
