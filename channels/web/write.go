package web

import (
	"net/url"
	"strings"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
)

// writer writes texts as pieces for a template.
type writer struct{ *layout.Writer }

// piece is a run of letters; with Tel it is a telephone number that a phone can dial.
type piece struct{ Text, Tel string }

func (w writer) pieces(t dialog.Text) []piece {
	if t.Empty() {
		return nil
	}
	var pieces []piece
	run := []byte(t.Plain)
	for i := range t.Spans {
		s := &t.Spans[i]
		run = append(run, s.Literal...)
		if s.Value == nil {
			continue
		}
		if tel := dialled(s.Value.Text); s.Value.Kind == dialog.Phone && tel != "" {
			if len(run) > 0 {
				pieces = append(pieces, piece{Text: string(run)})
			}
			pieces = append(pieces, piece{Text: string(w.AppendValue(nil, s.Value)), Tel: tel})
			run = run[:0]
			continue
		}
		run = w.AppendValue(run, s.Value)
	}
	if len(run) > 0 {
		pieces = append(pieces, piece{Text: string(run)})
	}
	return pieces
}

func (w writer) row(r *dialog.Row) row {
	v := row{Label: w.pieces(r.Label), Value: w.pieces(r.Value)}
	if len(v.Value) > 0 {
		v.Sign = sign(v.Label)
	}
	return v
}

// sign gives what stands behind a label, before its value.
func sign(label []piece) string {
	if len(label) == 0 {
		return ""
	}
	return layout.AfterLabel(label[len(label)-1].Text)
}

// dialled gives a number as a phone dials it: a plus, digits, star and hash (RFC 3966, section 3).
func dialled(number string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("+0123456789*", r) {
			return r
		}
		return -1
	}, number)
}

// href makes an address that may be spoken or typed ("asan.gov.az") one that a browser follows; empty where it is none.
func href(address string) string {
	if address == "" {
		return ""
	}
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}
