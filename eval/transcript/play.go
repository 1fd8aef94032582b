package transcript

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog/understand"
)

// Player plays stories on a base. It is safe for any number of callers.
type Player struct {
	base    fs.FS
	models  understand.Cache
	edition *channels.Edition
}

// NewPlayer loads the base and learns from its questions; models keeps what was learned, nil for as long as the player lives.
func NewPlayer(base fs.FS, models understand.Cache) (*Player, error) {
	if models == nil {
		models = &understand.MemoryCache{}
	}
	p := &Player{base: base, models: models}
	e, err := edition(base, models)
	if err != nil {
		return nil, err
	}
	p.edition = e
	return p, nil
}

// Play plays a story and gives it back as it comes out now: what the person did stays, what the assistant said is made
// anew. An error begins with the number of the line that cannot be played.
func (p *Player) Play(ctx context.Context, f *File) (*File, error) {
	out := &File{Head: f.Head}
	for _, part := range f.Parts {
		if part.Talk != nil {
			lines, err := p.talk(ctx, f, part.Talk)
			if err != nil {
				return nil, err
			}
			again := *part.Talk
			again.Lines = lines
			part.Talk = &again
		}
		out.Parts = append(out.Parts, part)
	}
	return out, nil
}

// talk plays one section on a stage of its own.
func (p *Player) talk(ctx context.Context, f *File, t *Talk) ([]Line, error) {
	s, err := newStage(p, t)
	if err != nil {
		return nil, fmt.Errorf("%d: %w", t.No, err)
	}
	a := actor{stage: s, file: f}
	if err := a.head(f.Head); err != nil {
		return nil, err
	}
	if !startsWithDial(t.Lines) {
		if err := s.enter(ctx, t.Lang); err != nil {
			return nil, fmt.Errorf("%d: %w", t.No, err)
		}
	}
	for i, l := range t.Lines {
		if err := a.line(ctx, l, wantsWhy(t.Lines[i+1:])); err != nil {
			return nil, fmt.Errorf("%d: %w", l.No, err)
		}
	}
	return a.out, nil
}

func startsWithDial(lines []Line) bool {
	for _, l := range lines {
		if l.Mark == Person || l.Mark == Happens && l.Text == "dial" {
			return l.Mark == Happens
		}
	}
	return false
}

// wantsWhy says whether the file has a line of the mark = before the next thing that is done.
func wantsWhy(after []Line) bool {
	for _, l := range after {
		switch {
		case l.Mark == Why:
			return true
		case l.Mark == Person, l.Mark == Happens && l.Text != "end":
			return false
		}
	}
	return false
}

// actor plays the lines of a talk and writes down what is said.
type actor struct {
	*stage
	file *File
	out  []Line
	more string // the key for the next page of what was shown last; empty where there is none
}

// head plays what stands before the first section: edits there hold from the start.
func (a *actor) head(lines []Line) error {
	edited := false
	for _, l := range lines {
		if l.Mark != Happens {
			continue
		}
		h, err := readHappening(l.Text)
		switch {
		case err != nil:
		case h.kind == "on":
			err = a.setClock(h.on)
		case h.kind == "replace":
			edited, err = true, a.edits.replace(a.player.base, h)
		default:
			err = fmt.Errorf("before the first section only on and replace can happen, not %q", l.Text)
		}
		if err != nil {
			return fmt.Errorf("%d: %w", l.No, err)
		}
	}
	if edited {
		return a.reload()
	}
	return nil
}

func (a *actor) line(ctx context.Context, l Line, why bool) error {
	switch {
	case l.Mark == Answer, l.Mark == NextPage, l.Mark == Why, l.Mark == Happens && l.Text == "end":
		return nil // made anew
	case l.Mark == Person:
		a.out = append(a.out, l)
		shown, err := a.sim.Simulate(ctx, who, channels.Action{Input: l.Text})
		if err != nil {
			return err
		}
		a.show(shown, l.Text == channels.KeyMore || l.Text == a.more)
	case l.Mark == Happens:
		a.out = append(a.out, l)
		shows, err := a.happens(ctx, l.Text)
		if !shows || err != nil {
			return err
		}
	default:
		a.out = append(a.out, l)
		return nil
	}
	if why {
		ev := a.last.Event
		text := strings.TrimSpace(strings.Join([]string{string(ev.Outcome), string(ev.Spot), a.last.Code}, " "))
		a.out = append(a.out, Line{Mark: Why, Text: text})
	}
	return nil
}

func (a *actor) happens(ctx context.Context, text string) (shows bool, err error) {
	h, err := readHappening(text)
	if err != nil {
		return false, err
	}
	var shown channels.Shown
	switch h.kind {
	case "on":
		return false, a.setClock(h.on)
	case "pass":
		a.now = a.now.Add(h.pass)
	case "hang up":
		_, err = a.sim.Simulate(ctx, who, channels.Action{HangUp: true})
	case "replace":
		err = a.edits.replace(a.player.base, h)
	case "reload":
		for _, part := range a.file.Parts {
			if part.Overlay != nil {
				a.edits[part.Overlay.Path] = part.Overlay.Data
			}
		}
		err = a.reload()
	case "read on":
		err = a.readOn(ctx)
	case "dial":
		shown, err = a.sim.Simulate(ctx, who, channels.Action{Dial: true})
	case "silence":
		shown, err = a.sim.Simulate(ctx, who, channels.Action{})
	case "again":
		shown, err = a.again(ctx)
	}
	if h.shows && h.kind != "read on" && err == nil {
		a.show(shown, false)
	}
	return h.shows, err
}

// mostPages is how far a person reads on.
const mostPages = 60

// readOn asks for more as long as the screen says that there is more.
func (a *actor) readOn(ctx context.Context) error {
	for n := 0; a.more != ""; n++ {
		if n == mostPages {
			return fmt.Errorf("there is still more after %d pages", mostPages)
		}
		shown, err := a.sim.Simulate(ctx, who, channels.Action{Input: a.more})
		if err != nil {
			return err
		}
		a.show(shown, true)
	}
	return nil
}

// moreKey gives the key for the next page: the channel says so, or the last line of the screen names it.
func moreKey(s channels.Shown) string {
	last := s.Text[strings.LastIndexByte(s.Text, '\n')+1:]
	if s.More == "" && strings.HasPrefix(last, channels.KeyMore+" ") {
		return channels.KeyMore
	}
	return s.More
}

// write writes the lines of a screen or message; a further one begins with a mark of its own.
func (a *actor) write(text string, further bool) {
	mark := Answer
	if further {
		mark = NextPage
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r", ""), "\n") {
		a.out = append(a.out, Line{Mark: mark, Text: line})
		mark = Answer
	}
}

// show writes down what the person sees.
func (a *actor) show(s channels.Shown, further bool) {
	a.more = moreKey(s)
	a.write(s.Text, further)
	for _, message := range s.Further {
		a.write(message, true)
	}
	if s.End {
		a.out = append(a.out, Line{Mark: Happens, Text: "end"})
	}
}
