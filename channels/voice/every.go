package voice

import (
	"fmt"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// Every gives the Turns of a reply, one for each part, as a caller hears them who presses # to the end; for whoever measures
// them or has them recorded. A caller who has not heard the notice of first contact hears it too.
func (v *Voice) Every(e *channels.Edition, s *dialog.Session, r *dialog.Reply, noticed bool) []Turn {
	var turns []Turn
	st := state{}
	if noticed {
		st.flags = told
	}
	for st.part = 0; st.part < 250; st.part++ {
		l := layer{visit: &visit{channel: v, state: st}, edition: e, session: s, reply: r}
		t := l.turn()
		turns = append(turns, t)
		if !t.More {
			break
		}
	}
	return turns
}

// Sayings gives what the channel itself says in a language, besides replies: of silence and wrong keys, of volume and speed.
func Sayings(e *channels.Edition, lang knowledge.Lang) [][]layout.Heard {
	l := e.Base.Lang[lang]
	var all [][]layout.Heard
	say := func(k knowledge.PhraseKey, slots ...slot) {
		all = append(all, stopped(e.Writer(lang).Ear(phrase(l, k, slots...))))
	}
	for a := nowSlower; a <= lastAside; a++ {
		say(asidePhrases[a])
	}
	for _, k := range []knowledge.PhraseKey{
		knowledge.PhraseVoiceSilent, knowledge.PhraseVoiceStillSilent, knowledge.PhraseVoiceLastCall, knowledge.PhraseVoiceEnding,
		knowledge.PhraseVoicePuttingOn, knowledge.PhraseVoiceAgain, knowledge.PhraseVoiceKeys, knowledge.PhraseGoodbye,
	} {
		say(k)
	}
	for i := range len(allKeys) {
		say(knowledge.PhraseVoiceHeard, slot{"key", keyText(l, allKeys[i])})
	}
	return all
}

// Documents writes a Turn as each of the gateways gets it, by the name of the verb that waits for keys there; for whoever
// judges them.
func (v *Voice) Documents(t *Turn) (map[string][]byte, error) {
	out := map[string][]byte{}
	for name, d := range map[string]*document{
		"Gather":    v.twiml(t, "https://host.example", "https://host.example/voice/twilio/7"),
		"GetDigits": v.africasTalkingXML(t, "https://host.example", "https://host.example/voice/africastalking/secret/7"),
	} {
		b, err := d.bytes()
		if err != nil {
			return nil, fmt.Errorf("write the document with %s: %w", name, err)
		}
		out[name] = b
	}
	return out, nil
}
