package questions

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
)

// Doubtful is a question of a real talk that was not understood for certain, masked: a line of the file of doubtful
// questions. It says nothing of who asked, on which channel, or what came before and after.
type Doubtful struct {
	At          time.Time      `json:"at"` // the day; the hour is nobody's business
	Lang        knowledge.Lang `json:"lang"`
	Text        string         `json:"text"`
	Targets     []dialog.Spot  `json:"targets,omitempty"`
	Probability float64        `json:"probability,omitempty"` // of the first target
}

// KeptFor is how long a doubtful question is kept.
const KeptFor = 30 * 24 * time.Hour

// maxDoubtful is the longest line in bytes of a file of doubtful questions.
const maxDoubtful = 16 << 10

// NewDoubtful makes a doubtful question that may be kept: masked, and of no hour.
func NewDoubtful(m understand.Matcher, l knowledge.Lang, text string, at time.Time) Doubtful {
	d := Doubtful{At: at.UTC().Truncate(24 * time.Hour), Lang: l, Text: Mask(text)}
	meaning := m.Understand(understand.Query{Text: text, Lang: l})
	d.Targets, d.Probability = thoughts(meaning)
	return d
}

// thoughts gives the places that a question may mean, best first, and how probable the best is.
func thoughts(m understand.Meaning) ([]dialog.Spot, float64) {
	if len(m.Ranked) == 0 {
		return m.Targets, 0
	}
	spots := make([]dialog.Spot, 0, understand.MaxChoices)
	for _, r := range m.Ranked[:min(understand.MaxChoices, len(m.Ranked))] {
		spots = append(spots, r.Target)
	}
	return spots, m.Ranked[0].Probability
}

// Expired says whether the question must be dropped.
func (d *Doubtful) Expired(now time.Time) bool { return now.Sub(d.At) > KeptFor }

// ReadDoubtful reads a file of doubtful questions. A line that cannot be read is passed over and counted: the program may
// have been stopped in the middle of it.
func ReadDoubtful(r io.Reader) (list []Doubtful, broken int, err error) {
	in := bufio.NewReaderSize(r, maxDoubtful)
	for {
		line, long, err := in.ReadLine()
		switch {
		case errors.Is(err, io.EOF):
			return list, broken, nil
		case err != nil:
			return list, broken, fmt.Errorf("read doubtful questions: %w", err)
		}
		var d Doubtful
		if !long && json.Unmarshal(line, &d) == nil && d.Text != "" && d.Lang != "" && !d.At.IsZero() {
			list = append(list, d)
			continue
		}
		broken++
		for long && err == nil {
			_, long, err = in.ReadLine()
		}
	}
}

// WriteDoubtful writes doubtful questions, one a line.
func WriteDoubtful(w io.Writer, list []Doubtful) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range list {
		if err := e.Encode(&list[i]); err != nil {
			return fmt.Errorf("write doubtful questions: %w", err)
		}
	}
	return nil
}
