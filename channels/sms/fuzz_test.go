package sms

import (
	"errors"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels/outbox"
)

func FuzzReport(f *testing.F) {
	f.Add("id=ATXid_1&status=Success&phoneNumber=%2B994501234567")
	f.Add("id=1&status=Failed&failureReason=UserIsInactive")
	f.Add("id=%zz")
	f.Fuzz(func(t *testing.T, body string) {
		said, ok := readReport(body)
		if ok && (said.Receipt == "" || len(said.Receipt) > outbox.MaxReceipt || strings.ContainsAny(said.Reason, "0123456789+")) {
			t.Errorf("%q was read as %+v", body, said)
		}
	})
}

func FuzzAnswer(f *testing.F) {
	f.Add(`{"SMSMessageData":{"Message":"x","Recipients":[{"statusCode":101,"messageId":"ATXid_1","status":"Success"}]}}`)
	f.Add(`{"SMSMessageData":{"Message":"InvalidSenderId","Recipients":[]}}`)
	f.Add(`{}`)
	f.Fuzz(func(t *testing.T, body string) {
		_, err := readAnswer([]byte(body))
		var fail *Failure
		if err != nil && (!errors.As(err, &fail) || len(fail.Says) > 100) {
			t.Errorf("%q was read as %v", body, err)
		}
	})
}
