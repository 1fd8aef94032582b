package house

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// storeys are our folders from the top of the house down: each may import what is below it, never what is above.
var storeys = []string{"cmd", "eval", "channels", "dialog", "knowledge"}

func TestImportsGoDownTheHouse(t *testing.T) {
	t.Parallel()
	eachImport(t, func(u *unit, at, path string) {
		to, ours := strings.CutPrefix(path, module+"/")
		if !ours || u.test {
			return
		}
		from := slices.IndexFunc(storeys, func(s string) bool { return under(u.dir, s) })
		down := slices.IndexFunc(storeys, func(s string) bool { return under(to, s) })
		if from < 0 || down < 0 {
			t.Errorf("%s: %s imports %s: every package stands in one of %v", at, u.dir, to, storeys)
		} else if down < from {
			t.Errorf("%s: %s imports %s: imports go down only (%v), so that each storey is understood without those above", at, u.dir, to, storeys)
		}
	})
}

func TestDialogIsVocabulary(t *testing.T) {
	t.Parallel()
	eachImport(t, func(u *unit, at, path string) {
		to, ours := strings.CutPrefix(path, module+"/")
		if u.dir == "dialog" && !u.test && ours && to != "knowledge" {
			t.Errorf("%s: dialog imports %s: it is the vocabulary that all channels share, and knows only what a base is", at, to)
		}
	})
}

// shared are the folders under channels that every channel may use.
var shared = []string{"channels", "channels/layout", "channels/outbox", "channels/channeltest"}

func TestChannelsDoNotKnowEachOther(t *testing.T) {
	t.Parallel()
	eachImport(t, func(u *unit, at, path string) {
		to, ours := strings.CutPrefix(path, module+"/")
		if !ours || u.test || !under(u.dir, "channels") || !under(to, "channels") || slices.Contains(shared, to) || to == u.dir {
			return
		}
		t.Errorf("%s: %s imports %s: a channel that knows another cannot be left out or replaced; share through channels", at, u.dir, to)
	})
}

// homes says where a module from outside may be imported, and why only there. Prefixes of import paths.
var homes = []struct {
	module string
	dirs   []string
	why    string
}{
	{"go.yaml.in/yaml", []string{"knowledge/source"}, "positions and plain scalars are kept in one place; the rest sees nodes"},
	{"github.com/redis/go-redis", []string{"dialog/session/redis", "dialog/session/sessiontest", "eval/bench"}, "sessions are behind session.Store; Redis is one of its kinds"},
	{"github.com/go-telegram/bot", []string{"channels/telegram"}, "the methods of the Bot API belong to the one channel that calls them"},
	{"github.com/pemistahl/lingua-go", []string{"dialog/understand/lingua"}, "its models are over 100 MB; a program without that package is built small"},
	{"modernc.org/sqlite", []string{"channels/outbox"}, "what must last is behind packages of ours; messages on their way out have their home here"},
	{"github.com/rivo/uniseg", []string{"channels/layout"}, "only layout cuts text, and only it must know graphemes"},
	{"golang.org/x/text", []string{"knowledge", "channels/layout", "channels/voice", "channels/web", "dialog/understand"}, "languages, plurals, folding, direction of writing"},
	{"github.com/sashabaranov/go-openai", []string{"channels/voice/speech", "dialog/rephrase/openai"}, "one home for speech, one for text; the rest sees a Speaker or a drafter"},
	{"golang.org/x/tools/txtar", []string{"eval/transcript"}, "files in a file, for stories and for tests"},
	{"github.com/alecthomas/kong", []string{"cmd/plainline"}, "the command line belongs to the program"},
	{"github.com/rogpeppe/go-internal", []string{"cmd/plainline"}, "scripts that test the program"},
	{"github.com/google/go-cmp", []string{"."}, "differences in tests"},
}

func TestModulesStayAtHome(t *testing.T) {
	t.Parallel()
	eachImport(t, func(u *unit, at, path string) {
		host, _, _ := strings.Cut(path, "/")
		if !strings.Contains(host, ".") || strings.HasPrefix(path, module) {
			return
		}
		for _, h := range homes {
			if !strings.HasPrefix(path, h.module) {
				continue
			}
			if !u.test && !slices.ContainsFunc(h.dirs, func(d string) bool { return under(u.dir, d) }) {
				t.Errorf("%s: %s imports %s, whose home is %v: %s", at, u.dir, path, h.dirs, h.why)
			}
			return
		}
		t.Errorf("%s: %s imports %s, which has no home: give it one here, with the reason", at, u.dir, path)
	})
}

// banned are packages of the standard library that some storeys must not import.
var banned = []struct {
	path, dir string
	except    []string
	why       string
}{
	{"net/http", "knowledge", nil, "a base is files; it is read and checked without a network"},
	{"net/http", "dialog", []string{"dialog/rephrase/openai"}, "a talk is the same on every channel; only channels speak HTTP"},
	{"net", "knowledge", nil, "a base is files; it is read and checked without a network"},
	{"net", "dialog", []string{"dialog/session"}, "Step and Show are pure; what a turn needs arrives inside the turn"},
	{"math/rand", "", nil, "what is random cannot be played again; a secret needs crypto/rand"},
	{"math/rand/v2", "", nil, "what is random cannot be played again; a secret needs crypto/rand"},
	{"crypto/rand", "", nil, "take an io.Reader: only the program knows where randomness comes from"},
	{"log", "", nil, "take a *slog.Logger, so that the program decides what is logged and where"},
	{"os/exec", "", []string{"channels/voice/speech"}, "nothing of ours starts other programs, but a voice is one"},
	{"unsafe", "", nil, "nothing here is worth it"},
}

func TestBannedPackages(t *testing.T) {
	t.Parallel()
	eachImport(t, func(u *unit, at, path string) {
		for _, b := range banned {
			if b.path != path || u.program() || b.dir != "" && !under(u.dir, b.dir) {
				continue
			}
			if !slices.ContainsFunc(b.except, func(d string) bool { return under(u.dir, d) }) {
				t.Errorf("%s: %s imports %s: %s", at, u.dir, path, b.why)
			}
		}
	})
}

func TestNoDotImports(t *testing.T) {
	t.Parallel()
	for _, u := range units(t) {
		for _, f := range u.files {
			for _, i := range f.Imports {
				if i.Name != nil && i.Name.Name == "." {
					t.Errorf("%s: a dot import hides where a name comes from", u.at(i))
				}
			}
		}
	}
}

func eachImport(t *testing.T, visit func(u *unit, at, path string)) {
	t.Helper()
	for _, u := range units(t) {
		for _, f := range u.files {
			for _, i := range f.Imports {
				path, err := strconv.Unquote(i.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				visit(u, u.at(i), path)
			}
		}
	}
}
