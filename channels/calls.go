package channels

import (
	"strconv"
	"sync"
)

// Calls keep the gateway's side of simulated calls, as a gateway would, and nothing else: the last call of each person, with
// T for what the gateway keeps of it. The zero value is ready.
type Calls[T any] struct {
	mu    sync.Mutex
	last  map[string]*Call[T]
	dials uint64
}

// Call is one simulated call.
type Call[T any] struct {
	ID   string
	Kept T
	Over bool
}

// maxCalls is how many calls are remembered; further ones begin with an empty memory again.
const maxCalls = 10000

// Act gives the call in which a person did something, not ok where they hung up. Whoever does something without a call under
// way dials first; else press notes in the call what they did.
func (c *Calls[T]) Act(who string, did Action, press func(kept *T)) (call Call[T], ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.last[who]
	switch {
	case did.HangUp:
		if now != nil {
			now.Over = true
		}
		return call, false
	case now == nil || now.Over || did.Dial:
		now = c.dial(who)
	default:
		press(&now.Kept)
	}
	return *now, true
}

func (c *Calls[T]) dial(who string) *Call[T] {
	if c.last == nil || len(c.last) >= maxCalls {
		c.last = map[string]*Call[T]{}
	}
	c.dials++
	now := &Call[T]{ID: "simulated-" + strconv.FormatUint(c.dials, 10) + "-" + who}
	c.last[who] = now
	return now
}

// Last gives the last call of a person, whether it is over or not; not ok where there was none.
func (c *Calls[T]) Last(who string) (call Call[T], ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.last[who]; now != nil {
		return *now, true
	}
	return call, false
}

// Note notes in a call what was answered, unless its person has dialled again.
func (c *Calls[T]) Note(who, id string, note func(*Call[T])) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.last[who]; now != nil && now.ID == id {
		note(now)
	}
}
