package sessiontest

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// StartRedis starts a Redis of the test's own, without persistence, and gives its address. It is stopped when the test
// ends. Where redis-server is not installed the test is skipped.
func StartRedis(t testing.TB) (addr string) {
	t.Helper()
	return NewRedis(t).Addr
}

// NewSentinel starts a sentinel that watches a master under the name, and gives its address.
func NewSentinel(t testing.TB, name, host, port string) (addr string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sentinel.conf")
	line := fmt.Sprintf("sentinel monitor %s %s %s 1\n", name, host, port)
	if err := os.WriteFile(file, []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	return NewRedis(t, file, "--sentinel").Addr
}

// Redis is a redis-server that a test may torment.
type Redis struct {
	Addr string

	t    testing.TB
	args []string
	dir  string
	port string
	cmd  *exec.Cmd
}

// NewRedis does what StartRedis does, with further arguments for redis-server before its own.
func NewRedis(t testing.TB, args ...string) *Redis {
	t.Helper()
	if _, err := exec.LookPath("redis-server"); err != nil {
		t.Skip("SKIPPED, NOTHING WAS TESTED: redis-server is not installed; on Debian: apt-get install redis-server")
	}
	r := &Redis{t: t, args: args, dir: t.TempDir()}
	t.Cleanup(func() {
		if r.cmd != nil {
			r.Kill()
		}
	})
	for range 5 { // somebody else may take the free port first
		r.Addr, r.port = freePort(t)
		if r.start() {
			return r
		}
	}
	t.Fatal("redis-server did not start on any of five free ports")
	return nil
}

// Restart starts the server again, empty, after Kill.
func (r *Redis) Restart() {
	r.t.Helper()
	if !r.start() {
		r.t.Fatalf("redis-server did not start again on %s", r.Addr)
	}
}

// Freeze stops the server's process without ending it: connections stay open, nothing answers.
func (r *Redis) Freeze() { r.signal(syscall.SIGSTOP) }

// Thaw lets a frozen server go on.
func (r *Redis) Thaw() { r.signal(syscall.SIGCONT) }

// Kill ends the server at once and waits until it is gone.
func (r *Redis) Kill() {
	r.signal(syscall.SIGKILL)
	_ = r.cmd.Wait() // it was killed: that is the error
	r.cmd = nil
}

func (r *Redis) signal(s syscall.Signal) {
	r.t.Helper()
	if err := r.cmd.Process.Signal(s); err != nil {
		r.t.Errorf("signal redis-server, process %d: %v", r.cmd.Process.Pid, err)
	}
}

// start starts the server and says whether it answers. It leaves nothing running if not.
func (r *Redis) start() bool {
	r.t.Helper()
	args := slices.Concat(r.args, []string{"--bind", "127.0.0.1", "--port", r.port, "--save", "", "--appendonly", "no",
		"--dir", r.dir, "--daemonize", "no", "--loglevel", "warning"})
	r.cmd = exec.Command("redis-server", args...)
	r.cmd.Env = append(os.Environ(), "LC_ALL=C")
	if err := r.cmd.Start(); err != nil {
		r.t.Fatalf("start redis-server: %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		if r.isUp(ctx) {
			return true
		}
		select {
		case <-ctx.Done():
			r.Kill()
			return false
		case <-tick.C:
		}
	}
}

// isUp asks the server that answers on the port for its process, so that nobody else's is taken for ours.
func (r *Redis) isUp(ctx context.Context) bool {
	var d net.Dialer
	c, err := d.DialContext(ctx, "tcp", r.Addr)
	if err != nil {
		return false
	}
	defer c.Close()
	if deadline, ok := ctx.Deadline(); ok {
		_ = c.SetDeadline(deadline)
	}
	if _, err := io.WriteString(c, "INFO server\r\n"); err != nil {
		return false
	}
	want := "process_id:" + strconv.Itoa(r.cmd.Process.Pid)
	for lines := bufio.NewScanner(c); lines.Scan(); {
		if key, _, _ := strings.Cut(lines.Text(), ":"); key == "process_id" {
			return lines.Text() == want
		}
	}
	return false
}

func freePort(t testing.TB) (addr, port string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatalf("find a free port: %v", err)
	}
	defer l.Close()
	addr = l.Addr().String()
	_, port, err = net.SplitHostPort(addr)
	if err != nil {
		t.Fatalf("find a free port: %v", err)
	}
	return addr, port
}
