package web_test

import (
	"crypto/rand"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/web"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// TestBrowser runs browser/run.mjs: axe, keyboard, narrow and dark pages, large text. It needs chromium and node, and the
// modules that "npm ci --ignore-scripts" in channels/web/browser installs.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED in short mode: the checks in a browser")
	}
	if os.Getenv("CHROMIUM") == "" && !installed("chromium", "chromium-browser", "google-chrome") {
		t.Skip("SKIPPED: no browser; install the package chromium")
	}
	if !installed("node") {
		t.Skip("SKIPPED: no node; install the package nodejs, 20 or newer")
	}
	if !modules(t) {
		t.Skip("SKIPPED: no node modules; run npm ci --ignore-scripts in channels/web/browser")
	}
	base := knowledgetest.Sample()
	desk := deskOver(base, func() time.Time { return today })
	phone := web.New(desk, &channels.Secret{2}, web.Options{}) // stands in for USSD: no channel knows another
	server := serve(t, web.New(desk, &channels.Secret{1}, web.Options{Random: rand.Reader, Phone: phone}))
	run := exec.CommandContext(t.Context(), "node", "run.mjs", server)
	run.Dir = "browser"
	out, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("node run.mjs: %v\n%s", err, out)
	}
	t.Logf("%s", out)
}

func installed(names ...string) bool {
	for _, name := range names {
		if _, err := exec.LookPath(name); err == nil {
			return true
		}
	}
	return false
}

// modules says whether the node modules are there; it gets them where npm can.
func modules(t *testing.T) bool {
	if _, err := os.Stat(filepath.Join("browser", "node_modules", "axe-core", "axe.min.js")); err == nil {
		return true
	}
	ci := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts")
	ci.Dir = "browser"
	return ci.Run() == nil
}
