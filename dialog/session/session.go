// Package session keeps talks between turns.
//
// Most callers want a Store: Load before the turn, Save after it with the version that was loaded. If another turn of
// the same person was saved in between, Save stores nothing and hands back what is there now; the turn is then played
// again on that. So of two turns at once exactly one wins, whichever machine each of them ran on.
//
// Memory is the store of a single machine; the package redis below this one serves several. Both keep sessions encoded
// (see Append and Decode), so a talk passes through the codec on every turn. Neither reads a clock: a session is
// expired by the time given, and an expired session is not found.
package session

import (
	"context"
	"errors"
	"math"
	"time"

	"github.com/plainline/plainline/dialog"
)

// Store keeps the session of each person. It is safe for use by several goroutines.
//
// An error that wraps ErrCorrupt comes with a usable Record: not found, with the version of what cannot be read. The
// caller reports the error, begins anew and saves from that version.
type Store interface {
	// Load gives the person's session; a record that is not Found if there is none or it has expired.
	Load(ctx context.Context, p dialog.Person, now time.Time) (Record, error)

	// Save stores s if the version stored still is from; the zero version means that none is stored. If it is, ok is true
	// and current is s with its new version. If not, ok is false, nothing was stored, and current is what is stored now.
	Save(ctx context.Context, p dialog.Person, from Version, s *dialog.Session, now time.Time) (ok bool, current Record, err error)

	// Erase forgets the person. That there was nothing to forget is no error.
	Erase(ctx context.Context, p dialog.Person) error
}

// Record is a session as it was found in a store.
type Record struct {
	Session dialog.Session
	Version Version
	Found   bool
	Cached  bool // this machine's copy, which another machine may have left behind: Save will tell
}

// Version says which state of a session was read. The epoch is drawn when a record is made, the number counts its
// saves, so a record that was lost and made anew never matches an old version.
type Version struct {
	Epoch uint64
	N     uint64
}

// Errors by which a caller decides.
var (
	// ErrTooLarge says that a session breaks the limits of the codec; what was stored before is untouched.
	ErrTooLarge = errors.New("session too large")

	// ErrCorrupt says that what is stored cannot be read.
	ErrCorrupt = errors.New("session cannot be read")

	// ErrUnavailable says that the store did not answer in time; whether a Save took effect is not known.
	ErrUnavailable = errors.New("session store unavailable")
)

// How long a session lives.
const (
	Idle = 30 * time.Minute // after its last turn
	Hard = 24 * time.Hour   // after its first turn, however lively the talk
)

// Expires gives the Unix second from which s is expired.
func Expires(s *dialog.Session) int64 {
	return min(later(s.Last, Idle), later(s.Started, Hard))
}

// later adds without wrapping round, since the times of a stored session may be anything.
func later(unix int64, d time.Duration) int64 {
	seconds := int64(d / time.Second)
	if unix > math.MaxInt64-seconds {
		return math.MaxInt64
	}
	return unix + seconds
}
