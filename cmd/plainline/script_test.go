package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestMain(m *testing.M) {
	testscript.Main(withModels{m}, map[string]func(){
		"plainline": func() {
			os.Exit(run(context.Background(), os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// withModels runs the tests with a folder for what is learned, where $PLAINLINE_MODELS names none.
type withModels struct{ *testing.M }

func (m withModels) Run() int {
	if os.Getenv("PLAINLINE_MODELS") == "" {
		dir, err := os.MkdirTemp("", "plainline-models-")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(dir)
		os.Setenv("PLAINLINE_MODELS", dir)
	}
	return m.M.Run()
}

// learnedOnce learns from the demonstration and gives the folder of what was learned: tests that run side by side would all do it.
var learnedOnce = sync.OnceValues(func() (string, error) {
	dir := os.Getenv("PLAINLINE_MODELS")
	var said bytes.Buffer
	env := func(name string) string { return map[string]string{"PLAINLINE_MODELS": dir, "HOME": dir}[name] }
	if code := run(context.Background(), []string{"chat"}, env, strings.NewReader(""), io.Discard, &said); code != 0 {
		return "", fmt.Errorf("learn from the demonstration: exit %d, %s", code, &said)
	}
	return dir, nil
})

// models gives the folder of what the demonstration teaches.
func models(t *testing.T) string {
	t.Helper()
	dir, err := learnedOnce()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestScripts runs the program as a person or a supervisor would. Each script has a free address in $ADDR, another in $REDIS,
// and a small base in the folder base. Beside the commands of testscript there are:
//
//	get PATH            prints the status and the body
//	post PATH KEY=VALUE…  the same for a form
//	until PATH PATTERN  asks until the answer matches
//	changed PATH FILE   asks until the answer is not the one in the file
//	send SIGNAL         sends HUP or TERM to each plainline in the background
//	edit FILE OLD NEW   replaces words in a file; ^ begins a new line
//
// $GATEWAY is the path of the gateway where the secret is that of the scripts: 00 01 02 … 1f.
func TestScripts(t *testing.T) {
	t.Parallel()
	learned := models(t)
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			address, err := freeAddress()
			if err != nil {
				return err
			}
			env.Setenv("ADDR", address)
			if address, err = freeAddress(); err != nil {
				return err
			}
			env.Setenv("REDIS", address)
			env.Setenv("REDISPORT", address[strings.LastIndexByte(address, ':')+1:])
			env.Setenv("PLAINLINE_MODELS", learned)
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("GATEWAY", ussd.Path+gatewaySecret(&scriptSecret))
			env.Setenv("LONG", strings.Repeat("a", 5000))
			return writeBase(filepath.Join(env.WorkDir, "base"))
		},
		Condition: func(cond string) (bool, error) { return cond == "root" && os.Getuid() == 0, nil },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"get": get, "post": post, "until": until, "changed": changed, "send": send, "edit": edit,
		},
		RequireExplicitExec: true,
	})
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// writeBase writes a small base without errors that is no demonstration. The one service of Small that lacks two facts is
// given them.
func writeBase(dir string) error {
	files := knowledgetest.Small()
	base, pension := files["base.yaml"], files["services/pension/service.yaml"]
	base.Data = bytes.Replace(base.Data, []byte("demonstration: true\n"), nil, 1)
	if !bytes.Contains(pension.Data, []byte("appeal:")) {
		pension.Data = append(slices.Clone(pension.Data), "appeal: {answer: appeal}\ncomplaint: {answer: complain}\n"...)
	}
	return os.CopyFS(dir, files)
}

// scriptSecret is 00 01 02 … 1f.
var scriptSecret = func() (s channels.Secret) {
	for i := range s {
		s[i] = byte(i)
	}
	return s
}()

var browser = &http.Client{Timeout: 5 * time.Second}

func answer(ts *testscript.TestScript, r *http.Response, err error) {
	ts.Check(err)
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	ts.Check(err)
	io.WriteString(ts.Stdout(), r.Status+"\n"+string(body))
}

func get(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: get PATH")
	}
	r, err := browser.Get("http://" + ts.Getenv("ADDR") + args[0])
	answer(ts, r, err)
}

func post(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: post PATH KEY=VALUE...")
	}
	form := url.Values{}
	for _, a := range args[1:] {
		key, value, _ := strings.Cut(a, "=")
		form.Set(key, value)
	}
	r, err := browser.PostForm("http://"+ts.Getenv("ADDR")+args[0], form)
	answer(ts, r, err)
}

func until(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: until PATH PATTERN")
	}
	poll(ts, args[0], regexp.MustCompile(args[1]).MatchString)
}

func changed(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: changed PATH FILE")
	}
	before := ts.ReadFile(args[1])
	poll(ts, args[0], func(now string) bool { return now != before })
}

// poll asks until the answer is good.
func poll(ts *testscript.TestScript, path string, good func(string) bool) {
	last := ""
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); <-tick.C {
		r, err := browser.Get("http://" + ts.Getenv("ADDR") + path)
		if err != nil {
			last = err.Error()
			continue
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		if last = r.Status + "\n" + string(body); err == nil && good(last) {
			io.WriteString(ts.Stdout(), last)
			return
		}
	}
	ts.Fatalf("%s did not come to answer as it should; the last was:\n%s", path, last)
}

func send(ts *testscript.TestScript, neg bool, args []string) {
	signals := map[string]syscall.Signal{"HUP": syscall.SIGHUP, "TERM": syscall.SIGTERM}
	if neg || len(args) != 1 || signals[args[0]] == 0 {
		ts.Fatalf("usage: send HUP|TERM")
	}
	for _, c := range ts.BackgroundCmds() {
		if filepath.Base(c.Path) == "plainline" {
			ts.Check(c.Process.Signal(signals[args[0]]))
		}
	}
}

func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if strings.Count(text, args[1]) != 1 {
		ts.Fatalf("%s holds %q %d times, not once", args[0], args[1], strings.Count(text, args[1]))
	}
	text = strings.Replace(text, args[1], strings.ReplaceAll(args[2], "^", "\n"), 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}
