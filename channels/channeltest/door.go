package channeltest

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog/session"
)

// maxRefusal is how long an answer to a stranger may be: a status in words, and no detail.
const maxRefusal = 32

// forged sends good deliveries with one byte of the proof changed: a bare refusal, and the talk does not move. Where the
// proof is a secret in the path there is nothing at any other path: 404 says as little as 403.
func (c Candidate) forged(t *testing.T) {
	k := c.open(t, base(t), session.NewMemory(0))
	if k.Door == nil || k.Door.Forge == nil {
		t.Skip("nobody vouches for the people of this channel: there is no proof to forge")
	}
	for n := range 20 {
		r := k.Door.Letter(1, n)
		k.Door.Forge(r)
		w := serve(k.Door, r)
		if w.Code != http.StatusUnauthorized && w.Code != http.StatusForbidden && w.Code != http.StatusNotFound {
			t.Errorf("forged delivery %d: %d", n, w.Code)
		}
		if body := strings.TrimSpace(w.Body.String()); len(body) > maxRefusal {
			t.Errorf("forged delivery %d is told %q", n, body)
		}
		if w := serve(k.Door, k.Door.Letter(1, n)); w.Code != http.StatusOK {
			t.Errorf("the good delivery %d after a forged one: %d %s", n, w.Code, w.Body)
		}
	}
}

// reordered has deliveries overtake one another: each is answered, and the talk goes on.
func (c Candidate) reordered(t *testing.T) {
	k := c.open(t, base(t), session.NewMemory(0))
	if k.Door == nil {
		t.Skip("this channel has no gateway that could change the order")
	}
	for _, n := range []int{0, 2, 1, 1, 4, 3, 0, 5} {
		if w := serve(k.Door, k.Door.Letter(3, n)); w.Code != http.StatusOK {
			t.Errorf("delivery %d out of order: %d %s", n, w.Code, w.Body)
		}
	}
}

func serve(d *Door, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	d.Handler.ServeHTTP(w, r)
	return w
}

// hostile sends bodies that no gateway would: too large, cut off, not text, deep, many fields. They are refused or
// acknowledged, never answered with an error of ours, and good deliveries go on.
func (c Candidate) hostile(t *testing.T) {
	k := c.open(t, base(t), session.NewMemory(0))
	if k.Door == nil || k.Door.Body == nil {
		t.Skip("this channel has no address of its own")
	}
	for name, body := range map[string][]byte{
		"1 MB":        bytes.Repeat([]byte("a=b&"), 1<<18),
		"1 MB, one":   append([]byte("text="), bytes.Repeat([]byte("9"), 1<<20)...),
		"nothing":     nil,
		"not text":    {0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28},
		"cut off":     []byte(`{"update_id": 5, "message": {"text": "pa`),
		"half escape": []byte("text=%e0%a"),
		"deep":        bytes.Repeat([]byte(`{"a":[`), 20000),
		"fields":      []byte(strings.Repeat("k&", 20000)),
		"null":        []byte("null"),
		"number":      []byte(`{"update_id": 1e400, "message": 7}`),
	} {
		if w := serve(k.Door, k.Door.Body(body)); w.Code >= 500 {
			t.Errorf("%s is answered with %d %.100s", name, w.Code, w.Body)
		}
	}
	if w := serve(k.Door, k.Door.Letter(2, 0)); w.Code != http.StatusOK {
		t.Errorf("a good delivery after hostile ones: %d %s", w.Code, w.Body)
	}
}
