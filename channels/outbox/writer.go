package outbox

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
)

// A commit waits for the disk, and that is most of what a message costs. So all changes go through one writer, which puts
// those that come while it waits into one transaction.

// mostTogether is how many changes one transaction takes.
const mostTogether = 512

// errClosed says that the outbox has ended.
var errClosed = errors.New("the outbox is closed")

// refuse is an error of one change that has changed nothing: the others of its transaction go on.
type refuse struct{ error }

// Unwrap gives the reason.
func (r refuse) Unwrap() error { return r.error }

// change is something to be done in a transaction.
type change struct {
	do   func(*tx) error
	err  error
	done chan error
}

// writer owns the one connection that writes.
type writer struct {
	tx      tx
	changes chan *change
	shut    sync.RWMutex // held for writing to close changes
	closed  bool
	ended   chan struct{}
}

// newWriter begins to write. It gets a database with a single connection for itself.
func newWriter(db *sql.DB) (*writer, error) {
	db.SetMaxOpenConns(1)
	if err := prepare(db); err != nil {
		return nil, err
	}
	w := &writer{tx: tx{db: db, ready: map[string]*sql.Stmt{}}, changes: make(chan *change, mostTogether), ended: make(chan struct{})}
	go func() {
		defer close(w.ended)
		w.run()
	}()
	return w, nil
}

// do makes a change and returns when it is on the disk. Where the context ends before, the change may be made or not.
func (w *writer) do(ctx context.Context, f func(*tx) error) error {
	c := &change{do: f, done: make(chan error, 1)}
	if err := w.put(ctx, c); err != nil {
		return err
	}
	select {
	case err := <-c.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *writer) put(ctx context.Context, c *change) error {
	w.shut.RLock()
	defer w.shut.RUnlock()
	if w.closed {
		return errClosed
	}
	select {
	case w.changes <- c:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// close waits until what was asked before is done.
func (w *writer) close() error {
	w.shut.Lock()
	if !w.closed {
		w.closed = true
		close(w.changes)
	}
	w.shut.Unlock()
	<-w.ended
	return w.tx.db.Close()
}

func (w *writer) run() {
	batch := make([]*change, 0, mostTogether)
	for c := range w.changes {
		batch = append(batch[:0], c)
		for more := true; more && len(batch) < mostTogether; {
			select {
			case c, ok := <-w.changes:
				if more = ok; ok {
					batch = append(batch, c)
				}
			default:
				more = false
			}
		}
		err := w.commit(batch)
		for _, c := range batch {
			c.done <- errors.Join(err, c.err)
		}
	}
}

// commit makes changes in one transaction: all of them, or none.
func (w *writer) commit(batch []*change) (err error) {
	if err := w.tx.exec("BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, w.tx.exec("ROLLBACK"))
		}
	}()
	for _, c := range batch {
		err := c.do(&w.tx)
		var no refuse
		switch {
		case errors.As(err, &no):
			c.err = no.error
		case err != nil:
			return fmt.Errorf("write: %w", err)
		}
	}
	if err := w.tx.exec("COMMIT"); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// tx is what a change works with: the writer's connection, with statements that are read once.
type tx struct {
	db    *sql.DB
	ready map[string]*sql.Stmt
}

func (t *tx) statement(query string) (*sql.Stmt, error) {
	if s := t.ready[query]; s != nil {
		return s, nil
	}
	s, err := t.db.Prepare(query)
	if err == nil {
		t.ready[query] = s
	}
	return s, err
}

func (t *tx) exec(query string, args ...any) error {
	_, err := t.count(query, args...)
	return err
}

// count says how many rows a statement changed.
func (t *tx) count(query string, args ...any) (int64, error) {
	s, err := t.statement(query)
	if err != nil {
		return 0, err
	}
	r, err := s.Exec(args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// query must be read to its end and closed before the next statement.
func (t *tx) query(query string, args ...any) (*sql.Rows, error) {
	s, err := t.statement(query)
	if err != nil {
		return nil, err
	}
	return s.Query(args...)
}

// any says whether a query gives a row.
func (t *tx) any(query string, args ...any) (bool, error) {
	rows, err := t.query(query, args...)
	if err != nil {
		return false, err
	}
	found := rows.Next()
	return found, errors.Join(rows.Err(), rows.Close())
}
