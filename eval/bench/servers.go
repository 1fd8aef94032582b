package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"

	goredis "github.com/redis/go-redis/v9"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/redis"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/sample"
)

// path is where every measured server answers the gateway's form.
const path = ussd.Path + "bench"

// runServer serves one of the measured handlers and prints its address.
func runServer(ctx context.Context, kind, redisAddr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /cpu", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, cpu().Microseconds()) })
	if err := mount(mux, kind, redisAddr); err != nil {
		return err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(l.Addr())
	srv := &http.Server{Handler: mux}
	go func() {
		<-ctx.Done()
		srv.Close()
	}()
	if err := srv.Serve(l); err != http.ErrServerClosed {
		return err
	}
	return nil
}

func mount(mux *http.ServeMux, kind, redisAddr string) error {
	switch kind {
	case "bare":
		mux.HandleFunc("POST "+path, bare)
		return nil
	case "two-trips":
		mux.HandleFunc("POST "+path, twoTrips(goredis.NewClient(&goredis.Options{Addr: redisAddr, PoolSize: 50})))
		return nil
	case "engine":
		return mountEngine(mux, session.NewMemory(0))
	case "engine-redis":
		store, err := redisStore(redisAddr)
		if err != nil {
			return err
		}
		return mountEngine(mux, store)
	}
	return fmt.Errorf("no server %q", kind)
}

// bare parses the form and answers a fixed screen.
func bare(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil || r.PostForm.Get("sessionId") == "" {
		http.Error(w, "bad form", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	io.WriteString(w, screen)
}

const screen = "CON What do you need?\n1 Services\n2 What am I entitled to\n3 Offices open now\n4 More\n0 back 9 person"

// twoTrips reads a session of 400 bytes and writes it back, as the smallest handler with a memory does.
func twoTrips(c *goredis.Client) http.HandlerFunc {
	fresh := make([]byte, 400)
	return func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil || r.PostForm.Get("sessionId") == "" {
			http.Error(w, "bad form", http.StatusBadRequest)
			return
		}
		key := "bench:" + r.PostForm.Get("phoneNumber")
		b, err := c.Get(r.Context(), key).Bytes()
		if err != nil {
			b = fresh
		}
		b[0]++
		if err := c.Set(r.Context(), key, b, 30*time.Minute).Err(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		io.WriteString(w, screen)
	}
}

// mountEngine serves the sample base through the whole of the engine.
func mountEngine(mux *http.ServeMux, store session.Store) error {
	b, findings := knowledge.Load(sample.FS())
	if b == nil {
		return fmt.Errorf("load the sample base: %d findings", len(findings))
	}
	e := channels.NewEdition(engine.NewEdition(b, understand.Learn(b, understand.Options{})))
	d := channels.NewDesk(e, store, time.Now, slog.New(slog.DiscardHandler))
	ussd.New(d, &channels.Secret{1}, ussd.Options{Secret: "bench", Demo: true}).Mount(mux)
	return nil
}

func redisStore(addr string) (session.Store, error) {
	client, err := redis.Connect("redis://"+addr, time.Second)
	if err != nil {
		return nil, err
	}
	return redis.New(client, redis.Options{Key: redis.Key{ID: 1, Secret: [32]byte{1}}, Rand: rand.Reader})
}

// cpu is the processor time of this process, in user mode and in the kernel.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
