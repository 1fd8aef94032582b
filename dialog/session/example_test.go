package session_test

import (
	"context"
	"fmt"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
)

// A turn loads, makes the next session of what it found, and saves; on a conflict it does so again with what is stored.
func ExampleStore() {
	var store session.Store = session.NewMemory(0)
	now := time.Unix(1_790_000_000, 0)
	turn := func(p dialog.Person) error {
		r, err := store.Load(context.Background(), p, now)
		for saved := false; !saved && err == nil; {
			next := r.Session
			if !r.Found {
				next = dialog.Session{Started: now.Unix()}
			}
			next.Turn++
			next.Last = now.Unix()
			saved, r, err = store.Save(context.Background(), p, r.Version, &next, now)
		}
		fmt.Println("turn", r.Session.Turn)
		return err
	}
	fmt.Println(turn("5f2c9a"), turn("5f2c9a"))
	// Output:
	// turn 1
	// turn 2
	// <nil> <nil>
}
