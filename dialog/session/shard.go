package session

import (
	"sync"

	"github.com/plainline/plainline/dialog"
)

// shard is a part of a Memory under a lock of its own. Its entries are in a list from the longest idle to the newest.
type shard struct {
	sync.Mutex
	entries        map[dialog.Person]*entry
	oldest, newest *entry
	room           int
	_              [16]byte // neighbours' locks stay off this one's cache line
}

type entry struct {
	person       dialog.Person
	version      Version
	expires      int64 // Unix second
	data         []byte
	older, newer *entry
}

// sweep forgets a few expired entries at the idle end. Each call adds one entry at most and may drop two, so the
// expired never pile up.
func (sh *shard) sweep(now int64) {
	for range 2 {
		if sh.oldest == nil || sh.oldest.expires > now {
			return
		}
		sh.drop(sh.oldest)
	}
}

// live gives the person's entry, nil if there is none or it has expired.
func (sh *shard) live(p dialog.Person, now int64) *entry {
	e := sh.entries[p]
	if e == nil || e.expires > now {
		return e
	}
	sh.drop(e)
	return nil
}

func (sh *shard) record(p dialog.Person, now int64) (Record, error) {
	e := sh.live(p, now)
	if e == nil {
		return Record{}, nil
	}
	s, err := Decode(e.data)
	return Record{Session: s, Version: e.version, Found: err == nil}, err
}

// put stores a copy of data and makes the entry the newest, at the cost of the longest idle one if the shard is full.
func (sh *shard) put(p dialog.Person, v Version, data []byte, expires int64) {
	e := sh.entries[p]
	if e == nil {
		if len(sh.entries) >= sh.room {
			sh.drop(sh.oldest)
		}
		e = &entry{person: p}
		sh.entries[p] = e
	} else {
		sh.unlink(e)
	}
	e.version, e.expires = v, expires
	e.data = append(e.data[:0], data...)
	sh.append(e)
}

func (sh *shard) drop(e *entry) {
	sh.unlink(e)
	delete(sh.entries, e.person)
}

func (sh *shard) append(e *entry) {
	e.older, e.newer = sh.newest, nil
	if sh.newest != nil {
		sh.newest.newer = e
	} else {
		sh.oldest = e
	}
	sh.newest = e
}

func (sh *shard) unlink(e *entry) {
	if e.older != nil {
		e.older.newer = e.newer
	} else {
		sh.oldest = e.newer
	}
	if e.newer != nil {
		e.newer.older = e.older
	} else {
		sh.newest = e.older
	}
}
