package engine_test

import "testing"

// A first word may be a command: who asks for help in Russian gets it in Russian.
func TestAFirstCommandChoosesTheLanguageToo(t *testing.T) {
	t.Parallel()
	k := at(t, smallEdition(t), "notice")
	k.say("помощь")
	k.stands("home > help")
	if k.s.Lang != "ru" {
		t.Errorf("a first command in Russian is answered in %s", k.s.Lang)
	}
	k.say("help")
	if k.s.Lang != "ru" {
		t.Errorf("a later command in English changed the language to %s", k.s.Lang)
	}
}
