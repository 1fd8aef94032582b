// Package redis keeps sessions in Redis, for services that run on several machines.
//
// Connect makes a client from an address and New makes a session.Store of it. Each person has one hash of three
// fields, under the prefix and the person's keyed hash: the version, the sealed session, and the second it expires.
// Sessions are sealed by AES-256-GCM before they leave this machine (see Key).
//
// A turn takes at most two trips: one to load, one to save by a script that compares and sets. Where this machine
// still has its own copy of the session, the load takes none; if the copy was out of date, the save answers with what
// is stored. Only the first save after a Redis was started takes one more, to bring the script there.
//
// When Redis is gone or silent every call ends within its deadline with session.ErrUnavailable, and the next call
// tries again. The package never falls back to sessions of this machine alone: two machines would then disagree.
package redis

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
)

// Options say how a Store works. Key and Rand must be given; the others have defaults for their zero values.
type Options struct {
	Key      Key
	Previous []Key         // keys of which stored sessions may still be read, for at least session.Hard after a change
	Rand     io.Reader     // a secure source of random bytes, usable by several goroutines
	Prefix   string        // of every name in Redis; "plainline:session:"
	Timeout  time.Duration // of every call; DefaultTimeout
	Copies   int           // how many sessions to hold on this machine as well; 10 000, none if negative
}

// DefaultTimeout is how long a call may take if the caller does not say.
const DefaultTimeout = time.Second

// maxAge is how long this machine trusts its copy of a session.
const maxAge = time.Minute

// Store is a session.Store in Redis.
type Store struct {
	client  redis.UniversalClient
	seal    *sealer
	rand    io.Reader
	prefix  string
	wait    time.Duration
	flights flights
	copies  *session.Memory // nil for none
}

// New makes a store. It does not call Redis. The client stays the caller's to close.
func New(client redis.UniversalClient, o Options) (*Store, error) {
	seal, err := newSealer(o.Rand, o.Key, o.Previous)
	if err != nil {
		return nil, fmt.Errorf("make session store: %w", err)
	}
	s := &Store{client: client, seal: seal, rand: o.Rand, prefix: o.Prefix, wait: o.Timeout}
	if s.prefix == "" {
		s.prefix = "plainline:session:"
	}
	if s.wait <= 0 {
		s.wait = DefaultTimeout
	}
	s.flights.client, s.flights.wait = client, s.wait
	if o.Copies == 0 {
		o.Copies = 10_000
	}
	if o.Copies > 0 {
		s.copies = session.NewMemory(o.Copies)
	}
	return s, nil
}

// Load implements session.Store. It answers from this machine's copy, which it says by Cached, or in one trip.
func (s *Store) Load(ctx context.Context, p dialog.Person, now time.Time) (session.Record, error) {
	if r, ok := s.copied(ctx, p, now); ok {
		return r, nil
	}
	cmd := redis.NewSliceCmd(ctx, "hmget", s.key(p), "v", "b")
	s.flights.do(ctx, cmd)
	stored, err := cmd.Result()
	if err != nil {
		return session.Record{}, unavailable(ctx, "load", p, err)
	}
	return s.read(ctx, p, stored, now)
}

// Save implements session.Store, in one trip.
func (s *Store) Save(ctx context.Context, p dialog.Person, from session.Version, next *dialog.Session, now time.Time) (bool, session.Record, error) {
	sealed, err := s.seal.seal(p, next)
	if err != nil {
		return false, session.Record{}, fmt.Errorf("save session of %s: %w", p, err)
	}
	to, err := s.following(from)
	if err != nil {
		return false, session.Record{}, fmt.Errorf("save session of %s: %w", p, err)
	}
	answer, err := s.compareAndSet(ctx, s.key(p), pack(from), pack(to), sealed, now.Unix(), session.Expires(next))
	if err != nil {
		s.forget(ctx, p) // whether it was saved is not known
		return false, session.Record{}, unavailable(ctx, "save", p, err)
	}
	if stored, conflict := answer.([]any); conflict {
		current, err := s.read(ctx, p, stored, now)
		return false, current, err
	}
	saved := session.Record{Session: *next, Version: to, Found: true}
	s.keep(ctx, p, &saved, now)
	return true, saved, nil
}

// Erase implements session.Store. Other machines may answer a Load from their copies for up to a minute more; none can
// save what it read there.
func (s *Store) Erase(ctx context.Context, p dialog.Person) error {
	s.forget(ctx, p)
	call, cancel := context.WithTimeout(ctx, s.wait)
	defer cancel()
	if err := s.client.Del(call, s.key(p)).Err(); err != nil {
		return unavailable(ctx, "erase", p, err)
	}
	return nil
}

// read makes a record of the fields v and b as Redis gave them, and keeps a copy of what it finds.
func (s *Store) read(ctx context.Context, p dialog.Person, stored []any, now time.Time) (session.Record, error) {
	version, sealed, ok := fields(stored)
	if !ok {
		s.forget(ctx, p)
		return session.Record{}, nil
	}
	found, err := s.seal.open(p, sealed)
	if err != nil {
		s.forget(ctx, p)
		return session.Record{Version: version}, fmt.Errorf("read session of %s: %w", p, err)
	}
	if session.Expires(&found) <= now.Unix() {
		s.forget(ctx, p)
		return session.Record{}, nil
	}
	r := session.Record{Session: found, Version: version, Found: true}
	s.keep(ctx, p, &r, now)
	return r, nil
}

func (s *Store) key(p dialog.Person) string { return s.prefix + string(p) }

// unavailable says what a failed call means for the caller: only its own cancellation is not the store's doing.
func unavailable(ctx context.Context, doing string, p dialog.Person, err error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return fmt.Errorf("%s session of %s: %w", doing, p, ctx.Err())
	}
	return fmt.Errorf("%s session of %s: %w: %w", doing, p, session.ErrUnavailable, err)
}

// copied gives this machine's copy, if there is one.
func (s *Store) copied(ctx context.Context, p dialog.Person, now time.Time) (session.Record, bool) {
	if s.copies == nil {
		return session.Record{}, false
	}
	r, err := s.copies.Load(ctx, p, now)
	r.Cached = true
	return r, r.Found && err == nil
}

func (s *Store) keep(ctx context.Context, p dialog.Person, r *session.Record, now time.Time) {
	if s.copies != nil && s.copies.Keep(p, r, now.Add(maxAge)) != nil {
		s.forget(ctx, p)
	}
}

func (s *Store) forget(ctx context.Context, p dialog.Person) {
	if s.copies != nil {
		_ = s.copies.Erase(ctx, p) // a Memory never fails to
	}
}
