package redis_test

import (
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	client "github.com/redis/go-redis/v9"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/redis"
	"github.com/plainline/plainline/dialog/session/sessiontest"
)

// BenchmarkTurn compares a turn's load and save with the least a handler could do against the same Redis: GET, then
// SET with an expiry, without a version and unsealed. It reports the CPU that this process and Redis each spend.
func BenchmarkTurn(b *testing.B) {
	c := connect(b, sessiontest.StartRedis(b), 5*time.Second)
	warm := open(b, c, redis.Options{Prefix: "warm:"})
	cold := open(b, c, redis.Options{Prefix: "cold:", Copies: -1})
	for _, bench := range []struct {
		name string
		turn func(dialog.Person) error
	}{
		{"copy", func(p dialog.Person) error { return turn(b, warm, p) }},
		{"no-copy", func(p dialog.Person) error { return turn(b, cold, p) }},
		{"get-set", func(p dialog.Person) error { return getSet(b, c, "least:"+string(p)) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			measure(b, c, bench.turn)
		})
	}
}

// measure plays turns of 500 persons, four at once.
func measure(b *testing.B, c client.UniversalClient, turn func(dialog.Person) error) {
	var worker atomic.Int64
	play := func(pb *testing.PB) {
		w := worker.Add(1)
		for i := 0; pb.Next(); i++ {
			if err := turn(dialog.Person(fmt.Sprintf("%030d%02d", i%125, w))); err != nil {
				b.Error(err)
				return
			}
		}
	}
	b.SetParallelism(2)
	b.ReportAllocs()
	ours, theirs := cpu(b), redisCPU(b, c)
	b.ResetTimer()
	b.RunParallel(play)
	b.StopTimer()
	b.ReportMetric(float64(cpu(b)-ours)/float64(b.N), "cpu-ns/op")
	b.ReportMetric(float64(redisCPU(b, c)-theirs)/float64(b.N), "redis-cpu-ns/op")
}

func turn(b *testing.B, s *redis.Store, p dialog.Person) error {
	r, err := s.Load(b.Context(), p, start)
	for ok := false; !ok; {
		if err != nil {
			return err
		}
		next := r.Session
		if !r.Found {
			next = sessiontest.Typical(start.Unix())
		}
		next.Turn++
		ok, r, err = s.Save(b.Context(), p, r.Version, &next, start)
	}
	return nil
}

func getSet(b *testing.B, c client.UniversalClient, key string) error {
	s := sessiontest.Typical(start.Unix())
	stored, err := c.Get(b.Context(), key).Bytes()
	if err == nil {
		s, err = session.Decode(stored)
	}
	if err != nil && err != client.Nil {
		return err
	}
	s.Turn++
	data, err := session.Append(nil, &s)
	if err != nil {
		return err
	}
	return c.Set(b.Context(), key, data, session.Idle).Err()
}

// cpu gives what this process has used.
func cpu(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// redisCPU gives what the main thread of Redis has used.
func redisCPU(b *testing.B, c client.UniversalClient) time.Duration {
	info, err := c.Info(b.Context(), "cpu").Result()
	if err != nil {
		b.Fatal(err)
	}
	var sum float64
	for line := range strings.Lines(info) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		if name == "used_cpu_sys" || name == "used_cpu_user" {
			seconds, err := strconv.ParseFloat(value, 64)
			if err != nil {
				b.Fatal(err)
			}
			sum += seconds
		}
	}
	return time.Duration(sum * float64(time.Second))
}
