package voice

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/plainline/plainline/channels"
)

// TwilioPath is where the endpoint for Twilio and gateways compatible with it stands; the number of the request follows.
const TwilioPath = "/voice/twilio"

// gather is the verb of TwiML that waits for keys.
type gather struct {
	XMLName     xml.Name `xml:"Gather"`
	Input       string   `xml:"input,attr"`
	Digits      int      `xml:"numDigits,attr"`
	FinishOnKey string   `xml:"finishOnKey,attr"` // empty: star and hash are keys like the others
	Timeout     int      `xml:"timeout,attr"`
	Action      string   `xml:"action,attr"`
	Method      string   `xml:"method,attr"`
	Prompts     []any
}

// twilioDial is the verb of TwiML that connects the caller with a number.
type twilioDial struct {
	XMLName xml.Name `xml:"Dial"`
	Timeout int      `xml:"timeout,attr"`
	Action  string   `xml:"action,attr"`
	Method  string   `xml:"method,attr"`
	Number  string   `xml:",chardata"`
}

// ringing is how long a person's telephone rings.
const ringing = 30 * time.Second

// twilio serves the contract of Twilio's programmable voice: a signed form with CallSid, From and Digits; the answer is TwiML.
func (v *Voice) twilio(w http.ResponseWriter, r *http.Request) {
	if !channels.Posted(w, r) {
		return
	}
	f, ok := readForm(w, r)
	if !ok {
		return
	}
	root := v.root(r)
	if !v.signed(root, r, f) {
		w.WriteHeader(http.StatusForbidden) // and not a word about why
		return
	}
	c := call{
		id: f.Get("CallSid"), from: f.Get("From"), keys: f.Get("Digits"),
		reached: f.Get("DialCallStatus") == "completed",
	}
	v.answer(w, r, c, func(t *Turn) *document {
		return v.twiml(t, root, root+TwilioPath+"/"+strconv.Itoa(t.Step))
	})
}

// twiml writes a Turn in TwiML. Where a key is waited for, the next request follows also without one.
func (v *Voice) twiml(t *Turn, root, next string) *document {
	prompts := make([]any, 0, len(t.Prompts)+2)
	for i, sound := range v.sounds(root, t) {
		if sound != "" {
			prompts = append(prompts, play{Address: sound})
		} else {
			prompts = append(prompts, twilioSay(&t.Prompts[i]))
		}
	}
	again := redirect{Method: http.MethodPost, Address: next}
	switch {
	case t.HangUp:
		return &document{Verbs: append(prompts, hangup{})}
	case t.PutOn != "":
		dial := twilioDial{Timeout: seconds(ringing), Action: next, Method: http.MethodPost, Number: t.PutOn}
		return &document{Verbs: append(prompts, dial, again)}
	}
	return &document{Verbs: []any{gather{
		Input: "dtmf", Digits: t.Keys.Most, FinishOnKey: t.Keys.Finish, Timeout: seconds(t.Keys.First), Action: next, Method: http.MethodPost, Prompts: prompts,
	}, again}}
}

// twilioSay lets a voice of the gateway speak.
func twilioSay(p *Prompt) say {
	s := say{Language: locale(p.Lang)}
	if p.Rate == Usual && p.Louder == 0 {
		s.Text = p.Text()
		return s
	}
	s.Prosody = &prosody{Rate: fmt.Sprintf("%d%%", 100*p.Rate/Usual), Text: p.Text()}
	if p.Louder > 0 {
		s.Prosody.Volume = fmt.Sprintf("+%ddB", 6*p.Louder)
	}
	return s
}

func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// root gives scheme and host under which the world reaches this program.
func (v *Voice) root(r *http.Request) string {
	if v.options.Public != "" {
		return v.options.Public
	}
	u := url.URL{Scheme: "http", Host: r.Host}
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		u.Scheme = "https"
	}
	return u.String()
}
