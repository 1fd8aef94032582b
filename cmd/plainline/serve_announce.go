package main

import (
	"fmt"
	"net"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/sms"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/channels/voice"
)

// announce prints where the program can be reached, first of all what a newcomer wants to open.
func (c serveCommand) announce(h *host, at net.Addr, from origin, e *channels.Edition, secret *channels.Secret) {
	root := "http://" + reachable(at)
	fmt.Fprintf(h.stdout, "Plainline answers from %v: %d services in %d languages.\n\n", from, len(e.Base.Services), len(e.Base.Lang))
	fmt.Fprintf(h.stdout, "  web chat          %s/\n", root)
	fmt.Fprintf(h.stdout, "  USSD simulator    %s/simulator\n", root)
	fmt.Fprintf(h.stdout, "  Africa's Talking  %s%s%s\n", root, ussd.Path, gatewaySecret(secret))
	fmt.Fprintf(h.stdout, "  its calls         %s%s%s\n", root, voice.AfricasTalkingPath, callSecret(secret))
	if h.getenv(twilioVariable) != "" {
		fmt.Fprintf(h.stdout, "  Twilio            %s%s\n", root, voice.TwilioPath)
	}
	if c.SMSUser != "" {
		fmt.Fprintf(h.stdout, "  reports of SMS    %s%s%s\n", root, sms.Path, smsSecret(secret))
	}
	if h.getenv(tokenVariable) != "" {
		fmt.Fprintf(h.stdout, "  Telegram          %s\n", c.messages())
	}
	fmt.Fprintf(h.stdout, "  health            %s/healthz  %s/readyz\n\n", root, root)
	if e.Base.Demonstration && !c.Demo {
		fmt.Fprint(h.stdout, "This is a demonstration: gateways and messengers are answered only with -demo.\n"+
			"Begin a base of your own with: plainline sample DIR\n")
	}
}

// reachable gives an address that can be opened on this machine.
func reachable(at net.Addr) string {
	host, port, err := net.SplitHostPort(at.String())
	if ip := net.ParseIP(host); err == nil && ip != nil && ip.IsUnspecified() {
		return net.JoinHostPort("localhost", port)
	}
	return at.String()
}
