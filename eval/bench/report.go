package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/engine"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/sample"
)

// server is a measured server and its rounds.
type server struct {
	kind string
	what string
	addr string
	cost []time.Duration // CPU a request, a round each
}

// best is the cheapest round.
func (s *server) best() time.Duration { return slices.Min(s.cost) }

func (s *server) median() time.Duration {
	c := slices.Sorted(slices.Values(s.cost))
	return c[len(c)/2]
}

// report measures everything and prints it.
func report(ctx context.Context, w io.Writer, rounds, requests int) error {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	defer running.Wait() // none is left behind
	defer cancel()
	servers := []*server{
		{kind: "bare", what: "net/http, form parsed"},
		{kind: "engine", what: "Plainline, sessions in memory"},
	}
	addr, why := startRedis(ctx, &running)
	if addr != "" {
		servers = append(servers,
			&server{kind: "two-trips", what: "net/http, form, Redis GET and SET"},
			&server{kind: "engine-redis", what: "Plainline, sessions in Redis"})
	} else {
		fmt.Fprintf(w, "SKIPPED: everything with Redis: %s\n", why)
	}
	for _, s := range servers {
		if err := start(ctx, &running, s, addr); err != nil {
			return fmt.Errorf("start %s: %w", s.kind, err)
		}
	}
	for r := range rounds {
		for _, s := range servers {
			if err := measure(s, r, requests); err != nil {
				return fmt.Errorf("measure %s: %w", s.kind, err)
			}
		}
		fmt.Fprintf(w, "round %d of %d\n", r+1, rounds)
	}
	printServers(w, servers, requests)
	if err := printInside(w); err != nil {
		return err
	}
	if err := printTurns(ctx, w); err != nil {
		return err
	}
	if err := printSpeech(ctx, w); err != nil {
		return err
	}
	if err := printOutbox(ctx, w); err != nil {
		return err
	}
	return printBuilds(ctx, w)
}

func measure(s *server, round, requests int) error {
	if round == 0 { // warm up
		if err := load(s.addr, -1, requests/4); err != nil {
			return err
		}
	}
	before, err := spent(s.addr)
	if err != nil {
		return err
	}
	if err := load(s.addr, round, requests); err != nil {
		return err
	}
	after, err := spent(s.addr)
	s.cost = append(s.cost, (after-before)/time.Duration(requests))
	return err
}

func printServers(w io.Writer, servers []*server, requests int) {
	by := map[string]*server{}
	fmt.Fprintf(w, "\nCPU of the server a request, best round (median), %d requests a round, %d CPUs\n", requests, runtime.NumCPU())
	for _, s := range servers {
		by[s.kind] = s
		fmt.Fprintf(w, "  %-36s %8s (%s)\n", s.what, s.best(), s.median())
	}
	ratio(w, "in memory / bare handler", by["engine"], by["bare"], 2.0)
	ratio(w, "with Redis / two-trip handler", by["engine-redis"], by["two-trips"], 1.0)
}

func ratio(w io.Writer, what string, a, b *server, goal float64) {
	if a == nil || b == nil {
		return
	}
	r := float64(a.best()) / float64(b.best())
	verdict := "reached"
	if r > goal {
		verdict = "MISSED"
	}
	fmt.Fprintf(w, "  ratio %-30s %.2f (goal <= %.1f: %s)\n", what, r, goal, verdict)
}

// printInside prints what does not need a server: allocations, session bytes, load time and memory.
func printInside(w io.Writer) error {
	b, findings := knowledge.Load(sample.FS())
	if b == nil {
		return fmt.Errorf("load the sample base: %d findings", len(findings))
	}
	e := engine.NewEdition(b, understand.NewNames(b))
	allocs, bytes, sess := turnCost(e)
	fmt.Fprintf(w, "\nStep and Show together: %.1f allocations, %.0f bytes a turn (goal <= 60 allocations)\n", allocs, bytes)
	fmt.Fprintf(w, "Session, encoded: %d bytes at most in that talk (goal <= 512, sealing adds 29)\n", sess)
	if err := printLoading(w); err != nil {
		return err
	}
	return printLearning(w)
}

// turnCost plays the talk of the load and counts.
func turnCost(e *engine.Edition) (allocs, bytes float64, largest int) {
	now := time.Unix(1795250000, 0)
	const talks = 200
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range talks {
		var s dialog.Session
		engine.Turn(e, &s, dialog.Input{Kind: dialog.Opened}, now)
		for _, k := range talkKeys {
			engine.Turn(e, &s, dialog.Input{Kind: dialog.Said, Text: k}, now)
		}
	}
	runtime.ReadMemStats(&after)
	turns := float64(talks * (len(talkKeys) + 1))
	allocs = float64(after.Mallocs-before.Mallocs) / turns
	bytes = float64(after.TotalAlloc-before.TotalAlloc) / turns
	s := dialog.Session{Channel: make([]byte, 20)}
	for _, k := range talkKeys {
		engine.Turn(e, &s, dialog.Input{Kind: dialog.Said, Text: k}, now)
		if enc, err := session.Append(nil, &s); err == nil {
			largest = max(largest, len(enc))
		}
	}
	return allocs, bytes, largest
}

func printLoading(w io.Writer) error {
	files := knowledgetest.Generate(1000)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begin := cpu()
	b, findings := knowledge.Load(files)
	took := cpu() - begin
	if b == nil {
		return fmt.Errorf("load the generated base: %d findings, first %v", len(findings), findings[0])
	}
	runtime.ReadMemStats(&after)
	peak := after.TotalAlloc - before.TotalAlloc
	runtime.GC()
	runtime.ReadMemStats(&after)
	kept := float64(after.HeapAlloc-before.HeapAlloc) / (1 << 20)
	fmt.Fprintf(w, "Load %d services x %d languages: %s CPU (goal < 2s), %.0f MB kept (goal < 150), %.0f MB allocated on the way, %s\n",
		len(b.Services), len(b.Languages), took.Round(time.Millisecond), kept, float64(peak)/(1<<20), peakMemory())
	runtime.KeepAlive(b)
	return nil
}

// peakMemory reads the high-water mark of this process's memory.
func peakMemory() string {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "peak memory unknown"
	}
	for line := range strings.Lines(string(b)) {
		if v, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return "peak of the process " + strings.TrimSpace(v)
		}
	}
	return "peak memory unknown"
}

// start runs a measured server as a process of its own.
func start(ctx context.Context, running *sync.WaitGroup, s *server, redis string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, self, "-serve", s.kind, "-redis", redis)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	s.addr = strings.TrimSpace(line)
	running.Go(func() { cmd.Wait() })
	return err
}

// startRedis runs a Redis server for the benchmark; without one it says why.
func startRedis(ctx context.Context, running *sync.WaitGroup) (addr, why string) {
	bin, err := exec.LookPath("redis-server")
	if err != nil {
		return "", "redis-server is not installed (Debian: redis-server)"
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err.Error()
	}
	addr = l.Addr().String()
	l.Close()
	_, port, _ := net.SplitHostPort(addr)
	cmd := exec.CommandContext(ctx, bin, "--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
	if err := cmd.Start(); err != nil {
		return "", err.Error()
	}
	running.Go(func() { cmd.Wait() })
	for range 50 {
		if c, err := net.Dial("tcp", addr); err == nil {
			c.Close()
			return addr, ""
		}
		time.Sleep(50 * time.Millisecond)
	}
	return "", "redis-server did not start"
}
