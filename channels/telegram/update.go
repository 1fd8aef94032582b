package telegram

import "encoding/json"

// The parts of an update that matter here (Bot API, "Update"). Everything else is left unread, so that what Telegram adds
// tomorrow cannot break what is understood today.
type update struct {
	ID       int64          `json:"update_id"`
	Message  *inMessage     `json:"message"`
	Edited   *inMessage     `json:"edited_message"`
	Callback *callbackQuery `json:"callback_query"`
}

type inMessage struct {
	ID      int64           `json:"message_id"`
	Thread  int64           `json:"message_thread_id"`
	Topic   bool            `json:"is_topic_message"`
	From    *user           `json:"from"`
	Sender  *chat           `json:"sender_chat"`
	Chat    chat            `json:"chat"`
	Text    string          `json:"text"`
	Caption string          `json:"caption"`
	ReplyTo *repliedMessage `json:"reply_to_message"`
	media
}

// media are the kinds of messages without words that a person sends on purpose. Others are notes of the messenger itself.
type media struct {
	Animation json.RawMessage `json:"animation"`
	Audio     json.RawMessage `json:"audio"`
	Contact   json.RawMessage `json:"contact"`
	Document  json.RawMessage `json:"document"`
	Location  json.RawMessage `json:"location"`
	Photo     json.RawMessage `json:"photo"`
	Sticker   json.RawMessage `json:"sticker"`
	Video     json.RawMessage `json:"video"`
	VideoNote json.RawMessage `json:"video_note"`
	Voice     json.RawMessage `json:"voice"`
}

func (m *media) any() bool {
	for _, raw := range [...]json.RawMessage{m.Animation, m.Audio, m.Contact, m.Document, m.Location, m.Photo, m.Sticker, m.Video, m.VideoNote, m.Voice} {
		if len(raw) > 0 && string(raw) != "null" {
			return true
		}
	}
	return false
}

type repliedMessage struct {
	From *user `json:"from"`
}

type user struct {
	ID    int64  `json:"id"`
	IsBot bool   `json:"is_bot"`
	Lang  string `json:"language_code"`
}

type chat struct {
	ID   int64  `json:"id"`
	Type string `json:"type"` // private, group, supergroup, channel
}

type callbackQuery struct {
	ID      string     `json:"id"`
	From    *user      `json:"from"`
	Message *inMessage `json:"message"` // where it is too old, only its chat is left
	Data    string     `json:"data"`
}

// readUpdate reads an update. What does not have the form of one is left out; where not even the number can be read, ok is
// false.
func readUpdate(raw []byte) (u update, ok bool) {
	if json.Unmarshal(raw, &u) == nil {
		return u, u.ID > 0
	}
	var only struct {
		ID int64 `json:"update_id"`
	}
	if json.Unmarshal(raw, &only) != nil {
		return update{}, false
	}
	return update{ID: only.ID}, only.ID > 0
}
