package sms

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// The status codes of Africa's Talking for one recipient.
const (
	processed           = 100
	sent                = 101
	queued              = 102
	invalidSender       = 402
	insufficientBalance = 405
	blacklisted         = 406
	doNotDisturb        = 409
	internalError       = 500
	gatewayError        = 501

	unknownAnswer = -1 // ours: what they answered cannot be read
)

// Failure says why an SMS was not sent. It holds no number and no words.
type Failure struct {
	Status int // of HTTP; 0 where there was no answer
	Code   int // of the recipient; 0 where there was none
	Says   string
	After  time.Duration
}

// Error gives the reason.
func (f *Failure) Error() string {
	if f.Code > 0 {
		return fmt.Sprintf("send an SMS: %d %s", f.Code, f.Says)
	}
	if f.Status != 0 {
		return fmt.Sprintf("send an SMS: HTTP %d %s", f.Status, f.Says)
	}
	return "send an SMS: " + f.Says
}

// slow is how long to wait for an operator: for money, a valid key, a known sender.
const slow = 5 * time.Minute

// Retry says whether to try again. What is wrong with this number stays wrong; what is wrong on the operator's side or theirs
// will be put right.
func (f *Failure) Retry() (after time.Duration, again bool) {
	switch {
	case f.Code == internalError, f.Code == gatewayError:
		return f.After, true
	case f.Code != 0 && !f.Everybody():
		return 0, false
	case f.Status == http.StatusBadRequest, f.Status == http.StatusRequestEntityTooLarge:
		return 0, false
	case f.operators():
		return max(f.After, slow), true
	}
	return f.After, true
}

// Gone says that the person does not want to hear from us.
func (f *Failure) Gone() bool { return f.Code == blacklisted || f.Code == doNotDisturb }

// Everybody says that any other SMS would meet the same.
func (f *Failure) Everybody() bool {
	return f.operators() || f.Code == 0 && (f.Status == 0 || f.Status/100 == 3 || f.Status == http.StatusTooManyRequests || f.Status/100 == 5)
}

// operators says that the operator must do something first.
func (f *Failure) operators() bool {
	switch f.Status {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusNotFound:
		return true
	}
	return f.Code == invalidSender || f.Code == insufficientBalance
}

// codeNamed gives the code of a reason that came as a word.
func codeNamed(word string) int {
	switch strings.TrimSpace(word) {
	case "InvalidSenderId":
		return invalidSender
	case "InsufficientBalance":
		return insufficientBalance
	case "UserInBlacklist":
		return blacklisted
	}
	return unknownAnswer
}

// reason keeps a reason if it is a word of theirs, because anything else may hold a number.
func reason(word string) string {
	for _, c := range word {
		if (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && c != ' ' {
			return "refused"
		}
	}
	if len(word) == 0 || len(word) > 60 {
		return "refused"
	}
	return word
}
