package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/eval/questions"
	"github.com/plainline/plainline/knowledge"
)

// doubtfulFile is the name of the file of doubtful questions, in the folder of the state.
const doubtfulFile = "doubtful.jsonl"

// maxKept is how many doubtful questions are kept at most; then the oldest tenth goes.
const maxKept = 10_000

// doubtfulKeeper writes doubtful questions down for eval label: masked, of no person, for 30 days, readable by this user
// only. It is there only where the operator asks for it.
type doubtfulKeeper struct {
	desk *channels.Desk
	file string
	log  *slog.Logger

	mu     sync.Mutex
	oldest time.Time
	lines  int
	failed bool // said once
}

// keepDoubtful begins to keep doubtful questions where the operator wants them.
func (c serveCommand) keepDoubtful(h *host, desk *channels.Desk, log *slog.Logger) error {
	if !c.Doubtful {
		return nil
	}
	dir, err := c.dir(h)
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err == nil {
		err = keepDoubtful(desk, dir, log)
	}
	if err != nil {
		return fmt.Errorf("keep doubtful questions: %w", err)
	}
	return nil
}

// keepDoubtful drops the questions that are too old, and keeps those to come.
func keepDoubtful(desk *channels.Desk, dir string, log *slog.Logger) error {
	k := &doubtfulKeeper{desk: desk, file: filepath.Join(dir, doubtfulFile), log: log}
	if err := k.sweep(desk.Now()); err != nil {
		return err
	}
	desk.ObserveDoubt(k.keep)
	return nil
}

// keep writes one question down. Where that cannot be, people are answered all the same.
func (k *doubtfulKeeper) keep(l knowledge.Lang, text string) {
	matcher := k.desk.Edition().Matcher
	if _, all := matcher.(understand.Doubting); all {
		return // it doubts everything until it has learned
	}
	now := k.desk.Now()
	d := questions.NewDoubtful(matcher, l, text, now)
	k.mu.Lock()
	defer k.mu.Unlock()
	err := k.add(d, now)
	if err != nil && !k.failed {
		k.log.Warn("doubtful questions cannot be kept", "err", err)
	}
	k.failed = err != nil
}

func (k *doubtfulKeeper) add(d questions.Doubtful, now time.Time) error {
	if oldest := (questions.Doubtful{At: k.oldest}); k.lines > 0 && oldest.Expired(now) || k.lines >= maxKept {
		if err := k.sweep(now); err != nil {
			return err
		}
	}
	f, err := os.OpenFile(k.file, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(questions.WriteDoubtful(f, []questions.Doubtful{d}), f.Close()); err != nil {
		return err
	}
	if k.lines++; k.lines == 1 {
		k.oldest = d.At
	}
	return nil
}

// sweep drops what is too old or too much, by writing the rest anew.
func (k *doubtfulKeeper) sweep(now time.Time) error {
	data, err := os.ReadFile(k.file)
	if errors.Is(err, fs.ErrNotExist) {
		k.lines = 0
		return nil
	} else if err != nil {
		return err
	}
	list, _, err := questions.ReadDoubtful(bytes.NewReader(data))
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(d questions.Doubtful) bool { return d.Expired(now) })
	if len(list) >= maxKept {
		list = list[len(list)-maxKept*9/10:]
	}
	if err := k.rewrite(list); err != nil {
		return err
	}
	if k.lines = len(list); k.lines > 0 {
		k.oldest = list[0].At
	}
	return nil
}

func (k *doubtfulKeeper) rewrite(list []questions.Doubtful) error {
	draft, err := os.CreateTemp(filepath.Dir(k.file), ".doubtful-") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(draft.Name())
	if err := errors.Join(questions.WriteDoubtful(draft, list), draft.Close()); err != nil {
		return err
	}
	return os.Rename(draft.Name(), k.file)
}
