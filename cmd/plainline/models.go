package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"sync"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// learnedEdition gives the edition that people meet once the program has learned how they ask.
func learnedEdition(h *host, from origin, data dataFlag, limits understand.Limits) (*channels.Edition, error) {
	edition, err := loadEdition(from, h.today())
	if err != nil {
		return nil, err
	}
	how, err := learning(h, data, limits)
	if err != nil {
		return nil, err
	}
	return withLearning(edition, how), nil
}

// learning says how to learn: where models are kept, and that whoever waits is told how far it is.
func learning(h *host, data dataFlag, limits understand.Limits) (understand.Options, error) {
	models, err := data.models(h)
	return understand.Options{Limits: limits, Cache: models, Progress: progressLine(h.stderr)}, err
}

// withLearning gives the edition a matcher that has learned from the base's questions. Learning takes most of a minute the first
// time and is taken from the models kept under the data folder after that.
func withLearning(e *channels.Edition, o understand.Options) *channels.Edition {
	o.Judge = understand.NewLanguages(e.Base, newDetector(e.Base), o.Cache)
	return channels.NewEdition(engine.NewEdition(e.Base, understand.Learn(e.Base, o)))
}

// modelFolder keeps trained models as files. What cannot be kept is trained again, so no error stops anything.
type modelFolder string

// keptModels is how many models stay: a few editions of a base in a few languages.
const keptModels = 40

// newModelFolder gives the folder of models in a folder of data; nil, which keeps nothing, where it cannot be made.
func newModelFolder(data string) understand.Cache {
	dir := filepath.Join(data, "models")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil
	}
	return modelFolder(dir)
}

// models gives where trained models are kept: $PLAINLINE_MODELS, else in the data folder; nowhere, where a secret was given
// because there is no such folder.
func (f dataFlag) models(h *host) (understand.Cache, error) {
	if dir := h.getenv("PLAINLINE_MODELS"); dir != "" {
		return newModelFolder(dir), nil
	}
	if f.SecretFile != "" {
		return nil, nil
	}
	dir, err := f.dir(h)
	if err != nil {
		return nil, err
	}
	return newModelFolder(dir), nil
}

// Get implements understand.Cache.
func (f modelFolder) Get(key string) []byte {
	path := filepath.Join(string(f), key)
	b, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	now := time.Now()
	os.Chtimes(path, now, now) // used lately: not to be cleared away
	return b
}

// Put implements understand.Cache.
func (f modelFolder) Put(key string, model []byte) {
	t, err := os.CreateTemp(string(f), "new-*")
	if err != nil {
		return
	}
	_, err = t.Write(model)
	if cerr := t.Close(); err != nil || cerr != nil || os.Rename(t.Name(), filepath.Join(string(f), key)) != nil {
		os.Remove(t.Name())
		return
	}
	f.clear()
}

// clear removes the models that were not used for the longest time.
func (f modelFolder) clear() {
	entries, err := os.ReadDir(string(f))
	if err != nil || len(entries) <= keptModels {
		return
	}
	used := func(i int) time.Time {
		info, err := entries[i].Info()
		if err != nil {
			return time.Time{}
		}
		return info.ModTime()
	}
	sort.Slice(entries, func(i, j int) bool { return used(i).After(used(j)) })
	for _, e := range entries[keptModels:] {
		os.Remove(filepath.Join(string(f), e.Name()))
	}
}

// progressLine tells on a stream how far learning is, a line for each tenth, because it may take a while.
func progressLine(w io.Writer) func(knowledge.Lang, int, int) {
	var mu sync.Mutex
	told := map[knowledge.Lang]int{}
	return func(lang knowledge.Lang, done, total int) {
		mu.Lock()
		defer mu.Unlock()
		if tenth := done * 4 / max(total, 1); tenth > told[lang] {
			told[lang] = tenth
			fmt.Fprintf(w, "learning how people ask (%s): %d %%\n", lang, tenth*25)
		}
	}
}

// learner learns behind the program's back and puts the better edition in place when it is done.
type learner struct {
	desk  *channels.Desk
	how   understand.Options
	ready chan struct{}
}

// run learns from the edition that stands now; until it is done the names alone are understood, and every answer they lead
// to is asked about first.
func (l *learner) run(ctx context.Context) {
	e := withLearning(l.desk.Edition(), l.how)
	if ctx.Err() == nil && l.desk.Edition().Base == e.Base {
		l.desk.Swap(e)
	}
	close(l.ready)
}
