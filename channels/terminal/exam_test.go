package terminal_test

import (
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/channeltest"
	"github.com/plainline/plainline/channels/terminal"
)

func TestExam(t *testing.T) {
	t.Parallel()
	channeltest.Exam(t, channeltest.Candidate{Open: func(_ *testing.T, d *channels.Desk) channeltest.Taker {
		return channeltest.Taker{People: terminal.New(d, &channels.Secret{1})}
	}})
}
