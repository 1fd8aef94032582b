package understand

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"github.com/plainline/plainline/dialog/understand/learn"
)

// Cache keeps trained models by what they were trained from. Get gives nil where it has none; both may fail silently, a
// model is then trained again. It is used by several goroutines at once.
type Cache interface {
	Get(key string) []byte
	Put(key string, model []byte)
}

// MemoryCache keeps models for as long as the program runs: a base that is read again with the same questions learns nothing
// anew. It is safe for any number of callers.
type MemoryCache struct {
	mu     sync.Mutex
	models map[string][]byte
}

// Get implements Cache.
func (c *MemoryCache) Get(key string) []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.models[key]
}

// Put implements Cache.
func (c *MemoryCache) Put(key string, model []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.models == nil {
		c.models = map[string][]byte{}
	}
	c.models[key] = model
}

// stored gives what was learned under a key: from the cache, or learned now.
func stored[T any](c Cache, key func() string, read func([]byte) (T, error), learn func() (T, []byte)) T {
	if c == nil {
		t, _ := learn()
		return t
	}
	k := key()
	if b := c.Get(k); b != nil {
		if t, err := read(b); err == nil {
			return t
		}
	}
	t, b := learn()
	if b != nil {
		c.Put(k, b)
	}
	return t
}

// trained gives a model of examples.
func trained(what string, examples []learn.Example, c Cache) *learn.Model {
	return stored(c, func() string { return fingerprint(what, examples) }, func(b []byte) (*learn.Model, error) {
		m := &learn.Model{}
		return m, m.UnmarshalBinary(b)
	}, func() (*learn.Model, []byte) {
		m := learn.Train(examples, learn.Options{Raw: true})
		b, _ := m.MarshalBinary() // it cannot fail
		return m, b
	})
}

// fingerprint names what a model depends on: the way of learning, and its examples in their order.
func fingerprint(what string, examples []learn.Example) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d %s\n", way, what)
	for _, e := range examples {
		fmt.Fprintf(h, "%q %q\n", e.Label, e.Text)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// way is the way of learning: it changes whenever the same examples would teach something else.
const way = 8
