package telegram_test

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/telegram"
)

// peer is a Bot API server that nobody here wrote, with people at it.
type peer struct {
	url  string
	in   *json.Encoder
	out  *json.Decoder
	last map[string]string // by label: what stands behind the last message's buttons
}

// openPeer runs peer/run.mjs, or leaves the test out and says why.
func openPeer(t *testing.T) *peer {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED in short mode: talks through a foreign Bot API server")
	}
	for _, program := range []string{"node", "npm"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("SKIPPED: there is no %s; install the packages nodejs and npm", program)
		}
	}
	if _, err := os.Stat(filepath.Join("peer", "node_modules", "telegram-test-api", "package.json")); err != nil {
		get := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts", "--no-progress")
		get.Dir = "peer"
		if said, err := get.CombinedOutput(); err != nil {
			lines := strings.Split(strings.TrimSpace(string(said)), "\n")
			t.Skipf("SKIPPED: npm could not fetch telegram-test-api: %v: %s", err, lines[len(lines)-1])
		}
	}
	node := exec.CommandContext(t.Context(), "node", "run.mjs", token)
	node.Dir, node.Stderr = "peer", os.Stderr
	stdin, err := node.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := node.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := node.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stdin.Close()
		io.Copy(io.Discard, stdout)
		node.Wait()
	})
	p := &peer{in: json.NewEncoder(stdin), out: json.NewDecoder(bufio.NewReader(stdout)), last: map[string]string{}}
	var first struct{ URL string }
	if err := p.out.Decode(&first); err != nil {
		t.Fatalf("the peer says nothing: %v", err)
	}
	p.url = first.URL
	return p
}

// do lets somebody write, or press the button whose label begins with what follows "press ", and gives what comes back as
// the simulated chat shows it.
func (p *peer) do(t *testing.T, who int, what string) string {
	t.Helper()
	did := map[string]any{"who": who, "text": what}
	if label, ok := strings.CutPrefix(what, "press "); ok {
		data, known := p.last[label]
		if !known {
			t.Fatalf("there is no button %q among %v", label, p.last)
		}
		did = map[string]any{"who": who, "press": data}
	}
	if err := p.in.Encode(did); err != nil {
		t.Fatal(err)
	}
	var came struct {
		Messages []struct {
			Text    string
			Buttons [][]struct{ Label, Data string }
		}
	}
	if err := p.out.Decode(&came); err != nil {
		t.Fatalf("%q is answered with nothing: %v", what, err)
	}
	var all []string
	clear(p.last)
	for _, m := range came.Messages {
		all = append(all, m.Text)
		for _, row := range m.Buttons {
			var labels []string
			for _, b := range row {
				labels = append(labels, "["+b.Label+"]")
				key, _, _ := strings.Cut(b.Label, " ")
				p.last[key] = b.Data
			}
			all = append(all, strings.Join(labels, " "))
		}
	}
	return strings.Join(all, "\n")
}

// Whole talks through a server and a client that nobody here wrote say the same as simulated ones.
func TestTalksThroughAForeignServer(t *testing.T) {
	t.Parallel()
	p := openPeer(t)
	bot := telegram.New(newDesk(), &channels.Secret{1}, telegram.Options{Token: token, Server: p.url, Demo: true})
	t.Cleanup(run(t, bot))
	chats := telegram.NewChats(telegram.New(newDesk(), &channels.Secret{2}, telegram.Options{}))
	for who, talk := range [][]string{
		{"/start", "2", "id card fee", "0", "press 1", "press 1", "press 0", "/help", "passport", "press 2", "2", "press 9", "/home", "/stop"},
		{"/start", "1", "uşaq pasportu qiyməti", "press 1", "1", "şəxsiyyət vəsiqəsi", "press 2", "dil", "press 3", "9", "00"},
		{"/start", "3", "детский паспорт цена", "2", "назад", "press 9", "/language", "press 2", "pension", "press 1", "98", "77", "no such thing at all"},
		{"/start id-card", "/start 1F", "/start 2", "press 1", "/start", "press 1", "/start", "press 2"},
	} {
		for _, what := range talk {
			got := p.do(t, 100+who, what)
			text, press := strings.CutPrefix(what, "press ")
			shown, err := chats.Simulate(t.Context(), string(rune('a'+who)), channels.Action{Input: text})
			if err != nil {
				t.Fatal(err)
			}
			want := strings.Join(append([]string{shown.Text}, shown.Further...), "\n")
			if got != want || got == "" {
				t.Errorf("talk %d, %q (a button: %v) is answered with\n%s\nwant\n%s", who, what, press, got, want)
			}
		}
	}
}
