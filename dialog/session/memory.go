package session

import (
	"context"
	"hash/maphash"
	"sync/atomic"
	"time"

	"github.com/plainline/plainline/dialog"
)

// DefaultMax is how many sessions a Memory holds if its maker does not say: about 50 MB.
const DefaultMax = 100_000

// Memory is a Store in this process's memory. It forgets expired sessions bit by bit as it is used, and the longest
// idle one when it is full. The zero value is not usable; NewMemory makes one.
type Memory struct {
	seed   maphash.Seed
	epoch  atomic.Uint64 // the last one given out; versions never leave the process, so counting is enough
	shards []shard       // a power of two
}

// NewMemory makes an empty store for at most max sessions; DefaultMax if max is not positive. A person's share of the
// room is that of one of up to 64 shards, so a full store may forget a little before the count is reached.
func NewMemory(max int) *Memory {
	if max <= 0 {
		max = DefaultMax
	}
	n := 1
	for n < 64 && max/n >= 512 {
		n *= 2
	}
	m := &Memory{seed: maphash.MakeSeed(), shards: make([]shard, n)}
	for i := range m.shards {
		m.shards[i].room = max / n
		m.shards[i].entries = make(map[dialog.Person]*entry)
	}
	return m
}

// Load implements Store. It never waits for anything but a lock.
func (m *Memory) Load(_ context.Context, p dialog.Person, now time.Time) (Record, error) {
	sh := m.shard(p)
	sh.Lock()
	defer sh.Unlock()
	sh.sweep(now.Unix())
	return sh.record(p, now.Unix())
}

// Save implements Store.
func (m *Memory) Save(_ context.Context, p dialog.Person, from Version, s *dialog.Session, now time.Time) (bool, Record, error) {
	var room [MaxBytes]byte
	data, err := Append(room[:0], s)
	if err != nil {
		return false, Record{}, err
	}
	sh := m.shard(p)
	sh.Lock()
	defer sh.Unlock()
	sh.sweep(now.Unix())
	if e := sh.live(p, now.Unix()); (e == nil && from != Version{}) || (e != nil && e.version != from) {
		current, err := sh.record(p, now.Unix())
		return false, current, err
	}
	to := Version{Epoch: from.Epoch, N: from.N + 1}
	if from == (Version{}) {
		to.Epoch = m.epoch.Add(1)
	}
	sh.put(p, to, data, Expires(s))
	return true, Record{Session: *s, Version: to, Found: true}, nil
}

// Keep stores a record as it is, its version included, until the given time or its own end: this machine's copy of
// what another store holds.
func (m *Memory) Keep(p dialog.Person, r *Record, until time.Time) error {
	var room [MaxBytes]byte
	data, err := Append(room[:0], &r.Session)
	if err != nil {
		return err
	}
	sh := m.shard(p)
	sh.Lock()
	defer sh.Unlock()
	sh.put(p, r.Version, data, min(until.Unix(), Expires(&r.Session)))
	return nil
}

// Erase implements Store.
func (m *Memory) Erase(_ context.Context, p dialog.Person) error {
	sh := m.shard(p)
	sh.Lock()
	defer sh.Unlock()
	if e := sh.entries[p]; e != nil {
		sh.drop(e)
	}
	return nil
}

// Len gives the number of sessions held, expired ones that were not yet swept included.
func (m *Memory) Len() int {
	n := 0
	for i := range m.shards {
		m.shards[i].Lock()
		n += len(m.shards[i].entries)
		m.shards[i].Unlock()
	}
	return n
}

func (m *Memory) shard(p dialog.Person) *shard {
	return &m.shards[maphash.String(m.seed, string(p))&uint64(len(m.shards)-1)]
}
