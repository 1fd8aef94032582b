package voice_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels/voice"
)

// TestTwilioAgreesOnSignatures asks Twilio's own library about 1,000 random requests.
func TestTwilioAgreesOnSignatures(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("SKIPPED: no node; install the package nodejs, 20 or newer")
	}
	if !judge(t) {
		t.Skip("SKIPPED: no node modules; run npm ci --ignore-scripts in channels/voice/judge")
	}
	const requests = 1000
	random := rand.New(rand.NewPCG(1, 2))
	var in bytes.Buffer
	for range requests {
		token, address, form := randomRequest(random)
		line, err := json.Marshal(map[string]any{"token": token, "url": address, "fields": fields(form), "signature": voice.Signature(token, address, form)})
		if err != nil {
			t.Fatal(err)
		}
		in.Write(append(line, '\n'))
	}
	asked := strings.Split(in.String(), "\n")
	run := exec.CommandContext(t.Context(), "node", "sign.mjs")
	run.Dir, run.Stdin, run.Stderr = "judge", &in, os.Stderr
	out, err := run.Output()
	if err != nil {
		t.Fatalf("node sign.mjs: %v", err)
	}
	verdicts := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(verdicts) != requests {
		t.Fatalf("%d verdicts on %d requests", len(verdicts), requests)
	}
	for i, verdict := range verdicts {
		if verdict != "true false" {
			t.Errorf("request %d is judged %q, want true as it is and false with one sign changed: %s", i+1, verdict, asked[i])
		}
	}
}

// judge says whether the node modules are there; it gets them where npm can.
func judge(t *testing.T) bool {
	if _, err := os.Stat(filepath.Join("judge", "node_modules", "twilio", "package.json")); err == nil {
		return true
	}
	ci := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	ci.Dir = "judge"
	return ci.Run() == nil
}

// fields gives a form as node's readers do: a list only where a name stands more than once.
func fields(form url.Values) map[string]any {
	out := map[string]any{}
	for name, values := range form {
		if out[name] = values[0]; len(values) > 1 {
			out[name] = values
		}
	}
	return out
}

// letters are what names and values are made of: every width of UTF-8, and what stands for something in a form.
var letters = []rune("abcXYZ019 &=+%?#*\"'<>\n\téəğıöşüçИжщ中文🙂/:._-")

func randomRequest(r *rand.Rand) (token, address string, form url.Values) {
	text := func(most int) string {
		out := make([]rune, r.IntN(most+1))
		for i := range out {
			out[i] = letters[r.IntN(len(letters))]
		}
		return string(out)
	}
	form = url.Values{}
	for range r.IntN(20) {
		name := "F" + text(8)
		for range 1 + r.IntN(2) {
			form.Add(name, text(30))
		}
	}
	scheme, port := []string{"http", "https"}[r.IntN(2)], []string{"", ":443", ":80", ":8080"}[r.IntN(4)]
	address = fmt.Sprintf("%s://host%d.example%s%s/%d", scheme, r.IntN(100), port, voice.TwilioPath, r.IntN(70000))
	if r.IntN(2) == 0 {
		address += "?" + url.Values{"q": {text(10)}, "n": {"1"}}.Encode()
	}
	return fmt.Sprintf("%032x", r.Uint64()), address, form
}
