package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// reloader reads the base again when it is told to.
type reloader struct {
	desk  *channels.Desk
	from  origin
	learn understand.Options
	audio *speech.Studio
	log   *slog.Logger
}

// start reloads at every SIGHUP from now on, until the context ends; wait waits for a reload under way.
func (r *reloader) start(ctx context.Context) (wait func()) {
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP) // before anybody is told that the program runs: the signal would end it
	var under sync.WaitGroup
	under.Go(func() {
		defer signal.Stop(hup)
		for {
			select {
			case <-ctx.Done():
				return
			case <-hup:
				r.reload()
			}
		}
	})
	return under.Wait
}

// reload puts a new edition in place, or keeps the old one and says why.
func (r *reloader) reload() {
	old := r.desk.Edition().Base
	edition, err := loadEdition(r.from, knowledge.DateOf(r.desk.Now()))
	if err != nil {
		r.log.Error("the base was not reloaded, the old one stays", "revision", old.Revision, "err", err)
		return
	}
	r.reloadRecordings()
	r.desk.Swap(withLearning(edition, r.learn))
	r.log.Info("the base was reloaded", "revision", edition.Base.Revision, "before", old.Revision)
}

// reloadRecordings lets callers hear what was recorded since.
func (r *reloader) reloadRecordings() {
	if r.audio == nil {
		return
	}
	recordings, err := speech.OpenRecordings(r.from.FS)
	if err != nil {
		r.log.Error("the recordings were not reloaded, the old ones stay", "err", err)
		return
	}
	r.audio.Use(recordings)
}
