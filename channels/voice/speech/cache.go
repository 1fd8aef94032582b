package speech

import (
	"container/list"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Cache keeps sounds under their keys, in a folder or, where there is none, in memory. It holds at most so many bytes: those
// not asked for longest go first. It is safe for any number of callers, and a folder may be shared.
type Cache struct {
	dir   string
	most  int64
	mu    sync.Mutex
	size  int64
	kept  map[Key]*list.Element
	order *list.List // of *entry, the one asked for last in front
}

type entry struct {
	key  Key
	size int64
	data []byte // only in memory
}

// OpenCache opens the cache in a folder, which is made where it is missing; an empty name keeps sounds in memory.
func OpenCache(dir string, most int64) (*Cache, error) {
	c := &Cache{dir: dir, most: most, kept: map[Key]*list.Element{}, order: list.New()}
	if dir == "" {
		return c, nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open cache of prompts: %w", err)
	}
	found, err := c.scan()
	if err != nil {
		return nil, fmt.Errorf("open cache of prompts: %w", err)
	}
	for _, f := range found {
		c.add(&entry{key: f.key, size: f.size})
	}
	return c, nil
}

type foundFile struct {
	key  Key
	size int64
	at   time.Time
}

// scan lists the files of the folder, the oldest first. Drafts that a crash left are taken away.
func (c *Cache) scan() (found []foundFile, err error) {
	err = filepath.WalkDir(c.dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if strings.HasPrefix(e.Name(), draftPrefix) {
			return os.Remove(name)
		}
		if key, ok := strings.CutSuffix(e.Name(), ".wav"); ok && isKey(key) {
			found = append(found, foundFile{Key(key), info.Size(), info.ModTime()})
		}
		return nil
	})
	slices.SortFunc(found, func(a, b foundFile) int { return a.at.Compare(b.at) })
	return found, err
}

const draftPrefix = ".draft-"

func isKey(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}

func (c *Cache) path(k Key) string { return filepath.Join(c.dir, string(k[:2]), string(k)+".wav") }

// Get gives the sound of a key as a WAV file.
func (c *Cache) Get(k Key) (wave []byte, ok bool) {
	c.mu.Lock()
	el := c.kept[k]
	if el != nil {
		c.order.MoveToFront(el)
		wave = el.Value.(*entry).data
	}
	c.mu.Unlock()
	if c.dir == "" || !isKey(string(k)) {
		return wave, el != nil
	}
	wave, err := os.ReadFile(c.path(k))
	if err != nil {
		c.drop(k)
		return nil, false
	}
	if el == nil { // another program that shares the folder made it
		c.mu.Lock()
		c.add(&entry{key: k, size: int64(len(wave))})
		c.mu.Unlock()
	}
	return wave, true
}

// Put keeps a WAV file under a key.
func (c *Cache) Put(k Key, wave []byte) error {
	e := &entry{key: k, size: int64(len(wave))}
	if c.dir == "" {
		e.data = wave
	} else if err := c.write(k, wave); err != nil {
		return fmt.Errorf("keep prompt: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(e)
	return nil
}

// write puts a file in place whole or not at all.
func (c *Cache) write(k Key, wave []byte) error {
	name := c.path(k)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	draft, err := os.CreateTemp(filepath.Dir(name), draftPrefix)
	if err != nil {
		return err
	}
	_, err = draft.Write(wave)
	err = errors.Join(err, draft.Close())
	if err == nil {
		err = os.Rename(draft.Name(), name)
	}
	if err != nil {
		os.Remove(draft.Name())
	}
	return err
}

// add notes a sound and takes away those that are too many. The caller holds the lock.
func (c *Cache) add(e *entry) {
	if el := c.kept[e.key]; el != nil {
		c.forget(el)
	}
	c.kept[e.key] = c.order.PushFront(e)
	c.size += e.size
	for c.size > c.most && c.order.Len() > 1 {
		oldest := c.order.Back()
		c.forget(oldest)
		if c.dir != "" {
			os.Remove(c.path(oldest.Value.(*entry).key))
		}
	}
}

func (c *Cache) forget(el *list.Element) {
	e := c.order.Remove(el).(*entry)
	delete(c.kept, e.key)
	c.size -= e.size
}

func (c *Cache) drop(k Key) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if el := c.kept[k]; el != nil {
		c.forget(el)
	}
}
