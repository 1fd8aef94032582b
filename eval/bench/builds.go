package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"
)

// build is a way to build the program.
type build struct {
	what string
	tags string
}

// starts is how often each build is started. The first start learns; the others find what was learned, and the fastest of
// them counts, because other work on the machine can only add.
const starts = 5

// printBuilds builds the program with and without the models of languages and prints what each costs: its size, how long
// it takes until it answers that it is ready, and its memory then.
func printBuilds(ctx context.Context, w io.Writer) error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Fprintf(w, "\nThe program, with the demonstration base: time until ready at the first start, and the fastest of %d later ones\n", starts-1)
	for i, b := range []build{{"with models of languages", ""}, {"small, -tags nolingua", "nolingua"}} {
		binary := filepath.Join(dir, fmt.Sprint("plainline", i))
		size, err := compile(ctx, binary, b.tags)
		if err != nil {
			return fmt.Errorf("build %s: %w", b.what, err)
		}
		var took []time.Duration
		memory := ""
		for range starts {
			t, m, err := startOnce(ctx, binary, binary+"-data")
			if err != nil {
				return fmt.Errorf("start %s: %w", b.what, err)
			}
			took, memory = append(took, t), m
		}
		fmt.Fprintf(w, "  %-26s %6.1f MB, %s, %s, %s\n", b.what, float64(size)/(1<<20),
			took[0].Round(time.Millisecond), slices.Min(took[1:]).Round(time.Millisecond), memory)
	}
	return nil
}

// compile builds as the Dockerfile does and gives the size.
func compile(ctx context.Context, to, tags string) (int64, error) {
	c := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-tags", tags, "-o", to,
		"github.com/plainline/plainline/cmd/plainline")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if said, err := c.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%w: %s", err, said)
	}
	info, err := os.Stat(to)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

var readyURL = regexp.MustCompile(`http://\S+/readyz`)

// startOnce starts a program, waits until it says that it is ready, and reads its memory.
func startOnce(ctx context.Context, binary, data string) (took time.Duration, memory string, err error) {
	c := exec.CommandContext(ctx, binary, "serve", "-listen", "127.0.0.1:0", "-data", data)
	c.Dir = filepath.Dir(data)
	out, err := c.StdoutPipe()
	if err != nil {
		return 0, "", err
	}
	begin := time.Now()
	if err := c.Start(); err != nil {
		return 0, "", err
	}
	defer func() {
		c.Process.Signal(syscall.SIGTERM)
		c.Wait()
	}()
	at := ""
	for lines := bufio.NewScanner(out); at == "" && lines.Scan(); {
		at = readyURL.FindString(lines.Text())
	}
	if at == "" {
		return 0, "", fmt.Errorf("it ended before it was ready")
	}
	if err := awaitReady(ctx, at); err != nil {
		return 0, "", err
	}
	return time.Since(begin), residentMemory(c.Process.Pid), nil
}

// patience is how long a program may take to be ready.
const patience = 4 * time.Minute

// awaitReady asks until the answer is yes.
func awaitReady(ctx context.Context, at string) error {
	for begin := time.Now(); time.Since(begin) < patience && ctx.Err() == nil; time.Sleep(5 * time.Millisecond) {
		r, err := http.Get(at)
		if err != nil {
			return err
		}
		r.Body.Close()
		if r.StatusCode == http.StatusOK {
			return nil
		}
	}
	return fmt.Errorf("%s did not say ready within %s", at, patience)
}

// residentMemory reads what memory a process has, and had at most.
func residentMemory(pid int) string {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return "memory unknown"
	}
	var now, most string
	for line := range strings.Lines(string(status)) {
		if v, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			now = strings.TrimSpace(v)
		}
		if v, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			most = strings.TrimSpace(v)
		}
	}
	return fmt.Sprintf("memory %s, at most %s", now, most)
}
