package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
)

func TestServerLogHasNoAddresses(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	l := log.New(withoutAddresses{slog.New(slog.NewTextHandler(&out, nil))}, "", 0)
	l.Print("http: panic serving 10.1.2.3:4567: oh")
	l.Print("http: TLS handshake error from [2001:db8::1]:443: EOF")
	if got := out.String(); strings.Contains(got, "10.1.2.3") || strings.Contains(got, "2001") || !strings.Contains(got, "oh") {
		t.Errorf("log = %s\nwant no address and the rest", got)
	}
}

// TestTurnsUnderWayEnd begins a turn, tells the server to stop, and only then lets the turn end.
func TestTurnsUnderWayEnd(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	begun, end := make(chan struct{}), make(chan struct{})
	slow := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-end
		fmt.Fprint(w, "done")
	})
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- serveUntil(ctx, l, slow, slog.New(slog.DiscardHandler)) }()
	answered := make(chan string, 1)
	go func() {
		r, err := http.Get("http://" + l.Addr().String())
		if err != nil {
			answered <- err.Error()
			return
		}
		defer r.Body.Close()
		body, err := io.ReadAll(r.Body)
		answered <- fmt.Sprint(string(body), err)
	}()
	<-begun
	stop()
	close(end)
	if got := <-answered; got != "done<nil>" {
		t.Errorf("the turn under way got %q, want done", got)
	}
	if err := <-served; err != nil {
		t.Errorf("serveUntil = %v, want none", err)
	}
}

func TestReachable(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"127.0.0.1:8080": "127.0.0.1:8080",
		"[::]:8080":      "localhost:8080",
		"0.0.0.0:80":     "localhost:80",
	} {
		addr, err := net.ResolveTCPAddr("tcp", in)
		if err != nil {
			t.Fatal(err)
		}
		if got := reachable(addr); got != want {
			t.Errorf("reachable(%s) = %s, want %s", in, got, want)
		}
	}
}
