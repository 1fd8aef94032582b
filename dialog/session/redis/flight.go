package redis

import (
	"context"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
)

// flights carries commands of turns that happen at once in one trip. The trips to Redis are most of what a turn costs, and
// most of a trip is the kernel's; so a command that comes while others are on their way waits for them, together with
// whatever else comes, and leaves with the next flight. Alone, a command leaves at once.
//
// A command behind a flight that hangs waits for that flight's deadline and then for its own: twice the patience at most.
type flights struct {
	client redis.UniversalClient
	wait   time.Duration

	mu      sync.Mutex
	flying  bool
	waiting []*passenger
}

// passenger is a command and who waits for it: ready tells whether to lead the next flight.
type passenger struct {
	cmd   redis.Cmder
	ready chan boarding
}

// boarding is what a waiting command is told.
type boarding struct{ lead []*passenger }

// maxFlight is how many commands leave together.
const maxFlight = 64

// do sends a command and waits for its answer, which the command then holds.
func (f *flights) do(ctx context.Context, cmd redis.Cmder) {
	f.mu.Lock()
	if f.flying {
		p := &passenger{cmd: cmd, ready: make(chan boarding, 1)}
		f.waiting = append(f.waiting, p)
		f.mu.Unlock()
		b := <-p.ready
		if b.lead == nil {
			return // it flew with others
		}
		f.fly(ctx, b.lead)
		f.land(b.lead[1:])
		return
	}
	f.flying = true
	f.mu.Unlock()
	f.alone(ctx, cmd)
	f.land(nil)
}

// alone sends one command.
func (f *flights) alone(ctx context.Context, cmd redis.Cmder) {
	call, cancel := context.WithTimeout(ctx, f.wait)
	defer cancel()
	_ = f.client.Process(call, cmd) // the command keeps its error
}

// fly sends the commands of a flight in one trip. It does not end with the turn of who leads it.
func (f *flights) fly(ctx context.Context, all []*passenger) {
	if len(all) == 1 {
		f.alone(ctx, all[0].cmd)
		return
	}
	call, cancel := context.WithTimeout(context.WithoutCancel(ctx), f.wait)
	defer cancel()
	pipe := f.client.Pipeline()
	for _, p := range all {
		_ = pipe.Process(call, p.cmd)
	}
	_, _ = pipe.Exec(call) // each command keeps its own error
}

// land tells those who flew, and lets the next flight go.
func (f *flights) land(flew []*passenger) {
	for _, p := range flew {
		p.ready <- boarding{}
	}
	f.mu.Lock()
	n := min(len(f.waiting), maxFlight)
	if n == 0 {
		f.flying = false
		f.mu.Unlock()
		return
	}
	next := make([]*passenger, n)
	copy(next, f.waiting)
	left := copy(f.waiting, f.waiting[n:])
	clear(f.waiting[left:])
	f.waiting = f.waiting[:left]
	f.mu.Unlock()
	next[0].ready <- boarding{lead: next}
}
