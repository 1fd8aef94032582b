package voice_test

import (
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/channels/voice"
	"github.com/plainline/plainline/knowledge"
)

const (
	token  = "0123456789abcdef0123456789abcdef"
	secret = "s3cret"
	root   = "https://host.example"
)

// gateway is a gateway before the demonstration base.
type gateway struct {
	t   *testing.T
	mux *http.ServeMux
}

func newGateway(t *testing.T, o voice.Options) *gateway {
	o.Public, o.Token, o.Secret, o.Demo = root, token, secret, true
	g := &gateway{t, http.NewServeMux()}
	voice.New(newDesk(), &channels.Secret{1}, o).Mount(g.mux)
	return g
}

func (g *gateway) post(path string, form url.Values, signature string) *httptest.ResponseRecorder {
	g.t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if signature != "" {
		r.Header.Set("X-Twilio-Signature", signature)
	}
	w := httptest.NewRecorder()
	g.mux.ServeHTTP(w, r)
	return w
}

// twilio sends a signed request.
func (g *gateway) twilio(path string, pairs ...string) *response {
	g.t.Helper()
	form := url.Values{"CallSid": {"CA1"}, "From": {"+994501234567"}, "AccountSid": {"AC1"}}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	return g.read(g.post(path, form, voice.Signature(token, root+path, form)))
}

func (g *gateway) africasTalking(path string, pairs ...string) *response {
	g.t.Helper()
	form := url.Values{"sessionId": {"ATV1"}, "callerNumber": {"+254711000000"}, "isActive": {"1"}}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	return g.read(g.post(path, form, ""))
}

func (g *gateway) read(w *httptest.ResponseRecorder) *response {
	g.t.Helper()
	if w.Code != http.StatusOK {
		g.t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	return parse(g.t, w.Body.String())
}

// response is a document as a gateway reads it.
type response struct {
	t     *testing.T
	raw   string
	Verbs []verb `xml:",any"`
}

type verb struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Verbs   []verb     `xml:",any"`
}

