package telegram_test

import (
	"strconv"
	"strings"
	"testing"
)

const groupChat = -100200

// inGroup is a message of somebody in a group.
func inGroup(who, id int64, text string) map[string]any {
	m := private(who, id, text)
	m["chat"] = map[string]any{"id": groupChat, "type": "supergroup", "title": "Neighbours"}
	return m
}

func TestInAGroupOnlyWhatIsSaidToTheBotIsAnswered(t *testing.T) {
	t.Parallel()
	h := open(t, newFake(t), newDesk(), nil)
	h.until("updates are asked for", func() bool { return len(h.of("getUpdates")) > 0 })
	answering := func(who, id, to int64, text string) map[string]any {
		m := inGroup(who, id, text)
		m["reply_to_message"] = map[string]any{"message_id": 1, "from": map[string]any{"id": to, "is_bot": true}}
		return m
	}
	for i, silent := range []map[string]any{
		inGroup(7, 1, "passport fee"), inGroup(7, 2, "1"), inGroup(7, 3, "@another_bot passport fee"), inGroup(7, 4, "/help@another_bot"),
		inGroup(7, 5, "/unknown"), inGroup(7, 6, "write to office@plain_bot.example"), answering(7, 7, 42, "passport fee"), inGroup(7, 8, ""),
	} {
		h.acknowledged(h.add("message", silent))
		if n := len(h.messages(groupChat)); n != 0 {
			t.Fatalf("number %d, %q, is answered with %q", i, silent["text"], h.messages(groupChat)[0].text)
		}
	}
	for i, test := range []struct {
		message map[string]any
		want    string
	}{
		{inGroup(7, 11, "@plain_bot passport fee"), "Passport: Fee"},
		{inGroup(7, 12, "id card fee, @Plain_Bot?"), "Code 1F"},
		{inGroup(7, 13, "/help"), "98 more"},
		{inGroup(7, 14, "/home@plain_bot"), "What do you need?"},
		{answering(7, 15, 123456789, "1"), "1 "},
		{inGroup(8, 16, "@plain_bot"), "A machine answers"},
		{inGroup(7, 17, "/passport@plain_bot fee"), "Passport: Fee"},
	} {
		h.add("message", test.message)
		got := h.said(groupChat, i+1)
		if !strings.Contains(got.text+got.data("1 ")+"1 ", test.want) {
			t.Errorf("%q is answered with %q, want %q in it", test.message["text"], got.text, test.want)
		}
		sends := h.of("sendMessage")
		if reply := sends[len(sends)-1].form["reply_parameters"]; !strings.Contains(reply, strconv.FormatInt(test.message["message_id"].(int64), 10)) {
			t.Errorf("%q is answered without saying that it is: %q", test.message["text"], reply)
		}
	}
}

// What somebody asked the bot alone is not to be seen in a group, and each person in a group has a talk of their own.
func TestATalkInAGroupIsAnother(t *testing.T) {
	t.Parallel()
	h := open(t, newFake(t), newDesk(), nil)
	h.until("updates are asked for", func() bool { return len(h.of("getUpdates")) > 0 })
	h.add("message", private(7, 1, "disability pension"))
	h.said(7, 1)
	h.add("message", inGroup(7, 2, "/start@plain_bot"))
	if got := h.said(groupChat, 1); !strings.Contains(got.text, "A machine answers") {
		t.Errorf("in the group the bot says %q, want the beginning of a talk", got.text)
	}
	h.add("message", inGroup(7, 3, "@plain_bot passport fee"))
	h.said(groupChat, 2)
	q := press(8, "=0")
	q["message"] = inGroup(8, 4, "what the bot had said")
	h.add("callback_query", q)
	if got := h.said(groupChat, 3); strings.Contains(got.text, "Passport") {
		t.Errorf("somebody else's press of back is answered with %q", got.text)
	}
	h.add("message", private(7, 5, "/start"))
	if got := h.said(7, 2); !strings.Contains(got.text, "You were here before") || strings.Contains(got.text, "Passport") {
		t.Errorf("alone, the bot says %q", got.text)
	}
}
