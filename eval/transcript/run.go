package transcript

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/plainline/plainline/dialog/understand"
)

// Folder is where a base keeps its own stories.
const Folder = "transcripts"

// Run plays stories on a base and writes one line for each story that is true, and each difference of one that is not.
// Paths name files, or folders whose *.txtar are meant; without any, the stories in the base's own folder are played. With
// update, files are rewritten as they come out now; stories inside the program cannot be. What the base taught is kept in models,
// where it is not nil. It gives how many stories failed; the error is for what kept it from playing at all.
func Run(ctx context.Context, w io.Writer, base fs.FS, models understand.Cache, paths []string, update bool) (failed int, err error) {
	p, err := NewPlayer(base, models)
	if err != nil {
		return 0, err
	}
	r := runner{Player: p, w: w, update: update}
	if len(paths) == 0 {
		return r.own(ctx, base)
	}
	files, err := list(paths)
	if err != nil {
		return 0, err
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return r.failed, fmt.Errorf("read story: %w", err)
		}
		if err := r.story(ctx, name, data); err != nil {
			return r.failed, err
		}
	}
	return r.failed, nil
}

type runner struct {
	*Player
	w      io.Writer
	update bool
	failed int
}

// own plays the stories in the base.
func (r *runner) own(ctx context.Context, base fs.FS) (failed int, err error) {
	if r.update {
		return 0, fmt.Errorf("play: name the files to update")
	}
	names, err := fs.Glob(base, Folder+"/*.txtar")
	if err != nil {
		return 0, fmt.Errorf("find stories: %w", err)
	}
	if len(names) == 0 {
		return 0, fmt.Errorf("play: the base has no stories in its folder %s", Folder)
	}
	for _, name := range names {
		data, err := fs.ReadFile(base, name)
		if err != nil {
			return r.failed, fmt.Errorf("read story: %w", err)
		}
		if err := r.story(ctx, name, data); err != nil {
			return r.failed, err
		}
	}
	return r.failed, nil
}

// list gives the files that paths mean.
func list(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("find story: %w", err)
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		found, err := filepath.Glob(filepath.Join(path, "*.txtar"))
		if err != nil {
			return nil, fmt.Errorf("find stories: %w", err)
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("there is no *.txtar in %s", path)
		}
		files = append(files, found...)
	}
	return files, nil
}

// story plays one file; the error is of writing.
func (r *runner) story(ctx context.Context, name string, data []byte) error {
	now, err := r.Replay(ctx, data)
	if err != nil {
		r.failed++
		_, err = fmt.Fprintf(r.w, "%s:%v\n", name, err)
		return err
	}
	diff := Diff(name, data, now)
	switch {
	case diff == "":
		_, err = fmt.Fprintf(r.w, "ok %s\n", name)
	case r.update:
		if err = os.WriteFile(name, now, 0o644); err == nil {
			_, err = fmt.Fprintf(r.w, "updated %s\n", name)
		}
	default:
		r.failed++
		_, err = io.WriteString(r.w, diff)
	}
	return err
}

// Replay plays the text of a story and gives the text as it comes out now.
func (p *Player) Replay(ctx context.Context, data []byte) ([]byte, error) {
	f, err := Parse(data)
	if err != nil {
		return nil, err
	}
	now, err := p.Play(ctx, f)
	if err != nil {
		return nil, err
	}
	return Format(now), nil
}

// Diff tells where two texts of a story differ: the lines that stand there and the lines that came, after the name and the
// number of the line. It is empty where they are the same.
func Diff(name string, want, got []byte) string {
	if bytes.Equal(want, got) {
		return ""
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	var out strings.Builder
	for i := 0; len(a) > 0 || len(b) > 0; {
		if len(a) > 0 && len(b) > 0 && a[0] == b[0] {
			a, b, i = a[1:], b[1:], i+1
			continue
		}
		n, m := meet(a, b)
		fmt.Fprintf(&out, "%s:%d: not as it came out\n", name, i+1)
		for _, l := range a[:n] {
			fmt.Fprintf(&out, "\t- %s\n", l)
		}
		for _, l := range b[:m] {
			fmt.Fprintf(&out, "\t+ %s\n", l)
		}
		a, b, i = a[n:], b[m:], i+n
	}
	return out.String()
}

// meet gives how many lines to leave out of each text until they agree again, the fewest in all.
func meet(a, b []string) (n, m int) {
	const window = 200
	for sum := 1; sum <= window; sum++ {
		for n := 0; n <= sum; n++ {
			if m := sum - n; n < len(a) && m < len(b) && a[n] == b[m] {
				return n, m
			}
		}
	}
	return len(a), len(b)
}
