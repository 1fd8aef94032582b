package transcript

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// happening is a line of the mark ~ once it is read.
type happening struct {
	kind  string // dial | hang up | silence | again | read on | reload | end | on | pass | replace
	on    string // as "2026-11-21 12:00"
	pass  time.Duration
	path  string
	from  string
	to    string
	shows bool // the person sees something then
}

// clockForm is how the clock is set.
const clockForm = "2006-01-02 15:04"

var units = map[string]time.Duration{"second": time.Second, "minute": time.Minute, "hour": time.Hour, "day": 24 * time.Hour}

func readHappening(text string) (happening, error) {
	switch text {
	case "dial", "silence", "again", "read on":
		return happening{kind: text, shows: true}, nil
	case "hang up", "reload", "end":
		return happening{kind: text}, nil
	}
	first, rest, _ := strings.Cut(text, " ")
	switch first {
	case "on":
		if _, err := time.Parse(clockForm, rest); err != nil {
			return happening{}, fmt.Errorf("%q is not a day and a time as 2026-11-21 12:00", rest)
		}
		return happening{kind: "on", on: rest}, nil
	case "replace":
		return readReplace(rest)
	}
	if n, err := strconv.ParseUint(first, 10, 16); err == nil && units[strings.TrimSuffix(rest, "s")] != 0 {
		return happening{kind: "pass", pass: time.Duration(n) * units[strings.TrimSuffix(rest, "s")]}, nil
	}
	return happening{}, fmt.Errorf("nothing happens by %q; it is one of dial, hang up, silence, again, read on, reload, on, replace, or a span as 31 minutes", text)
}

var errReplace = errors.New(`write ~ replace PATH "old" -> "new"`)

func readReplace(rest string) (happening, error) {
	h := happening{kind: "replace"}
	path, rest, ok := strings.Cut(rest, " ")
	if !ok {
		return h, errReplace
	}
	from, err := strconv.QuotedPrefix(rest)
	if err != nil {
		return h, errReplace
	}
	to, ok := strings.CutPrefix(rest[len(from):], " -> ")
	if !ok {
		return h, errReplace
	}
	h.path = path
	var err1, err2 error
	h.from, err1 = strconv.Unquote(from)
	h.to, err2 = strconv.Unquote(to)
	if err1 != nil || err2 != nil || h.from == "" {
		return h, errReplace
	}
	return h, nil
}
