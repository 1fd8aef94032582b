package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"github.com/plainline/plainline/channels"
)

// body is what a Sender carries: a message, and where in the chat it belongs.
type body struct {
	message
	Thread int64 `json:"topic,omitempty"`
	Answer int64 `json:"re,omitempty"` // the message in a group that is answered
}

// Deliver sends the body of an Outgoing. Where Telegram does not take it as it is, it goes without formatting, and then with
// the buttons as plain text, so that the words arrive in any case.
func (t *Telegram) Deliver(ctx context.Context, to channels.Address, data []byte) error {
	var b body
	chat, err := strconv.ParseInt(string(to), 10, 64)
	if err == nil {
		err = json.Unmarshal(data, &b)
	}
	if err != nil {
		return &Failure{Method: "sendMessage", Status: http.StatusBadRequest, Says: "what was kept of the message cannot be read"}
	}
	for n, form := range [...]*bot.SendMessageParams{b.params(true), b.params(false), b.plain()} {
		form.ChatID = chat
		err = t.send(ctx, form)
		var f *Failure
		if !errors.As(err, &f) || f.Status != http.StatusBadRequest {
			return err
		}
		if n == 0 {
			t.options.Log.Warn("a message goes out in a plainer form", "err", err)
		}
	}
	return err
}

// send sends one message; to a group that has a new number, under that.
func (t *Telegram) send(ctx context.Context, p *bot.SendMessageParams) error {
	var moved *bot.MigrateError
	try := func() error {
		return t.api.do(ctx, "sendMessage", quickly, func(ctx context.Context, b *bot.Bot) error {
			_, err := b.SendMessage(ctx, p)
			errors.As(err, &moved)
			return err
		})
	}
	err := try()
	if err != nil && moved != nil && p.ChatID != int64(moved.MigrateToChatID) {
		p.ChatID = int64(moved.MigrateToChatID)
		err = try()
	}
	return err
}

func (b *body) params(styled bool) *bot.SendMessageParams {
	p := &bot.SendMessageParams{Text: b.Text, MessageThreadID: int(b.Thread), LinkPreviewOptions: &models.LinkPreviewOptions{IsDisabled: bot.True()}}
	if b.Answer != 0 {
		p.ReplyParameters = &models.ReplyParameters{MessageID: int(b.Answer), AllowSendingWithoutReply: true}
	}
	if styled {
		for _, s := range b.Styles {
			kind := models.MessageEntityTypeBold
			if s.Italic {
				kind = models.MessageEntityTypeItalic
			}
			p.Entities = append(p.Entities, models.MessageEntity{Type: kind, Offset: s.Offset, Length: s.Length})
		}
	}
	if len(b.Buttons) > 0 {
		p.ReplyMarkup = markup(b.Buttons)
	}
	return p
}

// plain gives the message as words only.
func (b *body) plain() *bot.SendMessageParams {
	p := &bot.SendMessageParams{Text: b.Text}
	for _, row := range b.Buttons {
		for _, button := range row {
			p.Text += "\n" + button.Label
		}
	}
	return p
}

func markup(buttons [][]button) *models.InlineKeyboardMarkup {
	m := &models.InlineKeyboardMarkup{}
	for _, row := range buttons {
		var keys []models.InlineKeyboardButton
		for _, b := range row {
			keys = append(keys, models.InlineKeyboardButton{Text: b.Label, CallbackData: b.Data})
		}
		m.InlineKeyboard = append(m.InlineKeyboard, keys)
	}
	return m
}

// outgoing packs the messages that answer a delivery.
func (t *Telegram) outgoing(d *delivery, messages []message) ([]Outgoing, error) {
	var all []Outgoing
	for i, m := range messages {
		b := body{message: m, Thread: d.thread}
		if d.group && i == 0 {
			b.Answer = d.message
		}
		data, err := json.Marshal(&b)
		if err != nil {
			return nil, fmt.Errorf("pack a message: %w", err)
		}
		all = append(all, Outgoing{
			Person: t.persons.Of(d.address()), To: channels.Address(strconv.FormatInt(d.chat, 10)),
			Key: "telegram/" + strconv.FormatInt(d.update, 10) + "/" + strconv.Itoa(i), Body: data,
		})
	}
	return all, nil
}
