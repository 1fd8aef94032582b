package session

import "github.com/plainline/plainline/dialog"

// Corrupt spoils what is stored for p.
func (m *Memory) Corrupt(p dialog.Person) {
	sh := m.shard(p)
	sh.Lock()
	defer sh.Unlock()
	sh.entries[p].data[0] = 0xff
}
