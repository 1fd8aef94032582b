package redis_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"testing"

	client "github.com/redis/go-redis/v9"

	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/redis"
	"github.com/plainline/plainline/dialog/session/sessiontest"
)

// dump gives everything a Redis holds.
func dump(t *testing.T, c client.UniversalClient) string {
	t.Helper()
	var all strings.Builder
	for _, key := range c.Keys(t.Context(), "*").Val() {
		fmt.Fprint(&all, key, c.Dump(t.Context(), key).Val(), c.HGetAll(t.Context(), key).Val())
	}
	if all.Len() == 0 {
		t.Fatal("Redis holds nothing")
	}
	return all.String()
}

func TestRedisHoldsNoPlaintext(t *testing.T) {
	t.Parallel()
	c := connect(t, sessiontest.StartRedis(t), 0)
	r := save(t, open(t, c, redis.Options{}), session.Version{})
	all := dump(t, c)
	var words []string
	for _, spot := range r.Session.Trail {
		words = append(words, string(spot))
	}
	for _, g := range r.Session.Given {
		words = append(words, g.Key, g.Value)
	}
	for _, word := range append(words, "id-card", r.Session.Revision, string(r.Session.Channel[:8])) {
		if strings.Contains(all, word) {
			t.Errorf("Redis holds %q in plain", word)
		}
	}
	sealed := c.HGet(t.Context(), "plainline:session:"+string(person), "b").Val()
	if n := len(sealed); n == 0 || n > 512 {
		t.Errorf("a typical session takes %d bytes sealed, want at most 512", n)
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	c := connect(t, sessiontest.StartRedis(t), 0)
	old := open(t, c, redis.Options{Key: keyOne, Copies: -1})
	r := save(t, old, session.Version{})

	wrong := keyOne
	wrong.Secret[31]++
	for name, o := range map[string]redis.Options{"other secret": {Key: wrong}, "other key": {Key: keyTwo}} {
		got, err := open(t, c, o).Load(t.Context(), person, start)
		if got.Found || got.Version != r.Version || !errors.Is(err, session.ErrCorrupt) {
			t.Errorf("%s: got %+v, %v; want not found, version %v, ErrCorrupt", name, got, err, r.Version)
		}
	}

	both := open(t, c, redis.Options{Key: keyTwo, Previous: []redis.Key{keyOne}, Copies: -1})
	got, err := both.Load(t.Context(), person, start)
	if err != nil || got.Version != r.Version {
		t.Fatalf("load by the previous key: got %+v, %v; want version %v", got, err, r.Version)
	}
	save(t, both, got.Version)
	if got, err := old.Load(t.Context(), person, start); got.Found || !errors.Is(err, session.ErrCorrupt) {
		t.Errorf("after the change the old key alone reads %+v, %v; want ErrCorrupt", got, err)
	}
}

func TestSessionOfAnother(t *testing.T) {
	t.Parallel()
	c := connect(t, sessiontest.StartRedis(t), 0)
	s := open(t, c, redis.Options{Prefix: "p:"})
	save(t, s, session.Version{})
	if err := c.Rename(t.Context(), "p:"+string(person), "p:other").Err(); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Load(t.Context(), "other", start); got.Found || !errors.Is(err, session.ErrCorrupt) {
		t.Errorf("a session moved to another person: got %+v, %v; want ErrCorrupt", got, err)
	}
}

func TestOddHashes(t *testing.T) {
	t.Parallel()
	c := connect(t, sessiontest.StartRedis(t), 0)
	s := open(t, c, redis.Options{Prefix: "p:", Copies: -1})
	for name, fields := range map[string][]any{
		"no version":     {"b", "x"},
		"short version":  {"v", "short", "b", "x", "x", "99999999999"},
		"no session":     {"v", strings.Repeat("v", 16), "x", "99999999999"},
		"odd expiry":     {"v", strings.Repeat("v", 16), "b", "", "x", "soon"},
		"something else": {"y", "z"},
	} {
		if err := c.Del(t.Context(), "p:"+string(person)).Err(); err != nil {
			t.Fatal(err)
		}
		if err := c.HSet(t.Context(), "p:"+string(person), fields...).Err(); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Load(t.Context(), person, start); got.Found || err != nil && !errors.Is(err, session.ErrCorrupt) {
			t.Errorf("%s: got %+v, %v; want not found", name, got, err)
		}
		save(t, s, session.Version{}) // and nothing is in the way of beginning anew
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]redis.Options{
		"no random bytes": {Key: keyOne},
		"no key":          {Rand: rand.Reader},
		"key twice":       {Rand: rand.Reader, Key: keyOne, Previous: []redis.Key{keyOne}},
	} {
		if _, err := redis.New(nil, o); err == nil {
			t.Errorf("%s: got a store, want an error", name)
		}
	}
	s, err := redis.New(connect(t, "127.0.0.1:1", 0), redis.Options{Key: keyOne, Rand: bytes.NewReader(make([]byte, 5))})
	if err != nil {
		t.Fatal(err)
	}
	next := sessiontest.Typical(start.Unix())
	if ok, _, err := s.Save(t.Context(), person, session.Version{}, &next, start); ok || err == nil || errors.Is(err, session.ErrUnavailable) {
		t.Errorf("save when random bytes ran out: got %v, %v; want an error that does not blame the store", ok, err)
	}
}

func TestKeyNeverPrints(t *testing.T) {
	t.Parallel()
	k := redis.Key{ID: 3, Secret: [32]byte([]byte(strings.Repeat("S", 32)))}
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		for _, v := range []any{k, &k, []redis.Key{k}, redis.Options{Key: k}} {
			if text := fmt.Sprintf(format, v); strings.Contains(text, "SSS") || strings.Contains(text, "83 83") || strings.Contains(text, "0x53, 0x53") {
				t.Errorf("%s of %T prints the secret: %s", format, v, text)
			}
		}
	}
}
