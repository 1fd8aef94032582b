package soak_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog/session/redis"
	"github.com/plainline/plainline/dialog/session/sessiontest"
)

// No telephone number, nor its last seven digits, is in the log, in Redis, or in a file that Redis saved; not even when
// Redis dies and every error is logged.
func TestNumbersAreNowhere(t *testing.T) {
	t.Parallel()
	server := sessiontest.NewRedis(t)
	var log diary
	h := newHouse(redisStore(t, server.Addr, 0), log.logger())
	numbers := canaries(1000)
	for i, number := range numbers {
		p := &phone{house: h, number: "+" + number, session: fmt.Sprint("talk-", i)}
		p.dial()
		for _, key := range route(h.edition.Base, i)[:4] {
			p.press(key)
		}
		p.press(number) // typed by the person
	}
	kept := everythingIn(t, server.Addr)
	server.Kill()
	for i, number := range numbers[:20] {
		(&phone{house: h, number: number, session: fmt.Sprint("late-", i)}).dial()
	}
	if !strings.Contains(log.String(), "away") {
		t.Error("the log does not say that the store is away, so it was not searched for what it says then")
	}
	if len(kept) < 100*len(numbers) {
		t.Fatalf("only %d bytes were found in Redis for %d people: it was not searched", len(kept), len(numbers))
	}
	said := log.String() + clientLog.String()
	for _, number := range numbers {
		for _, part := range []string{number, number[len(number)-7:]} {
			if bytes.Contains(kept, []byte(part)) {
				t.Errorf("Redis holds %s of %s", part, number)
			}
			if strings.Contains(said, part) {
				t.Errorf("the log holds %s of %s", part, number)
			}
		}
	}
}

// canaries gives numbers whose last digits do not occur by chance.
func canaries(n int) []string {
	r := rand.New(rand.NewPCG(20261121, 1))
	numbers := make([]string, n)
	for i := range numbers {
		numbers[i] = fmt.Sprintf("99455%07d", 1234567+r.IntN(8000000))
	}
	return numbers
}

// everythingIn gives all that a Redis holds: the names and dumps of all keys, the fields of hashes, and the files it saved.
func everythingIn(t *testing.T, addr string) []byte {
	t.Helper()
	client, err := redis.Connect("redis://"+addr, redis.DefaultTimeout)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	ctx := t.Context()
	var all bytes.Buffer
	keys, err := client.Keys(ctx, "*").Result()
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range keys {
		fields, err := client.HGetAll(ctx, key).Result()
		if err != nil {
			t.Fatal(err)
		}
		dump, err := client.Dump(ctx, key).Result()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&all, key, fields, dump)
	}
	if err := client.Save(ctx).Err(); err != nil {
		t.Fatal(err)
	}
	dir, err := client.ConfigGet(ctx, "dir").Result()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir["dir"], "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("Redis saved no file in %q: %v", dir["dir"], err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	return all.Bytes()
}
