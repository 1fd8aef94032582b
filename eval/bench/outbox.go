package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
	"github.com/plainline/plainline/dialog"
)

// How much goes through an outbox to measure it: as many at once as a busy server has turns under way.
const (
	outboxMessages = 6000
	outboxAtOnce   = 64
	outboxBody     = 300
)

// printOutbox measures how many messages a second are accepted and sent, each of them on disk before that is said, and how
// much room one takes.
func printOutbox(ctx context.Context, w io.Writer) error {
	dir, err := os.MkdirTemp("", "plainline-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "outbox.db")
	begun, used := time.Now(), cpu()
	if err := acceptMany(ctx, file); err != nil {
		return err
	}
	accepted := time.Since(begun)
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	begun = time.Now()
	if err := sendAll(ctx, file); err != nil {
		return err
	}
	took := time.Since(begun)
	fmt.Fprintf(w, "\nOutbox, %d messages of %d bytes, %d at once: %.0f accepted a second, %.0f sent a second, CPU %s each; %d bytes each on disk while they wait\n",
		outboxMessages, outboxBody, outboxAtOnce, outboxMessages/accepted.Seconds(), outboxMessages/took.Seconds(),
		((cpu() - used) / outboxMessages).Round(time.Microsecond), info.Size()/outboxMessages)
	return nil
}

func openOutbox(file string, told func(outbox.Event)) (*outbox.Outbox, error) {
	return outbox.Open(&channels.Secret{}, outbox.Options{File: file, Rand: rand.Reader, Now: time.Now, Observe: told})
}

// acceptMany accepts all messages, and closes the outbox so that the file holds them.
func acceptMany(ctx context.Context, file string) error {
	box, err := openOutbox(file, nil)
	if err != nil {
		return err
	}
	var wait sync.WaitGroup
	failed := make(chan error, outboxAtOnce)
	body := make([]byte, outboxBody)
	for n := range outboxAtOnce {
		wait.Go(func() {
			for i := n; i < outboxMessages; i += outboxAtOnce {
				j := outbox.Job{Channel: "bench", Person: dialog.Person(fmt.Sprintf("person-of-22-bytes-%03d", i%500)), Key: fmt.Sprintf("bench/%d", i), Address: "994501234567", Body: body}
				if err := box.Accept(ctx, j); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	wait.Wait()
	close(failed)
	return errors.Join(<-failed, box.Close())
}

// sendAll sends what waits, to a provider that takes everything at once.
func sendAll(ctx context.Context, file string) error {
	var sent atomic.Int64
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	box, err := openOutbox(file, func(e outbox.Event) {
		if e.State == outbox.Sent && sent.Add(1) == outboxMessages {
			stop()
		}
	})
	if err != nil {
		return err
	}
	box.Carry("bench", outbox.SenderFunc(func(context.Context, channels.Address, []byte) (string, error) { return "receipt", nil }), outboxAtOnce)
	return errors.Join(box.Run(ctx), box.Close())
}
