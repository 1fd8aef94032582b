package understand

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
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

// trained gives a model of examples: from the cache, or trained now.
func trained(what string, examples []learn.Example, lang knowledge.Lang, o Options) *learn.Model {
	key := ""
	if o.Cache != nil {
		key = fingerprint(what, examples)
		m := &learn.Model{}
		if b := o.Cache.Get(key); b != nil && m.UnmarshalBinary(b) == nil {
			return m
		}
	}
	lo := learn.Options{}
	if o.Progress != nil {
		lo.Progress = func(done, total int) { o.Progress(lang, done, total) }
	}
	m := learn.Train(examples, lo)
	if o.Cache != nil {
		if b, err := m.MarshalBinary(); err == nil {
			o.Cache.Put(key, b)
		}
	}
	return m
}

// fingerprint names what a model depends on: its examples in their order, and the way of learning.
func fingerprint(what string, examples []learn.Example) string {
	h := sha256.New()
	fmt.Fprintf(h, "1 %s\n", what)
	for _, e := range examples {
		fmt.Fprintf(h, "%q %q\n", e.Label, e.Text)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
