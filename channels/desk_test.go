package channels_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

var noon = time.Date(2026, 11, 10, 8, 0, 0, 0, time.UTC)

func newEdition(tb testing.TB, files fstest.MapFS) *channels.Edition {
	tb.Helper()
	b, findings := knowledge.Load(files)
	if b == nil {
		tb.Fatalf("the base does not load: %v", findings)
	}
	return channels.NewEdition(engine.NewEdition(b, understand.NewNames(b)))
}

// desk is a desk over a store, with what it logged and observed.
type desk struct {
	*channels.Desk
	log bytes.Buffer

	mu    sync.Mutex
	taken []channels.Taken
}

func newDesk(tb testing.TB, store session.Store) *desk {
	tb.Helper()
	d := &desk{}
	d.Desk = channels.NewDesk(newEdition(tb, knowledgetest.Small()), store, func() time.Time { return noon }, slog.New(slog.NewTextHandler(&d.log, nil)))
	d.Observe(func(t channels.Taken) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.taken = append(d.taken, t)
	})
	return d
}

func (d *desk) take(v *visit) *visit {
	d.Take(context.Background(), "test", "somebody", v)
	return v
}

// visit is a delivery of a channel of the test.
type visit struct {
	in      []dialog.Input
	verdict channels.Verdict
	reads   int
	before  func() // called by Lay

	s dialog.Session
	r dialog.Reply
}

func open() *visit { return &visit{in: []dialog.Input{{Kind: dialog.Opened}}} }

func choose(id string) *visit { return &visit{in: []dialog.Input{{Kind: dialog.Chose, Option: id}}} }

func (v *visit) Read(s *dialog.Session) ([]dialog.Input, channels.Verdict) {
	v.reads++
	return v.in, v.verdict
}

func (v *visit) Lay(_ *channels.Edition, s *dialog.Session, r *dialog.Reply) {
	s.Channel = append(s.Channel[:0], "laid"...)
	v.s, v.r = *s, *r
	if v.before != nil {
		v.before()
		v.before = nil
	}
}

// store is a store in memory that can be made to fail.
type store struct {
	session.Store
	load, save error
	erase      error
	erased     int
}

func newStore() *store { return &store{Store: session.NewMemory(0)} }

func (s *store) Load(ctx context.Context, p dialog.Person, now time.Time) (session.Record, error) {
	if s.load != nil {
		return session.Record{Session: dialog.Session{Trail: []dialog.Spot{"nonsense"}}}, s.load
	}
	return s.Store.Load(ctx, p, now)
}

func (s *store) Save(ctx context.Context, p dialog.Person, from session.Version, t *dialog.Session, now time.Time) (bool, session.Record, error) {
	if s.save != nil {
		return false, session.Record{}, s.save
	}
	return s.Store.Save(ctx, p, from, t, now)
}

func (s *store) Erase(ctx context.Context, p dialog.Person) error {
	if s.erase != nil {
		return s.erase
	}
	s.erased++
	return s.Store.Erase(ctx, p)
}

func TestATurnIsTakenAndStored(t *testing.T) {
	t.Parallel()
	d := newDesk(t, newStore())
	d.take(open())
	v := d.take(choose("fee/passport"))
	if v.s.Here() != "fee/passport" || v.s.Turn != 2 || v.r.Code != "1F" {
		t.Errorf("the second turn: %+v", v.s)
	}
	if v = d.take(&visit{verdict: channels.Again}); v.s.Turn != 2 || v.s.Here() != "fee/passport" || v.r.Code != "1F" || string(v.s.Channel) != "laid" {
		t.Errorf("shown again: %+v", v.s)
	}
	if v = d.take(&visit{}); v.s.Turn != 3 || v.r.Code != "1F" {
		t.Errorf("a turn of the channel's own: %+v", v.s)
	}
	want := []dialog.Outcome{dialog.Began, dialog.Moved, dialog.Repeated, dialog.Repeated}
	for i, taken := range d.taken {
		if taken.Event.Outcome != want[i] || taken.Channel != "test" {
			t.Errorf("turn %d left %+v, want %s", i, taken, want[i])
		}
	}
}

func TestOfTwoTurnsAtOnceTheLoserIsShownTheWinners(t *testing.T) {
	t.Parallel()
	d := newDesk(t, newStore())
	d.take(open())
	slow := choose("services")
	slow.before = func() { d.take(choose("fee/passport")) }
	if d.take(slow); slow.reads != 2 || slow.s.Here() != "fee/passport" || slow.s.Turn != 2 {
		t.Errorf("the slower turn was read %d times and stands at %s in turn %d, want the winner's fee/passport in turn 2", slow.reads, slow.s.Here(), slow.s.Turn)
	}
	if v := d.take(&visit{verdict: channels.Again}); v.s.Here() != "fee/passport" {
		t.Errorf("stored is %s", v.s.Here())
	}
}

func TestAnEndedTalkIsErased(t *testing.T) {
	t.Parallel()
	s := newStore()
	d := newDesk(t, s)
	d.take(choose("fee/passport"))
	v := d.take(&visit{in: []dialog.Input{{Kind: dialog.Did, Command: dialog.Stop}}})
	if !v.r.End || s.erased != 1 {
		t.Errorf("ended %v, erased %d times", v.r.End, s.erased)
	}
	if v = d.take(open()); v.s.Here() != "notice" || v.s.Turn != 1 {
		t.Errorf("after the end: %+v", v.s)
	}
}

