package telegram

import (
	"slices"
	"sync"
)

// lanes keep the updates of one chat in their order, while those of others pass.
type lanes struct {
	mu   sync.Mutex
	open map[int64][]*ticket // by chat; the first is being taken
}

// ticket is a place in a lane.
type ticket struct {
	lanes *lanes
	chat  int64
	order int64
	ready chan struct{} // closed when it is its turn
}

// join takes a place in the lane of a chat, before all that wait there with a higher number.
func (l *lanes) join(chat, order int64) *ticket {
	t := &ticket{lanes: l, chat: chat, order: order, ready: make(chan struct{})}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open == nil {
		l.open = map[int64][]*ticket{}
	}
	lane := l.open[chat]
	at := len(lane)
	for at > 1 && lane[at-1].order > order {
		at--
	}
	if l.open[chat] = slices.Insert(lane, at, t); at == 0 {
		close(t.ready)
	}
	return t
}

// leave gives the place up and lets the next one have its turn.
func (t *ticket) leave() {
	l := t.lanes
	l.mu.Lock()
	defer l.mu.Unlock()
	lane := l.open[t.chat]
	at := slices.Index(lane, t)
	if at < 0 {
		return
	}
	lane = slices.Delete(lane, at, at+1)
	if len(lane) == 0 {
		delete(l.open, t.chat)
		return
	}
	if l.open[t.chat] = lane; at == 0 {
		close(lane[0].ready)
	}
}
