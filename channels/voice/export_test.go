package voice

// Documents writes a Turn as each of the gateways gets it, by the name of the verb that waits for keys there.
func (v *Voice) Documents(t *Turn) map[string][]byte {
	out := map[string][]byte{}
	for name, d := range map[string]*document{
		"Gather":    v.twiml(t, "https://host.example", "https://host.example/voice/twilio/7"),
		"GetDigits": v.africasTalkingXML(t, "https://host.example", "https://host.example/voice/africastalking/secret/7"),
	} {
		b, err := d.bytes()
		if err != nil {
			panic(err)
		}
		out[name] = b
	}
	return out
}
