//go:build linux

package main

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// TestSoak lets people wander about the program itself for as long as SOAK says ("make soak"), and fails where a turn is not
// answered or the memory of the process does not stay level. The people press keys, right and wrong, and hang up; some say
// words. What people see under load is the matter of package eval/soak.
func TestSoak(t *testing.T) {
	if os.Getenv("SOAK") == "" {
		t.Skip("it takes as long as SOAK says, as SOAK=10m")
	}
	length, err := time.ParseDuration(os.Getenv("SOAK"))
	if err != nil {
		length = 2 * time.Minute
	}
	at, pid := startForSoak(t)
	ctx, cancel := context.WithTimeout(t.Context(), length)
	defer cancel()

	var turns, failures atomic.Int64
	var people sync.WaitGroup
	for n := range 2 * runtime.NumCPU() {
		people.Go(func() {
			random := rand.New(rand.NewPCG(1, uint64(n)))
			client := &http.Client{Timeout: 5 * time.Second}
			for ctx.Err() == nil {
				good, bad := wander(ctx, client, at, random)
				turns.Add(good)
				failures.Add(bad)
			}
		})
	}
	levels := watchMemory(ctx, t, pid, length/20, &turns)
	people.Wait()
	if failures.Load() > 0 || turns.Load() == 0 {
		t.Errorf("%d of %d turns were not answered", failures.Load(), turns.Load())
	}
	// The first quarter fills the store of sessions, so the program is judged by what comes after it.
	first, last := slices.Max(levels[len(levels)/4:len(levels)/2]), slices.Max(levels[3*len(levels)/4:])
	if last > first+first/4+16<<10 {
		t.Errorf("memory grew from %d to %d kB: %v", first, last, levels)
	}
	t.Logf("%d turns in %v, memory %v kB", turns.Load(), length, levels)
}

// startForSoak starts the program without a log and gives the gateway's address.
func startForSoak(t *testing.T) (at string, pid int) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "plainline")
	if said, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, said)
	}
	c := exec.Command(binary, "serve", "-listen", "127.0.0.1:0", "-data", t.TempDir(), "-demo")
	stdout, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Signal(syscall.SIGTERM)
		if err := c.Wait(); err != nil {
			t.Errorf("the program ended with %v", err)
		}
	})
	gateway := regexp.MustCompile(`http://\S+/ussd/africastalking/\S+`)
	for lines := bufio.NewScanner(stdout); lines.Scan(); {
		if at = gateway.FindString(lines.Text()); at != "" {
			return at, c.Process.Pid
		}
	}
	t.Fatal("the program did not say where the gateway is")
	return "", 0
}

// wander is one talk of somebody.
func wander(ctx context.Context, client *http.Client, at string, random *rand.Rand) (good, bad int64) {
	said := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "00", "98", "77", "passport", "pasport nece manatdir", "где получить паспорт", "#", "help"}
	form := url.Values{
		"sessionId":   {strconv.FormatUint(random.Uint64(), 36)},
		"phoneNumber": {fmt.Sprintf("+99450%07d", random.IntN(10_000_000))},
	}
	var keys []string
	for range 1 + random.IntN(20) {
		form.Set("text", strings.Join(keys, "*"))
		screen := postWith(ctx, client, at, form)
		switch {
		case ctx.Err() != nil:
			return good, bad
		case strings.HasPrefix(screen, "END "):
			return good + 1, bad
		case strings.HasPrefix(screen, "CON "):
			good++
		default:
			bad++
		}
		keys = append(keys, said[random.IntN(len(said))])
	}
	return good, bad
}

func postWith(ctx context.Context, client *http.Client, at string, form url.Values) string {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, at, strings.NewReader(form.Encode()))
	if err != nil {
		return err.Error()
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return said(client.Do(r))
}

// watchMemory reads the resident memory at every tick until the context ends.
func watchMemory(ctx context.Context, t *testing.T, pid int, every time.Duration, turns *atomic.Int64) (levels []int) {
	t.Helper()
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return levels
		case <-tick.C:
			levels = append(levels, resident(t, pid))
			t.Logf("%9d turns, %6d kB", turns.Load(), levels[len(levels)-1])
		}
	}
}

func resident(t *testing.T, pid int) int {
	t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "VmRSS:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		t.Fatalf("no VmRSS in %s", data)
	}
	kB, err := strconv.Atoi(fields[0])
	if err != nil {
		t.Fatal(err)
	}
	return kB
}
