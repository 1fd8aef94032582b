package voice

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// signatureHeader holds the proof that a request comes from the gateway that knows the token.
const signatureHeader = "X-Twilio-Signature"

// Signature gives the signature of a form that is posted to an address, as Twilio's documents on webhook security say:
// HMAC-SHA1 under the token over the address and all fields sorted by name, each name followed by its value, in base64.
// Values of one name are sorted, and each counts once.
func Signature(token, address string, form url.Values) string {
	m := hmac.New(sha1.New, []byte(token))
	m.Write([]byte(address))
	names := make([]string, 0, len(form))
	for name := range form {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		values := slices.Clone(form[name])
		slices.Sort(values)
		for _, value := range slices.Compact(values) {
			m.Write([]byte(name))
			m.Write([]byte(value))
		}
	}
	return base64.StdEncoding.EncodeToString(m.Sum(nil))
}

// signed says whether the gateway signed a request. It may have done so with the port of the scheme in the address or
// without it.
func (v *Voice) signed(root string, r *http.Request, form url.Values) bool {
	got := []byte(r.Header.Get(signatureHeader))
	ok := false
	for _, root := range spellings(root) {
		want := Signature(v.options.Token, root+r.URL.RequestURI(), form)
		ok = hmac.Equal(got, []byte(want)) || ok
	}
	return ok
}

// spellings gives an address without and with the port that its scheme implies.
func spellings(root string) []string {
	u, err := url.Parse(root)
	if err != nil {
		return []string{root}
	}
	port := ":443"
	if u.Scheme == "http" {
		port = ":80"
	}
	bare, with := *u, *u
	bare.Host = strings.TrimSuffix(u.Host, port)
	with.Host = bare.Host
	if u.Port() == "" || bare.Host != u.Host {
		with.Host += port
	}
	return []string{bare.String(), with.String()}
}
