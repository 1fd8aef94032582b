package transcript

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/channels/telegram"
	"github.com/plainline/plainline/channels/terminal"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/channels/web"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/knowledge"
)

// stage is where one talk is played: a desk with a clock of its own and one simulated person.
type stage struct {
	player *Player
	edits  edits
	zone   *time.Location
	now    time.Time
	desk   *channels.Desk
	sim    channels.Simulator
	last   channels.Taken
}

// usualTime is when a story plays that does not say: a Saturday, at noon.
const usualTime = "2026-11-21 12:00"

// who is the one person of a talk.
const who = "resident"

func newStage(p *Player, t *Talk) (*stage, error) {
	e := p.edition
	if !slices.Contains(e.Base.Languages, knowledge.Lang(t.Lang)) {
		return nil, fmt.Errorf("section %q: the base has no language %q", t.Heading, t.Lang)
	}
	s := &stage{player: p, edits: edits{}, zone: e.Base.Zone}
	if err := s.setClock(usualTime); err != nil {
		return nil, err
	}
	s.desk = channels.NewDesk(e, session.NewMemory(1), func() time.Time { return s.now }, slog.New(slog.DiscardHandler))
	s.desk.Observe(func(t channels.Taken) { s.last = t })
	var err error
	s.sim, err = Simulator(s.desk, t.Channel, t.Profile)
	return s, err
}

// Simulator makes the simulator of a channel by its name, with the screen of a profile, as 160 or 140-exact.
func Simulator(d *channels.Desk, channel, profile string) (channels.Simulator, error) {
	var secret channels.Secret
	switch channel {
	case "ussd":
		if profile != "" {
			profile = "ussd-" + profile
		}
		if _, ok := layout.Lookup(profile); !ok {
			return nil, fmt.Errorf("there is no screen %q; 160, 182, 140, 160-exact and 140-exact are known", profile)
		}
		return ussd.NewPhones(ussd.New(d, &secret, ussd.Options{Profile: profile})), nil
	case "web":
		return web.New(d, &secret, web.Options{}), nil
	case "telegram":
		return telegram.NewChats(telegram.New(d, &secret, telegram.Options{})), nil
	case "voice":
		return voice.NewPhones(voice.New(d, &secret, voice.Options{})), nil
	case "terminal":
		return terminal.New(d, &secret), nil
	}
	return nil, fmt.Errorf("there is no channel %q to play on; ussd, voice, telegram, web and terminal are known", channel)
}

func (s *stage) setClock(text string) error {
	t, err := time.ParseInLocation(clockForm, text, s.zone)
	s.now = t
	return err
}

// enter dials and chooses the language, which a section that does not begin with "~ dial" has behind it.
func (s *stage) enter(ctx context.Context, lang string) error {
	if _, err := s.sim.Simulate(ctx, who, channels.Action{Dial: true}); err != nil {
		return fmt.Errorf("dial: %w", err)
	}
	i := max(slices.Index(s.desk.Edition().Base.Languages, knowledge.Lang(lang)), 0)
	_, err := s.sim.Simulate(ctx, who, channels.Action{Input: strconv.Itoa(dialog.OptionKey(i))})
	if err != nil {
		return fmt.Errorf("choose the language: %w", err)
	}
	return nil
}

// reload loads the base with all edits and puts it in place of the one in use.
func (s *stage) reload() error {
	base, err := s.edits.over(s.player.base)
	if err != nil {
		return err
	}
	e, err := edition(base, s.player.models)
	if err != nil {
		return err
	}
	s.desk.Swap(e)
	return nil
}

// again lets the gateway deliver the last request once more.
func (s *stage) again(ctx context.Context) (channels.Shown, error) {
	r, ok := s.sim.(channels.Redeliverer)
	if !ok {
		return channels.Shown{}, fmt.Errorf("this channel has no gateway that delivers a request again")
	}
	return r.Redeliver(ctx, who)
}
