package voice

import (
	"encoding/xml"
	"net/http"
	"strconv"
	"strings"

	"github.com/plainline/plainline/channels"
)

// AfricasTalkingPath is where the endpoint for Africa's Talking stands; the secret and the number of the request follow.
const AfricasTalkingPath = "/voice/africastalking/"

// getDigits is the verb of Africa's Talking that waits for keys. It has no key that ends the input: without one, the first
// key that is pressed is sent, star and hash too.
type getDigits struct {
	XMLName  xml.Name `xml:"GetDigits"`
	Digits   int      `xml:"numDigits,attr"`
	Timeout  int      `xml:"timeout,attr"`
	Callback string   `xml:"callbackUrl,attr"`
	Prompts  []any
}

// atDial is the verb of Africa's Talking that connects the caller with a number.
type atDial struct {
	XMLName xml.Name `xml:"Dial"`
	Numbers string   `xml:"phoneNumbers,attr"`
}

// africasTalking serves the contract of Africa's Talking voice: a form with sessionId, isActive, callerNumber and dtmfDigits;
// the answer is their XML. The gateway signs nothing, so the path holds a secret, and only some addresses may come.
func (v *Voice) africasTalking(w http.ResponseWriter, r *http.Request) {
	if !channels.Admit(w, r, v.options.Secret, v.options.Allow) {
		return
	}
	f, ok := readForm(w, r)
	if !ok {
		return
	}
	if f.Get("isActive") == "0" { // the call has ended; there is nothing to say to anybody
		v.write(w, &document{})
		return
	}
	c := call{id: f.Get("sessionId"), from: f.Get("callerNumber"), keys: f.Get("dtmfDigits")}
	if d := f.Get("dialDurationInSeconds"); d != "" && d != "0" {
		c.reached = true
	}
	if c.keys == "" && strings.HasSuffix(r.URL.Path, "/keys") {
		c.keys = string(rune(keyMore)) // no silence comes here, so it was the one key that is never sent
	}
	root := v.root(r)
	v.answer(w, r, c, func(t *Turn) *document {
		return v.africasTalkingXML(t, root, root+AfricasTalkingPath+v.options.Secret+"/"+strconv.Itoa(t.Step))
	})
}

// africasTalkingXML writes a Turn in the XML of Africa's Talking. Silence sends no request there and a document that ends
// with GetDigits hangs up, so a redirect always follows; the end of a document is the end of the call.
func (v *Voice) africasTalkingXML(t *Turn, root, next string) *document {
	prompts := make([]any, 0, len(t.Prompts)+2)
	for i, sound := range v.sounds(root, t) {
		if sound != "" {
			prompts = append(prompts, play{URL: sound})
		} else {
			prompts = append(prompts, say{Language: locale(t.Prompts[i].Lang), Text: t.Prompts[i].Text()})
		}
	}
	again := redirect{Address: next}
	switch {
	case t.HangUp:
		return &document{Verbs: prompts}
	case t.PutOn != "":
		return &document{Verbs: append(prompts, atDial{Numbers: t.PutOn}, again)}
	}
	return &document{Verbs: []any{getDigits{
		Digits: t.Keys.Most, Timeout: seconds(t.Keys.First), Callback: next + "/keys", Prompts: prompts,
	}, again}}
}
