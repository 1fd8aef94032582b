package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/knowledge"
)

// reloader reads the base again when it is told to.
type reloader struct {
	desk *channels.Desk
	from origin
	log  *slog.Logger
}

// run reloads at every SIGHUP until the context ends.
func (r *reloader) run(ctx context.Context) {
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	defer signal.Stop(hup)
	for {
		select {
		case <-ctx.Done():
			return
		case <-hup:
			r.reload()
		}
	}
}

// reload puts a new edition in place, or keeps the old one and says why.
func (r *reloader) reload() {
	old := r.desk.Edition().Base
	edition, err := loadEdition(r.from, knowledge.DateOf(r.desk.Now()))
	if err != nil {
		r.log.Error("the base was not reloaded, the old one stays", "revision", old.Revision, "err", err)
		return
	}
	r.desk.Swap(edition)
	r.log.Info("the base was reloaded", "revision", edition.Base.Revision, "before", old.Revision)
}