func (v *verb) attr(name string) string {
	for _, a := range v.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func parse(t *testing.T, raw string) *response {
	t.Helper()
	r := &response{t: t, raw: raw}
	if err := xml.Unmarshal([]byte(raw), r); err != nil {
		t.Fatalf("%v in\n%s", err, raw)
	}
	return r
}

func (r *response) verb(name string) *verb {
	r.t.Helper()
	for i := range r.Verbs {
		if r.Verbs[i].XMLName.Local == name {
			return &r.Verbs[i]
		}
	}
	r.t.Fatalf("there is no %s in\n%s", name, r.raw)
	return nil
}

func (r *response) has(want ...string) *response {
	r.t.Helper()
	for _, w := range want {
		if !strings.Contains(r.raw, w) {
			r.t.Errorf("%q is not in\n%s", w, r.raw)
		}
	}
	return r
}

// path gives the path to follow after a document where nothing or something is pressed.
func (r *response) path(verb, attr string) string {
	r.t.Helper()
	v := r.verb(verb)
	address := strings.TrimSpace(v.Text)
	if attr != "" {
		address = v.attr(attr)
	}
	path, ok := strings.CutPrefix(address, root)
	if !ok {
		r.t.Fatalf("the address %q does not begin with %s", address, root)
	}
	return path
}

func TestATalkWithTwilio(t *testing.T) {
	t.Parallel()
	g := newGateway(t, voice.Options{PutOn: "+994121234567"})
	r := g.twilio(voice.TwilioPath).has(`<Say language="az-AZ">Azərbaycanca`, `<Say language="ru-RU">Русский`)
	gather := r.verb("Gather")
	for name, want := range map[string]string{"input": "dtmf", "numDigits": "1", "finishOnKey": "", "timeout": "10", "method": "POST"} {
		if got := gather.attr(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	r = g.twilio(r.path("Gather", "action"), "Digits", "2").has("What do you need?")
	r = g.twilio(r.path("Redirect", "")).has("I heard no key.", "What do you need?")
	r = g.twilio(r.path("Gather", "action"), "Digits", "7").has("Slower.", `<prosody rate="85%">`)
	r = g.twilio(r.path("Gather", "action"), "Digits", "0").has("I am connecting you")
	if dial := r.verb("Dial"); dial.Text != "+994121234567" || dial.attr("action") == "" {
		t.Errorf("the person is reached by %+v", dial)
	}
	r = g.twilio(r.path("Dial", "action"), "DialCallStatus", "no-answer").has("Nobody answered.", "Call ")
	r = g.twilio(r.path("Gather", "action"), "Digits", "9")
	g.twilio(r.path("Dial", "action"), "DialCallStatus", "completed").verb("Hangup")
}

func TestATalkWithAfricasTalking(t *testing.T) {
	t.Parallel()
	g := newGateway(t, voice.Options{})
	r := g.africasTalking(voice.AfricasTalkingPath + secret).has("Azərbaycanca")
	if d := r.verb("GetDigits"); d.attr("numDigits") != "1" || d.attr("timeout") != "10" {
		t.Errorf("keys are waited for by %+v", d.Attrs)
	}
	r = g.africasTalking(r.path("GetDigits", "callbackUrl"), "dtmfDigits", "2").has("What do you need?")
	r = g.africasTalking(r.path("GetDigits", "callbackUrl"), "dtmfDigits", "1")
	r = g.africasTalking(r.path("GetDigits", "callbackUrl"), "dtmfDigits", "1").has("Personal documents", "For more, press hash.")
	r = g.africasTalking(r.path("GetDigits", "callbackUrl"), "dtmfDigits", "").has("press one").hasNot("Personal documents")
	r = g.africasTalking(r.path("Redirect", "")).has("I heard no key.")
	for range 3 {
		r = g.africasTalking(r.path("Redirect", ""))
	}
	r.has("so I end the call now").hasNot("GetDigits", "Redirect")
	if r = g.africasTalking(voice.AfricasTalkingPath+secret, "isActive", "0", "durationInSeconds", "90"); len(r.Verbs) != 0 {
		t.Errorf("after the end it is told %s", r.raw)
	}
}

func (r *response) hasNot(never ...string) *response {
	r.t.Helper()
	for _, n := range never {
		if strings.Contains(r.raw, n) {
			r.t.Errorf("%q is in\n%s", n, r.raw)
		}
	}
	return r
}

func TestTheSameStepTwiceIsAnsweredTheSame(t *testing.T) {
	t.Parallel()
	g := newGateway(t, voice.Options{})
	r := g.twilio(voice.TwilioPath)
	for _, key := range []string{"2", "1", "1", "#", "7", "5", "4", "1", "", "8", "9", "*"} {
		path := r.path("Gather", "action")
		first := g.twilio(path, "Digits", key)
		for _, other := range []string{key, "3", ""} {
			if again := g.twilio(path, "Digits", other); again.raw != first.raw {
				t.Errorf("%s with %q is answered\n%s\nthen, with %q,\n%s", path, key, first.raw, other, again.raw)
			}
		}
		r = first
	}
	late := g.twilio(voice.TwilioPath + "/3")
	if late.raw != r.raw {
		t.Errorf("a late request is answered\n%s\nwant the newest\n%s", late.raw, r.raw)
	}
	before := g.twilio(r.path("Gather", "action"), "Digits", "1")
	g.twilio(voice.TwilioPath, "CallSid", "CA2").has("You were here before")
	g.twilio(before.path("Gather", "action"), "Digits", "1").has("You were here before") // of the call that dropped
}

func TestASignatureWrongByOneByteIsRefusedWithoutAWord(t *testing.T) {
	t.Parallel()
	g := newGateway(t, voice.Options{})
	form := url.Values{"CallSid": {"CA1"}, "From": {"+994501234567"}}
	good := voice.Signature(token, root+voice.TwilioPath, form)
	bad := []string{"", good[1:], good + "=", strings.ToLower(good)}
	for i := range len(good) {
		b := []byte(good)
		b[i] ^= 1
		bad = append(bad, string(b))
	}
	for _, s := range bad {
		if w := g.post(voice.TwilioPath, form, s); w.Code != http.StatusForbidden || w.Body.Len() != 0 {
			t.Errorf("signed by %q: status %d, %q", s, w.Code, w.Body)
		}
	}
	if w := g.post(voice.TwilioPath, form, good); w.Code != http.StatusOK {
		t.Errorf("rightly signed: status %d", w.Code)
	}
	form.Set("Digits", "1")
	if w := g.post(voice.TwilioPath, form, good); w.Code != http.StatusForbidden {
		t.Errorf("with a field that was not signed: status %d", w.Code)
	}
	if w := g.post(voice.TwilioPath+"/1", url.Values{"CallSid": {"CA1"}, "From": {"+994501234567"}}, good); w.Code != http.StatusForbidden {
		t.Errorf("at another address: status %d", w.Code)
	}
}

func TestWhatGatewaysMayNot(t *testing.T) {
	t.Parallel()
	g := newGateway(t, voice.Options{Allow: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}})
	at := voice.AfricasTalkingPath + secret
	form := url.Values{"sessionId": {"1"}, "callerNumber": {"+254711000000"}, "isActive": {"1"}}.Encode()
	big := "x=" + strings.Repeat("y", 1<<20)
	tests := []struct {
		what, method, path, kind, body, from string
		want                                 int
	}{
		{"all right", "POST", at, "application/x-www-form-urlencoded", form, "192.0.2.9:1", 200},
		{"other address", "POST", at, "application/x-www-form-urlencoded", form, "198.51.100.1:1", 404},
		{"wrong secret", "POST", at + "x", "application/x-www-form-urlencoded", form, "192.0.2.9:1", 404},
		{"GET", "GET", at, "", "", "192.0.2.9:1", 405},
		{"JSON", "POST", at, "application/json", "{}", "192.0.2.9:1", 415},
		{"1 MB", "POST", at, "application/x-www-form-urlencoded", big, "192.0.2.9:1", 413},
		{"broken form", "POST", at, "application/x-www-form-urlencoded", "a=%zz", "192.0.2.9:1", 400},
		{"no call", "POST", at, "application/x-www-form-urlencoded", "isActive=1", "192.0.2.9:1", 400},
		{"no step", "POST", at + "/x", "application/x-www-form-urlencoded", form, "192.0.2.9:1", 404},
		{"huge step", "POST", at + "/65536", "application/x-www-form-urlencoded", form, "192.0.2.9:1", 404},
		{"Twilio, 1 MB", "POST", voice.TwilioPath, "application/x-www-form-urlencoded", big, "192.0.2.9:1", 413},
	}
	for _, test := range tests {
		r := httptest.NewRequest(test.method, test.path, strings.NewReader(test.body))
		r.Header.Set("Content-Type", test.kind)
		r.RemoteAddr = test.from
		w := httptest.NewRecorder()
		if g.mux.ServeHTTP(w, r); w.Code != test.want {
			t.Errorf("%s: status %d, want %d: %s", test.what, w.Code, test.want, w.Body)
		}
	}
	mux := http.NewServeMux()
	voice.New(newDesk(), &channels.Secret{1}, voice.Options{Secret: secret}).Mount(mux)
	r := httptest.NewRequest(http.MethodPost, at, strings.NewReader(form))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	if mux.ServeHTTP(w, r); w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "demonstration") {
		t.Errorf("a demonstration answers a gateway with %d %s", w.Code, w.Body)
	}
}

// Nothing of a caller is told or kept: callers without a number do not meet one another's talks (VOICE-24).
func TestVOICE24NobodyMeetsAnothersTalk(t *testing.T) {
	t.Parallel()
	g := newGateway(t, voice.Options{})
	for i, hidden := range []string{"+266696687", "anonymous", "", "+7378742833", "client:alice"} {
		sid := "CA-hidden-" + strconv.Itoa(i)
		r := g.twilio(voice.TwilioPath, "CallSid", sid, "From", hidden)
		r = g.twilio(r.path("Gather", "action"), "CallSid", sid, "From", hidden, "Digits", "2")
		g.twilio(r.path("Gather", "action"), "CallSid", sid, "From", hidden, "Digits", "1").has("By topic")
		g.twilio(voice.TwilioPath, "CallSid", sid+"-next", "From", hidden).has("Azərbaycanca").hasNot("before")
	}
	each(t, func(path string, turn *voice.Turn) {
		for name, d := range documents(t, voice.New(newDesk(), &channels.Secret{1}, voice.Options{}), turn) {
			if strings.Contains(string(d), "<Record") {
				t.Errorf("at %s the call is recorded by %s", path, name)
			}
		}
	})
}

// Where the memory of a call is lost in the middle of it, the caller is told so, and can begin again.
func TestALostMemoryIsSaid(t *testing.T) {
	t.Parallel()
	g := newGateway(t, voice.Options{})
	r := g.twilio(voice.TwilioPath+"/4", "Digits", "1")
	lost := demonstration().Base.Lang["az"].Phrase(knowledge.PhraseTryAgain).One.Parts[0].Literal
	r.has(strings.TrimSpace(lost[:strings.IndexByte(lost, '.')]), "Azərbaycanca")
	g.twilio(r.path("Gather", "action"), "Digits", "2").has("What do you need?")
}

// own is audio for every second prompt.
type own struct{}

func (own) Address(_ knowledge.Lang, rate, louder int, heard []layout.Heard) (string, bool) {
	text := layout.Spoken(heard)
	return "/voice/audio/" + strconv.Itoa(rate+louder) + "/" + strconv.Itoa(len(text)) + "?a=1&b=2", len(text)%2 == 0
}

func TestOwnAudioIsPlayed(t *testing.T) {
	t.Parallel()
	g := newGateway(t, voice.Options{Audio: own{}})
	g.twilio(voice.TwilioPath).has("<Play>" + root + "/voice/audio/140/").has("a=1&amp;b=2")
	g.africasTalking(voice.AfricasTalkingPath + secret).has(`<Play url="` + root + "/voice/audio/140/")
}

// A document that ends with the verb for keys would end the call of a silent caller.
func TestNoDocumentEndsInACollectVerb(t *testing.T) {
	t.Parallel()
	v := voice.New(newDesk(), &channels.Secret{1}, voice.Options{Audio: own{}})
	n := 0
	each(t, func(path string, turn *voice.Turn) {
		for collect, d := range documents(t, v, turn) {
			r := parse(t, string(d))
			last := r.Verbs[len(r.Verbs)-1]
			if turn.Keys.Most > 0 && (last.XMLName.Local != "Redirect" || !strings.HasSuffix(strings.TrimSpace(last.Text), "/7") || r.verb(collect) == nil) {
				t.Errorf("at %s the document ends with %s:\n%s", path, last.XMLName.Local, d)
			}
			n++
		}
	})
	t.Logf("%d documents", n)
}

func documents(t *testing.T, v *voice.Voice, turn *voice.Turn) map[string][]byte {
	t.Helper()
	all, err := v.Documents(turn)
	if err != nil {
		t.Fatal(err)
	}
	return all
}
