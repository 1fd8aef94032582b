package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	mathrand "math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/outbox"
	"github.com/plainline/plainline/channels/sms"
)

// smsFlags say how answers go out as SMS. The key of the API is a secret and comes from the environment.
type smsFlags struct {
	SMSUser   string   `name:"sms-user" placeholder:"NAME" help:"Offer answers by SMS to people on a telephone, through this account at Africa's Talking; \"sandbox\" tries it. The key of its API is read from $PLAINLINE_SMS_KEY."`
	SMSFrom   string   `name:"sms-from" placeholder:"SENDER" help:"The sender id or short code of SMS. Default: that of Africa's Talking."`
	SMSServer string   `name:"sms-server" placeholder:"URL" help:"A server of the same API elsewhere."`
	SMSAllow  []string `name:"sms-allow" placeholder:"NET" help:"The only networks from which delivery reports may come, as 192.0.2.0/24. Default: any that knows the secret."`
}

const smsVariable = "PLAINLINE_SMS_KEY"

// mail is what goes out: nil channels where nothing is set up.
type mail struct {
	box *outbox.Outbox
	sms *sms.SMS
}

// outbox opens the outbox where something may go out by it, and there is a place for it.
func (c serveCommand) outbox(h *host, secret *channels.Secret, log *slog.Logger) (m mail, err error) {
	if c.SMSUser == "" && h.getenv(tokenVariable) == "" {
		return m, c.withoutSMS(h)
	}
	if c.SecretFile != "" && c.Data == "" { // no state is to be kept on this machine
		if c.SMSUser != "" {
			return m, hint(errors.New("SMS need a place where they are kept until they are sent"), "name a folder with -data too")
		}
		return m, nil
	}
	file, err := c.outboxFile(h)
	if err != nil {
		return m, err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return m, hint(fmt.Errorf("keep state: %w", err), "name a folder that this user may write: -data DIR")
	}
	m.box, err = openOutbox(h, file, secret, log)
	if err == nil && c.SMSUser != "" {
		m.sms, err = c.sms(h, m.box, secret, log)
	}
	if err != nil {
		err = errors.Join(err, m.close())
	}
	return m, err
}

func (f dataFlag) outboxFile(h *host) (string, error) {
	dir, err := f.dir(h)
	return filepath.Join(dir, "outbox.db"), err
}

// openOutbox opens an outbox whose log has a line for everything that becomes of a message: no person, no words.
func openOutbox(h *host, file string, secret *channels.Secret, log *slog.Logger) (*outbox.Outbox, error) {
	box, err := outbox.Open(secret, outbox.Options{
		File: file, Rand: rand.Reader, Now: h.now, Jitter: mathrand.Float64, Log: log,
		Observe: func(e outbox.Event) {
			if e.Report != (outbox.Report{}) {
				log.Info("message reported", "channel", e.Channel, "final", e.Report.Final, "arrived", e.Report.Good, "reason", e.Report.Reason)
				return
			}
			log.Info("message", "channel", e.Channel, "state", e.State.String(), "tries", e.Tries, "took", e.Took.Round(time.Millisecond))
		},
	})
	if err != nil {
		return nil, hint(err, "is another file there? it is made anew where %s does not exist", file)
	}
	return box, nil
}

var userForm = regexp.MustCompile(`^[A-Za-z0-9._-]{1,60}$`)

// sms makes the channel.
func (f smsFlags) sms(h *host, box *outbox.Outbox, secret *channels.Secret, log *slog.Logger) (*sms.SMS, error) {
	o := sms.Options{User: f.SMSUser, Key: strings.TrimSpace(h.getenv(smsVariable)), From: f.SMSFrom, Server: f.SMSServer, Secret: smsSecret(secret), Log: log}
	switch {
	case o.Key == "":
		return nil, hint(errors.New("-sms-user is given, but no key of the API"), "put the key that Africa's Talking gave you into "+smsVariable)
	case !userForm.MatchString(o.User):
		return nil, hint(errors.New("-sms-user is no name of an account"), "it is the username of the app at Africa's Talking")
	case o.Server != "" && !strings.HasPrefix(o.Server, "https://") && !strings.HasPrefix(o.Server, "http://"):
		return nil, hint(errors.New("-sms-server is no address"), "write it as https://their.host")
	}
	var err error
	if o.Allow, err = networks("-sms-allow", f.SMSAllow); err != nil {
		return nil, err
	}
	return sms.New(box, secret, o), nil
}

// withoutSMS says what is missing where something of SMS is set up and the account is not.
func (f smsFlags) withoutSMS(h *host) error {
	if f.SMSUser == "" && (f.SMSFrom != "" || f.SMSServer != "" || len(f.SMSAllow) > 0 || h.getenv(smsVariable) != "") {
		return hint(errors.New("something of SMS is given, but no account"), "name the account at Africa's Talking with -sms-user")
	}
	return nil
}

// smsSecret is the part of the path of delivery reports that nobody can guess.
func smsSecret(s *channels.Secret) string {
	return hex.EncodeToString(s.Derive("gateway/africastalking/sms"))[:32]
}

// mount lets talks promise SMS, and reports of them come in.
func (m mail) mount(desk *channels.Desk, mux *http.ServeMux) {
	if m.sms != nil {
		desk.Promise(m.sms.Promise)
		m.sms.Mount(mux)
	}
}

// start sends what is kept; the function it gives ends that and closes the outbox.
func (m mail) start(ctx context.Context, log *slog.Logger) (stop func()) {
	if m.box == nil {
		return func() {}
	}
	ended := make(chan struct{})
	running, cancel := context.WithCancel(context.WithoutCancel(ctx))
	go func() {
		defer close(ended)
		if err := m.box.Run(running); err != nil {
			log.Error("messages are kept and not sent", "err", err)
		}
	}()
	return func() {
		cancel()
		<-ended
		if err := m.close(); err != nil {
			log.Error("outbox", "err", err)
		}
	}
}

func (m mail) close() error {
	if m.box == nil {
		return nil
	}
	return m.box.Close()
}
