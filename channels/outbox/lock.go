package outbox

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"time"

	"modernc.org/sqlite"
)

// Two programs on one file would take each other's messages for those of a program that was killed. So only the one that
// holds a lock sends. The lock is the one of an empty database beside the file: it works wherever SQLite does, and the
// system takes it back in the moment in which a program dies, however it dies.

// alone waits until no other program sends. It gives nil where the context ends before.
func (o *Outbox) alone(ctx context.Context) (io.Closer, error) {
	db, err := sql.Open("sqlite", source(o.options.File+"-lock"))
	if err != nil {
		return nil, fmt.Errorf("run outbox: %w", err)
	}
	db.SetMaxOpenConns(1)
	tick := time.NewTicker(lookAgain / 4)
	defer tick.Stop()
	for said := false; ; said = true {
		_, err := db.Exec("BEGIN EXCLUSIVE")
		if err == nil {
			return db, nil
		}
		var code *sqlite.Error
		if !errors.As(err, &code) || code.Code()&0xff != busy {
			return nil, errors.Join(fmt.Errorf("run outbox: lock: %w", err), db.Close())
		}
		if !said {
			o.options.Log.Info("another program sends the messages of this outbox")
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil, db.Close()
		}
	}
}

// busy is the result code SQLITE_BUSY.
const busy = 5
