package main

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/voice"
)

// voiceFlags say how telephone calls are answered. Twilio's auth token is a secret and comes from the environment.
type voiceFlags struct {
	VoicePublic string   `placeholder:"URL" help:"The address of this program as gateways of telephone calls reach it, as https://your.host. Default: as each request says. Twilio's auth token is read from $PLAINLINE_TWILIO_TOKEN."`
	VoicePerson string   `placeholder:"NUMBER" help:"Connect callers who ask for a person with this number. Default: they are told which number to call."`
	VoiceRead   string   `placeholder:"CODE" help:"What callers can dial to read instead of hearing, as *123#; said where a caller stays silent, and in help."`
	VoiceAllow  []string `placeholder:"NET" help:"The only networks from which Africa's Talking may send calls, as 192.0.2.0/24. Default: any that knows the secret."`
}

const twilioVariable = "PLAINLINE_TWILIO_TOKEN"

var dialled = regexp.MustCompile(`^\+?[0-9*#]{2,20}$`)

// voice makes the channel. Audio of our own may be nil: then the voices of the gateway speak.
func (f voiceFlags) voice(h *host, desk *channels.Desk, secret *channels.Secret, demo bool, audio voice.Audio) (*voice.Voice, error) {
	o := voice.Options{
		Public: strings.TrimSuffix(f.VoicePublic, "/"), Token: strings.TrimSpace(h.getenv(twilioVariable)), Secret: callSecret(secret),
		Audio: audio, PutOn: f.VoicePerson, ReadOn: f.VoiceRead, Demo: demo,
	}
	if u, err := url.Parse(o.Public); o.Public != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		return nil, hint(errors.New("-voice-public is no address"), "write it as https://your.host, with the path where one stands before ours")
	}
	for name, number := range map[string]string{"person": o.PutOn, "read": o.ReadOn} {
		if number != "" && !dialled.MatchString(number) {
			return nil, hint(fmt.Errorf("-voice-%s is nothing that can be dialled", name), "write it as +994121234567 or *123#")
		}
	}
	var err error
	if o.Allow, err = networks("-voice-allow", f.VoiceAllow); err != nil {
		return nil, err
	}
	return voice.New(desk, secret, o), nil
}

// callSecret is the part of the path of calls that nobody can guess.
func callSecret(s *channels.Secret) string {
	return hex.EncodeToString(s.Derive("gateway/africastalking/voice"))[:32]
}
