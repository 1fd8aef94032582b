package sms

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/plainline/plainline/channels"
)

const (
	patience  = 20 * time.Second
	maxAnswer = 64 << 10
)

// Send implements outbox.Sender by Africa's Talking's API (POST version1/messaging). The receipt is their messageId.
func (s *SMS) Send(ctx context.Context, to channels.Address, body []byte) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	form := url.Values{"username": {s.options.User}, "to": {"+" + string(to)}, "message": {string(body)}, "enqueue": {"1"}}
	if s.options.From != "" {
		form.Set("from", s.options.From)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.options.Server+"/version1/messaging", strings.NewReader(form.Encode()))
	if err != nil {
		return "", &Failure{Says: "the address of the server is none"}
	}
	r.Header.Set("apiKey", s.options.Key)
	r.Header.Set("Accept", "application/json")
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := s.client.Do(r)
	if err != nil {
		return "", unanswered(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
	if answer.StatusCode/100 != 2 {
		return "", &Failure{Status: answer.StatusCode, Says: http.StatusText(answer.StatusCode), After: retryAfter(answer.Header)}
	}
	if err != nil {
		return "", unreadable()
	}
	return readAnswer(data)
}

// unanswered says that no answer came; what the library says may hold an address.
func unanswered(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return &Failure{Says: "no answer: too late"}
	}
	return &Failure{Says: "no answer: the connection failed"}
}

// unreadable says that they took the request and nobody knows what for. To send it again by ourselves would be one SMS too
// many; an operator may.
func unreadable() error {
	return &Failure{Status: http.StatusOK, Code: unknownAnswer, Says: "the answer cannot be read: it may have been sent"}
}

// reply is the answer of the API.
type reply struct {
	Data *struct {
		Message    string
		Recipients []struct {
			Code   int    `json:"statusCode"`
			Status string `json:"status"`
			ID     string `json:"messageId"`
		}
	} `json:"SMSMessageData"`
}

// readAnswer reads what became of the one recipient.
func readAnswer(data []byte) (receipt string, err error) {
	var a reply
	if json.Unmarshal(data, &a) != nil || a.Data == nil {
		return "", unreadable()
	}
	if len(a.Data.Recipients) == 0 { // refused as a whole; the reason is a single word
		return "", &Failure{Status: http.StatusOK, Code: codeNamed(a.Data.Message), Says: reason(a.Data.Message)}
	}
	r := a.Data.Recipients[0]
	switch r.Code {
	case processed, sent, queued:
		return r.ID, nil
	}
	return "", &Failure{Status: http.StatusOK, Code: r.Code, Says: reason(r.Status)}
}

// retryAfter reads the header (RFC 9110, 10.2.3): seconds, or a moment by the server's own clock.
func retryAfter(h http.Header) time.Duration {
	text := h.Get("Retry-After")
	if n, err := strconv.Atoi(text); err == nil {
		return time.Duration(min(max(n, 0), 24*60*60)) * time.Second
	}
	at, err := http.ParseTime(text)
	now, errNow := http.ParseTime(h.Get("Date"))
	if err != nil || errNow != nil {
		return 0
	}
	return max(at.Sub(now), 0)
}
