package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os/signal"
	"regexp"
	"syscall"
	"time"
)

// goodbye is how long turns under way may take to end after the first signal.
const goodbye = 10 * time.Second

func listen(ctx context.Context, address string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, hint(fmt.Errorf("something else listens on %s already", address), "choose another port, as -listen 127.0.0.1:8081")
	case errors.Is(err, syscall.EACCES):
		return nil, hint(fmt.Errorf("this user may not listen on %s", address), "ports under 1024 belong to root; choose one above, as -listen :8080")
	case err != nil:
		return nil, hint(err, "write -listen as HOST:PORT, as 127.0.0.1:8080")
	}
	return l, nil
}

// networks reads the networks from which requests may come, as a flag names them.
func networks(flag string, texts []string) ([]netip.Prefix, error) {
	var list []netip.Prefix
	for _, text := range texts {
		p, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, hint(fmt.Errorf("%s: %q is no network", flag, text), "write it as 192.0.2.0/24; a single address ends with /32")
		}
		list = append(list, p)
	}
	return list, nil
}

// untilSignal gives a context that ends at the first SIGINT or SIGTERM; from then on a second one ends the program at once.
func untilSignal(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// serveUntil serves until the context ends, then takes no new turns and lets those under way end.
func serveUntil(ctx context.Context, l net.Listener, handler http.Handler, logger *slog.Logger) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      15 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(withoutAddresses{logger}, "", 0),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	logger.Info("stopping", "deadline", goodbye)
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), goodbye)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		server.Close()
		return fmt.Errorf("stop: turns were cut off: %w", err)
	}
	logger.Info("stopped")
	return nil
}

// withoutAddresses takes the addresses of people out of what the HTTP server has to say.
type withoutAddresses struct{ *slog.Logger }

var ipAddress = regexp.MustCompile(`(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-fA-F:.%]+\])(:\d+)?`)

// Write implements io.Writer for a log.Logger.
func (w withoutAddresses) Write(line []byte) (int, error) {
	w.Warn("http server", "says", string(ipAddress.ReplaceAll(line, []byte("[address]"))))
	return len(line), nil
}
