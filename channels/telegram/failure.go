package telegram

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"time"

	"github.com/go-telegram/bot"
)

// Failure says why a call of the Bot API came to nothing, and what to do then. It holds no token, no chat and no text.
type Failure struct {
	Method string
	Status int           // of HTTP; 0 where there was no answer
	Says   string        // Telegram's reason, without numbers
	After  time.Duration // how long Telegram asks to wait
}

// Error names the method and the reason.
func (f *Failure) Error() string {
	if f.Status == 0 {
		return fmt.Sprintf("%s: no answer: %s", f.Method, f.Says)
	}
	return fmt.Sprintf("%s: %d %s", f.Method, f.Status, f.Says)
}

// Retry says whether to try again, and when at the earliest. A refused message stays refused; a person who blocked the bot
// is not written to.
func (f *Failure) Retry() (after time.Duration, again bool) {
	switch f.Status {
	case http.StatusBadRequest, http.StatusForbidden:
		return 0, false
	}
	return f.After, true
}

// Gone says that nobody is there any more: the bot was blocked, or the chat is no more.
func (f *Failure) Gone() bool { return f.Status == http.StatusForbidden }

// Everybody says that the trouble is not about this message: the token is not valid, so that nothing can be sent.
func (f *Failure) Everybody() bool {
	return f.Status == http.StatusUnauthorized || f.Status == http.StatusNotFound
}

// failure makes a Failure of what a call returned. The library's errors may hold chats and texts, so only the kinds that are
// known are taken over.
func failure(method string, status int, err error) error {
	f := &Failure{Method: method, Status: status}
	var many *bot.TooManyRequestsError
	switch {
	case errors.As(err, &many):
		f.Status, f.After, f.Says = http.StatusTooManyRequests, time.Duration(min(max(many.RetryAfter, 0), mostWait))*time.Second, "too many requests"
	case errors.Is(err, bot.ErrorBadRequest), errors.Is(err, bot.ErrorForbidden), errors.Is(err, bot.ErrorUnauthorized),
		errors.Is(err, bot.ErrorNotFound), errors.Is(err, bot.ErrorConflict):
		f.Says = withoutNumbers(err.Error())
	case errors.Is(err, context.DeadlineExceeded):
		f.Status, f.Says = 0, "too late"
	case errors.Is(err, context.Canceled):
		f.Status, f.Says = 0, "broken off"
	case status == 0:
		f.Says = "the connection failed"
	default:
		f.Says = http.StatusText(status)
	}
	return f
}

// numbers are chats, persons and anything else that must not be in a log.
var numbers = regexp.MustCompile(`\d{4,}[^\s,.]*`)

func withoutNumbers(says string) string {
	const most = 160
	if len(says) > most {
		says = says[:most]
	}
	return numbers.ReplaceAllString(says, "#")
}

// backoff is how long to wait after the n-th failure, counted from 0.
func backoff(n int) time.Duration {
	const least, most = 500 * time.Millisecond, time.Minute
	return min(least<<min(n, 10), most)
}

// pause waits; false where the context ended first.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
