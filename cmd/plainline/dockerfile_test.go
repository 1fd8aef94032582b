//go:build linux

package main

import (
	"bufio"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// TestDockerfile does without a container engine what the Dockerfile says: it copies what .dockerignore lets through, runs
// the build commands, lays the last stage out in an empty folder, and runs the entry point there as the user named. Only
// root can shut a program into a folder; others run it where it is.
func TestDockerfile(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it builds the program, which takes a while")
	}
	if _, err := exec.LookPath("docker"); err != nil {
		t.Log("there is no container engine here: the commands of the Dockerfile are run without one")
	}
	stages := readDockerfile(t, filepath.Join("..", "..", "Dockerfile"))
	if len(stages) != 2 || !strings.HasPrefix(stages[0].from, "golang:1.26 ") || stages[1].from != "scratch" {
		t.Fatalf("the stages are %v, want golang:1.26 and scratch", stages)
	}
	source, image := filepath.Join(t.TempDir(), "src"), t.TempDir()
	copyContext(t, source)
	out := filepath.Join(t.TempDir(), "out")
	for _, run := range stages[0].all("RUN") {
		if run == "go mod download" {
			continue // the modules are here already, or the build itself fetches them
		}
		c := exec.Command("sh", "-c", strings.ReplaceAll(run, "/out", out))
		c.Dir = source
		if said, err := c.CombinedOutput(); err != nil {
			t.Fatalf("RUN %s: %v\n%s", run, err, said)
		}
	}
	layOut(t, stages[1], source, out, image)
	if user := stages[1].all("USER"); !slices.Equal(user, []string{"65532:65532"}) {
		t.Errorf("USER %v, want 65532:65532", user)
	}
	if v, e := stages[1].all("VOLUME"), stages[1].all("EXPOSE"); !slices.Equal(v, []string{"/data"}) || !slices.Equal(e, []string{"8080"}) {
		t.Errorf("VOLUME %v, EXPOSE %v; want /data, 8080", v, e)
	}
	var entry []string
	if err := json.Unmarshal([]byte(stages[1].all("ENTRYPOINT")[0]), &entry); err != nil {
		t.Fatalf("ENTRYPOINT: %v", err)
	}
	takeOneTurn(t, image, entry)
}

// stage is a part of a Dockerfile.
type stage struct {
	from  string
	lines []string
}

// all gives the arguments of every instruction of a kind.
func (s stage) all(kind string) []string {
	var out []string
	for _, l := range s.lines {
		if rest, ok := strings.CutPrefix(l, kind+" "); ok {
			out = append(out, rest)
		}
	}
	return out
}

func readDockerfile(t *testing.T, name string) []stage {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var stages []stage
	for line := range strings.Lines(strings.ReplaceAll(string(data), "\\\n", " ")) {
		line = strings.TrimSpace(line)
		if from, ok := strings.CutPrefix(line, "FROM "); ok {
			stages = append(stages, stage{from: from})
		} else if line != "" && line[0] != '#' && len(stages) > 0 {
			stages[len(stages)-1].lines = append(stages[len(stages)-1].lines, line)
		}
	}
	return stages
}

// copyContext copies what .dockerignore lets through. Ours begins with *, so only the names after ! are in.
func copyContext(t *testing.T, to string) {
	t.Helper()
	root := filepath.Join("..", "..")
	data, err := os.ReadFile(filepath.Join(root, ".dockerignore"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "**/"); ok {
			out = append(out, name)
		}
	}
	for line := range strings.Lines(string(data)) {
		top, ok := strings.CutPrefix(strings.TrimSpace(line), "!")
		if !ok {
			continue
		}
		err := filepath.WalkDir(filepath.Join(root, top), func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if slices.Contains(out, d.Name()) {
				return fs.SkipDir
			}
			rel, err := filepath.Rel(root, name)
			if err != nil || d.IsDir() {
				return err
			}
			return copyFile(name, filepath.Join(to, rel))
		})
		if err != nil {
			t.Fatalf("copy %s: %v", top, err)
		}
	}
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, data, info.Mode().Perm())
}

// layOut makes the files of the last stage.
func layOut(t *testing.T, s stage, source, out, image string) {
	t.Helper()
	for _, line := range s.all("COPY") {
		words := slices.DeleteFunc(strings.Fields(line), func(w string) bool { return strings.HasPrefix(w, "--") })
		if len(words) != 2 {
			t.Fatalf("COPY %s: want one source and one target", line)
		}
		from, to := words[0], filepath.Join(image, words[1])
		switch {
		case from == "/out/data":
			if err := os.Mkdir(to, 0o700); err != nil {
				t.Fatal(err)
			}
			if os.Getuid() == 0 {
				if err := os.Chown(to, 65532, 65532); err != nil {
					t.Fatal(err)
				}
			}
			continue
		case strings.HasPrefix(from, "/out/"):
			from = filepath.Join(out, strings.TrimPrefix(from, "/out/"))
		case strings.HasPrefix(from, "/etc/ssl/"):
			continue // of the other image
		default:
			from = filepath.Join(source, from)
		}
		if err := copyFile(from, to); err != nil {
			t.Fatalf("COPY %s: %v", line, err)
		}
	}
}

// takeOneTurn starts the entry point with -demo, takes a turn as the gateway would, and stops it.
func takeOneTurn(t *testing.T, image string, entry []string) {
	t.Helper()
	address, err := freeAddress()
	if err != nil {
		t.Fatal(err)
	}
	args := append(slices.Clone(entry[1:]), "-listen", address, "-demo")
	c := &exec.Cmd{Path: entry[0], Args: append(entry[:1:1], args...), Env: []string{}, Dir: "/"}
	if os.Getuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Chroot: image, Credential: &syscall.Credential{Uid: 65532, Gid: 65532}}
	} else {
		t.Log("not root: the program runs as this user, outside the folder of its image")
		c.Path = filepath.Join(image, entry[0])
		c.Args = append(c.Args, "-data", filepath.Join(image, "data"))
	}
	var log strings.Builder
	c.Stderr = &log
	stdout, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatalf("start %v: %v", c.Args, err)
	}
	gateway := regexp.MustCompile(`http://\S+/ussd/africastalking/\S+`)
	at := ""
	for lines := bufio.NewScanner(stdout); at == "" && lines.Scan(); {
		at = gateway.FindString(lines.Text())
	}
	screen := "nothing"
	if at != "" {
		form := url.Values{"sessionId": {"1"}, "phoneNumber": {"+994501234567"}, "text": {""}}
		screen = postForm(at, form)
	}
	c.Process.Signal(syscall.SIGTERM)
	if err := c.Wait(); err != nil || !strings.HasPrefix(screen, "CON ") {
		t.Fatalf("at %q the gateway got:\n%s\nwant CON; the program ended with %v and said:\n%s", at, screen, err, &log)
	}
}

func postForm(at string, form url.Values) string { return said(http.PostForm(at, form)) }

// said gives the body of an answer, or else the error.
func said(r *http.Response, err error) string {
	if err != nil {
		return err.Error()
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err.Error()
	}
	return string(body)
}