func TestErasingIsPromisedOnlyWhenItIsDone(t *testing.T) {
	t.Parallel()
	stop := []dialog.Input{{Kind: dialog.Did, Command: dialog.Stop}}
	button := []dialog.Input{{Kind: dialog.Chose, Option: "privacy"}, {Kind: dialog.Chose, Option: "erase"}, {Kind: dialog.Chose, Option: "do/erase"}}
	for name, in := range map[string][]dialog.Input{"stop": stop, "erase my answers": button} {
		s := newStore()
		d := newDesk(t, s)
		d.take(choose("fee/passport"))
		s.erase = fmt.Errorf("del: %w", session.ErrUnavailable)
		v := d.take(&visit{in: in})
		if v.r.End || v.s.Remark != dialog.NotErased {
			t.Errorf("%s with a store that cannot erase: ended %v, remark %d, want no promise", name, v.r.End, v.s.Remark)
		}
		s.erase = nil
		if d.take(&visit{in: in}); s.erased != 1 {
			t.Errorf("%s: erased %d times, want 1", name, s.erased)
		}
	}
}

func TestAStoreThatIsAwayIsSaidOnceAndAnswered(t *testing.T) {
	t.Parallel()
	s := newStore()
	d := newDesk(t, s)
	s.load = fmt.Errorf("dial: %w", session.ErrUnavailable)
	for range 3 {
		if v := d.take(choose("fee/passport")); v.r.Code != "1F" || v.s.Turn != 1 {
			t.Errorf("without a store: %+v", v.s)
		}
	}
	s.load, s.save = nil, s.load
	d.take(choose("fee/passport")) // loads, so it is back, and away again
	s.save = nil
	if v := d.take(open()); v.s.Here() != "notice" {
		t.Errorf("nothing was stored, but the talk stands at %s", v.s.Here())
	}
	if got := d.log.String(); strings.Count(got, "is away") != 2 || strings.Count(got, "is back") != 2 || strings.Contains(got, "somebody") {
		t.Errorf("the log says\n%s\nwant away and back twice, and nobody's name", got)
	}
}

func TestATalkThatCannotBeReadBeginsAnew(t *testing.T) {
	t.Parallel()
	s := newStore()
	d := newDesk(t, s)
	s.load = fmt.Errorf("format 9: %w", session.ErrCorrupt)
	if v := d.take(choose("fee/passport")); v.r.Code == "" && len(v.r.Blocks) == 0 {
		t.Errorf("a corrupt talk is answered with nothing")
	}
	s.load, s.save = nil, errors.New("too large")
	if v := d.take(choose("fee/passport")); v.r.Code != "1F" {
		t.Errorf("a talk that cannot be saved is answered with %+v", v.r)
	}
	if got := d.log.String(); strings.Count(got, "level=ERROR") != 2 {
		t.Errorf("the log says\n%s\nwant two errors", got)
	}
}

func TestAReloadBetweenAndWithinTurns(t *testing.T) {
	t.Parallel()
	less := knowledgetest.Small()
	for name := range less {
		if strings.HasPrefix(name, "services/pension/") {
			delete(less, name)
		}
	}
	less["topics.yaml"].Data = []byte(strings.Replace(string(less["topics.yaml"].Data), "[pension]", "[passport]", 1))
	d := newDesk(t, newStore())
	v := choose("fee/pension")
	v.before = func() { d.Swap(newEdition(t, less)) }
	if d.take(v); v.s.Here() != "fee/pension" {
		t.Errorf("a turn under way ends at %s, want it to end with the old edition", v.s.Here())
	}
	if v = d.take(&visit{verdict: channels.Again}); len(v.r.Blocks) == 0 {
		t.Error("shown again after the reload, there are no words")
	}
	if v = d.take(&visit{}); len(v.r.Blocks) == 0 {
		t.Error("the next page after the reload has no words")
	}
	if v = d.take(choose("home")); v.s.Here() != "home" {
		t.Errorf("after the reload the talk stands at %s", v.s.Here())
	}
	if d.Edition().Base.Service("pension") != nil {
		t.Error("the desk still has the old edition")
	}
}

func TestManyTurnsAtOnceCountEachWinnerOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t, newStore())
	d.take(open())
	e := newEdition(t, knowledgetest.Small())
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				d.Swap(e)
				d.take(choose("services"))
			}
		})
	}
	all.Wait()
	won := uint32(0)
	for _, taken := range d.taken {
		if taken.Event.Outcome != dialog.Repeated {
			won++
		}
	}
	if v := d.take(&visit{verdict: channels.Again}); v.s.Turn != won || len(d.taken) != 162 {
		t.Errorf("the talk is in turn %d after %d winners of %d", v.s.Turn, won, len(d.taken))
	}
}

func TestTheSourceLineNamesSourceDayAndCode(t *testing.T) {
	t.Parallel()
	e := newEdition(t, knowledgetest.Small())
	r := dialog.Reply{Lang: "en", Code: "1F", Source: dialog.Source{Cite: "law.example", VerifiedOn: 20240110}}
	for short, want := range map[bool]string{false: "Source law.example 10\u00a0January\u00a02024 1F", true: "Source short law.example 10.01.24 1F"} {
		if got := string(e.Writer("en").AppendText(nil, e.SourceLine(&r, short))); got != want {
			t.Errorf("short %v: %q, want %q", short, got, want)
		}
	}
	r.Code = ""
	if got := e.SourceLine(&r, true); !got.Empty() {
		t.Errorf("a menu has the source line %+v", got)
	}
	if e.Writer("xx") != e.Writer("en") {
		t.Error("an unknown language is not written as the first")
	}
}
