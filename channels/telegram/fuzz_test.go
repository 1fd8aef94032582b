package telegram

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/plainline/plainline/channels/outbox"
	"github.com/plainline/plainline/dialog"
)

// FuzzUpdate reads anything as an update: nothing panics, and what is read is clean and meant for us.
func FuzzUpdate(f *testing.F) {
	for _, seed := range []string{
		`{"update_id":1,"message":{"message_id":1,"from":{"id":7,"language_code":"en-GB"},"chat":{"id":7,"type":"private"},"text":"passport fee"}}`,
		`{"update_id":2,"message":{"message_id":2,"from":{"id":7},"chat":{"id":-7,"type":"group"},"text":"/start@plain_bot 1F"}}`,
		`{"update_id":3,"edited_message":{"message_id":2,"from":{"id":7},"chat":{"id":-7,"type":"supergroup"},"is_topic_message":true,"message_thread_id":9,"text":"@plain_bot hi"}}`,
		`{"update_id":4,"callback_query":{"id":"1","from":{"id":7},"message":{"message_id":1,"date":0,"chat":{"id":7,"type":"private"}},"data":"AAAAAA1:home"}}`,
		`{"update_id":5,"message":{"message_id":1,"from":{"id":7},"chat":{"id":7,"type":"private"},"caption":"\ud83d\udc4d","photo":[{}]}}`,
		`{"update_id":6,"message":{"message_id":"x"}}`, `{"update_id":-1}`, `[]`, `null`, "", "{",
	} {
		f.Add([]byte(seed))
	}
	me := &identity{id: 42, name: "plain_bot"}
	f.Fuzz(func(t *testing.T, raw []byte) {
		u, ok := readUpdate(raw)
		if !ok {
			return
		}
		if u.ID <= 0 {
			t.Errorf("%q has the number %d", raw, u.ID)
		}
		d, ours := read(&u, me)
		if !ours {
			return
		}
		if d.chat == 0 || !utf8.ValidString(d.text) || d.update != u.ID {
			t.Errorf("%q is read as %+v", raw, d)
		}
		if d.group && d.address() == "7" {
			t.Errorf("%q: a group is taken for a person", raw)
		}
		pressed(d.data, &dialog.Session{Offered: 1, Trail: []dialog.Spot{"home"}})
	})
}

// FuzzUpdates reads anything as the answer to getUpdates.
func FuzzUpdates(f *testing.F) {
	f.Add(200, []byte(`{"ok":true,"result":[{"update_id":1},2,"x",null]}`))
	f.Add(429, []byte(`{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 5","parameters":{"retry_after":5}}`))
	f.Add(500, []byte(`<html>`))
	f.Fuzz(func(t *testing.T, status int, raw []byte) {
		batch, err := parseUpdates(status, raw)
		if err == nil {
			for _, one := range batch {
				readUpdate(one)
			}
			return
		}
		if after, again := outbox.Retry(err); after < 0 || again && after > 1<<62 {
			t.Errorf("%q: again after %v", raw, after)
		}
	})
}

// FuzzState reads anything as the channel's bytes; what it writes it reads again.
func FuzzState(f *testing.F) {
	st := state{message: 5, mark: 6, edited: true}
	st.take(1 << 31)
	f.Add(st.append(nil))
	f.Add([]byte{tag})
	f.Fuzz(func(t *testing.T, b []byte) {
		st := readState(b)
		again := st.append(nil)
		if len(again) > dialog.MaxChannelBytes || readState(again) != st {
			t.Errorf("%x is read as %+v, and written as %x", b, st, again)
		}
	})
}

// FuzzLabel cuts any label and any text: never inside a character, never too long, and nothing but blanks is lost.
func FuzzLabel(f *testing.F) {
	f.Add("1 Şəxsiyyət vəsiqəsi 👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍", 5)
	f.Fuzz(func(t *testing.T, text string, n int) {
		if !utf8.ValidString(text) || n < 2 || n > most {
			return
		}
		if label := shorten(text); units(label) > maxLabel || !utf8.ValidString(label) {
			t.Errorf("%q is shortened to %q", text, label)
		}
		for rest := text; rest != ""; {
			part, after := cut(rest, n)
			if units(part) > n || !utf8.ValidString(part) || len(after) >= len(rest) {
				t.Fatalf("%q is cut into %q and %q at %d", rest, part, after, n)
			}
			rest = after
		}
	})
}

// What a Sender carries is JSON that is read again as it was.
func TestBodyIsReadAgain(t *testing.T) {
	t.Parallel()
	want := body{message: message{Text: "a\n\"b\" <i>&", Styles: []style{{Italic: true, Offset: 1, Length: 2}}, Buttons: [][]button{{{Label: "1 x", Data: "AAAAAA1:y"}}}}, Thread: 3, Answer: 4}
	data, err := json.Marshal(&want)
	var got body
	if err2 := json.Unmarshal(data, &got); err != nil || err2 != nil || got.Text != want.Text || got.Buttons[0][0] != want.Buttons[0][0] || got.Thread != 3 || got.Answer != 4 {
		t.Errorf("%+v is carried as %s and read as %+v (%v, %v)", want, data, got, err, err2)
	}
}
