package telegram_test

import (
	"context"
	"crypto/rand"
	"path/filepath"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
	"github.com/plainline/plainline/channels/telegram"
)

// TestAnAnswerOutlivesTheProgram acknowledges an update in a program that ends before anything is sent. The next one sends
// the answer, once, though the update is delivered again.
func TestAnAnswerOutlivesTheProgram(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	file := filepath.Join(t.TempDir(), "outbox.db")
	begin := func() *outbox.Outbox {
		box, err := outbox.Open(&channels.Secret{1}, outbox.Options{File: file, Rand: rand.Reader, Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		return box
	}
	box := begin()
	h := open(t, f, newDesk(), func(o *telegram.Options) { o.Outbox = box })
	f.acknowledged(f.add("message", private(7, 1, "passport fee")))
	h.end()
	if err := box.Close(); err != nil {
		t.Fatal(err)
	}
	if n := len(f.messages(7)); n != 0 {
		t.Fatalf("%d messages were sent by a program that sends nothing", n)
	}

	box = begin()
	defer box.Close()
	h = open(t, f, newDesk(), func(o *telegram.Options) { o.Outbox = box })
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- box.Run(ctx) }()
	f.said(7, 1)
	h.end()
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if got := f.messages(7); len(got) != 1 {
		t.Errorf("sent %+v, want one answer", got)
	}
}
