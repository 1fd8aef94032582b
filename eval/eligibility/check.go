package eligibility

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// maxLine is the longest line about one person.
const maxLine = 1 << 20

// Checker decides the rules of a base for people given as lines of JSON; knowledge/FORMAT.md says how they are written.
type Checker struct {
	index *rule.Index
	on    knowledge.Date // where a line does not say the day
}

// NewChecker prepares the rules of a base; on is the day of the question where a line names none.
func NewChecker(b *knowledge.Base, on knowledge.Date) *Checker {
	return &Checker{index: rule.New(b), on: on}
}

// Reserved gives the facts that cannot be answered, because their ids mean something else in a line.
func (c *Checker) Reserved() (ids []string) {
	for _, f := range c.index.Base.Facts {
		if f.ID == "on" || f.ID == "id" {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// Decision is what the rules say of one person.
type Decision struct {
	ID       json.RawMessage                        `json:"id,omitempty"` // as in the line
	On       string                                 `json:"on"`
	Services map[knowledge.ServiceID]ServiceVerdict `json:"services"` // of every service with a rule
}

// ServiceVerdict is what one rule says of one person.
type ServiceVerdict struct {
	Outcome knowledge.Outcome `json:"outcome"`
	Failing []string          `json:"failing"`           // clauses that are not met; "valid" where the rule does not hold on the day
	Missing []string          `json:"missing"`           // facts that would have to be known
	Blocked []string          `json:"blocked"`           // clauses with a limit that nobody knows on the day
	Self    []string          `json:"check_yourself"`    // conditions that only the person can judge, unless the outcome is not
	Changes string            `json:"changes,omitempty"` // the one clause that would change the outcome
}

// LineError is what is wrong with one line.
type LineError struct {
	Line int
	Err  error
}

// Error says the line and what is wrong with it.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap gives what is wrong.
func (e *LineError) Unwrap() error { return e.Err }

// Run decides for each line of r and writes a line to w. It calls wrong for a line that it cannot read and goes on; an error
// is returned where reading or writing fails.
func (c *Checker) Run(r io.Reader, w io.Writer, wrong func(*LineError)) error {
	lines := bufio.NewReader(r)
	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for n := 1; ; n++ {
		line, err := readLine(lines)
		switch {
		case errors.Is(err, io.EOF):
			return out.Flush()
		case errors.Is(err, errLong):
			wrong(&LineError{n, hinted("write one person a line", "it is longer than 1 MiB")})
			continue
		case err != nil:
			return errors.Join(fmt.Errorf("read line %d: %w", n, err), out.Flush())
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		d, err := c.Decide(line)
		if err != nil {
			wrong(&LineError{n, err})
			continue
		}
		if err := e.Encode(d); err != nil {
			return fmt.Errorf("write line %d: %w", n, err)
		}
	}
}

var errLong = errors.New("the line is too long")

// readLine reads a line; of one that is too long it skips the rest.
func readLine(r *bufio.Reader) (line []byte, err error) {
	for {
		piece, err := r.ReadSlice('\n')
		if len(line) <= maxLine {
			line = append(line, piece...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (len(line) == 0 || !errors.Is(err, io.EOF)):
			return nil, err
		case len(line) > maxLine:
			return nil, errLong
		}
		return line, nil
	}
}

// Decide decides the rules for one line.
func (c *Checker) Decide(line []byte) (*Decision, error) {
	p, err := c.read(line)
	if err != nil {
		return nil, err
	}
	day := c.index.On(p.on)
	d := &Decision{ID: p.id, On: p.on.String(), Services: make(map[knowledge.ServiceID]ServiceVerdict, len(c.index.Rules))}
	for _, r := range c.index.Rules {
		d.Services[r.Service.ID] = c.verdict(day.Judge(r, p.answers))
	}
	return d, nil
}

func (c *Checker) verdict(v rule.Verdict) ServiceVerdict {
	out := ServiceVerdict{Outcome: v.Outcome, Failing: ids(v.Failing), Missing: []string{}, Blocked: ids(v.Blocked), Self: []string{}}
	if v.Expired {
		out.Failing = append(out.Failing, "valid")
	}
	for _, f := range v.Missing {
		out.Missing = append(out.Missing, c.index.Base.Facts[f].ID)
	}
	if v.Outcome != knowledge.Not {
		for _, k := range v.Rule.Service.Eligibility.Check {
			out.Self = append(out.Self, k.ID)
		}
	}
	if v.Changes != nil {
		out.Changes = v.Changes.ID
	}
	return out
}

func ids(clauses []*knowledge.Clause) []string {
	list := make([]string, len(clauses))
	for i, c := range clauses {
		list[i] = c.ID
	}
	return list
}

// advised is an error with what to write instead.
type advised struct{ message, advice string }

func (e *advised) Error() string {
	if e.advice == "" {
		return e.message
	}
	return e.message + "; " + e.advice
}

func hinted(advice, format string, args ...any) error {
	return &advised{fmt.Sprintf(format, args...), strings.TrimSpace(advice)}
}
